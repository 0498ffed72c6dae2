// The door of the improvement room: what became of those who came, why, and whether it changed.
#pragma once

#include <span>
#include <vector>

#include "improvement/fold.h"
#include "platform/http/route.h"
#include "platform/words/words.h"

namespace guanxi::improvement {

/// The room's rows of the route table.
std::vector<http::Route> routes();

/// The room's own sentences.
std::span<const Word> words();

}  // namespace guanxi::improvement
