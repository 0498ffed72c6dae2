#include "past.h"

#include <algorithm>

#include "platform/text/search_keys.h"

namespace guanxi::bench {
namespace {

constexpr int kDays = 3 * 365;
constexpr double kOpenCards = 2000;       // of each salesperson
constexpr double kNewCustomers = 0.455;   // of visits; see standing_of and fill
constexpr std::size_t kShortestPart = 4;  // as in dealership/customers.cpp
constexpr std::size_t kSought = 500;

}  // namespace

Past::Past(Bulk& bulk, std::string model_id, demo::Dice& dice, Instant now)
    : model_id_(std::move(model_id)), dice_(dice), now_(now), zone_(*TimeZone::find("Asia/Shanghai")) {
  store_.code = "HZ";
  visits_table_ =
      bulk.fill("reception_visits",
                "store_id, id, way, kind, occasion, arrived_at, left_at, day, hour, party_size,"
                " salesperson_id, opened_by, took_turn, channel_code, standing, customer_id, model_id,"
                " purchase_when, reason_code, asks, second_face, story, test_drive, quote, trade_in,"
                " exclusion_code, exclusion_asked_by, exclusion_confirmed_by, closed_at, transport, colour",
                31);
  facts_ = bulk.fill("fact_log", "store_id, id, at, kind, actor_id, subject_kind, subject_id, data", 8);
  customers_table_ =
      bulk.fill("dealership_customers",
                "store_id, id, name, sex, phone, wechat, plate, salesperson_id, created_at, created_by,"
                " last_visit_at",
                11);
  keys_table_ = bulk.fill("dealership_search_keys", "store_id, key, customer_id, salesperson_id", 4);
  consents_ = bulk.fill("dealership_consents", "store_id, id, customer_id, purpose, given, at, by_id", 7);
  cards_ = bulk.fill(
      "prospects_cards",
      "store_id, id, customer_id, visit_id, salesperson_id, standing, grade, purchase_when, expected_on, model_id,"
      " next_at, opened_at, closed_at",
      13);
}

/// `place` days after the first: nine hours of each day, and of today whatever has passed of it.
Instant Past::moment(double place) const {
  const auto day = static_cast<int>(place);
  const double within = place - day;
  const Instant today = zone_.start_of(zone_.day(now_));
  if (day >= kDays - 1) return today + static_cast<Instant>(within * static_cast<double>(now_ - today));
  return today - (kDays - 1 - day) * kDay + 9 * kHour + static_cast<Instant>(within * 9 * kHour);
}

std::string Past::standing_of(std::int64_t left) {
  if (left <= kOpenNow) return "open";
  if (left <= kOpenNow + kToConfirm) return "exclusion_asked";
  constexpr double kShares[] = {0.65, 0.27, 0.08};
  constexpr const char* kStandings[] = {"filed", "unfiled", "excluded"};
  return kStandings[dice_.weighted(kShares)];
}

void Past::fill(Shop& shop, std::int64_t visits) {
  customers_.clear();
  keys_.clear();
  const auto sellers = static_cast<double>(shop.sellers.size());
  open_share_ = std::min(1.0, kOpenCards * sellers / (static_cast<double>(visits) * kNewCustomers));
  for (std::int64_t i = 0; i < visits; ++i) {
    const double place = static_cast<double>(i) * kDays / static_cast<double>(visits);
    Row row;
    row.arrived_at = moment(place);
    row.id = dice_.id(row.arrived_at);
    row.day = zone_.day(row.arrived_at);
    row.standing = standing_of(visits - i);
    row.seller = &shop.sellers[static_cast<std::size_t>(i) % shop.sellers.size()];
    if (row.standing == "filed") {
      const bool again = !customers_.empty() && dice_.chance(0.3);
      row.customer_id = again ? dice_.one_of(customers_).id : add_customer(shop, row);
    }
    add_visit(shop, row);
    add_facts(shop, row);
  }
  add_keys(shop);
}

std::string Past::add_customer(Shop& shop, const Row& row) {
  const auto visitor = visitors_.next(dice_, store_);
  const auto id = dice_.id(row.arrived_at);
  const auto cell = [](const std::optional<std::string>& text) { return text ? Cell(*text) : Cell(); };
  const auto phone = visitor.phone ? std::optional("+86" + *visitor.phone) : std::nullopt;
  const Cell customer[] = {shop.id,
                           id,
                           visitor.name,
                           "male",
                           cell(phone),
                           cell(visitor.wechat),
                           cell(visitor.plate),
                           row.seller->id,
                           row.arrived_at,
                           row.seller->id,
                           row.arrived_at};
  customers_table_->row(customer);
  const Cell consent[] = {
      shop.id, dice_.id(row.arrived_at), id, "follow_up", std::int64_t{1}, row.arrived_at, row.seller->id};
  consents_->row(consent);
  const bool open = dice_.chance(open_share_);
  const auto due = now_ + dice_.between(-24, 14 * 24) * kHour;
  const Cell card[] = {shop.id,
                       dice_.id(row.arrived_at),
                       id,
                       row.id,
                       row.seller->id,
                       open ? "following" : "lost",
                       "B",
                       "this_month",
                       row.day,
                       model_id_,
                       open ? Cell(due) : Cell(),
                       row.arrived_at,
                       open ? Cell() : Cell(std::min(row.arrived_at + 60 * kDay, now_))};
  cards_->row(card);
  auto keys = text::name_keys(visitor.name);
  if (phone && shop.sought.size() < kSought) {
    std::string pinyin;
    for (const auto& key : keys) {
      if (key[0] >= 'a' && key[0] <= 'z' && key.size() > pinyin.size()) pinyin = key;
    }
    shop.sought.push_back({visitor.name, pinyin, *phone, phone->substr(phone->size() - 4)});
  }
  for (const auto& part : {phone, visitor.plate}) {
    if (!part) continue;
    for (auto& key : text::part_keys(*part, kShortestPart)) keys.push_back(std::move(key));
  }
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  for (auto& key : keys) keys_.push_back({std::move(key), static_cast<std::uint32_t>(customers_.size())});
  customers_.push_back({id, row.seller->id});
  return id;
}

void Past::add_visit(const Shop& shop, const Row& row) {
  constexpr Instant kStay = 35 * kMinute;
  const bool open = row.standing == "open";
  const bool filed = row.standing == "filed";
  const bool unfiled = row.standing == "unfiled";
  const bool confirmed = row.standing == "excluded";
  const bool excluded = confirmed || row.standing == "exclusion_asked";
  const auto& second = shop.sellers[row.seller == &shop.sellers[0] ? 1 : 0].id;
  const auto text = [](bool holds, const std::string& value) { return holds ? Cell(value) : Cell(); };
  const auto number = [](bool holds, std::int64_t value) { return holds ? Cell(value) : Cell(); };
  const Cell cells[] = {shop.id,
                        row.id,
                        "walk_in",
                        "visit",
                        row.customer_id && dice_.chance(0.3) ? "again" : "first",
                        row.arrived_at,
                        number(!open, row.arrived_at + kStay),
                        row.day,
                        std::int64_t{zone_.local(row.arrived_at).hour},
                        std::int64_t{dice_.between(1, 4)},
                        row.seller->id,
                        row.seller->id,
                        std::int64_t{1},
                        "natural.passing",
                        row.standing,
                        text(filed, row.customer_id.value_or("")),
                        text(filed, model_id_),
                        text(filed, "this_month"),
                        text(unfiled, "U2.fears_calls"),
                        number(unfiled, 1),
                        number(unfiled, 0),
                        text(!open, "看了云岭 5，想周末带家人再来试驾。"),
                        number(filed || unfiled, dice_.chance(0.5) ? 1 : 0),
                        number(filed || unfiled, dice_.chance(0.4) ? 1 : 0),
                        number(filed || unfiled, dice_.chance(0.2) ? 1 : 0),
                        text(excluded, "X1.service"),
                        text(excluded, row.seller->id),
                        text(confirmed, second),
                        number(!open, row.arrived_at + kStay),
                        text(filed || unfiled, "car"),
                        text(filed, "珍珠白")};
  visits_table_->row(cells);
}

void Past::add_facts(const Shop& shop, const Row& row) {
  const auto& seller = row.seller->id;
  add_fact(shop, row, "visit_opened", row.arrived_at,
           R"({"way":"walk_in","occasion":"first","party_size":2,"salesperson_id":")" + seller +
               R"(","day":")" + row.day + R"("})");
  if (row.standing == "filed") {
    add_fact(
        shop, row, "visit_filed", row.arrived_at + 1,
        R"({"customer_id":")" + *row.customer_id + R"(","customer_is_new":true,"salesperson_id":")" + seller +
            R"(","model_id":")" + model_id_ +
            R"(","price_from":null,"price_to":null,"purchase_when":"this_month","purchase_day":null,"day":")" +
            row.day + R"("})");
  } else if (row.standing == "unfiled") {
    add_fact(shop, row, "visit_left_unfiled", row.arrived_at + 1,
             R"({"reason_code":"U2.fears_calls","day":")" + row.day + R"("})");
  }
}

void Past::add_fact(const Shop& shop, const Row& row, const std::string& kind, Instant at,
                    const std::string& data) {
  const Cell cells[] = {shop.id, dice_.id(at), at, kind, row.seller->id, "visit", row.id, data};
  facts_->row(cells);
}

/// In the order of the table's key: a million appends instead of a million places to be found.
void Past::add_keys(const Shop& shop) {
  std::ranges::sort(keys_, [this](const Key& left, const Key& right) {
    if (const int order = left.text.compare(right.text); order != 0) return order < 0;
    return customers_[left.customer].id < customers_[right.customer].id;
  });
  for (auto& key : keys_) {
    const auto& customer = customers_[key.customer];
    const Cell cells[] = {shop.id, std::move(key.text), customer.id, customer.salesperson_id};
    keys_table_->row(cells);
  }
}

}  // namespace guanxi::bench
