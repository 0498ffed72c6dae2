#include "prospects/party_store.h"

#include "platform/database/columns.h"
#include "platform/text/search_keys.h"

#define MEMBER_SELECT "SELECT store_id, id, card_id, roles, name, phone, wechat, version FROM prospects_party"

namespace guanxi::prospects {
namespace {

using database::Transaction;
using Text = std::optional<std::string>;

constexpr std::size_t kShortestPart = 4;  // of a phone, as for customers

/// " buyer user ": words with blanks around each.
std::string stored(const std::vector<PartyRole>& roles) {
  std::string words = " ";
  for (const auto role : roles) words += json::to_word(role) + " ";
  return words;
}

std::vector<PartyRole> load_roles(std::string_view words) {
  std::vector<PartyRole> roles;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<PartyRole>>([&](auto role) {
    if (words.contains(" " + std::string(role.name) + " ")) roles.push_back(role.value);
  });
  return roles;
}

PartyMember load_member(const database::Row& row) {
  database::Columns columns(row);
  PartyMember member;
  for (auto* text : {&member.store_id, &member.id, &member.card_id}) *text = columns.next<std::string>();
  member.roles = load_roles(columns.next<std::string>());
  for (auto* text : {&member.name, &member.phone, &member.wechat}) *text = columns.next<Text>();
  member.version = columns.next<std::int64_t>();
  return member;
}

std::vector<std::string> keys_of(const PartyMember& member) {
  auto keys = text::name_keys(member.name.value_or(""));
  if (!member.phone) return keys;
  for (auto& key : text::part_keys(*member.phone, kShortestPart)) keys.push_back(std::move(key));
  return keys;
}

void add_keys(Transaction& tx, const PartyMember& member) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_party_keys (store_id, key, member_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
  for (const auto& key : keys_of(member)) tx.put(kInsert, member.store_id, key, member.id);
}

void remove_keys(Transaction& tx, const PartyMember& member) {
  static constexpr std::string_view kDelete =
      "DELETE FROM prospects_party_keys WHERE store_id = $1 AND key = $2 AND member_id = $3";
  for (const auto& key : keys_of(member)) tx.put(kDelete, member.store_id, key, member.id);
}

std::int64_t insert_row(Transaction& tx, const PartyMember& member) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_party (store_id, id, card_id, roles, name, phone, wechat, version)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
  return tx.execute(kInsert, member.store_id, member.id, member.card_id, stored(member.roles), member.name,
                    member.phone, member.wechat, member.version);
}

std::vector<FoundMember> load_found(const database::Rows& rows) {
  std::vector<FoundMember> found;
  for (const auto& row : rows)
    found.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
  return found;
}

}  // namespace

std::optional<PartyMember> find_member(Transaction& tx, std::string_view store_id, std::string_view id) {
  static constexpr std::string_view kSelect = MEMBER_SELECT " WHERE store_id = $1 AND id = $2";
  const auto row = tx.query(kSelect, store_id, id).first();
  return row ? std::optional(load_member(*row)) : std::nullopt;
}

std::vector<PartyMember> select_members(Transaction& tx, std::string_view store_id,
                                        std::string_view card_id) {
  // Without the customer's line of a card that went up in this one.
  static constexpr std::string_view kSelect = MEMBER_SELECT
      " WHERE store_id = $1 AND card_id = $2 AND (name IS NOT NULL OR id = card_id) ORDER BY id";
  std::vector<PartyMember> members;
  for (const auto& row : tx.query(kSelect, store_id, card_id)) members.push_back(load_member(row));
  return members;
}

void insert_member(Transaction& tx, const PartyMember& member) {
  CHECK(insert_row(tx, member) == 1);
  add_keys(tx, member);
}

bool insert_customer_line(Transaction& tx, PartyMember& line) {
  ++line.version;
  return insert_row(tx, line) == 1;
}

bool update_member(Transaction& tx, const PartyMember& before, PartyMember& after) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_party SET roles = $1, name = $2, phone = $3, wechat = $4, version = version + 1"
      " WHERE store_id = $5 AND id = $6 AND version = $7";
  if (tx.execute(kUpdate, stored(after.roles), after.name, after.phone, after.wechat, after.store_id,
                 after.id, before.version) == 0)
    return false;
  remove_keys(tx, before);
  add_keys(tx, after);
  after.version = before.version + 1;
  return true;
}

void delete_member(Transaction& tx, const PartyMember& member) {
  static constexpr std::string_view kDelete = "DELETE FROM prospects_party WHERE store_id = $1 AND id = $2";
  remove_keys(tx, member);
  tx.put(kDelete, member.store_id, member.id);
}

std::vector<FoundMember> search_party(Transaction& tx, std::string_view store_id, std::string_view q,
                                      const std::optional<std::string>& salesperson_id, std::int64_t limit) {
  // Bounded as the search for customers is: a short text may begin very many keys.
  static constexpr std::string_view kSelect =
      "SELECT m.name, m.card_id, p.customer_id FROM prospects_party m"
      " JOIN prospects_cards p ON p.store_id = m.store_id AND p.id = m.card_id"
      " WHERE m.store_id = $1 AND m.id IN (SELECT member_id FROM (SELECT member_id FROM prospects_party_keys"
      " WHERE store_id = $1 AND key >= $2 AND key < $3 ORDER BY key LIMIT 500) AS near)"
      " AND (p.salesperson_id = $4 OR $4 IS NULL) ORDER BY m.id DESC LIMIT $5";
  const auto from = text::fold(q);
  if (from.empty()) return {};
  const auto to = from + "\xF4\x8F\xBF\xBF";  // the last character of Unicode: behind every continuation
  return load_found(tx.query(kSelect, store_id, from, to, salesperson_id, limit));
}

std::vector<FoundMember> members_reached_by(Transaction& tx, std::string_view store_id, const Text& phone,
                                            const Text& wechat) {
// By the ids of a handful: asked for in order at once, SQLite would walk through the parties of the store.
#define REACHED(field)                                                      \
  "SELECT m.name, m.card_id, p.customer_id FROM prospects_party m"          \
  " JOIN prospects_cards p ON p.store_id = m.store_id AND p.id = m.card_id" \
  " WHERE m.store_id = $1 AND m.id IN (SELECT id FROM prospects_party"      \
  " WHERE store_id = $1 AND " field " = $2) ORDER BY m.id DESC LIMIT 20"
  static constexpr std::string_view kByPhone = REACHED("phone");
  static constexpr std::string_view kByWechat = REACHED("wechat");
  std::vector<FoundMember> found;
  if (phone) found = load_found(tx.query(kByPhone, store_id, *phone));
  if (wechat) {
    for (auto& member : load_found(tx.query(kByWechat, store_id, *wechat)))
      found.push_back(std::move(member));
  }
  return found;
}

std::vector<dealership::Reach> contacts_in_parties(Transaction& tx, std::string_view store_id,
                                                   std::string_view customer_id) {
  static constexpr std::string_view kSelect =
      "SELECT m.phone, m.wechat FROM prospects_cards p JOIN prospects_party m ON m.store_id = p.store_id"
      " AND m.card_id = p.id WHERE p.store_id = $1 AND p.customer_id = $2"
      " AND (m.phone IS NOT NULL OR m.wechat IS NOT NULL)";
  std::vector<dealership::Reach> contacts;
  for (const auto& row : tx.query(kSelect, store_id, customer_id))
    contacts.push_back({row.get<Text>(0), row.get<Text>(1), std::nullopt});
  return contacts;
}

}  // namespace guanxi::prospects
