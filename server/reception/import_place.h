// Where a row belongs: a new visit or prospect, or one that is there.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "platform/database/database.h"
#include "reception/import_listed.h"
#include "reception/import_store.h"

namespace guanxi::reception {

/// A row on its way: refused as it stands, or a visit or prospect with the id that it has at every import of
/// the same content.
struct PlannedRow {
  RowOutcome outcome;  ///< number and cells; complete for a row that was refused
  std::optional<OldVisit> old;
  std::optional<ListedProspect> listed;
};

/// Somebody who is not on file, as a row describes them. They are found again by the contact, not by the id;
/// so the id may be a new one, which lists sort by.
dealership::Customer new_customer(const ImportContext& context, const OldCustomer& row);

/// Notes what becomes of a row.
void settle(RowOutcome& outcome, RowResult result, std::string_view code = {});
/// Notes that nobody knows which of two customers the WeChat name means: the one who has it, or the one who
/// has the number beside it.
void refuse_contact(RowOutcome& outcome, const std::optional<std::string>& wechat);

/// What the rows of one file say about each other.
class FileMemory {
 public:
  FileMemory(ImportKind kind, const FieldColumns& columns) : kind_(kind), columns_(columns) {}

  /// To be called with every row once before planning any: notes when each customer came first.
  void survey(std::int64_t number, const tables::Cells& cells, const ImportContext& context);
  /// To be called with every row in the order of the file.
  PlannedRow plan(std::int64_t number, const tables::Cells& cells, const ImportContext& context);
  /// When the customer first came, by this file.
  Instant first_arrival(const OldCustomer& customer) const { return first_.at(customer.key()).first; }

 private:
  void plan_visit(PlannedRow& row, const ImportContext& context);
  void plan_listed(PlannedRow& row, const ImportContext& context) const;

  ImportKind kind_;
  ColumnsByField columns_;
  std::unordered_map<std::string, std::pair<Instant, std::int64_t>> first_;  // arrival and row
  std::unordered_map<std::string, int> times_seen_;                          // by hash of content
};

/// What a run would have written by now: a trial writes nothing, but its later rows meet the earlier ones.
class TrialMemory {
 public:
  struct Person {
    std::string id;
    dealership::Contacts contacts;
    std::set<Instant> arrivals;
  };

  /// The customer whom the rows before would have put on file or completed under this phone or WeChat name.
  const Person* find(const std::optional<std::string>& phone, const std::optional<std::string>& wechat) const;
  /// A visit of the customer would be created.
  void add(const std::string& customer_id, const dealership::Contacts& contacts, Instant arrived_at);
  bool was_there(const std::string& customer_id, Instant arrived_at) const;
  /// A match by address no longer holds once its customer would have another number than the prospect's.
  std::optional<dealership::Match> still_known(const ListedProspect& listed,
                                               std::optional<dealership::Match> known) const;
  /// A card would be opened for this prospect, who is `known` or would be put on file.
  void add_card(const ListedProspect& listed, const std::optional<dealership::Match>& known);
  /// What a run would find when it came to this prospect.
  enum class Met { nobody, card, other_phone };
  Met meet(const ListedProspect& listed, const std::optional<dealership::Match>& known) const;

  /// A memory for some more rows on top of this one, which stays as it is until `keep`: reading work may be
  /// run again, and must find what it found the first time.
  TrialMemory begin() const;
  void keep(TrialMemory&& more);

 private:
  using Ids = std::unordered_map<std::string, std::string>;
  const Person* person(const std::string& id) const;
  const std::string* id_by(Ids TrialMemory::*ids, const std::optional<std::string>& contact) const;

  const TrialMemory* below_ = nullptr;
  std::unordered_map<std::string, Person> people_;
  Ids by_phone_, by_wechat_;
  /// Whoever would have a card by now, under every contact: with their phone number, if they have one.
  std::unordered_map<std::string, std::optional<std::string>> carded_;
  const std::optional<std::string>* carded(const std::string& contact) const;
};

/// Says what a run would do with the rows, and remembers it for the rows behind them.
void try_rows(database::Transaction& tx, std::vector<PlannedRow>& rows, const ImportContext& context,
              TrialMemory& memory);

/// Brings the rows in: visits into the log, prospects onto cards. A contact that is on file makes the visit
/// one of that customer, and completes what is not on file yet; a new one makes a customer. Each visit is
/// announced by one fact, as if it had been closed at the desk just now: VisitFiled, VisitLeftUnfiled,
/// ExclusionConfirmed or ExclusionAsked. Which file and row it came from stands with the rows of the import.
void run_rows(database::Transaction& tx, std::vector<PlannedRow>& rows, const ImportContext& context,
              const FileMemory& file);

}  // namespace guanxi::reception
