// The door of the prospects: what other rooms and the program's start may use.
#pragma once

#include <span>
#include <vector>

#include "platform/http/route.h"
#include "platform/words/words.h"
#include "prospects/appointments.h"
#include "prospects/card_list.h"
#include "prospects/cards.h"
#include "prospects/choice_words.h"
#include "prospects/comparing.h"
#include "prospects/follow_ups.h"
#include "prospects/lead_clock.h"
#include "prospects/listings.h"
#include "prospects/look_alikes.h"
#include "prospects/managing.h"
#include "prospects/midnight.h"
#include "prospects/notices.h"
#include "prospects/orders.h"
#include "prospects/quotes.h"
#include "prospects/test_cars.h"
#include "prospects/test_drives.h"

namespace guanxi::prospects {

/// The rows of the route table: cards and following up; appointments and test drives; quotes; customers and
/// the search box; leads; see also `people_routes`.
std::vector<http::Route> routes();
std::vector<http::Route> calendar_routes();
std::vector<http::Route> quote_routes(database::Database& database);
std::vector<http::Route> customer_routes();
std::vector<http::Route> lead_routes();

/// The room's own sentences.
std::span<const Word> words();

}  // namespace guanxi::prospects
