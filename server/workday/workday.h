// The door of the workday: what time goes into. What the program's start may use.
#pragma once

#include <span>
#include <vector>

#include "platform/http/route.h"
#include "platform/words/words.h"

namespace guanxi::workday {

/// The room's rows of the route table.
std::vector<http::Route> routes();

/// The room's own sentences.
std::span<const Word> words();

}  // namespace guanxi::workday
