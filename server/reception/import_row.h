// One row of an old log: what it says, by the rules of the log. No SQL.
#pragma once

#include <array>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "platform/tables/table_reader.h"
#include "reception/import.h"
#include "reception/import_lists.h"
#include "reception/visit.h"

namespace guanxi::reception {

/// Which column each field stands in.
class ColumnsByField {
 public:
  explicit ColumnsByField(const FieldColumns& columns);
  /// The cell of a field without blanks around it; empty when the row or the file has none.
  std::string_view cell(const tables::Cells& cells, Field field) const;

 private:
  std::array<std::size_t, boost::mp11::mp_size<boost::describe::describe_enumerators<Field>>::value> column_;
};

/// Why a row is not taken.
struct RowRefusal {
  std::string code;
  std::optional<Field> field;
  std::string value;  ///< the cell, cut if it is long
};

/// A customer as the row describes them.
struct OldCustomer {
  std::string name;
  std::optional<dealership::Sex> sex;
  dealership::Contacts contacts;

  /// What makes the customer the same one in another row: the phone, or else the WeChat name.
  const std::string& key() const { return contacts.phone ? *contacts.phone : *contacts.wechat; }
};

/// A visit as the row describes it.
struct OldVisit {
  Visit visit;                          ///< without id and customer
  std::optional<OldCustomer> customer;  ///< of a filed visit
  bool time_given = false;              ///< otherwise the time of arrival is only assumed
  /// All that the row says, in one form: rows of the same content have the same text, in whatever order,
  /// format or file they stand.
  std::string content;
};

/// Understands a row.
///
/// A visit without a time of arrival is put at 12:00 of its day (earlier if the party left earlier or the day
/// is not that far yet). Name and contact make it filed; an exclusion makes it excluded when the salesperson
/// and whoever imports are two people, and else asked for; everything else is unfiled. A reason that nobody
/// has heard of is "unknown" (U9.unknown), since the visit is worth more than its reason. The grade that the
/// file gives is kept as a sentence of the story. As at the desk, unfiled and excluded visits keep no name,
/// number or plate.
std::expected<OldVisit, RowRefusal> understand_row(const tables::Cells& cells, const ColumnsByField& columns,
                                                   const ImportContext& context);

}  // namespace guanxi::reception
