#include "prospects/month_form.h"

#include <algorithm>

#include "platform/database/many.h"

namespace guanxi::prospects {
namespace {

constexpr std::size_t kMostRows = 300;

struct Month {
  std::string first, next;  ///< days
  Instant from, to;
  std::int64_t days;
};

Month month_of(const dealership::Store& store, const std::string& day) {
  const auto first = day.substr(0, 8) + "01";
  const auto next = add_days(first, 31).substr(0, 8) + "01";
  const auto zone = store.zone();
  return {first, next, zone.start_of(first), zone.start_of(next), days_between(first, next)};
}

std::vector<std::string> ids_of(database::Transaction& tx, const dealership::Store& store,
                                const std::string& salesperson_id, const Month& month) {
  static constexpr std::string_view kSelect =
      "SELECT id FROM prospects_cards WHERE store_id = $1 AND salesperson_id = $2 AND opened_at < $3"
      " AND (closed_at IS NULL OR closed_at >= $4)"
      " ORDER BY CASE grade WHEN 'H' THEN 0 WHEN 'A' THEN 1 WHEN 'B' THEN 2 WHEN 'C' THEN 3 ELSE 4 END, id";
  std::vector<std::string> ids;
  for (const auto& row : tx.query(kSelect, store.id, salesperson_id, month.to, month.from)) {
    ids.push_back(row.get<std::string>(0));
  }
  return ids;
}

struct Contact {
  Instant at;
  bool reached;
  Grade grade;
  std::optional<Instant> next_at;
};
/// What was tried with each card since well before the month: dates are agreed on a while ahead.
std::map<std::string, std::vector<Contact>> contacts_of(database::Transaction& tx,
                                                        const dealership::Store& store,
                                                        std::span<const std::string> ids,
                                                        const Month& month) {
  static constexpr std::string_view kSelect =
      "SELECT card_id, at, reached, grade, next_at FROM prospects_follow_ups WHERE card_id IN " MANY
      " AND store_id = $26 AND at < $27 AND (at >= $28 OR next_at >= $28)";
  std::map<std::string, std::vector<Contact>> contacts;
  const auto note = [&](const database::Row& row) {
    contacts[row.get<std::string>(0)].push_back({row.get<Instant>(1), row.get<bool>(2),
                                                 json::from_word<Grade>(row.get<std::string>(3)).value(),
                                                 row.get<std::optional<Instant>>(4)});
  };
  database::query_many(tx, kSelect, ids, note, store.id, month.to, month.from);
  for (auto& [id, all] : contacts) std::ranges::sort(all, {}, &Contact::at);
  return contacts;
}

/// The days of one prospect, by their number.
class Days {
 public:
  Days(const Month& month, const TimeZone& zone) : month_(month), zone_(zone) {}

  void plan(const std::optional<Instant>& at) {
    if (auto* day = find(at)) day->planned = true;
  }
  void met(Instant at, Grade grade, bool reached) {
    auto* day = find(at);
    if (day == nullptr) return;
    day->grade = grade;
    day->reached = reached || day->reached.value_or(false);
  }
  std::vector<FormDay> all() const {
    std::vector<FormDay> days;
    for (const auto& [number, day] : days_) days.push_back(day);
    return days;
  }

 private:
  FormDay* find(const std::optional<Instant>& at) {
    if (!at || *at < month_.from || *at >= month_.to) return nullptr;
    const auto number = days_between(month_.first, zone_.day(*at)) + 1;
    return &days_.try_emplace(number, FormDay{number, false, {}, {}}).first->second;
  }

  const Month& month_;
  const TimeZone& zone_;
  std::map<std::int64_t, FormDay> days_;
};

/// What became of the card in the month.
std::optional<MonthResult> result_of(database::Transaction& tx, const Card& card, const Month& month,
                                     Instant now) {
  static constexpr std::string_view kOrdered =
      "SELECT 1 FROM prospects_orders WHERE store_id = $1 AND card_id = $2 AND ordered_at < $3"
      " AND (cancelled_at IS NULL OR cancelled_at >= $3) LIMIT 1";
  if (card.closed_at && *card.closed_at < month.to) {
    return card.standing == CardStanding::lost ? MonthResult::lost : MonthResult::delivered;
  }
  if (!tx.query(kOrdered, card.store_id, card.id, month.to).empty()) return MonthResult::ordered;
  return now < month.to ? std::nullopt : std::optional(MonthResult::carried_over);
}

FormRow row_of(database::Transaction& tx, const CardViews& views, const dealership::Store& store,
               const NamedCard& named, const std::vector<Contact>& contacts, const Month& month,
               Instant now) {
  const Card& card = named.card;
  const auto zone = store.zone();
  const auto history = grade_history(tx, card);
  Days days(month, zone);
  if (!history.empty()) {
    // Whoever came in is spoken with again within a day, by the rules of that day.
    days.met(card.opened_at, history.front().grade, true);
    days.plan(first_due(card.opened_at, rules_on(tx, store.id, zone.day(card.opened_at)).cadence, store));
  }
  for (const auto& contact : contacts) {
    days.met(contact.at, contact.grade, contact.reached);
    days.plan(contact.next_at);
  }
  if (card.next) days.plan(card.next->at);
  FormRow row{};
  row.card = views.of(named);
  row.grade_before = grade_before(history, month.from);
  row.days = days.all();
  row.result = result_of(tx, card, month, now);
  row.grade_after = grade_before(history, month.to);
  return row;
}

}  // namespace

MonthForm month_form(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                     const std::string& salesperson_id, const std::string& day, Instant now) {
  const auto month = month_of(store, day);
  auto ids = ids_of(tx, store, salesperson_id, month);
  MonthForm form{};
  form.salesperson = *dealership::name_of(tx, salesperson_id);
  form.month = month.first;
  form.days = month.days;
  form.left_out = static_cast<std::int64_t>(ids.size() - std::min(ids.size(), kMostRows));
  ids.resize(std::min(ids.size(), kMostRows));
  const auto cards = select_cards_by_id(tx, store.id, ids);
  const auto contacts = contacts_of(tx, store, ids, month);
  const auto channels = channels_of(tx, store.id, ids);
  const CardViews views(tx, actor, store, now);
  for (const auto& id : ids) {
    const auto found = contacts.find(id);
    auto row = row_of(tx, views, store, cards.at(id),
                      found == contacts.end() ? std::vector<Contact>{} : found->second, month, now);
    const auto channel = channels.find(id);
    row.source = channel == channels.end() ? source_of({}, false) : source_of(channel->second, true);
    form.rows.push_back(std::move(row));
  }
  return form;
}

}  // namespace guanxi::prospects
