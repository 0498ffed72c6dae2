// libsodium must be set up once before its random numbers are used from several threads.
#pragma once

#include <sodium.h>

#include <stdexcept>

namespace guanxi::identity {

inline void sodium_ready() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) throw std::runtime_error("libsodium cannot be set up");
}

}  // namespace guanxi::identity
