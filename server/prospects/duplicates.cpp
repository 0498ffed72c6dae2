#include "prospects/duplicates.h"

#include "platform/facts/facts.h"
#include "platform/text/phone.h"
#include "prospects/duplicate_store.h"
#include "prospects/prospects_facts.h"

namespace guanxi::prospects {
namespace {

using database::Transaction;
using dealership::Customer;
using dealership::Store;

DuplicateSide side_of(Transaction& tx, const CardViews& views, const Store& store, const Customer& customer) {
  static constexpr std::string_view kVisits =
      "SELECT count(*) FROM reception_log WHERE store_id = $1 AND customer_id = $2";
  DuplicateSide side{};
  side.id = customer.id;
  side.name = customer.name;
  side.sex = customer.sex;
  side.phone = customer.phone;
  if (customer.phone) side.phone_display = text::format_phone(*customer.phone, store.country);
  side.wechat = customer.wechat;
  side.plate = customer.plate;
  side.email = customer.email;
  side.further = dealership::further_contacts(tx, store.id, customer.id);
  side.salesperson = customer.in_charge();
  side.created_at = {customer.created_at};
  if (customer.last_visit_at) side.last_visit_at = json::Time{*customer.last_visit_at};
  side.visits = tx.query(kVisits, store.id, customer.id)[0].get<std::int64_t>(0);
  if (const auto card = latest_card_of(tx, store.id, customer.id)) side.card = views.of(*card);
  side.version = customer.version;
  return side;
}

DuplicateView view_of(Transaction& tx, const CardViews& views, const Store& store, const Duplicate& pair) {
  const auto first = dealership::find_customer(tx, store.id, pair.first_id);
  const auto second = dealership::find_customer(tx, store.id, pair.second_id);
  CHECK(first && second);
  const auto cards = open_cards_of(tx, store.id, first->id, second->id);
  DuplicateView view{};
  view.id = pair.id;
  view.score = pair.score;
  view.because = pair.because;
  view.found_at = {pair.found_at};
  view.first = side_of(tx, views, store, *first);
  view.second = side_of(tx, views, store, *second);
  view.salesperson = cards.salesperson().value_or(survivor_of(*first, *second));
  view.open_card = cards.stays();
  view.both_open = cards.both();
  view.both_ordered = cards.both_ordered();
  view.version = first->version + second->version;
  return view;
}

}  // namespace

std::optional<Which> OpenCards::stays() const {
  if (!both())
    return first ? std::optional(Which::first) : second ? std::optional(Which::second) : std::nullopt;
  const bool first_ordered = first->standing == CardStanding::ordered;
  const bool second_ordered = second->standing == CardStanding::ordered;
  if (first_ordered != second_ordered) return first_ordered ? Which::first : Which::second;
  return first->opened_at <= second->opened_at ? Which::first : Which::second;
}

std::optional<Which> OpenCards::salesperson() const {
  if (!both()) return stays();
  return first->opened_at <= second->opened_at ? Which::first : Which::second;
}

OpenCards open_cards_of(Transaction& tx, std::string_view store_id, const std::string& first_id,
                        const std::string& second_id) {
  return {open_card_of(tx, store_id, first_id), open_card_of(tx, store_id, second_id)};
}

Which survivor_of(const Customer& first, const Customer& second) {
  return std::pair(first.created_at, first.id) <= std::pair(second.created_at, second.id) ? Which::first
                                                                                          : Which::second;
}

DuplicateView duplicate_view(Transaction& tx, const Actor& actor, const Store& store, const Duplicate& pair,
                             Instant now) {
  return view_of(tx, CardViews(tx, actor, store, now), store, pair);
}

std::vector<DuplicateView> open_duplicates(Transaction& tx, const Actor& actor, const Store& store,
                                           const std::optional<http::Place>& place, std::int64_t limit,
                                           Instant now) {
  const CardViews views(tx, actor, store, now);
  std::vector<DuplicateView> all;
  for (const auto& pair : select_open_pairs(tx, store.id, place, limit))
    all.push_back(view_of(tx, views, store, pair));
  return all;
}

Result<> tell_apart(Transaction& tx, const Actor& actor, const Store& store, const std::string& id,
                    Instant now) {
  const auto pair = find_duplicate(tx, store.id, id);
  if (!pair) return refuse(Refusal::not_found());
  if (pair->state == DuplicateState::different) return {};
  if (pair->state == DuplicateState::merged) return refuse(Refusal::conflict("already_merged"));
  settle_duplicate(tx, store.id, id, DuplicateState::different, actor.id, now);
  facts::announce(tx, {store.id, now, actor.id, "customer", pair->first_id}, FoundDifferent{pair->second_id});
  return {};
}

}  // namespace guanxi::prospects
