#include "prospects/listings.h"

#include "platform/database/columns.h"
#include "platform/identity/uuid.h"

namespace guanxi::prospects {
namespace {

using reception::ListedProspect;
using Text = std::optional<std::string>;

constexpr std::string_view kGradeReasonZh = "导入的清单里就是这个级别";
constexpr std::string_view kGradeReasonEn = "The grade in the list that was brought in";

Wants wants_of(const ListedProspect& listed) {
  Wants wants;
  wants.model_id = listed.model_id;
  wants.colour = listed.colour;
  wants.competing_model = listed.competing_model;
  wants.trade_in = listed.trade_in;
  wants.price_from = listed.price_from;
  wants.price_to = listed.price_to;
  return wants;
}

void grade(Card& card, const Store& store, const ListedProspect& listed, const std::string& today,
           const Windows& windows, Instant now) {
  const auto said_on = std::max(listed.last_contact_on, listed.registered_on).value_or(today);
  const auto expected_on = expected_day(listed.purchase_when, listed.purchase_day, said_on);
  date_card(card, listed.purchase_when, expected_on, now, today, windows);
  if (!listed.grade) return;
  const auto reason = store.country == "CN" ? kGradeReasonZh : kGradeReasonEn;
  grade_by_hand(card, *json::from_word<Grade>(*listed.grade), std::string(reason), now);
}

/// A day from today up to the last one that the cadence allows, by the row's id.
std::string spread_day(const std::string& listed_id, const Card& card, const std::string& today,
                       const Cadence& cadence, const Store& store, const Works& works) {
  const auto open = open_days(store);
  const auto latest = latest_next_day(card, today, cadence, open, works);
  std::vector<std::string> days;
  for (auto day = today; day < latest; day = add_days(day, 1)) {
    if (is_open(open, day) && (!works || works(day))) days.push_back(day);
  }
  days.push_back(latest);
  // The last digits of an id are as good as drawn.
  const auto drawn = std::stoul(listed_id.substr(listed_id.size() - 6), nullptr, 16);
  return days[drawn % days.size()];
}

void write_listing(database::Transaction& tx, const std::string& actor_id, const Card& card,
                   const ListedProspect& listed, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_listings (store_id, id, card_id, listed_at, by_id, registered_on, last_contact_on,"
      " grade, channel_code, remark) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
  tx.put(kInsert, card.store_id, listed.id, card.id, now, actor_id, listed.registered_on,
         listed.last_contact_on, listed.grade, listed.channel_code, listed.remark);
}

Text channel_named(database::Transaction& tx, const std::string& store_id, const Text& code,
                   Language language) {
  if (!code) return std::nullopt;
  const auto entry = dealership::find_list_entry(tx, store_id, dealership::List::channel, *code);
  if (!entry) return std::nullopt;
  return language == Language::zh ? entry->label_zh : entry->label_en;
}

}  // namespace

bool was_listed(database::Transaction& tx, const std::string& store_id, const std::string& listed_id) {
  static constexpr std::string_view kSelect =
      "SELECT 1 FROM prospects_listings WHERE store_id = $1 AND id = $2";
  return tx.query(kSelect, store_id, listed_id).first().has_value();
}

bool has_open_card(database::Transaction& tx, const std::string& store_id, const std::string& customer_id) {
  return open_card_of(tx, store_id, customer_id).has_value();
}

void open_listed(database::Transaction& tx, const std::string& actor_id, const Store& store,
                 const std::string& customer_id, const ListedProspect& listed, Instant now) {
  const auto today = store.zone().day(now);
  const auto rules = rules_on(tx, store.id, today);
  Card card;
  card.store_id = store.id;
  card.id = new_uuid(now);
  card.customer_id = customer_id;
  // Whoever is on file already has somebody in charge.
  const auto customer = dealership::find_customer(tx, store.id, customer_id);
  card.salesperson_id = customer->salesperson_id ? customer->salesperson_id : listed.salesperson_id;
  card.wants = wants_of(listed);
  card.opened_at = now;
  if (listed.last_contact_on) card.followed_at = store.zone().start_of(*listed.last_contact_on);
  grade(card, store, listed, today, rules.windows, now);
  const auto works = works_of(tx, store, card.salesperson_id, today);
  const auto day =
      listed.next_on ? *listed.next_on : spread_day(listed.id, card, today, rules.cadence, store, works);
  card.next = Next{end_of(store, day), false, {}, {}};
  if (!customer->salesperson_id && listed.salesperson_id)
    dealership::put_in_charge(tx, store.id, customer_id, *listed.salesperson_id);
  insert_card(tx, card);
  write_listing(tx, actor_id, card, listed, now);
  facts::announce(tx, {store.id, now, actor_id, "card", card.id},
                  CardOpened{customer_id, {}, card.grade, card.salesperson_id});
}

std::vector<BroughtListing> listings_of(database::Transaction& tx, const std::string& store_id,
                                        const std::string& card_id, Language language) {
  static constexpr std::string_view kSelect =
      "SELECT l.listed_at, l.by_id, p.name, l.registered_on, l.last_contact_on, l.grade, l.channel_code, l.remark"
      " FROM prospects_listings l LEFT JOIN dealership_person_names p ON p.id = l.by_id"
      " WHERE l.store_id = $1 AND l.card_id = $2 ORDER BY l.listed_at DESC, l.id";
  std::vector<BroughtListing> all;
  for (const auto& row : tx.query(kSelect, store_id, card_id)) {
    database::Columns columns(row);
    auto& one = all.emplace_back();
    one.at = columns.next<Instant>();
    const auto by = columns.next<std::string>();
    one.by = Name{by, columns.next<Text>().value_or("")};
    one.listing.registered_on = columns.next<Text>();
    one.listing.last_contact_on = columns.next<Text>();
    if (const auto letter = columns.next<Text>()) one.listing.grade = json::from_word<Grade>(*letter);
    one.listing.channel = channel_named(tx, store_id, columns.next<Text>(), language);
    one.listing.remark = columns.next<Text>();
  }
  return all;
}

}  // namespace guanxi::prospects
