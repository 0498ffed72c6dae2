#include "dealership/customers.h"

#include "dealership/customer_keys.h"
#include "dealership/customer_rows.h"
#include "dealership/dealership_facts.h"
#include "dealership/matching.h"
#include "platform/facts/facts.h"
#include "platform/identity/uuid.h"
#include "platform/json/reader.h"
#include "platform/text/email.h"
#include "platform/text/phone.h"
#include "platform/text/search_keys.h"

namespace guanxi::dealership {
namespace {

std::optional<std::string> word(const std::optional<Sex>& sex) {
  if (!sex) return std::nullopt;
  return json::to_word(*sex);
}

std::vector<std::string> changed_fields(const Customer& before, const Customer& after) {
  std::vector<std::string> fields;
  if (before.name != after.name) fields.push_back("name");
  if (before.sex != after.sex) fields.push_back("sex");
  if (before.phone != after.phone) fields.push_back("phone");
  if (before.wechat != after.wechat) fields.push_back("wechat");
  if (before.plate != after.plate) fields.push_back("plate");
  if (before.email != after.email) fields.push_back("email");
  return fields;
}

/// Other customers who hold one of these contacts, as field errors.
Result<> check_unique(database::Transaction& tx, const Customer& customer) {
  const auto other = [&](const std::optional<Customer>& found) { return found && found->id != customer.id; };
  Wrongs wrongs;
  if (other(find_known(tx, customer.store_id, customer.phone, std::nullopt))) {
    wrongs.note("/phone", "in_use");
  }
  if (other(find_known(tx, customer.store_id, std::nullopt, customer.wechat))) {
    wrongs.note("/wechat", "in_use");
  }
  return wrongs.verdict();
}

}  // namespace

Result<Contacts> check_contacts(const Store& store, const std::optional<std::string>& phone,
                                const std::optional<std::string>& wechat,
                                const std::optional<std::string>& plate, const std::string& pointer,
                                bool has_email) {
  Contacts contacts;
  if (phone) {
    contacts.phone = text::normalise_phone(*phone, store.country);
    if (!contacts.phone) return refuse(Refusal::field(pointer + "/phone", "not_a_phone"));
  }
  contacts.wechat = as_wechat(wechat);
  contacts.plate = as_plate(plate);
  if (!contacts.phone && !contacts.wechat && !has_email)
    return refuse(Refusal::field(pointer + "/phone", "contact_needed"));
  return contacts;
}

std::optional<Customer> find_customer(database::Transaction& tx, std::string_view store_id,
                                      std::string_view id) {
  static constexpr std::string_view kSelect = CUSTOMER_SELECT " WHERE c.store_id = $1 AND c.id = $2";
  const auto rows = tx.query(kSelect, store_id, id);
  if (rows.empty()) return std::nullopt;
  return load_customer(rows[0]);
}

bool add_customer(database::Transaction& tx, const Customer& customer, const std::string& created_by,
                  Keys keys) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_customers (store_id, id, name, sex, phone, wechat, plate, salesperson_id, "
      "created_at,"
      " created_by, last_visit_at, email) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
      " ON CONFLICT DO NOTHING";
  if (tx.execute(kInsert, customer.store_id, customer.id, customer.name, word(customer.sex), customer.phone,
                 customer.wechat, customer.plate, customer.salesperson_id, customer.created_at, created_by,
                 customer.last_visit_at, customer.email) == 0) {
    return false;
  }
  keys == Keys::now ? add_keys(tx, customer) : owe_keys(tx, customer);
  return true;
}

void note_visit(database::Transaction& tx, std::string_view store_id, std::string_view id, Instant at) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_customers SET last_visit_at = $1 WHERE store_id = $2 AND id = $3"
      " AND (last_visit_at < $1 OR last_visit_at IS NULL)";
  tx.put(kUpdate, at, store_id, id);
}

Result<Customer> edit_customer(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, const CustomerInput& input, std::int64_t version,
                               Instant now, Wrongs wrongs) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_customers SET name = $1, sex = $2, phone = $3, wechat = $4, plate = $5,"
      " email = $6, version = version + 1 WHERE store_id = $7 AND id = $8 AND version = $9";
  const auto before = find_customer(tx, store.id, id);
  if (!before) return refuse(Refusal::not_found());
  Customer after = *before;
  after.name = input.name;
  after.sex = input.sex;
  after.email = input.email ? text::normalise_email(*input.email) : std::nullopt;
  if (input.email && !after.email) wrongs.note("/email", "not_an_email");
  const auto contacts =
      wrongs.take(check_contacts(store, input.phone, input.wechat, input.plate, "", input.email.has_value()));
  if (contacts) {
    after.phone = contacts->phone;
    after.wechat = contacts->wechat;
    after.plate = contacts->plate;
    wrongs.take(check_unique(tx, after));
  }
  TRY(wrongs.verdict());
  if (tx.execute(kUpdate, after.name, word(after.sex), after.phone, after.wechat, after.plate, after.email,
                 store.id, id, version) == 0) {
    return refuse(Refusal::stale(""));  // the caller adds the record as its route shows it
  }
  replace_keys(tx, *before, after);
  forget_further(tx, after);
  facts::announce(tx, {store.id, now, actor.id, "customer", id},
                  CustomerEdited{changed_fields(*before, after)});
  after.version = version + 1;
  return after;
}

void put_in_charge(database::Transaction& tx, std::string_view store_id, std::string_view id,
                   const std::string& salesperson_id) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_customers SET salesperson_id = $1, version = version + 1 WHERE store_id = $2 AND id = $3";
  const auto before = find_customer(tx, store_id, id);
  CHECK(before);
  tx.put(kUpdate, salesperson_id, store_id, id);
  auto after = *before;
  after.salesperson_id = salesperson_id;
  replace_keys(tx, *before, after);
}

void add_contacts(database::Transaction& tx, const Customer& customer,
                  const std::optional<std::string>& phone, const std::optional<std::string>& email) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_customers SET phone = $1, email = $2, version = version + 1"
      " WHERE store_id = $3 AND id = $4";
  auto after = customer;
  if (!after.phone) after.phone = phone;
  if (!after.email) after.email = email;
  if (after.phone == customer.phone && after.email == customer.email) return;
  tx.put(kUpdate, after.phone, after.email, customer.store_id, customer.id);
  replace_keys(tx, customer, after);
}

void note_consent(database::Transaction& tx, const std::string& actor_id, std::string_view store_id,
                  std::string_view customer_id, std::string_view id, Purpose purpose, bool given,
                  Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_consents (store_id, id, customer_id, purpose, given, at, by_id)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (store_id, id) DO NOTHING";
  if (tx.execute(kInsert, store_id, id, customer_id, json::to_word(purpose), given, now, actor_id) == 0)
    return;
  facts::announce(tx, {std::string(store_id), now, actor_id, "customer", std::string(customer_id)},
                  ConsentNoted{json::to_word(purpose), given});
}

std::vector<ConsentRecord> consents_of(database::Transaction& tx, std::string_view store_id,
                                       std::string_view customer_id) {
  static constexpr std::string_view kSelect =
      "SELECT purpose, given, at, by_id FROM (SELECT purpose, given, at, by_id,"
      " row_number() OVER (PARTITION BY purpose ORDER BY at DESC, id DESC) AS recency FROM "
      "dealership_consents"
      " WHERE store_id = $1 AND customer_id = $2) AS latest WHERE recency = 1 ORDER BY purpose";
  std::vector<ConsentRecord> consents;
  for (const auto& row : tx.query(kSelect, store_id, customer_id)) {
    const auto purpose = json::from_word<Purpose>(row.get<std::string>(0));
    if (!purpose) continue;
    consents.push_back({*purpose, row.get<bool>(1), json::Time{row.get<Instant>(2)},
                        name_of(tx, row.get<std::optional<std::string>>(3))});
  }
  return consents;
}

std::vector<Customer> list_customers(database::Transaction& tx, std::string_view store_id,
                                     const std::optional<std::string>& salesperson_id,
                                     const std::optional<std::string>& cursor, std::int64_t limit) {
  static constexpr std::string_view kAll =
      CUSTOMER_SELECT " WHERE c.store_id = $1 AND c.id < $2 ORDER BY c.id DESC LIMIT $3";
  static constexpr std::string_view kOwn = CUSTOMER_SELECT
      " WHERE c.store_id = $1 AND c.salesperson_id = $2 AND c.id < $3 ORDER BY c.id DESC LIMIT $4";
  const std::string before = cursor.value_or("g");  // behind every UUID
  if (!salesperson_id) return load_customers(tx.query(kAll, store_id, before, limit));
  return load_customers(tx.query(kOwn, store_id, *salesperson_id, before, limit));
}

std::vector<Customer> search_customers(database::Transaction& tx, std::string_view store_id,
                                       std::string_view q, const std::optional<std::string>& salesperson_id,
                                       std::int64_t limit) {
  // Only keys are read up to a bound, since a short text may begin a million of them; then the latest of the
  // customers, by the time in their ids, are looked up.
  static constexpr std::string_view kSelect = CUSTOMER_SELECT
      " WHERE c.store_id = $1 AND c.id IN (SELECT DISTINCT customer_id FROM (SELECT customer_id"
      " FROM dealership_search_keys WHERE store_id = $1 AND key >= $2 AND key < $3"
      " AND (salesperson_id = $4 OR $4 IS NULL) ORDER BY key LIMIT 500) AS near"
      " ORDER BY customer_id DESC LIMIT $5) ORDER BY c.id DESC";
  const auto from = text::fold(q);
  if (from.empty()) return {};
  const auto to = from + "\xF4\x8F\xBF\xBF";  // the last character of Unicode: behind every continuation
  return load_customers(tx.query(kSelect, store_id, from, to, salesperson_id, limit));
}

}  // namespace guanxi::dealership
