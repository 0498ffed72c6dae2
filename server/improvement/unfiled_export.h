// The tables behind the charts, to be saved.
#pragma once

#include "improvement/unfiled.h"
#include "platform/tables/sheet.h"
#include "platform/words/words.h"

namespace guanxi::improvement {

/// Which chart's table.
enum class Part { months, causes, groups, differences };
BOOST_DESCRIBE_ENUM(Part, months, causes, groups, differences)

/// Headings and choices of one language. Reasons and channels have the labels of `store_id`; of a group,
/// those of its first store.
tables::Sheet sheet_of(database::Transaction& tx, const Look& look, const std::string& store_id, Part part,
                       Dimension by, Language language);

}  // namespace guanxi::improvement
