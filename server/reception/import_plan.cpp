// What can be said of a row by its file alone.
#include <fmt/format.h>

#include "platform/identity/uuid.h"
#include "reception/import_place.h"

namespace guanxi::reception {
namespace {

/// The id that a visit of this content has at every import. Like all ids it begins with a time, here that of
/// the arrival: rows that lie side by side in a file lie side by side in the database's indexes.
std::string visit_id_of(const std::string& store_id, const OldVisit& old, const std::string& hash,
                        int occurrence) {
  auto id = uuid_of("visit " + store_id + " " + hash + " " + std::to_string(occurrence));
  const auto day = days_between("1970-01-01", old.visit.day) * kDay;
  const auto time = fmt::format("{:012x}", old.time_given ? old.visit.arrived_at : day);
  id.replace(0, 8, time, 0, 8);
  id.replace(9, 4, time, 8, 4);
  return id;
}

void refuse_row(PlannedRow& row, RowRefusal&& refusal) {
  row.outcome.code = std::move(refusal.code);
  row.outcome.field = refusal.field;
  row.outcome.value = std::move(refusal.value);
}

bool another(const std::optional<std::string>& theirs, const std::optional<std::string>& said) {
  return theirs && said && *theirs != *said;
}

}  // namespace

void FileMemory::survey(std::int64_t number, const tables::Cells& cells, const ImportContext& context) {
  if (kind_ != ImportKind::visits) return;
  const auto old = understand_row(cells, columns_, context);
  if (!old || !old->customer) return;
  const std::pair came(old->visit.arrived_at, number);
  const auto [found, added] = first_.emplace(old->customer->key(), came);
  if (!added) found->second = std::min(found->second, came);
}

PlannedRow FileMemory::plan(std::int64_t number, const tables::Cells& cells, const ImportContext& context) {
  PlannedRow row;
  row.outcome.number = number;
  row.outcome.cells = cells;
  kind_ == ImportKind::visits ? plan_visit(row, context) : plan_listed(row, context);
  return row;
}

void FileMemory::plan_visit(PlannedRow& row, const ImportContext& context) {
  auto old = understand_row(row.outcome.cells, columns_, context);
  if (!old) return refuse_row(row, std::move(old.error()));
  // Two rows of the same content are two visits: the second time, they are again the first and the second.
  const auto hash = uuid_of(old->content);
  old->visit.id = visit_id_of(context.store.id, *old, hash, ++times_seen_[hash]);
  const std::pair came(old->visit.arrived_at, row.outcome.number);
  if (old->customer && first_.at(old->customer->key()) < came) old->visit.occasion = Occasion::again;
  row.outcome.visit_id = old->visit.id;
  row.old = *std::move(old);
}

void FileMemory::plan_listed(PlannedRow& row, const ImportContext& context) const {
  auto listed = understand_listed(row.outcome.cells, columns_, context);
  if (!listed) return refuse_row(row, std::move(listed.error()));
  row.listed = *std::move(listed);
}

const TrialMemory::Person* TrialMemory::person(const std::string& id) const {
  if (const auto found = people_.find(id); found != people_.end()) return &found->second;
  return below_ == nullptr ? nullptr : below_->person(id);
}

const std::string* TrialMemory::id_by(Ids TrialMemory::*ids,
                                      const std::optional<std::string>& contact) const {
  if (!contact) return nullptr;
  if (const auto found = (this->*ids).find(*contact); found != (this->*ids).end()) return &found->second;
  return below_ == nullptr ? nullptr : below_->id_by(ids, contact);
}

const TrialMemory::Person* TrialMemory::find(const std::optional<std::string>& phone,
                                             const std::optional<std::string>& wechat) const {
  if (const auto* id = id_by(&TrialMemory::by_phone_, phone)) return person(*id);
  if (const auto* id = id_by(&TrialMemory::by_wechat_, wechat)) return person(*id);
  return nullptr;
}

void TrialMemory::add(const std::string& customer_id, const dealership::Contacts& contacts,
                      Instant arrived_at) {
  const auto* before = person(customer_id);
  auto& now = people_.try_emplace(customer_id, before != nullptr ? *before : Person{customer_id, {}, {}})
                  .first->second;
  now.arrivals.insert(arrived_at);
  const auto fill = [&](auto& own, const auto& contact, Ids TrialMemory::*ids) {
    // What another customer has stays theirs.
    if (own || !contact || id_by(ids, contact) != nullptr) return;
    own = contact;
    (this->*ids).emplace(*contact, customer_id);
  };
  fill(now.contacts.phone, contacts.phone, &TrialMemory::by_phone_);
  fill(now.contacts.wechat, contacts.wechat, &TrialMemory::by_wechat_);
}

bool TrialMemory::was_there(const std::string& customer_id, Instant arrived_at) const {
  const auto* known = person(customer_id);
  return known != nullptr && known->arrivals.contains(arrived_at);
}

const std::optional<std::string>* TrialMemory::carded(const std::string& contact) const {
  if (const auto found = carded_.find(contact); found != carded_.end()) return &found->second;
  return below_ == nullptr ? nullptr : below_->carded(contact);
}

std::optional<dealership::Match> TrialMemory::still_known(const ListedProspect& listed,
                                                          std::optional<dealership::Match> known) const {
  if (!known || known->by != dealership::KnownBy::email) return known;
  const auto* theirs = carded("id " + known->customer.id);
  if (theirs != nullptr && another(*theirs, listed.contacts.phone)) return std::nullopt;
  return known;
}

void TrialMemory::add_card(const ListedProspect& listed, const std::optional<dealership::Match>& known) {
  const auto& [phone, wechat, plate] = listed.contacts;
  const auto own_phone = known && known->customer.phone ? known->customer.phone : phone;
  if (known) carded_["id " + known->customer.id] = own_phone;
  if (phone) carded_["phone " + *phone] = own_phone;
  // Of whoever is on file, a run completes number and address only.
  if (wechat && !known) carded_["wechat " + *wechat] = own_phone;
  if (listed.email && !(known && known->customer.email)) carded_["email " + *listed.email] = own_phone;
}

TrialMemory::Met TrialMemory::meet(const ListedProspect& listed,
                                   const std::optional<dealership::Match>& known) const {
  const auto& [phone, wechat, plate] = listed.contacts;
  // The order in which the matcher of a run looks.
  const auto by = known ? std::optional(known->by) : std::nullopt;
  const auto* as_known = known ? carded("id " + known->customer.id) : nullptr;
  if (phone && carded("phone " + *phone) != nullptr) return Met::card;
  if (by == dealership::KnownBy::phone) return as_known != nullptr ? Met::card : Met::nobody;
  const auto* by_wechat = by == dealership::KnownBy::wechat ? as_known
                          : wechat                          ? carded("wechat " + *wechat)
                                                            : nullptr;
  if (by_wechat != nullptr) return another(*by_wechat, phone) ? Met::other_phone : Met::card;
  if (by == dealership::KnownBy::wechat) return Met::nobody;
  // The latest who wrote from an address has it.
  const auto* by_email = listed.email ? carded("email " + *listed.email) : nullptr;
  if (by_email == nullptr) by_email = as_known;
  return by_email != nullptr && !another(*by_email, phone) ? Met::card : Met::nobody;
}

TrialMemory TrialMemory::begin() const {
  TrialMemory more;
  more.below_ = this;
  return more;
}

void TrialMemory::keep(TrialMemory&& more) {
  for (auto& [id, person] : more.people_) people_[id] = std::move(person);
  by_phone_.merge(more.by_phone_);
  by_wechat_.merge(more.by_wechat_);
  for (auto& [contact, phone] : more.carded_) carded_[contact] = std::move(phone);
}

}  // namespace guanxi::reception
