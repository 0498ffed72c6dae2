#include "prospects/merging.h"

#include <array>

#include "prospects/card_merging.h"
#include "prospects/comparing.h"
#include "prospects/merge_store.h"

namespace guanxi::prospects {
namespace {

using database::Transaction;
using dealership::Customer;
using dealership::Merge;
using dealership::Store;

/// The two of a pair, and who of them stays.
struct Two {
  Customer first, second;
  Which survivor;
  const Customer& of(Which which) const { return which == Which::first ? first : second; }
  const Customer& stays() const { return of(survivor); }
  const Customer& goes() const { return of(survivor == Which::first ? Which::second : Which::first); }
};

/// The value chosen; without a choice the survivor's, else the other's.
template <class T>
std::optional<T> kept(const Two& two, const std::optional<Which>& choice, std::optional<T> Customer::*field) {
  if (choice) return two.of(*choice).*field;
  const auto& own = two.stays().*field;
  return own ? own : two.goes().*field;
}

dealership::Kept kept_of(const Two& two, const KeptChoices& choices, const OpenCards& cards) {
  dealership::Kept result;
  result.name = two.of(choices.name.value_or(two.survivor)).name;
  result.sex = kept(two, choices.sex, &Customer::sex);
  result.phone = kept(two, choices.phone, &Customer::phone);
  result.wechat = kept(two, choices.wechat, &Customer::wechat);
  result.plate = kept(two, choices.plate, &Customer::plate);
  result.email = kept(two, choices.email, &Customer::email);
  const auto in_charge = choices.salesperson ? choices.salesperson : cards.salesperson();
  result.salesperson_id = kept(two, in_charge, &Customer::salesperson_id);
  return result;
}

/// A card is its salesperson's, who is not always the one who is in charge of the customer.
std::optional<std::string> salesperson_of_card(const Two& two, const OpenCards& cards,
                                               const KeptChoices& choices, const dealership::Kept& kept) {
  if (choices.salesperson) return two.of(*choices.salesperson).salesperson_id;
  const auto whose = cards.salesperson();
  if (!whose) return kept.salesperson_id;
  return (*whose == Which::first ? cards.first : cards.second)->salesperson_id;
}

/// What of this room stands under a customer, besides the cards' own children.
constexpr const char* kCustomer = "customer_id";
constexpr std::array kOfCustomer = {"prospects_cards", "prospects_leads", "prospects_notices"};

void merge_rows(Transaction& tx, const Actor& actor, const Merge& merge, const OpenCards& cards,
                const std::optional<std::string>& salesperson_id, Instant now) {
  if (const auto stays = cards.stays()) {
    const auto& stay = *stays == Which::first ? cards.first : cards.second;
    const auto& go = *stays == Which::first ? cards.second : cards.first;
    merge_cards(tx, actor, merge, *stay, go, salesperson_id, now);
  }
  for (const auto* table : kOfCustomer)
    dealership::move_rows(tx, merge, table, kCustomer, merge.merged_id, merge.survivor_id);
  reception::move_visits(tx, actor, merge, now);
}

/// Whether anything has happened to the customer since that a person or another program did.
bool something_new(Transaction& tx, const MergeRecord& record) {
  const auto& store_id = record.merge.store_id;
  const auto of_a_merge = [](const facts::Entry& fact) {
    return fact.kind == reception::VisitMoved::kind || fact.kind == CardsMerged::kind ||
           fact.kind == CardsParted::kind || fact.kind == CustomersMerged::kind ||
           fact.kind == MergeUndone::kind || fact.kind == FoundDifferent::kind;
  };
  // A grade that moves by itself moves again, whichever card it stands on.
  const auto of_the_clock = [](const facts::Entry& fact) {
    return fact.kind == CardRegraded::kind && !fact.actor_id;
  };
  if (merged_again(tx, record)) return true;
  for (const auto& subject : subjects_of(tx, store_id, record.merge.survivor_id)) {
    facts::Filter filter;
    filter.subject_id = subject;
    for (const auto& fact : facts::read(tx, store_id, filter)) {
      if (fact.id <= record.fact_id) break;
      if (!of_a_merge(fact) && !of_the_clock(fact)) return true;
    }
  }
  return false;
}

std::optional<NoUndo> why_no_undo(Transaction& tx, const MergeRecord& record) {
  if (record.undone_at) return NoUndo::undone;
  return something_new(tx, record) ? std::optional(NoUndo::something_new) : std::nullopt;
}

MergeView view_of(Transaction& tx, const MergeRecord& record) {
  const auto& merge = record.merge;
  MergeView view{};
  view.id = merge.id;
  view.at = {record.at};
  view.by = dealership::name_of(tx, record.by_id);
  const auto now_id =
      dealership::merged_into(tx, merge.store_id, merge.survivor_id).value_or(merge.survivor_id);
  const auto customer = dealership::find_customer(tx, merge.store_id, now_id);
  view.customer = {now_id, customer ? customer->name : record.survivor_name};
  view.customer_was = record.survivor_name;
  view.merged = record.merged_name;
  if (record.undone_at) view.undone_at = json::Time{*record.undone_at};
  view.undone_by = dealership::name_of(tx, record.undone_by);
  view.no_undo = why_no_undo(tx, record);
  return view;
}

/// Announces what was done to the customer. @returns the fact's id
std::string announce_merged(Transaction& tx, const Actor& actor, const Merge& merge, Instant now) {
  facts::announce(tx, {merge.store_id, now, actor.id, "customer", merge.survivor_id},
                  CustomersMerged{merge.id, merge.merged_id});
  facts::Filter filter;
  filter.subject_id = merge.survivor_id;
  filter.limit = 1;
  return facts::read(tx, merge.store_id, filter).at(0).id;
}

/// The pair as it can be merged now.
Result<Two> two_to_merge(Transaction& tx, const Actor& actor, const Store& store, const Duplicate& pair,
                         std::int64_t version, Instant now) {
  if (pair.state == DuplicateState::merged) return refuse(Refusal::conflict("already_merged"));
  if (pair.state == DuplicateState::different) return refuse(Refusal::conflict("told_apart"));
  const auto first = dealership::find_customer(tx, store.id, pair.first_id);
  const auto second = dealership::find_customer(tx, store.id, pair.second_id);
  if (!first || !second) return refuse(Refusal::conflict("already_merged"));
  if (first->version + second->version != version)
    return refuse(Refusal::stale(json::to_text(duplicate_view(tx, actor, store, pair, now))));
  return Two{*first, *second, survivor_of(*first, *second)};
}

}  // namespace

Result<MergeView> merge_duplicate(Transaction& tx, const Actor& actor, const Store& store,
                                  const std::string& duplicate_id, const NewMerge& input,
                                  std::int64_t version, Instant now, Wrongs wrongs) {
  const auto pair = find_duplicate(tx, store.id, duplicate_id);
  if (!pair) return refuse(Refusal::not_found());
  if (const auto before = find_merge(tx, store.id, input.id)) {
    if (before->duplicate_id != duplicate_id) return refuse(Refusal::field("/id", "in_use"));
    return view_of(tx, *before);
  }
  TRY(wrongs.verdict());
  const auto two = TRY(two_to_merge(tx, actor, store, *pair, version, now));
  const auto cards = open_cards_of(tx, store.id, two.first.id, two.second.id);
  if (cards.both_ordered()) return refuse(Refusal::conflict("both_ordered"));
  const auto keep = kept_of(two, input.keep, cards);
  if (!keep.phone && !keep.wechat) return refuse(Refusal::field("/keep/phone", "contact_needed"));
  const Merge merge{store.id, input.id, two.stays().id, two.goes().id};
  merge_rows(tx, actor, merge, cards, salesperson_of_card(two, cards, input.keep, keep), now);
  dealership::merge_customers(tx, merge, keep);
  settle_duplicate(tx, store.id, duplicate_id, DuplicateState::merged, actor.id, now);
  compare_later(tx, store.id, merge.survivor_id, now);
  MergeRecord record{merge,    duplicate_id, two.stays().name, two.goes().name, "",
                     actor.id, now,          std::nullopt,     std::nullopt};
  record.fact_id = announce_merged(tx, actor, merge, now);
  insert_merge(tx, record);
  return view_of(tx, record);
}

Result<MergeView> undo_merge(Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& merge_id, Instant now) {
  const auto record = find_merge(tx, store.id, merge_id);
  if (!record) return refuse(Refusal::not_found());
  if (record->undone_at) return view_of(tx, *record);
  if (something_new(tx, *record)) return refuse(Refusal::conflict("something_new"));
  const auto& merge = record->merge;
  dealership::unmerge_customers(tx, merge);
  for (const auto* table : kOfCustomer) dealership::move_rows_back(tx, merge, table, kCustomer);
  part_cards(tx, actor, merge, now);
  reception::move_visits_back(tx, actor, merge, now);
  dealership::forget_merge(tx, merge);
  forget_merged_cards(tx, merge);
  settle_duplicate(tx, store.id, record->duplicate_id, DuplicateState::open, std::nullopt, now);
  facts::announce(tx, {store.id, now, actor.id, "customer", merge.survivor_id},
                  MergeUndone{merge.id, merge.merged_id});
  note_undone(tx, *record, actor.id, now);
  return view_of(tx, *find_merge(tx, store.id, merge_id));
}

std::vector<MergeView> latest_merges(Transaction& tx, const Store& store) {
  std::vector<MergeView> views;
  for (const auto& record : select_merges(tx, store.id)) views.push_back(view_of(tx, record));
  return views;
}

}  // namespace guanxi::prospects
