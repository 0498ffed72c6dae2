#include "prospects/reassigning.h"

#include <algorithm>
#include <set>

#include "platform/database/columns.h"
#include "platform/database/many.h"

namespace guanxi::prospects {
namespace {

using dealership::Role;

struct OpenCard {
  Given given;
  std::string customer_id;
};

/// Their open cards, in the order in which they are due.
std::vector<OpenCard> open_cards_of(database::Transaction& tx, const Store& store,
                                    const std::optional<json::Id>& from) {
#define OPEN_CARDS                                                                   \
  "SELECT id, grade, standing, customer_id FROM prospects_cards WHERE store_id = $1" \
  " AND closed_at IS NULL AND salesperson_id"
#define AS_THEY_ARE_DUE " ORDER BY coalesce(next_at, 9000000000000000), id"
  static constexpr std::string_view kOfPerson = OPEN_CARDS " = $2" AS_THEY_ARE_DUE;
  static constexpr std::string_view kOfNobody = OPEN_CARDS " IS NULL" AS_THEY_ARE_DUE;
  std::vector<OpenCard> cards;
  for (const auto& row : from ? tx.query(kOfPerson, store.id, *from) : tx.query(kOfNobody, store.id)) {
    database::Columns columns(row);
    auto id = columns.next<std::string>();
    const auto grade = columns.word<Grade>();
    const auto bucket = bucket_of(grade, columns.word<CardStanding>());
    cards.push_back({{std::move(id), bucket, {}}, columns.next<std::string>()});
  }
  return cards;
}

/// Looks at each taker once.
class TakerCheck {
 public:
  TakerCheck(database::Transaction& tx, const Store& store, const std::optional<json::Id>& from)
      : tx_(tx), store_(store), from_(from ? from->value : "") {}

  void check(const json::Id& to, const std::string& pointer, Wrongs& wrongs) {
    if (to.value == from_) return wrongs.note(pointer, "same_salesperson");
    const auto [known, is_new] = known_.try_emplace(to.value, false);
    if (is_new) known->second = dealership::works_in(tx_, store_, to, Role::salesperson);
    if (!known->second) wrongs.note(pointer, "not_a_salesperson");
  }

 private:
  database::Transaction& tx_;
  const Store& store_;
  std::string from_;
  std::map<std::string, bool> known_;
};

Takers takers_of(const NewReassignment& input, TakerCheck& takers, Wrongs& wrongs) {
  Takers named;
  for (std::size_t i = 0; i < input.shares.size(); ++i) {
    const auto& share = input.shares[i];
    const auto pointer = "/shares/" + std::to_string(i);
    if (named.contains(share.bucket)) wrongs.note(pointer + "/bucket", "named_twice");
    auto& people = named[share.bucket];
    for (std::size_t j = 0; j < share.to.size(); ++j) {
      const auto place = pointer + "/to/" + std::to_string(j);
      if (std::ranges::find(people, share.to[j].value) != people.end()) wrongs.note(place, "named_twice");
      takers.check(share.to[j], place, wrongs);
      people.push_back(share.to[j]);
    }
  }
  return named;
}

/// Puts the names that stand on single cards on them.
void name_singly(std::vector<OpenCard>& cards, const NewReassignment& input, TakerCheck& takers,
                 Wrongs& wrongs) {
  std::map<std::string, OpenCard*> by_id;
  for (auto& card : cards) by_id[card.given.card_id] = &card;
  for (std::size_t i = 0; i < input.cards.size(); ++i) {
    const auto& [card_id, to] = input.cards[i];
    const auto pointer = "/cards/" + std::to_string(i);
    takers.check(to, pointer + "/to", wrongs);
    const auto found = by_id.find(card_id.value);
    if (found == by_id.end()) {
      wrongs.note(pointer + "/card_id", "not_their_card");
    } else if (found->second->given.to) {
      wrongs.note(pointer + "/card_id", "named_twice");
    } else {
      found->second->given.to = to;
    }
  }
}

/// Whether the numbers are still those that were looked at.
bool as_looked_at(const std::vector<OpenCard>& cards, const NewReassignment& input) {
  std::map<Bucket, std::int64_t> counts;
  for (const auto& card : cards) counts[card.given.bucket] += card.given.to ? 0 : 1;
  for (const auto& share : input.shares) counts[share.bucket] -= share.cards;
  return std::ranges::all_of(counts, [](const auto& count) { return count.second == 0; });
}

/// The cards of a person who works in several stores are reassigned store by store.
bool has_cards_elsewhere(database::Transaction& tx, const Store& store, const std::string& person_id) {
  static constexpr std::string_view kSelect =
      "SELECT 1 FROM prospects_cards WHERE store_id = $1 AND salesperson_id = $2 AND closed_at IS NULL LIMIT 1";
  return std::ranges::any_of(dealership::list_stores(tx), [&](const Store& other) {
    return other.id != store.id && !tx.query(kSelect, other.id, person_id).empty();
  });
}

/// Whether the actor may end the accesses of this person.
void check_leaving(database::Transaction& tx, const Actor& actor, const Store& store,
                   const NewReassignment& input, Wrongs& wrongs) {
  if (!input.from) return wrongs.note("/from", "required");
  if (input.from->value == actor.id) return wrongs.note("/from", "not_oneself");
  const auto person = dealership::find_person(tx, *input.from);
  if (!person || (!person->retired && !dealership::works_in(tx, store, *input.from, std::nullopt))) {
    return wrongs.note("/from", "not_a_salesperson");
  }
  const bool sells_or_receives = std::ranges::all_of(
      person->roles, [](Role role) { return role == Role::salesperson || role == Role::receptionist; });
  if (!sells_or_receives && !actor.may("people.edit")) wrongs.note("/reason", "only_administrators");
  if (has_cards_elsewhere(tx, store, *input.from)) wrongs.note("/reason", "cards_elsewhere");
  for (std::size_t i = 0; i < input.shares.size(); ++i) {
    const auto& share = input.shares[i];
    if (share.to.empty() && share.cards > 0)
      wrongs.note("/shares/" + std::to_string(i) + "/to", "card_left_behind");
  }
}

/// Ends everything by which the person gets in, see `identity::set_retired`. @returns whether there was
/// anything
Result<bool> end_accesses(database::Transaction& tx, const Actor& actor, const std::string& person_id,
                          Instant now) {
  const auto person = *dealership::find_person(tx, person_id);
  if (person.retired) return false;
  dealership::PersonEdit edit{{person.name}, {person.login}, person.roles, {}, {}, {}, true};
  for (const auto& id : person.store_ids) edit.store_ids.push_back({id});
  if (person.group_id) edit.group_id = json::Id{*person.group_id};
  if (person.phone) edit.phone = json::Line<30>{*person.phone};
  TRY(dealership::edit_person(tx, actor, person_id, edit, person.version, now));
  return true;
}

/// Writes the cards of one taker. False when some of them have changed meanwhile.
bool give(database::Transaction& tx, const Store& store, const std::string& to,
          std::span<const std::string> ids) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_cards SET salesperson_id = $26, version = version + 1 WHERE id IN " MANY
      " AND store_id = $27 AND closed_at IS NULL";
  std::int64_t changed = 0;
  const auto all = static_cast<std::int64_t>(ids.size());
  for (; !ids.empty(); ids = ids.subspan(std::min(database::kMany, ids.size()))) {
    const auto handful = ids.first(std::min(database::kMany, ids.size()));
    std::array<std::string_view, database::kMany> asked;
    asked.fill(handful.back());
    std::ranges::copy(handful, asked.begin());
    changed += std::apply([&](const auto&... id) { return tx.execute(kUpdate, id..., to, store.id); }, asked);
  }
  return changed == all;
}

using Parts = std::map<std::string, std::vector<const OpenCard*>>;

Result<> give_all(database::Transaction& tx, const Actor& actor, const Store& store,
                  const NewReassignment& input, const Parts& parts, Instant now) {
  static constexpr std::string_view kCount =
      "INSERT INTO prospects_reassigned (store_id, reassignment_id, salesperson_id, cards) VALUES ($1, $2, $3, $4)";
  const auto from = input.from ? std::optional(input.from->value) : std::nullopt;
  for (const auto& [to, cards] : parts) {
    std::vector<std::string> ids;
    for (const auto* card : cards) ids.push_back(card->given.card_id);
    if (!give(tx, store, to, ids)) return refuse(Refusal::conflict("cards_have_changed"));
    for (const auto* card : cards) {
      dealership::put_in_charge(tx, store.id, card->customer_id, to);
      facts::announce(tx, {store.id, now, actor.id, "card", card->given.card_id}, CardHandedOver{from, to});
    }
    tx.put(kCount, store.id, input.id, to, static_cast<std::int64_t>(cards.size()));
  }
  return {};
}

std::optional<ReassignmentView> find_reassignment(database::Transaction& tx, const Store& store,
                                                  const std::string& id) {
  static constexpr std::string_view kSelect =
      "SELECT at, by_id, from_id, reason, accesses_ended FROM prospects_reassignments WHERE store_id = $1 AND id = $2";
  static constexpr std::string_view kGiven =
      "SELECT salesperson_id, cards FROM prospects_reassigned WHERE store_id = $1 AND reassignment_id = $2"
      " ORDER BY cards DESC, salesperson_id";
  const auto row = tx.query(kSelect, store.id, id).first();
  if (!row) return std::nullopt;
  database::Columns columns(*row);
  ReassignmentView view{};
  view.id = id;
  view.at = {columns.next<Instant>()};
  view.by = *dealership::name_of(tx, columns.next<std::string>());
  view.from = dealership::name_of(tx, columns.next<std::optional<std::string>>());
  view.reason = columns.word<ReassignReason>();
  view.accesses_ended = columns.next<bool>();
  for (const auto& given : tx.query(kGiven, store.id, id)) {
    view.given.push_back({*dealership::name_of(tx, given.get<std::string>(0)), given.get<std::int64_t>(1)});
  }
  return view;
}

void note(database::Transaction& tx, const Actor& actor, const Store& store, const NewReassignment& input,
          const Parts& parts, bool accesses_ended, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_reassignments (store_id, id, at, by_id, from_id, reason, accesses_ended)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7)";
  const auto from = input.from ? std::optional(input.from->value) : std::nullopt;
  const auto reason = json::to_word(input.reason);
  tx.put(kInsert, store.id, input.id, now, actor.id, from, reason, accesses_ended);
  std::int64_t cards = 0;
  for (const auto& [to, those] : parts) cards += static_cast<std::int64_t>(those.size());
  const auto people = static_cast<std::int64_t>(parts.size());
  facts::announce(tx, {store.id, now, actor.id, "reassignment", input.id},
                  CardsReassigned{input.id, from, reason, cards, people, accesses_ended});
}

}  // namespace

Result<ReassignmentView> reassign(database::Transaction& tx, const Actor& actor, const Store& store,
                                  const NewReassignment& input, Instant now, Wrongs wrongs) {
  if (auto before = find_reassignment(tx, store, input.id)) return *std::move(before);
  TRY(wrongs.verdict());
  auto cards = open_cards_of(tx, store, input.from);
  TakerCheck takers(tx, store, input.from);
  const auto named = takers_of(input, takers, wrongs);
  name_singly(cards, input, takers, wrongs);
  if (input.reason == ReassignReason::leaving) check_leaving(tx, actor, store, input, wrongs);
  TRY(wrongs.verdict());
  if (!as_looked_at(cards, input)) return refuse(Refusal::conflict("cards_have_changed"));
  std::vector<Given> given;
  for (const auto& card : cards) given.push_back(card.given);
  share_out(given, named);
  Parts parts;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (given[i].to) parts[*given[i].to].push_back(&cards[i]);
  }
  TRY(give_all(tx, actor, store, input, parts, now));
  const bool leaves = input.reason == ReassignReason::leaving;
  const bool ended = leaves && TRY(end_accesses(tx, actor, *input.from, now));
  note(tx, actor, store, input, parts, ended, now);
  return *find_reassignment(tx, store, input.id);
}

std::vector<CardHolder> card_holders(database::Transaction& tx, const Store& store) {
  static constexpr std::string_view kSelect =
      "SELECT p.salesperson_id, n.name, p.grade, p.standing, count(*) FROM prospects_cards p"
      " LEFT JOIN dealership_person_names n ON n.id = p.salesperson_id WHERE p.store_id = $1 AND p.closed_at IS NULL"
      " GROUP BY p.salesperson_id, n.name, p.grade, p.standing";
  std::map<std::string, CardHolder> holders;
  for (const auto& each : dealership::list_staff(tx, store, std::nullopt, Role::salesperson)) {
    holders[each.id] = {Name{each.id, each.name}, true, {}, 0};
  }
  std::map<std::pair<std::string, Bucket>, std::int64_t> counts;
  for (const auto& row : tx.query(kSelect, store.id)) {
    database::Columns columns(row);
    const auto id = columns.next<std::optional<std::string>>();
    const auto name = columns.next<std::optional<std::string>>();
    auto& holder = holders.try_emplace(id.value_or("")).first->second;
    if (id && !holder.salesperson) holder.salesperson = Name{*id, name.value_or("")};
    const auto grade = columns.word<Grade>();
    const auto bucket = bucket_of(grade, columns.word<CardStanding>());
    const auto cards = columns.next<std::int64_t>();
    counts[{id.value_or(""), bucket}] += cards;
    holder.cards += cards;
  }
  for (const auto& [place, cards] : counts) holders.at(place.first).buckets.push_back({place.second, cards});
  std::vector<CardHolder> all;
  for (auto& [id, holder] : holders) all.push_back(std::move(holder));
  std::ranges::stable_sort(all, {}, [](const CardHolder& holder) {
    return std::pair(!holder.salesperson, holder.salesperson ? holder.salesperson->name : "");
  });
  return all;
}

}  // namespace guanxi::prospects
