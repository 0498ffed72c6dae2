// Ways of looking at the cards that are kept by a name: one's own, and those that a manager gives to
// everybody.
#pragma once

#include "prospects/cards.h"

namespace guanxi::prospects {

struct ListFilterInput {
  json::Line<40> name;
  json::Line<600> query;  ///< the page's own address behind the question mark
  bool shared = false;    ///< for everybody of the store who sees cards
  BOOST_DESCRIBE_CLASS(ListFilterInput, (), (name, query, shared), (), ())
};
struct NewListFilter {
  json::Id id;
  json::Line<40> name;
  json::Line<600> query;
  bool shared = false;
  BOOST_DESCRIBE_CLASS(NewListFilter, (), (id, name, query, shared), (), ())
};

enum class FilterAction { edit, remove };
BOOST_DESCRIBE_ENUM(FilterAction, edit, remove)
struct ListFilter {
  std::string id, name, query;
  bool shared;
  dealership::Name owner;
  std::int64_t version;
  std::vector<FilterAction> can;
  BOOST_DESCRIBE_CLASS(ListFilter, (), (id, name, query, shared, owner, version, can), (), ())
};

/// One's own and the shared ones, by name; the shared ones first.
std::vector<ListFilter> list_filters(database::Transaction& tx, const Actor& actor, const Store& store);

/// Keeps a way of looking. Only a manager gives one to others (`/shared`: `managers_only`). Refuses a name
/// that one has already (`/name`: `in_use`), and more than fifty (`too_many_filters`). The same id a second
/// time gives what is there.
Result<ListFilter> add_filter(database::Transaction& tx, const Actor& actor, const Store& store,
                              const NewListFilter& input, Instant now, Wrongs wrongs = {});
/// Changes one that is one's own; a manager also changes what is shared.
Result<ListFilter> edit_filter(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, const ListFilterInput& input, std::int64_t version,
                               Instant now, Wrongs wrongs = {});
/// Forgets one. What is not there is forgotten already.
Result<> remove_filter(database::Transaction& tx, const Actor& actor, const Store& store,
                       const std::string& id, Instant now);

}  // namespace guanxi::prospects
