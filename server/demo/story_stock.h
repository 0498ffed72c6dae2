// The stock of sentences that stories are drawn from.
#pragma once

#include <span>
#include <string_view>

#include "demo/stories.h"

namespace guanxi::demo {

struct Sentence {
  std::string_view code, text;
};

std::span<const Sentence> stock(Subject subject);

}  // namespace guanxi::demo
