// The manager's part of the room's route table.
#pragma once

#include <vector>

#include "platform/http/route.h"

namespace guanxi::prospects {

/// Lists, tables and what is kept of them; reassigning; forms; how honest grades are.
std::vector<http::Route> managing_routes();

}  // namespace guanxi::prospects
