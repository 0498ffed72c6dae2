// The door of the dealership: the nouns that every other room uses.
#pragma once

#include <span>
#include <vector>

#include "dealership/customers.h"
#include "dealership/days_off.h"
#include "dealership/dealership_facts.h"
#include "dealership/further_contacts.h"
#include "dealership/lists.h"
#include "dealership/matching.h"
#include "dealership/me.h"
#include "dealership/merging.h"
#include "dealership/models.h"
#include "dealership/people.h"
#include "dealership/stores.h"
#include "platform/http/route.h"
#include "platform/words/words.h"

namespace guanxi::dealership {

/// The room's rows of the route table. `database` is for the slow ones, which open transactions of their own.
std::vector<http::Route> session_routes(database::Database& database);
std::vector<http::Route> set_up_routes(database::Database& database);
std::vector<http::Route> audit_routes();
std::vector<http::Route> working_time_routes();

/// The room's own sentences.
std::span<const Word> words();

}  // namespace guanxi::dealership
