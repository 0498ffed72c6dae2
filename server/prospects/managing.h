// The manager's part of the room's route table.
#pragma once

#include <vector>

#include "platform/database/database.h"
#include "platform/http/route.h"

namespace guanxi::prospects {

/// Lists, tables and what is kept of them; reassigning; forms; how honest grades are.
std::vector<http::Route> managing_routes();
/// Contacts to be taken into an address book.
std::vector<http::Route> contact_routes(database::Database& database);

}  // namespace guanxi::prospects
