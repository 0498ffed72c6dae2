// What was noticed, as it is told to managers: by person, with the rows behind every number.
#pragma once

#include "dealership/dealership.h"
#include "platform/http/paging.h"
#include "platform/tables/sheet.h"
#include "workday/truth.h"

namespace guanxi::workday {

using dealership::Name;
using dealership::Store;

/// Days of the store, both included, and from when on something is worth a question.
struct TruthAsked {
  std::string from, to;
  Thresholds thresholds;
};

struct FindingCounts {
  std::int64_t burst = 0, unreached = 0, unsaid = 0, unworked = 0;
  BOOST_DESCRIBE_CLASS(FindingCounts, (), (burst, unreached, unsaid, unworked), (), ())
};
/// One person's days. Counts only: of few rows a share says nothing.
struct PersonTruth {
  Name person;
  std::int64_t follow_ups, reached;  ///< written down in these days; of them two-way
  FindingCounts findings;
  BOOST_DESCRIBE_CLASS(PersonTruth, (), (person, follow_ups, reached, findings), (), ())
};
struct Truth {
  std::string from, to;
  Thresholds thresholds;
  std::int64_t follow_ups, reached;
  FindingCounts findings;
  std::vector<PersonTruth> people;  ///< everybody who wrote down a follow-up in these days, by name
  BOOST_DESCRIBE_CLASS(Truth, (), (from, to, thresholds, follow_ups, reached, findings, people), (), ())
};
Truth truth(database::Transaction& tx, const Store& store, const TruthAsked& asked);

/// A store beside its sisters, in its own days.
struct StoreTruth {
  std::string store_id, store_name;
  std::int64_t follow_ups, reached;
  FindingCounts findings;
  BOOST_DESCRIBE_CLASS(StoreTruth, (), (store_id, store_name, follow_ups, reached, findings), (), ())
};
StoreTruth truth_of_store(database::Transaction& tx, const Store& store, const TruthAsked& asked);

struct FindingCard {
  std::string id, store_id, customer;
  prospects::CardStanding standing;  ///< today
  prospects::Grade grade;
  std::optional<Name> salesperson;
  BOOST_DESCRIBE_CLASS(FindingCard, (), (id, store_id, customer, standing, grade, salesperson), (), ())
};
/// A follow-up behind a finding.
struct FindingRow {
  std::string id;
  FindingCard card;
  json::Time at;
  std::optional<json::Time> sent_at;  ///< when it arrived, if that was more than two minutes later
  prospects::FollowUpWay way;
  bool reached;
  std::optional<std::string> said;
  prospects::Grade grade;              ///< after it
  std::optional<std::string> next_on;  ///< a day of the store
  BOOST_DESCRIBE_CLASS(FindingRow, (), (id, card, at, sent_at, way, reached, said, grade, next_on), (), ())
};
struct Finding {
  FindingKind kind;
  Name person;
  std::string on;  ///< the store's day of the last row
  json::Time first_at, last_at;
  std::int64_t minutes;              ///< from the first row to the last, begun ones counted; at least 1
  std::int64_t customers;            ///< different ones
  std::int64_t sent_later;           ///< rows that a phone had kept
  std::optional<json::Time> since;   ///< see Found::since
  std::optional<std::int64_t> days;  ///< of the store from then to the last row
  std::optional<std::int64_t>
      after_minutes;  ///< unworked: from opening the card to asking, full ones; at least 0
  bool few, soon;     ///< unworked: which of the two it was
  std::vector<FindingRow> rows;
  BOOST_DESCRIBE_CLASS(Finding, (),
                       (kind, person, on, first_at, last_at, minutes, customers, sent_later, since, days,
                        after_minutes, few, soon, rows),
                       (), ())
};
struct FindingFilter {
  std::optional<FindingKind> kind;
  std::optional<std::string> person_id;
};
/// The findings behind a number, the latest first: `limit` of them from number `start` on, and whether there
/// are more.
struct Findings {
  std::vector<Finding> items;
  bool more;
};
Findings findings(database::Transaction& tx, const Store& store, const TruthAsked& asked,
                  const FindingFilter& filter, std::size_t start, std::size_t limit);

/// Every row of every finding that the filter lets through, with headings in the reader's language.
tables::Sheet truth_sheet(database::Transaction& tx, const Store& store, const TruthAsked& asked,
                          const FindingFilter& filter, Language language);

}  // namespace guanxi::workday
