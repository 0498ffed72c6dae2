#include "improvement/first_visit.h"

#include "platform/clock/weekday.h"
#include "platform/json/kinds.h"
#include "reception/reception.h"

#define FIRST_VISIT_COLUMNS                                                                  \
  "v.id, v.occasion, v.standing, v.arrived_at, v.left_at, v.day, v.hour, v.salesperson_id, " \
  "v.channel_code, v.model_id, v.reason_code, v.asks, v.second_face"
// By reading each: a join would make PostgreSQL hash everybody's names. The card is the one that was open
// when they came or was opened then; later ones are about another car.
#define TOLD_COLUMNS                                                                                     \
  ", v.store_id, v.story, (SELECT p.name FROM dealership_person_names p WHERE p.id = v.salesperson_id)," \
  " (SELECT m.name FROM dealership_model_names m WHERE m.id = v.model_id),"                              \
  " (SELECT c.standing || ' ' || CAST(coalesce(c.next_at, 0) AS TEXT) FROM prospects_course c"           \
  " WHERE c.store_id = v.store_id AND c.customer_id = v.customer_id"                                     \
  " AND (c.closed_at IS NULL OR c.closed_at >= v.arrived_at) ORDER BY c.id LIMIT 1)"
#define FIRST_VISIT_CONDITIONS                                                                  \
  " AND v.arrived_at >= $2 AND v.arrived_at < $3 AND v.kind = 'visit' AND v.occasion = 'first'" \
  " AND v.standing <> 'excluded' AND (v.channel_code = $4 OR $4 IS NULL)"                       \
  " AND (v.model_id = $5 OR $5 IS NULL)"

namespace guanxi::improvement {
namespace {

using reception::Occasion;
using reception::Standing;
using Text = std::optional<std::string>;

FirstVisit load_row(const database::Row& row, Standing standing, Instant now) {
  FirstVisit visit;
  visit.id = row.get<std::string>(0);
  visit.arrived_at = row.get<Instant>(3);
  const auto left_at = row.get<std::optional<Instant>>(4);
  if (left_at) visit.minutes = (*left_at - visit.arrived_at) / kMinute;
  visit.day = row.get<std::string>(5);
  visit.hour = row.get<std::int64_t>(6);
  visit.weekday = weekday_of(visit.day);
  visit.salesperson_id = row.get<Text>(7);
  visit.channel_code = row.get<Text>(8);
  visit.model_id = row.get<Text>(9);
  visit.reason_code = row.get<Text>(10);
  visit.asks = row.get<std::optional<std::int64_t>>(11);
  visit.second_face = row.get<std::optional<bool>>(12);
  if (standing == Standing::filed) {
    visit.outcome = Outcome::filed;
  } else if (standing == Standing::unfiled) {
    visit.outcome = Outcome::unfiled;
  } else if (visit.arrived_at < now - reception::kOpenLimit) {
    visit.outcome = Outcome::unfiled;
    visit.reason_code = std::string(kNeverClosed);
  } else {
    visit.outcome = Outcome::open;
  }
  return visit;
}

Standing standing_of(const database::Row& row) {
  return json::from_word<Standing>(row.get<std::string>(2)).value();
}

/// "following 1772589600000": where the card stands, and when the next follow-up is due.
std::optional<Course> load_course(const Text& text) {
  if (!text) return std::nullopt;
  const auto blank = text->find(' ');
  return Course{json::from_word<prospects::CardStanding>(text->substr(0, blank)).value(),
                std::stoll(text->substr(blank + 1))};
}

std::vector<ToldVisit> load_told(const database::Rows& rows, Instant now) {
  std::vector<ToldVisit> visits;
  visits.reserve(rows.size());
  for (const auto& row : rows) {
    visits.push_back({load_row(row, standing_of(row), now), row.get<std::string>(13), row.get<Text>(14),
                      row.get<Text>(15), row.get<Text>(16), load_course(row.get<Text>(17))});
  }
  return visits;
}

}  // namespace

bool is_month(std::string_view text) { return text.size() == 7 && is_day(std::string(text) + "-01"); }

std::string month_of(std::string_view day) { return std::string(day.substr(0, 7)); }

std::string add_months(std::string_view month, int months) {
  const int year = std::stoi(std::string(month.substr(0, 4)));
  const int count = year * 12 + std::stoi(std::string(month.substr(5, 2))) - 1 + months;
  const auto digits = std::to_string(count % 12 + 1);
  return std::to_string(count / 12) + (digits.size() == 1 ? "-0" : "-") + digits;
}

std::vector<std::string> months_between(std::string_view from, std::string_view to) {
  std::vector<std::string> months;
  for (std::string month(from); month <= to; month = add_months(month, 1)) months.push_back(month);
  return months;
}

Span span_of(const dealership::Store& store, std::string_view month) {
  const auto zone = store.zone();
  return {zone.start_of(std::string(month) + "-01"), zone.start_of(add_months(month, 1) + "-01")};
}

MonthOfLog read_month(database::Transaction& tx, const dealership::Store& store, std::string_view month,
                      Instant now) {
  // The instants let the index find the rows; the day of the row itself decides.
  static constexpr std::string_view kSelect =
      "SELECT " FIRST_VISIT_COLUMNS
      " FROM reception_log v WHERE v.store_id = $1 AND v.kind = 'visit'"
      " AND v.arrived_at >= $2 AND v.arrived_at < $3 AND v.day >= $4 AND v.day < $5";
  const auto span = span_of(store, month);
  MonthOfLog log;
  for (const auto& row : tx.query(kSelect, store.id, span.from - kDay, span.to + kDay, std::string(month),
                                  add_months(month, 1))) {
    ++log.logged;
    const auto standing = standing_of(row);
    if (standing == Standing::excluded) {
      ++log.excluded;
    } else if (row.get<std::string_view>(1) == "again") {
      ++log.again;
    } else {
      log.first_visits.push_back(load_row(row, standing, now));
      const auto& visit = log.first_visits.back();
      if (visit.outcome != Outcome::open) continue;
      const Instant overdue_at = visit.arrived_at + reception::kOpenLimit + 1;
      if (!log.stale_at || overdue_at < *log.stale_at) log.stale_at = overdue_at;
    }
  }
  return log;
}

std::vector<ToldVisit> latest_first_visits(database::Transaction& tx, const std::string& store_id,
                                           const FirstVisitFilter& filter, Instant now) {
  static constexpr std::string_view kAll =
      "SELECT " FIRST_VISIT_COLUMNS TOLD_COLUMNS
      " FROM reception_log v WHERE v.store_id = $1" FIRST_VISIT_CONDITIONS
      " ORDER BY v.arrived_at DESC, v.id DESC LIMIT $6";
  // A text of its own, since one person's visits are found by another index.
  static constexpr std::string_view kOfPerson =
      "SELECT " FIRST_VISIT_COLUMNS TOLD_COLUMNS
      " FROM reception_log v WHERE v.store_id = $1" FIRST_VISIT_CONDITIONS
      " AND v.salesperson_id = $7 ORDER BY v.arrived_at DESC, v.id DESC LIMIT $6";
  return load_told(filter.salesperson_id
                       ? tx.query(kOfPerson, store_id, filter.from, filter.to, filter.channel_code,
                                  filter.model_id, filter.limit, *filter.salesperson_id)
                       : tx.query(kAll, store_id, filter.from, filter.to, filter.channel_code,
                                  filter.model_id, filter.limit),
                   now);
}

#define OF_GROUP                                                                         \
  " FROM dealership_stores_of_groups s CROSS JOIN reception_log v WHERE s.group_id = $1" \
  " AND v.store_id = s.id" FIRST_VISIT_CONDITIONS " AND (v.salesperson_id = $6 OR $6 IS NULL)"

std::vector<FirstArrival> first_arrivals_of_group(database::Transaction& tx, const std::string& group_id,
                                                  const FirstVisitFilter& filter) {
  static constexpr std::string_view kSelect = "SELECT v.store_id, v.arrived_at" OF_GROUP;
  std::vector<FirstArrival> arrivals;
  for (const auto& row : tx.query(kSelect, group_id, filter.from, filter.to, filter.channel_code,
                                  filter.model_id, filter.salesperson_id)) {
    arrivals.push_back({row.get<std::string>(0), row.get<Instant>(1)});
  }
  return arrivals;
}

std::vector<ToldVisit> first_visits_of_group(database::Transaction& tx, const std::string& group_id,
                                             const FirstVisitFilter& filter, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT " FIRST_VISIT_COLUMNS TOLD_COLUMNS OF_GROUP " ORDER BY v.arrived_at DESC, v.id DESC";
  return load_told(tx.query(kSelect, group_id, filter.from, filter.to, filter.channel_code, filter.model_id,
                            filter.salesperson_id),
                   now);
}

}  // namespace guanxi::improvement
