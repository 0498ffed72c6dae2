// The tables behind the charts, to be saved.
#pragma once

#include "improvement/unfiled.h"
#include "platform/tables/sheet.h"
#include "platform/words/words.h"

namespace guanxi::improvement {

/// Which chart's table.
enum class Part { months, causes, groups, differences, store_months, cohorts };
BOOST_DESCRIBE_ENUM(Part, months, causes, groups, differences, store_months, cohorts)

/// Headings and choices of one language. Reasons and channels have the labels of the first of the stores.
/// Refuses what `groups` refuses.
Result<tables::Sheet> sheet_of(database::Transaction& tx, const Look& look,
                               const std::vector<dealership::Store>& stores, Part part, Dimension by,
                               Language language);

}  // namespace guanxi::improvement
