#include "demo/after_bulk.h"

#include "improvement/improvement.h"

namespace guanxi::demo {

void after_bulk(database::Database& database, Instant now) { improvement::fold_all(database, now); }

}  // namespace guanxi::demo
