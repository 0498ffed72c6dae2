// Two customers on file who are one person: putting their records together, and taking that back.
#pragma once

#include "dealership/customers.h"

namespace guanxi::dealership {

/// A merge: `merged` goes up in `survivor`, whose id stays.
struct Merge {
  std::string store_id, id, survivor_id, merged_id;
};

/// What stands on the survivor's record afterwards. What the two had besides is kept as further contacts, so
/// that nobody becomes unknown.
struct Kept {
  std::string name;
  std::optional<Sex> sex;
  std::optional<std::string> phone, wechat, plate, email, salesperson_id;
};

/// Puts the records together: contacts, consents and search keys. The merged record is kept aside. Every
/// other room must have moved what it has of the merged customer before.
void merge_customers(database::Transaction& tx, const Merge& merge, const Kept& kept);

/// Takes it back: both records are as they were, under higher versions. Afterwards the other rooms move back
/// what they have, and `forget_merge` ends it.
void unmerge_customers(database::Transaction& tx, const Merge& merge);
void forget_merge(database::Transaction& tx, const Merge& merge);

/// For every room: what of its table stands under `from` stands under `to` now. Each row is noted, so that
/// `move_rows_back` finds it. Rows have `store_id` and `id`; those with a `version` raise it themselves.
/// @returns the ids of the moved rows
std::vector<std::string> move_rows(database::Transaction& tx, const Merge& merge, const std::string& table,
                                   const std::string& column, const std::string& from, const std::string& to);
void move_rows_back(database::Transaction& tx, const Merge& merge, const std::string& table,
                    const std::string& column);

/// For what a room changes in another way: notes what a row was like, and tells it again.
struct Moved {
  std::string row_id, was;
};
void note_moved(database::Transaction& tx, const Merge& merge, const std::string& what, const Moved& moved);
std::vector<Moved> moved_rows(database::Transaction& tx, const Merge& merge, const std::string& what);

/// Into whom a customer who is no longer on file was merged at last.
std::optional<std::string> merged_into(database::Transaction& tx, std::string_view store_id,
                                       const std::string& customer_id);

}  // namespace guanxi::dealership
