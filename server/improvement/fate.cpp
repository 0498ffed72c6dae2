#include "improvement/fate.h"

#include <algorithm>

#include "platform/json/kinds.h"

namespace guanxi::improvement {

Ages::Ages(const dealership::Store& store, std::string_view month, Instant now) : now_(now) {
  const auto zone = store.zone();
  const auto next_month = add_months(month, 1);
  for (auto day = std::string(month) + "-01"; month_of(day) < next_month; day = add_days(day, 1)) {
    auto& ends = ends_[day];
    for (std::size_t i = 0; i < kAges.size(); ++i) ends[i] = zone.start_of(add_days(day, kAges[i] + 1));
  }
}

std::optional<Instant> Ages::end_of(const std::string& day, int age) const {
  const auto found = ends_.find(day);
  const auto place = static_cast<std::size_t>(std::ranges::find(kAges, age) - kAges.begin());
  if (found == ends_.end() || place == kAges.size() || found->second[place] > now_) return std::nullopt;
  return found->second[place];
}

std::optional<Instant> Ages::next_at(const std::vector<FirstVisit>& visits) const {
  std::optional<Instant> next;
  for (const auto& visit : visits) {
    const auto found = ends_.find(visit.day);
    if (found == ends_.end()) continue;
    const auto* end = std::ranges::upper_bound(found->second, now_);
    if (end != found->second.end() && (!next || *end < *next)) next = *end;
  }
  return next;
}

Fates::Fates(database::Transaction& tx, const dealership::Store& store, const std::string& month, Instant now)
    : ages_(store, month, now) {
  auto span = span_of(store, month);
  span.from -= kDay;
  // Who came later has reached no age: most of the present month, which is counted most often.
  span.to = std::min(span.to + kDay, now - (kAges.front() - 1) * kDay);
  if (span.to <= span.from) return;
  read_ways(tx, store.id, span);
  read_sales(tx, store.id, {span.from, span.to + (kAges.back() + 2) * kDay});
}

void Fates::read_ways(database::Transaction& tx, const std::string& store_id, const Span& span) {
  // One by one: of a join PostgreSQL would read all cards.
  static constexpr std::string_view kSelect =
      "SELECT v.id, (SELECT c.id || ' ' || CAST(CASE WHEN c.standing = 'lost' THEN c.closed_at ELSE 0 END AS TEXT)"
      " FROM prospects_course c WHERE c.store_id = v.store_id AND c.customer_id = v.customer_id"
      " AND (c.closed_at IS NULL OR c.closed_at >= v.arrived_at) ORDER BY c.id LIMIT 1)"
      " FROM reception_log v WHERE v.store_id = $1 AND v.arrived_at >= $2 AND v.arrived_at < $3"
      " AND v.kind = 'visit' AND v.occasion = 'first' AND v.standing = 'filed'";
  for (const auto& row : tx.query(kSelect, store_id, span.from, span.to)) {
    const auto text = row.get<std::optional<std::string>>(1);
    if (!text) continue;
    const auto blank = text->find(' ');
    const Instant lost_at = std::stoll(text->substr(blank + 1));
    ways_[row.get<std::string>(0)] = {text->substr(0, blank),
                                      lost_at == 0 ? std::nullopt : std::optional(lost_at)};
  }
}

void Fates::read_sales(database::Transaction& tx, const std::string& store_id, const Span& span) {
  static constexpr std::string_view kSelect =
      "SELECT card_id, ordered_at, cancelled_at FROM prospects_sales"
      " WHERE store_id = $1 AND ordered_at >= $2 AND ordered_at < $3";
  for (const auto& row : tx.query(kSelect, store_id, span.from, span.to)) {
    sales_.emplace(row.get<std::string>(0), Sale{row.get<Instant>(1), row.get<std::optional<Instant>>(2)});
  }
}

std::optional<Fate> Fates::at(const FirstVisit& visit, int age) const {
  const auto end = ages_.end_of(visit.day, age);
  if (!end) return std::nullopt;
  if (visit.outcome != Outcome::filed) return Fate::unfiled;
  const auto way = ways_.find(visit.id);
  if (way == ways_.end()) return Fate::follow_up;
  const auto [first, last] = sales_.equal_range(way->second.card_id);
  const bool closed = std::any_of(first, last, [&](const auto& entry) {
    const Sale& sale = entry.second;
    return sale.ordered_at < *end && (!sale.cancelled_at || *sale.cancelled_at >= *end);
  });
  if (closed) return Fate::closed;
  return way->second.lost_at && *way->second.lost_at < *end ? Fate::lost : Fate::follow_up;
}

Tally Fates::tally(const std::vector<FirstVisit>& visits) const {
  Tally tally;
  for (const auto& visit : visits) {
    for (const int age : kAges) {
      if (const auto fate = at(visit, age))
        tally[std::to_string(age) + "-" + json::to_word(*fate)].count(visit.outcome);
    }
  }
  return tally;
}

}  // namespace guanxi::improvement
