// One row of a list of prospects: what it says, and where it goes.
#pragma once

#include "reception/import_row.h"
#include "reception/listed_prospect.h"

namespace guanxi::reception {

struct RowOutcome;
class TrialMemory;

/// Understands a row. Every prospect needs a name and a way to be reached; who has ordered, is lost or has
/// the car already is none to follow up (`no_open_prospect`). A salesperson who has left is left out, so the
/// card waits for somebody to be given it. Of a day of the next follow-up that has passed, today is made.
std::expected<ListedProspect, RowRefusal> understand_listed(const tables::Cells& cells,
                                                            const ColumnsByField& columns,
                                                            const ImportContext& context);

/// Says what a run would do with the row, and remembers it for the rows behind it.
void try_listed(database::Transaction& tx, const ListedProspect& listed, RowOutcome& outcome,
                const ImportContext& context, TrialMemory& memory);

/// Puts the prospect on file, unless one of the same contact is, and has a card opened for them. Whoever has
/// an open card keeps it as it is.
void run_listed(database::Transaction& tx, const ListedProspect& listed, RowOutcome& outcome,
                const ImportContext& context);

}  // namespace guanxi::reception
