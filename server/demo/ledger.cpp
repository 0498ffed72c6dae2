#include "demo/ledger.h"

#include <algorithm>
#include <limits>

#include "platform/text/search_keys.h"

namespace guanxi::demo {
namespace {

using database::Cell;

constexpr std::size_t kShortestPart = 4;  // of phones and plates, as in dealership/customers.cpp
constexpr std::string_view kSensor = "门口";

Cell cell(std::string_view text) { return text.empty() ? Cell() : Cell(text); }
Cell cell(const std::optional<std::string>& text) { return text ? Cell(std::string_view(*text)) : Cell(); }
Cell cell(std::optional<std::int64_t> number) { return number ? Cell(*number) : Cell(); }
Cell flag(std::optional<bool> flag) { return flag ? Cell(std::int64_t{*flag}) : Cell(); }

template <class Word>
Cell word(Word value) {
  return std::string_view(boost::describe::enum_to_string(value, ""));
}
template <class Word>
Cell word(std::optional<Word> value) {
  return value ? word(*value) : Cell();
}

/// Writes those of before `moment` in the order of their ids and keeps the others.
template <class Row, class Write>
void write_before(std::vector<Row>& rows, Instant moment, Write write) {
  const auto later = std::ranges::partition(rows, [moment](const Row& row) { return row.at < moment; });
  std::sort(rows.begin(), later.begin(),
            [](const Row& left, const Row& right) { return left.id < right.id; });
  std::for_each(rows.begin(), later.begin(), write);
  rows.erase(rows.begin(), later.begin());
}

}  // namespace

Ledger::Ledger(database::Bulk& bulk)
    : visits_(bulk.fill(
          "reception_visits",
          "store_id, id, way, kind, occasion, arrived_at, left_at, day, hour, party_size,"
          " salesperson_id, first_salesperson_id, opened_by, took_turn, channel_code, standing,"
          " customer_id, model_id, price_from, price_to, purchase_when, purchase_day, reason_code,"
          " asks, second_face, story, test_drive, quote, trade_in, exclusion_code,"
          " exclusion_asked_by, exclusion_confirmed_by, closed_at, version, appointed_at, transport,"
          " colour, current_car, competing_model, questionnaire")),
      facts_(bulk.fill("fact_log", "store_id, id, at, kind, actor_id, subject_kind, subject_id, data")),
      customers_(
          bulk.fill("dealership_customers",
                    "store_id, id, name, sex, phone, wechat, plate, salesperson_id, created_at, created_by,"
                    " last_visit_at")),
      keys_(bulk.fill("dealership_search_keys", "store_id, key, customer_id, salesperson_id")),
      consents_(bulk.fill("dealership_consents", "store_id, id, customer_id, purpose, given, at, by_id")),
      cards_(
          bulk.fill("prospects_cards",
                    "store_id, id, customer_id, visit_id, salesperson_id, grade, regrade_on, purchase_when,"
                    " expected_on, said_at, model_id, price_from, price_to, next_at, reached_at, opened_at")),
      duty_(bulk.fill("reception_duty", "store_id, day, person_id, on_duty, turn_order, turns, skipped")),
      sensors_(bulk.fill("reception_sensor_counts", "store_id, day, hour, sensor, parties")) {}

void Ledger::begin_store(std::string_view store_id, std::string today) {
  store_id_ = store_id;
  today_ = std::move(today);
}

void Ledger::put_fact(Moment& moment, const Deed& deed, std::string_view kind, std::string data) {
  facts_waiting_.push_back({moment.next(), moment.at(), kind, std::string(deed.actor_id),
                            std::string(deed.subject_kind), std::string(deed.subject_id), std::move(data)});
}

void Ledger::founding_fact(std::string_view store_id, const facts::Entry& entry) {
  const Cell cells[] = {store_id,
                        entry.id,
                        entry.at,
                        std::string_view(entry.kind),
                        cell(entry.actor_id),
                        entry.subject_kind,
                        entry.subject_id,
                        std::string_view(entry.data)};
  facts_.row(cells);
}

void Ledger::consent(Moment& moment, std::string_view actor_id, std::string_view customer_id,
                     dealership::Purpose purpose, bool given) {
  ConsentRow row{moment.next(), {}, moment.at(), std::string(actor_id), purpose, given};
  std::ranges::copy(customer_id, row.customer_id.text.begin());
  consents_waiting_.push_back(std::move(row));
  fact(moment, {actor_id, "customer", customer_id}, dealership::ConsentNoted{json::to_word(purpose), given});
}

void Ledger::visit(const reception::Visit& visit) {
  const auto& details = visit.details;
  const Cell cells[] = {store_id_,
                        visit.id,
                        word(visit.way),
                        word(visit.kind),
                        word(visit.occasion),
                        visit.arrived_at,
                        cell(visit.left_at),
                        visit.day,
                        visit.hour,
                        visit.party_size,
                        cell(visit.salesperson_id),
                        cell(visit.first_salesperson_id),
                        cell(visit.opened_by),
                        flag(visit.took_turn),
                        cell(visit.channel_code),
                        word(visit.standing),
                        cell(visit.customer_id),
                        cell(details.model_id),
                        cell(details.price_from),
                        cell(details.price_to),
                        word(details.purchase_when),
                        cell(details.purchase_day),
                        cell(visit.reason_code),
                        cell(details.asks),
                        flag(details.second_face),
                        cell(details.story),
                        flag(details.test_drive),
                        flag(details.quote),
                        flag(details.trade_in),
                        cell(visit.exclusion_code),
                        cell(visit.exclusion_asked_by),
                        cell(visit.exclusion_confirmed_by),
                        cell(visit.closed_at),
                        visit.version,
                        cell(visit.appointed_at),
                        word(details.transport),
                        cell(details.colour),
                        cell(details.current_car),
                        cell(details.competing_model),
                        flag(details.questionnaire)};
  visits_.row(cells);
}

void Ledger::duty(std::string_view day, std::string_view person_id, std::int64_t order, std::int64_t turns) {
  const Cell cells[] = {store_id_, day, person_id, std::int64_t{1}, order, turns, std::int64_t{0}};
  duty_.row(cells);
}

void Ledger::sensor(std::string_view day, std::int64_t hour, std::int64_t parties) {
  const Cell cells[] = {store_id_, day, hour, kSensor, parties};
  sensors_.row(cells);
}

void Ledger::customer(const OnFile& customer, std::string_view salesperson_id, std::string_view model_id) {
  const auto& who = customer.who;
  const Cell cells[] = {store_id_,
                        customer.id,
                        who.name->name,
                        word(who.name->sex),
                        cell(std::string_view(who.phone)),
                        cell(std::string_view(who.wechat)),
                        cell(std::string_view(who.plate)),
                        salesperson_id,
                        customer.created_at,
                        salesperson_id,
                        customer.last_visit_at};
  customers_.row(cells);
  write_card(customer, salesperson_id, model_id);
  add_keys(customer);
}

void Ledger::write_card(const OnFile& customer, std::string_view salesperson_id, std::string_view model_id) {
  // As the midnights since then would have left it.
  const auto grade = word(prospects::grade_of(customer.expected_on, today_));
  const auto regrade_on = prospects::next_move(customer.expected_on, today_);
  const Cell cells[] = {store_id_,
                        customer.card_id,
                        customer.id,
                        customer.visit_id,
                        salesperson_id,
                        grade,
                        cell(regrade_on),
                        word(customer.when),
                        cell(customer.expected_on),
                        customer.created_at,
                        model_id,
                        cell(customer.price_from),
                        cell(customer.price_to),
                        customer.last_visit_at + kDay,
                        customer.last_visit_at,
                        customer.created_at};
  cards_.row(cells);
}

void Ledger::add_keys(const OnFile& customer) {
  CHECK(customer.salesperson <= std::numeric_limits<std::uint16_t>::max());
  key_rows_.add_customer(customer.id, static_cast<std::uint16_t>(customer.salesperson));
  for (const auto& key : customer.who.name->keys) key_rows_.add_key(key);
  // "+8613800138000" without its sign, from every digit on while four remain.
  std::string_view digits = customer.who.phone;
  if (!digits.empty()) digits.remove_prefix(1);
  for (; digits.size() >= kShortestPart; digits.remove_prefix(1)) key_rows_.add_key(digits);
  if (customer.who.plate.empty()) return;
  for (const auto& key : text::part_keys(customer.who.plate, kShortestPart)) key_rows_.add_key(key);
}

void Ledger::write_until(Instant moment) {
  write_before(facts_waiting_, moment, [this](const FactRow& row) {
    const Cell cells[] = {
        store_id_,        row.id,         row.at,  row.kind, cell(std::string_view(row.actor_id)),
        row.subject_kind, row.subject_id, row.data};
    facts_.row(cells);
  });
  write_before(consents_waiting_, moment, [this](const ConsentRow& row) {
    const Cell cells[] = {store_id_,
                          row.id,
                          row.customer_id,
                          word(row.purpose),
                          std::int64_t{row.given},
                          row.at,
                          std::string_view(row.by_id)};
    consents_.row(cells);
  });
}

void Ledger::end_store(const std::vector<std::string_view>& salespeople) {
  write_until(std::numeric_limits<Instant>::max());
  key_rows_.drain([&](std::string_view key, const RowId& customer, std::uint16_t salesperson) {
    const Cell cells[] = {store_id_, key, customer, salespeople[salesperson]};
    keys_.row(cells);
  });
}

}  // namespace guanxi::demo
