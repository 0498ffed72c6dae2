// The door of the prospects: what other rooms and the program's start may use.
#pragma once

#include <span>
#include <vector>

#include "platform/http/route.h"
#include "platform/words/words.h"
#include "prospects/cards.h"
#include "prospects/follow_ups.h"
#include "prospects/lead_clock.h"
#include "prospects/midnight.h"
#include "prospects/orders.h"

namespace guanxi::prospects {

/// The rows of the route table: cards and following up; customers and the search box; leads.
std::vector<http::Route> routes();
std::vector<http::Route> customer_routes();
std::vector<http::Route> lead_routes();

/// The room's own sentences.
std::span<const Word> words();

}  // namespace guanxi::prospects
