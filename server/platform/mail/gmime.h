// The mail library, for the two files that read and write messages with it.
#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

namespace guanxi::mail {

struct Release {
  void operator()(void* object) const { g_object_unref(object); }
};
/// An object of the library, given back at the end.
template <class T>
using Held = std::unique_ptr<T, Release>;

/// To be called before anything else of the library; as often as one likes.
inline void start_library() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

}  // namespace guanxi::mail
