#include "dealership/merging.h"

#include <algorithm>

#include "dealership/customer_keys.h"
#include "platform/json/kinds.h"

// Everything that stands on a customer's record, besides the version.
#define RECORD "name, sex, phone, wechat, plate, salesperson_id, created_at, created_by, last_visit_at, email"

namespace guanxi::dealership {
namespace {

using database::Transaction;
using Text = std::optional<std::string>;

constexpr const char* kFurther = "dealership_further_contacts";

/// Keeps the record as it is now.
void keep_record(Transaction& tx, const Merge& merge, const std::string& customer_id) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_merged_customers (store_id, merge_id, id, into_id, version, " RECORD
      ") SELECT store_id, $1, id, $2, version, " RECORD
      " FROM dealership_customers WHERE store_id = $3 AND id = $4";
  const auto into = customer_id == merge.survivor_id ? std::nullopt : Text(merge.survivor_id);
  CHECK(tx.execute(kInsert, merge.id, into, merge.store_id, customer_id) == 1);
}

Customer on_file(Transaction& tx, const Merge& merge, const std::string& customer_id) {
  auto customer = find_customer(tx, merge.store_id, customer_id);
  CHECK(customer);
  return *std::move(customer);
}

/// "phone +8613800138000": the names under which further contacts are noted.
std::string name_of(const FurtherContact& contact) {
  return json::to_word(contact.kind) + " " + contact.value;
}
FurtherContact contact_of(const std::string& name) {
  const auto blank = name.find(' ');
  return {json::from_word<ContactKind>(name.substr(0, blank)).value(), name.substr(blank + 1)};
}

void insert_further(Transaction& tx, const Merge& merge, const std::string& customer_id,
                    const FurtherContact& contact) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_further_contacts (store_id, customer_id, kind, value) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT DO NOTHING";
  tx.put(kInsert, merge.store_id, customer_id, json::to_word(contact.kind), contact.value);
}

void delete_further(Transaction& tx, const Merge& merge, const std::string& customer_id) {
  static constexpr std::string_view kDelete =
      "DELETE FROM dealership_further_contacts WHERE store_id = $1 AND customer_id = $2";
  tx.put(kDelete, merge.store_id, customer_id);
}

bool on_record(const Kept& kept, const FurtherContact& contact) {
  switch (contact.kind) {
    case ContactKind::phone:
      return kept.phone == contact.value;
    case ContactKind::wechat:
      return kept.wechat == contact.value;
    case ContactKind::plate:
      return kept.plate == contact.value;
    case ContactKind::email:
      return kept.email == contact.value;
  }
  throw Bug("a kind of contact without a place on the record");
}

/// The further contacts of both, noted with whose they were, and of the records what is not kept.
std::vector<FurtherContact> all_further(Transaction& tx, const Merge& merge, const Kept& kept,
                                        const std::vector<Customer>& both) {
  std::vector<FurtherContact> all;
  for (const auto& customer : both) {
    for (const auto& contact : further_contacts(tx, merge.store_id, customer.id)) {
      note_moved(tx, merge, kFurther, {customer.id + " " + name_of(contact), customer.id});
      all.push_back(contact);
    }
    if (customer.phone) all.push_back({ContactKind::phone, *customer.phone});
    if (customer.wechat) all.push_back({ContactKind::wechat, *customer.wechat});
    if (customer.plate) all.push_back({ContactKind::plate, *customer.plate});
    if (customer.email) all.push_back({ContactKind::email, *customer.email});
  }
  std::erase_if(all, [&](const FurtherContact& contact) { return on_record(kept, contact); });
  return all;
}

void update_record(Transaction& tx, const Customer& after) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_customers SET name = $1, sex = $2, phone = $3, wechat = $4, plate = $5, email = $6,"
      " salesperson_id = $7, created_at = $8, last_visit_at = $9, version = version + 1"
      " WHERE store_id = $10 AND id = $11";
  const auto sex = after.sex ? Text(json::to_word(*after.sex)) : std::nullopt;
  tx.put(kUpdate, after.name, sex, after.phone, after.wechat, after.plate, after.email, after.salesperson_id,
         after.created_at, after.last_visit_at, after.store_id, after.id);
}

Customer together(const Customer& survivor, const Customer& merged, const Kept& kept) {
  Customer after = survivor;
  after.name = kept.name;
  after.sex = kept.sex;
  after.phone = kept.phone;
  after.wechat = kept.wechat;
  after.plate = kept.plate;
  after.email = kept.email;
  after.salesperson_id = kept.salesperson_id;
  after.created_at = std::min(survivor.created_at, merged.created_at);
  after.last_visit_at = std::max(survivor.last_visit_at, merged.last_visit_at);
  return after;
}

void delete_record(Transaction& tx, const Merge& merge) {
  static constexpr std::string_view kDelete =
      "DELETE FROM dealership_customers WHERE store_id = $1 AND id = $2";
  tx.put(kDelete, merge.store_id, merge.merged_id);
}

/// The survivor first, who may have a contact of the other's.
void restore_records(Transaction& tx, const Merge& merge) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_customers SET (" RECORD ") = (SELECT " RECORD
      " FROM dealership_merged_customers k WHERE k.store_id = $1 AND k.merge_id = $2 AND k.id = $3),"
      " version = version + 1 WHERE store_id = $1 AND id = $3";
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_customers (store_id, id, version, " RECORD
      ") SELECT store_id, id, version + 1, " RECORD
      " FROM dealership_merged_customers WHERE store_id = $1 AND merge_id = $2 AND id = $3";
  tx.put(kUpdate, merge.store_id, merge.id, merge.survivor_id);
  CHECK(tx.execute(kInsert, merge.store_id, merge.id, merge.merged_id) == 1);
}

void write_keys(Transaction& tx, const Merge& merge, const std::string& customer_id) {
  add_keys(tx, on_file(tx, merge, customer_id), further_contacts(tx, merge.store_id, customer_id));
}

}  // namespace

void merge_customers(Transaction& tx, const Merge& merge, const Kept& kept) {
  const auto survivor = on_file(tx, merge, merge.survivor_id), merged = on_file(tx, merge, merge.merged_id);
  for (const auto* customer : {&survivor, &merged}) {
    keep_record(tx, merge, customer->id);
    remove_keys(tx, *customer);
  }
  move_rows(tx, merge, "dealership_consents", "customer_id", merged.id, survivor.id);
  const auto further = all_further(tx, merge, kept, {survivor, merged});
  for (const auto* customer : {&survivor, &merged}) delete_further(tx, merge, customer->id);
  delete_record(tx, merge);
  update_record(tx, together(survivor, merged, kept));
  for (const auto& contact : further) insert_further(tx, merge, survivor.id, contact);
  write_keys(tx, merge, survivor.id);
}

void unmerge_customers(Transaction& tx, const Merge& merge) {
  remove_keys(tx, on_file(tx, merge, merge.survivor_id));
  delete_further(tx, merge, merge.survivor_id);
  restore_records(tx, merge);
  move_rows_back(tx, merge, "dealership_consents", "customer_id");
  for (const auto& [name, customer_id] : moved_rows(tx, merge, kFurther))
    insert_further(tx, merge, customer_id, contact_of(name.substr(customer_id.size() + 1)));
  for (const auto& id : {merge.survivor_id, merge.merged_id}) write_keys(tx, merge, id);
}

void forget_merge(Transaction& tx, const Merge& merge) {
  static constexpr std::string_view kRecords =
      "DELETE FROM dealership_merged_customers WHERE store_id = $1 AND merge_id = $2";
  static constexpr std::string_view kMoves =
      "DELETE FROM dealership_merge_moves WHERE store_id = $1 AND merge_id = $2";
  tx.put(kRecords, merge.store_id, merge.id);
  tx.put(kMoves, merge.store_id, merge.id);
}

void note_moved(Transaction& tx, const Merge& merge, const std::string& what, const Moved& moved) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_merge_moves (store_id, merge_id, what, row_id, was) VALUES ($1, $2, $3, $4, $5)";
  tx.put(kInsert, merge.store_id, merge.id, what, moved.row_id, moved.was);
}

std::vector<Moved> moved_rows(Transaction& tx, const Merge& merge, const std::string& what) {
  static constexpr std::string_view kSelect =
      "SELECT row_id, was FROM dealership_merge_moves WHERE store_id = $1 AND merge_id = $2 AND what = $3"
      " ORDER BY row_id";
  std::vector<Moved> moved;
  for (const auto& row : tx.query(kSelect, merge.store_id, merge.id, what))
    moved.push_back({row.get<std::string>(0), row.get<std::string>(1)});
  return moved;
}

std::vector<std::string> move_rows(Transaction& tx, const Merge& merge, const std::string& table,
                                   const std::string& column, const std::string& from,
                                   const std::string& to) {
  const auto select = "SELECT id FROM " + table + " WHERE store_id = $1 AND " + column + " = $2 ORDER BY id";
  const auto update =
      "UPDATE " + table + " SET " + column + " = $1 WHERE store_id = $2 AND " + column + " = $3";
  std::vector<std::string> ids;
  for (const auto& row : tx.query(select, merge.store_id, from)) {
    ids.push_back(row.get<std::string>(0));
    note_moved(tx, merge, table + "." + column, {ids.back(), from});
  }
  if (!ids.empty()) tx.put(update, to, merge.store_id, from);
  return ids;
}

void move_rows_back(Transaction& tx, const Merge& merge, const std::string& table,
                    const std::string& column) {
  const auto update = "UPDATE " + table + " SET " + column + " = $1 WHERE store_id = $2 AND id = $3";
  for (const auto& [id, was] : moved_rows(tx, merge, table + "." + column))
    tx.put(update, was, merge.store_id, id);
}

std::optional<std::string> merged_into(Transaction& tx, std::string_view store_id,
                                       const std::string& customer_id) {
  static constexpr std::string_view kSelect =
      "SELECT into_id FROM dealership_merged_customers WHERE store_id = $1 AND id = $2 AND into_id IS NOT NULL";
  Text last;
  for (auto id = customer_id;;) {
    const auto row = tx.query(kSelect, store_id, id).first();
    if (!row) return last;
    last = id = row->get<std::string>(0);
  }
}

}  // namespace guanxi::dealership
