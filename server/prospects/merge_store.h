// All SQL about merges.
#pragma once

#include "prospects/merging.h"

namespace guanxi::prospects {

/// A merge as noted.
struct MergeRecord {
  dealership::Merge merge;
  std::string duplicate_id, survivor_name, merged_name, fact_id, by_id;
  Instant at = 0;
  std::optional<Instant> undone_at;
  std::optional<std::string> undone_by;
};

void insert_merge(database::Transaction& tx, const MergeRecord& record);
std::optional<MergeRecord> find_merge(database::Transaction& tx, std::string_view store_id,
                                      std::string_view id);
std::vector<MergeRecord> select_merges(database::Transaction& tx, std::string_view store_id);
void note_undone(database::Transaction& tx, const MergeRecord& record, const std::string& by_id, Instant now);

/// Whether the survivor has taken up somebody else since, or has gone up in somebody.
bool merged_again(database::Transaction& tx, const MergeRecord& record);

/// Everything of a customer that facts may be about: the customer, the cards, the visits.
std::vector<std::string> subjects_of(database::Transaction& tx, std::string_view store_id,
                                     const std::string& customer_id);

}  // namespace guanxi::prospects
