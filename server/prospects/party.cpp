#include "prospects/party.h"

#include <algorithm>

#include "platform/text/phone.h"
#include "prospects/comparing.h"
#include "prospects/party_store.h"

namespace guanxi::prospects {
namespace {

constexpr std::int64_t kMostMembers = 20;

/// A member with the names and contacts to show.
PartyMemberView view_of(const PartyMember& member, const NamedCard& card, bool may_call, const Store& store) {
  PartyMemberView view{};
  view.id = member.id;
  view.is_customer = member.is_customer();
  view.roles = member.roles;
  view.name = member.name.value_or(card.customer_name);
  if (may_call) {
    view.phone = view.is_customer ? card.customer_phone : member.phone;
    view.wechat = view.is_customer ? card.customer_wechat : member.wechat;
    if (view.phone) view.phone_display = text::format_phone(*view.phone, store.country);
  }
  view.version = member.version;
  return view;
}

bool may_call(const Actor& actor, const Card& card) {
  return actor.may("customers.read") || card.salesperson_id == actor.id;
}

/// Who buys is the customer, as long as nobody has said otherwise.
PartyMember customer_line(const Card& card) {
  PartyMember line;
  line.store_id = card.store_id;
  line.id = line.card_id = card.id;
  line.roles = {PartyRole::buyer};
  return line;
}

/// The roles in their order, each once.
std::vector<PartyRole> checked_roles(std::vector<PartyRole> roles, Wrongs& wrongs) {
  std::ranges::sort(roles);
  const auto repeated = std::ranges::unique(roles);
  roles.erase(repeated.begin(), repeated.end());
  if (roles.empty() && !wrongs.concern("/roles")) wrongs.note("/roles", "party_role_needed");
  return roles;
}

/// Somebody of a party need not be reachable at all.
template <class Input>
void take_contacts(const Store& store, const Input& input, PartyMember& member, Wrongs& wrongs) {
  member.phone.reset();
  if (input.phone) {
    member.phone = text::normalise_phone(*input.phone, store.country);
    if (!member.phone) wrongs.note("/phone", "not_a_phone");
  }
  member.wechat = dealership::as_wechat(input.wechat ? std::optional(input.wechat->value) : std::nullopt);
}

facts::Happening about(const Card& card, const Actor& actor, Instant now) {
  return {card.store_id, now, actor.id, "card", card.id};
}

/// A card whose party may be changed by the actor.
Result<NamedCard> card_to_change(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::string& card_id) {
  auto card = TRY(see_card(tx, actor, store, card_id));
  TRY(check_may(card.card, actor, CardAction::edit));
  return card;
}

/// The member of this card, also the customer of whom nothing was written yet.
std::optional<PartyMember> member_of(database::Transaction& tx, const Card& card, const std::string& id) {
  auto member = find_member(tx, card.store_id, id);
  if (!member && id == card.id) return customer_line(card);
  if (!member || member->card_id != card.id) return std::nullopt;
  return member;
}

PartyMember edited(const PartyMember& before, const Store& store, const PartyMemberEdit& input,
                   Wrongs& wrongs) {
  PartyMember after = before;
  after.roles = checked_roles(input.roles, wrongs);
  if (before.is_customer()) {
    if (input.name) wrongs.note("/name", "stands_on_record");
    if (input.phone) wrongs.note("/phone", "stands_on_record");
    if (input.wechat) wrongs.note("/wechat", "stands_on_record");
    return after;
  }
  if (!input.name && !wrongs.concern("/name")) wrongs.note("/name", "required");
  if (input.name) after.name = input.name->value;
  take_contacts(store, input, after, wrongs);
  return after;
}

}  // namespace

std::vector<PartyMemberView> party_of(database::Transaction& tx, const Actor& actor, const Store& store,
                                      const NamedCard& card) {
  auto members = select_members(tx, store.id, card.card.id);
  const auto customer = std::ranges::find_if(members, &PartyMember::is_customer);
  if (customer == members.end()) {
    members.insert(members.begin(), customer_line(card.card));
  } else {
    std::rotate(members.begin(), customer, customer + 1);
  }
  std::vector<PartyMemberView> views;
  for (const auto& member : members)
    views.push_back(view_of(member, card, may_call(actor, card.card), store));
  return views;
}

Result<PartyMemberView> add_party_member(database::Transaction& tx, const Actor& actor, const Store& store,
                                         const std::string& card_id, const NewPartyMember& input, Instant now,
                                         Wrongs wrongs) {
  const auto card = TRY(see_card(tx, actor, store, card_id));
  if (const auto before = find_member(tx, store.id, input.id)) {
    if (before->card_id != card_id) return refuse(Refusal::field("/id", "in_use"));
    return view_of(*before, card, may_call(actor, card.card), store);
  }
  TRY(check_may(card.card, actor, CardAction::edit));
  PartyMember member;
  member.store_id = store.id;
  member.id = input.id;
  member.card_id = card_id;
  member.roles = checked_roles(input.roles, wrongs);
  member.name = input.name.value;
  take_contacts(store, input, member, wrongs);
  if (find_card(tx, store.id, input.id)) wrongs.note("/id", "in_use");  // it would be that card's customer
  TRY(wrongs.verdict());
  if (std::ssize(select_members(tx, store.id, card_id)) >= kMostMembers)
    return refuse(Refusal::conflict("party_is_full"));
  insert_member(tx, member);
  facts::announce(tx, about(card.card, actor, now), PartyMemberAdded{member.id, member.roles});
  compare_later(tx, store.id, card.card.customer_id, now);
  return view_of(member, card, may_call(actor, card.card), store);
}

Result<PartyMemberView> edit_party_member(database::Transaction& tx, const Actor& actor, const Store& store,
                                          const std::string& card_id, const std::string& id,
                                          const PartyMemberEdit& input, std::int64_t version, Instant now,
                                          Wrongs wrongs) {
  const auto card = TRY(card_to_change(tx, actor, store, card_id));
  const auto before = member_of(tx, card.card, id);
  if (!before) return refuse(Refusal::not_found());
  auto after = edited(*before, store, input, wrongs);
  TRY(wrongs.verdict());
  const bool written =
      before->version == version &&
      (find_member(tx, store.id, id) ? update_member(tx, *before, after) : insert_customer_line(tx, after));
  const auto shown = [&](const PartyMember& member) {
    return view_of(member, card, may_call(actor, card.card), store);
  };
  if (!written) return refuse(Refusal::stale(json::to_text(shown(*member_of(tx, card.card, id)))));
  facts::announce(tx, about(card.card, actor, now), PartyMemberEdited{id, after.roles});
  compare_later(tx, store.id, card.card.customer_id, now);
  return shown(after);
}

Result<> remove_party_member(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& card_id, const std::string& id, Instant now) {
  const auto card = TRY(card_to_change(tx, actor, store, card_id));
  const auto member = member_of(tx, card.card, id);
  if (!member) return refuse(Refusal::not_found());
  if (member->is_customer()) return refuse(Refusal::conflict("is_the_customer"));
  delete_member(tx, *member);
  facts::announce(tx, about(card.card, actor, now), PartyMemberRemoved{id, member->roles});
  return {};
}

}  // namespace guanxi::prospects
