#include "reception/import_place.h"

#include <array>
#include <tuple>

#include "platform/facts/facts.h"
#include "platform/identity/uuid.h"
#include "reception/reception_facts.h"
#include "reception/visit_store.h"

namespace guanxi::reception {
namespace {

using dealership::Contacts;
using dealership::Customer;
using dealership::KnownBy;

constexpr std::size_t kIdsAtOnce = 50;

/// Which of the planned visits are in the log.
std::unordered_set<std::string> existing_visits(database::Transaction& tx, const std::string& store_id,
                                                const std::vector<PlannedRow>& rows) {
  // A join, since PostgreSQL reads a whole index for a long IN when it does not know yet how large the table
  // is.
  static const std::string kSelect = [] {
    std::string text = "WITH planned (id) AS (VALUES ($2)";
    for (std::size_t i = 1; i < kIdsAtOnce; ++i) text += ", ($" + std::to_string(2 + i) + ")";
    return text + ") SELECT v.id FROM planned p JOIN reception_visits v ON v.store_id = $1 AND v.id = p.id";
  }();
  std::unordered_set<std::string> found;
  std::array<std::string_view, kIdsAtOnce> ids;
  for (std::size_t start = 0; start < rows.size(); start += kIdsAtOnce) {
    for (std::size_t i = 0; i < kIdsAtOnce; ++i) {
      ids[i] =
          start + i < rows.size() ? std::string_view(rows[start + i].outcome.visit_id) : std::string_view();
    }
    const auto answer =
        std::apply([&](const auto&... id) { return tx.query(kSelect, store_id, id...); }, ids);
    for (const auto& row : answer) found.insert(row.get<std::string>(0));
  }
  return found;
}

/// What the log knows of a customer's visits.
struct Visited {
  bool earlier = false;  ///< before this moment
  bool that_time = false;
};
Visited visited(database::Transaction& tx, const std::string& store_id, const std::string& customer_id,
                Instant arrived_at) {
  static constexpr std::string_view kSelect =
      "SELECT MIN(arrived_at), MAX(CASE WHEN arrived_at = $3 THEN 1 ELSE 0 END) FROM reception_visits"
      " WHERE store_id = $1 AND customer_id = $2";
  const auto row = tx.query(kSelect, store_id, customer_id, arrived_at)[0];
  const auto first = row.get<std::optional<Instant>>(0);
  if (!first) return {};
  return {*first < arrived_at, row.get<std::int64_t>(1) == 1};
}

/// A WeChat name that belongs to a customer with another phone: nobody knows which of both is meant.
bool contradicts(const Contacts& on_file, const Contacts& row) {
  return on_file.phone && row.phone && *on_file.phone != *row.phone;
}

Contacts contacts_of(const Customer& customer) { return {customer.phone, customer.wechat, customer.plate}; }

/// A customer on file, or one who would be; those have their contact in the place of an id.
struct KnownTo {
  std::string id;
  Contacts contacts;
  bool by_phone = false;  ///< of the database: also under a number beside the record's
};

/// Who would be on file by now: by the phone, or else by the WeChat name; in the memory or the database.
std::optional<KnownTo> known_by_now(database::Transaction& tx, const OldVisit& old,
                                    const TrialMemory& memory) {
  const auto& contacts = old.customer->contacts;
  const std::optional<std::string> none;
  for (const bool by_phone : {true, false}) {
    const auto& phone = by_phone ? contacts.phone : none;
    const auto& wechat = by_phone ? none : contacts.wechat;
    if (const auto* person = memory.find(phone, wechat)) return KnownTo{person->id, person->contacts};
    if (const auto known = dealership::match(tx, old.visit.store_id, {phone, wechat, std::nullopt})) {
      return KnownTo{known->customer.id, contacts_of(known->customer), known->by == KnownBy::phone};
    }
  }
  return std::nullopt;
}

void try_filed(database::Transaction& tx, const OldVisit& old, RowOutcome& outcome, TrialMemory& memory) {
  const auto& contacts = old.customer->contacts;
  const auto at = old.visit.arrived_at;
  const auto known = known_by_now(tx, old, memory).value_or(KnownTo{old.customer->key(), {}});
  if (!known.by_phone && contradicts(known.contacts, contacts))
    return refuse_contact(outcome, contacts.wechat);
  if (old.time_given &&
      (memory.was_there(known.id, at) || visited(tx, old.visit.store_id, known.id, at).that_time)) {
    return settle(outcome, RowResult::match, "customer_was_there");
  }
  // What is on file comes first: only what it lacks is taken from the row.
  memory.add(known.id, known.contacts, at);
  memory.add(known.id, contacts, at);
  settle(outcome, RowResult::create);
}

/// Fills in what is not on file yet. What another customer of the store has stays theirs.
void complete(database::Transaction& tx, const ImportContext& context, const Customer& known,
              const OldCustomer& row) {
  Contacts contacts = contacts_of(known);
  const auto fill = [](auto& to, const auto& from) {
    if (to || !from) return false;
    to = from;
    return true;
  };
  auto sex = known.sex;
  bool changed = fill(sex, row.sex) | fill(contacts.plate, row.contacts.plate);
  // A customer without the row's phone was found by the WeChat name, so nobody has that phone.
  changed |= fill(contacts.phone, row.contacts.phone);
  if (!known.wechat && row.contacts.wechat &&
      !dealership::match(tx, known.store_id, {std::nullopt, row.contacts.wechat, std::nullopt})) {
    changed |= fill(contacts.wechat, row.contacts.wechat);
  }
  if (!changed) return;
  dealership::CustomerInput input{{known.name}, sex, {}, {}, {}, {}};
  if (contacts.phone) input.phone = {*contacts.phone};
  if (contacts.wechat) input.wechat = {*contacts.wechat};
  if (contacts.plate) input.plate = {*contacts.plate};
  if (known.email) input.email = {*known.email};
  Actor importer;
  importer.id = context.importer_id;
  CHECK(dealership::edit_customer(tx, importer, context.store, known.id, input, known.version, context.now));
}

/// Puts the customer of a visit on file.
std::string add_customer(database::Transaction& tx, const OldVisit& old, const ImportContext& context,
                         const FileMemory& file) {
  auto customer = new_customer(context, *old.customer);
  customer.salesperson_id = old.visit.salesperson_id;
  customer.created_at = file.first_arrival(*old.customer);
  customer.last_visit_at = old.visit.arrived_at;
  CHECK(dealership::add_customer(tx, customer, context.importer_id, dealership::Keys::later));
  return customer.id;
}

void write_visit(database::Transaction& tx, const Visit& visit, const ImportContext& context,
                 bool customer_is_new) {
  CHECK(insert_closed_visit(tx, visit));
  const facts::Happening happening{visit.store_id, context.now, context.importer_id, "visit", visit.id};
  const auto& details = visit.details;
  if (visit.standing == Standing::filed) {
    facts::announce(tx, happening,
                    VisitFiled{*visit.customer_id, customer_is_new, visit.salesperson_id, details.model_id,
                               details.price_from, details.price_to, details.purchase_when,
                               details.purchase_day, visit.day});
  } else if (visit.standing == Standing::unfiled) {
    facts::announce(tx, happening, VisitLeftUnfiled{*visit.reason_code, visit.day});
  } else if (visit.standing == Standing::excluded) {
    facts::announce(tx, happening, ExclusionConfirmed{*visit.exclusion_code});
  } else {
    facts::announce(tx, happening, ExclusionAsked{*visit.exclusion_code});
  }
}

void run_filed(database::Transaction& tx, const OldVisit& old, RowOutcome& outcome,
               const ImportContext& context, const FileMemory& file) {
  const auto& contacts = old.customer->contacts;
  Visit visit = old.visit;
  const auto found = dealership::match(tx, visit.store_id, {contacts.phone, contacts.wechat, std::nullopt});
  if (!found) {
    visit.customer_id = add_customer(tx, old, context, file);
  } else {
    if (found->other_phone) return refuse_contact(outcome, contacts.wechat);
    const auto* known = &found->customer;
    const auto before = visited(tx, visit.store_id, known->id, visit.arrived_at);
    if (old.time_given && before.that_time) return settle(outcome, RowResult::match, "customer_was_there");
    visit.customer_id = known->id;
    if (before.earlier) visit.occasion = Occasion::again;
    complete(tx, context, *known, *old.customer);
    dealership::note_visit(tx, visit.store_id, known->id, visit.arrived_at);
  }
  write_visit(tx, visit, context, !found);
  settle(outcome, RowResult::create);
}

}  // namespace

Customer new_customer(const ImportContext& context, const OldCustomer& row) {
  Customer customer;
  customer.store_id = context.store.id;
  customer.id = new_uuid(context.now);
  customer.name = row.name;
  customer.sex = row.sex;
  customer.phone = row.contacts.phone;
  customer.wechat = row.contacts.wechat;
  customer.plate = row.contacts.plate;
  return customer;
}

void settle(RowOutcome& outcome, RowResult result, std::string_view code) {
  outcome.result = result;
  outcome.code = code;
  // Only the row's own visit is told; of a customer who was there, it is another one.
  if (result == RowResult::refuse || code == "customer_was_there") outcome.visit_id.clear();
}

void refuse_contact(RowOutcome& outcome, const std::optional<std::string>& wechat) {
  settle(outcome, RowResult::refuse, "wechat_of_another");
  outcome.field = Field::wechat;
  outcome.value = wechat.value_or("");
}

void try_rows(database::Transaction& tx, std::vector<PlannedRow>& rows, const ImportContext& context,
              TrialMemory& memory) {
  const auto existing = existing_visits(tx, context.store.id, rows);
  for (auto& [outcome, old, listed] : rows) {
    if (listed) try_listed(tx, *listed, outcome, context, memory);
    if (!old) continue;
    if (existing.contains(old->visit.id)) {
      settle(outcome, RowResult::match, "row_is_there");
    } else if (old->customer) {
      try_filed(tx, *old, outcome, memory);
    } else {
      settle(outcome, RowResult::create);
    }
  }
}

void run_rows(database::Transaction& tx, std::vector<PlannedRow>& rows, const ImportContext& context,
              const FileMemory& file) {
  const auto existing = existing_visits(tx, context.store.id, rows);
  for (auto& [outcome, old, listed] : rows) {
    if (!old && !listed) continue;
    // This may be the second attempt at the same rows.
    outcome.visit_id = old ? old->visit.id : "";
    outcome.field.reset();
    outcome.value.clear();
    if (listed) run_listed(tx, *listed, outcome, context);
    if (!old) continue;
    if (existing.contains(old->visit.id)) {
      settle(outcome, RowResult::match, "row_is_there");
    } else if (old->customer) {
      run_filed(tx, *old, outcome, context, file);
    } else {
      write_visit(tx, old->visit, context, false);
      settle(outcome, RowResult::create);
    }
  }
}

}  // namespace guanxi::reception
