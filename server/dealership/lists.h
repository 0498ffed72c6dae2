// The two-level lists that every store has its own copy of: channels, reasons for leaving no contact, kinds
// of visitors who are no prospects.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/database/database.h"
#include "platform/identity/actor.h"
#include "platform/json/types.h"
#include "platform/result.h"
#include "platform/wrongs.h"

namespace guanxi::dealership {

enum class List {
  channel,    ///< how they came to know of us (domain brief §6)
  unfiled,    ///< why nobody has their number (§4.2)
  exclusion,  ///< why a visitor is no prospect (§2.3); "just looking" is not among these
};
BOOST_DESCRIBE_ENUM(List, channel, unfiled, exclusion)

struct ListEntry {
  std::string code;  ///< stable: "U1", "U1.forgot"; an id for entries that a store has added
  std::optional<std::string> parent_code;
  std::string label_zh, label_en;
  std::int64_t position = 0;
  bool added = false;  ///< by the store itself
  bool retired = false;
  std::int64_t version = 1;
  BOOST_DESCRIBE_CLASS(ListEntry, (),
                       (code, parent_code, label_zh, label_en, position, added, retired, version), (), ())
};

struct NewListEntry {
  json::Id id;
  json::Line<40> parent_code;
  json::Line<60> label_zh, label_en;
  BOOST_DESCRIBE_CLASS(NewListEntry, (), (id, parent_code, label_zh, label_en), (), ())
};
struct ListEntryEdit {
  json::Line<60> label_zh, label_en;
  json::Number<0, 100000> position;
  bool retired = false;
  BOOST_DESCRIBE_CLASS(ListEntryEdit, (), (label_zh, label_en, position, retired), (), ())
};

/// Gives a new store its copy of the defaults.
void copy_default_lists(database::Transaction& tx, std::string_view store_id);

/// All entries, first level before second, in their order; retired ones too.
std::vector<ListEntry> list_entries(database::Transaction& tx, std::string_view store_id, List list);

/// Adds a second-level entry. Refuses a parent that is not a first-level entry (`/parent_code`), and a label
/// that another entry below the same parent has (`label_exists`, or `label_exists_retired`). The same id a
/// second time gives the entry that is there. `wrongs` is what is wrong with the input's shape: the refusal
/// names every wrong field at once.
Result<ListEntry> add_list_entry(database::Transaction& tx, const Actor& actor, std::string_view store_id,
                                 List list, const NewListEntry& input, Instant now, Wrongs wrongs = {});
/// Renames, moves or retires an entry. Codes and first levels stay: they are what stores are compared by. A
/// new label must not be that of a neighbour.
Result<ListEntry> edit_list_entry(database::Transaction& tx, const Actor& actor, std::string_view store_id,
                                  List list, std::string_view code, const ListEntryEdit& input,
                                  std::int64_t version, Instant now, Wrongs wrongs = {});

/// The entry of a code, retired or not.
std::optional<ListEntry> find_list_entry(database::Transaction& tx, std::string_view store_id, List list,
                                         std::string_view code);

/// Whether a record may newly be given this code: it is there, not retired, and has no second level below it
/// that must be chosen instead. Refuses at `pointer`.
Result<> check_choice(database::Transaction& tx, std::string_view store_id, List list, std::string_view code,
                      const std::string& pointer);

}  // namespace guanxi::dealership
