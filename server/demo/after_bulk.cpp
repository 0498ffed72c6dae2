#include "demo/after_bulk.h"

#include "improvement/improvement.h"

namespace guanxi::demo {

void after_bulk(database::Database& database) { improvement::fold_all(database, SystemClock().now()); }

}  // namespace guanxi::demo
