#include "dealership/further_contacts.h"

#include "dealership/customer_keys.h"
#include "dealership/dealership_facts.h"
#include "dealership/matching.h"
#include "platform/facts/facts.h"
#include "platform/json/kinds.h"

namespace guanxi::dealership {
namespace {

using Text = std::optional<std::string>;

/// Whether somebody else has a contact that only one customer of a store can have.
bool is_anothers(database::Transaction& tx, const Customer& customer, const FurtherContact& contact) {
  if (contact.kind == ContactKind::plate || contact.kind == ContactKind::email) return false;
  const bool phone = contact.kind == ContactKind::phone;
  const auto known = find_known(tx, customer.store_id, phone ? Text(contact.value) : std::nullopt,
                                phone ? std::nullopt : Text(contact.value));
  return known && known->id != customer.id;
}

/// Fills the field if it is empty. @returns what is to be kept beside it
std::optional<FurtherContact> take(database::Transaction& tx, const Customer& customer, ContactKind kind,
                                   Text& field, const Text& said) {
  if (!said || field == said) return std::nullopt;
  const FurtherContact contact{kind, *said};
  if (is_anothers(tx, customer, contact)) return std::nullopt;
  if (field) return contact;
  field = said;
  return std::nullopt;
}

}  // namespace

std::vector<FurtherContact> further_contacts(database::Transaction& tx, std::string_view store_id,
                                             std::string_view customer_id) {
  static constexpr std::string_view kSelect =
      "SELECT kind, value FROM dealership_further_contacts WHERE store_id = $1 AND customer_id = $2"
      " ORDER BY kind, value";
  std::vector<FurtherContact> contacts;
  for (const auto& row : tx.query(kSelect, store_id, customer_id)) {
    contacts.push_back(
        {json::from_word<ContactKind>(row.get<std::string>(0)).value(), row.get<std::string>(1)});
  }
  return contacts;
}

void add_further_contact(database::Transaction& tx, const Customer& customer, const FurtherContact& contact) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_further_contacts (store_id, customer_id, kind, value) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT DO NOTHING";
  if (contact.value == customer.phone || contact.value == customer.wechat || contact.value == customer.plate)
    return;
  if (tx.execute(kInsert, customer.store_id, customer.id, json::to_word(contact.kind), contact.value) == 1)
    add_keys(tx, customer, {contact});
}

void forget_further(database::Transaction& tx, const Customer& customer) {
  static constexpr std::string_view kDelete =
      "DELETE FROM dealership_further_contacts WHERE store_id = $1 AND customer_id = $2 AND"
      " ((kind = 'phone' AND value = $3) OR (kind = 'wechat' AND value = $4) OR (kind = 'plate' AND value = $5))";
  tx.put(kDelete, customer.store_id, customer.id, customer.phone, customer.wechat, customer.plate);
}

void learn_contacts(database::Transaction& tx, const Actor& actor, const Customer& known,
                    const Contacts& said, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_customers SET phone = $1, wechat = $2, plate = $3, version = version + 1"
      " WHERE store_id = $4 AND id = $5";
  Customer after = known;
  const auto kept = {take(tx, known, ContactKind::phone, after.phone, said.phone),
                     take(tx, known, ContactKind::wechat, after.wechat, said.wechat),
                     take(tx, known, ContactKind::plate, after.plate, said.plate)};
  std::vector<std::string> fields;
  if (after.phone != known.phone) fields.push_back("phone");
  if (after.wechat != known.wechat) fields.push_back("wechat");
  if (after.plate != known.plate) fields.push_back("plate");
  if (!fields.empty()) {
    tx.put(kUpdate, after.phone, after.wechat, after.plate, known.store_id, known.id);
    replace_keys(tx, known, after);
    forget_further(tx, after);
  }
  for (const auto& contact : kept) {
    if (!contact) continue;
    add_further_contact(tx, after, *contact);
    fields.push_back("further_" + json::to_word(contact->kind));
  }
  if (!fields.empty())
    facts::announce(tx, {known.store_id, now, actor.id, "customer", known.id}, CustomerEdited{fields});
}

}  // namespace guanxi::dealership
