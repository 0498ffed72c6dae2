// The audit trail: the fact log as it can be read by those who may.
#include "dealership/dealership.h"
#include "platform/facts/facts.h"
#include "platform/http/paging.h"

namespace guanxi::dealership {
namespace {

using http::Call;
using http::Page;
using http::Query;

struct FactRow {
  std::string id;
  json::Time at;
  std::string kind;
  std::optional<Name> actor;
  std::string subject_kind, subject_id;
  json::Raw data;
  BOOST_DESCRIBE_CLASS(FactRow, (), (id, at, kind, actor, subject_kind, subject_id, data), (), ())
};

struct FactQuery {
  std::optional<json::Line<60>> subject_id;
  std::optional<json::Id> actor_id;
  std::optional<json::Line<60>> kind;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(FactQuery, (), (subject_id, actor_id, kind, cursor, limit), (), ())
};

template <class T>
std::optional<std::string> text(const std::optional<T>& field) {
  return field ? std::optional(field->value) : std::nullopt;
}

Page<FactRow> facts_of(const Call& call, std::string_view store_id, const FactQuery& query) {
  facts::Filter filter{text(query.subject_id), text(query.actor_id), text(query.kind)};
  if (query.cursor) filter.before_id = query.cursor->value;
  filter.limit = http::limit_of(query.limit) + 1;
  Page<FactRow> page;
  for (const auto& entry : facts::read(call.tx(), store_id, filter)) {
    page.items.push_back({entry.id,
                          {entry.at},
                          entry.kind,
                          name_of(call.tx(), entry.actor_id),
                          entry.subject_kind,
                          entry.subject_id,
                          {entry.data}});
  }
  if (http::cut_to_limit(page.items, filter.limit - 1)) page.next_cursor = page.items.back().id;
  return page;
}

Result<Page<FactRow>> facts_of_store(const Call& call, const Query<FactQuery>& query) {
  return facts_of(call, call.store(), *query);
}

/// Sign-ins and changes to people, models and groups, which belong to no single store.
Result<Page<FactRow>> facts_of_set_up(const Call& call, const Query<FactQuery>& query) {
  return facts_of(call, facts::kNoStore, *query);
}

}  // namespace

std::vector<http::Route> audit_routes() {
  // clang-format off
  return {
    http::reads("GET /stores/{store_id}/facts", "audit.read", "The audit trail of a store, latest first", facts_of_store),
    http::reads("GET /facts", "people.edit", "The audit trail of sign-ins and set-up, latest first", facts_of_set_up),
  };
  // clang-format on
}

}  // namespace guanxi::dealership
