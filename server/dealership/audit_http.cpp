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
  // Two texts: facts of one subject are found by an index of their own.
  static constexpr std::string_view kAll =
      "SELECT f.id, f.at, f.kind, f.actor_id, p.name, f.subject_kind, f.subject_id, f.data FROM fact_log f"
      " LEFT JOIN dealership_people p ON p.id = f.actor_id WHERE f.store_id = $1 AND f.id < $2"
      " AND (f.actor_id = $3 OR $3 IS NULL) AND (f.kind = $4 OR $4 IS NULL) ORDER BY f.id DESC LIMIT $5";
  static constexpr std::string_view kOfSubject =
      "SELECT f.id, f.at, f.kind, f.actor_id, p.name, f.subject_kind, f.subject_id, f.data FROM fact_log f"
      " LEFT JOIN dealership_people p ON p.id = f.actor_id WHERE f.store_id = $1 AND f.subject_id = $2 AND "
      "f.id < $3"
      " AND (f.actor_id = $4 OR $4 IS NULL) AND (f.kind = $5 OR $5 IS NULL) ORDER BY f.id DESC LIMIT $6";
  const auto limit = http::limit_of(query.limit);
  const std::string before = text(query.cursor).value_or("g");  // behind every id
  const auto rows = query.subject_id ? call.tx().query(kOfSubject, store_id, query.subject_id->value, before,
                                                       text(query.actor_id), text(query.kind), limit + 1)
                                     : call.tx().query(kAll, store_id, before, text(query.actor_id),
                                                       text(query.kind), limit + 1);
  Page<FactRow> page;
  for (const auto& row : rows) {
    const auto actor_id = row.get<std::optional<std::string>>(3);
    FactRow fact{row.get<std::string>(0), {row.get<Instant>(1)},   row.get<std::string>(2),  {},
                 row.get<std::string>(5), row.get<std::string>(6), {row.get<std::string>(7)}};
    if (actor_id) fact.actor = Name{*actor_id, row.get<std::optional<std::string>>(4).value_or("")};
    page.items.push_back(std::move(fact));
  }
  if (http::cut_to_limit(page.items, limit)) page.next_cursor = page.items.back().id;
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
