// Putting two customers who are one person together, and taking that back.
#pragma once

#include "platform/wrongs.h"
#include "prospects/duplicates.h"

namespace guanxi::prospects {

/// Whose value stays; where nothing is chosen, that of who came on file earlier, else the other's.
struct KeptChoices {
  std::optional<Which> name, sex, phone, wechat, plate, email, salesperson;
  BOOST_DESCRIBE_CLASS(KeptChoices, (), (name, sex, phone, wechat, plate, email, salesperson), (), ())
};
struct NewMerge {
  json::Id id;
  KeptChoices keep;
  BOOST_DESCRIBE_CLASS(NewMerge, (), (id, keep), (), ())
};

/// Why a merge can no longer be taken back.
enum class NoUndo { undone, something_new };
BOOST_DESCRIBE_ENUM(NoUndo, undone, something_new)

struct MergeView {
  std::string id;
  json::Time at;
  std::optional<dealership::Name> by;
  dealership::Name customer;         ///< who is on file now
  std::string customer_was, merged;  ///< the names that both had before
  std::optional<json::Time> undone_at;
  std::optional<dealership::Name> undone_by;
  std::optional<NoUndo> no_undo;  ///< nothing: it can be taken back
  BOOST_DESCRIBE_CLASS(MergeView, (),
                       (id, at, by, customer, customer_was, merged, undone_at, undone_by, no_undo), (), ())
};

/// Puts the two of a pair together: whoever came on file earlier takes up the other one, with visits, cards,
/// follow-ups, orders, party, leads and consents. Of two open cards one goes on (see `OpenCards`), and the
/// other is closed as merged: it counts nowhere any more. What is not chosen of the contacts is kept beside
/// the record. Refuses pairs that are settled (`already_merged`, `told_apart`) or both of whom have an open
/// order (`both_ordered`), records that are no longer as they were looked at (`stale` with the pair as it
/// stands), and a choice that leaves no contact. The same id
/// a second time changes nothing.
Result<MergeView> merge_duplicate(database::Transaction& tx, const Actor& actor,
                                  const dealership::Store& store, const std::string& duplicate_id,
                                  const NewMerge& input, std::int64_t version, Instant now,
                                  Wrongs wrongs = {});

/// Takes a merge back: everything is as it was, under higher versions. Refused as soon as anything has
/// happened to the customer, a card or a visit of theirs since (`something_new`), besides what the clock
/// does.
Result<MergeView> undo_merge(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                             const std::string& merge_id, Instant now);

/// The latest first, at most 50.
std::vector<MergeView> latest_merges(database::Transaction& tx, const dealership::Store& store);

}  // namespace guanxi::prospects
