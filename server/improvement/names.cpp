#include "improvement/names.h"

#include "platform/database/many.h"

namespace guanxi::improvement {
namespace {

std::string_view names_in(Dimension by) {
  switch (by) {
    case Dimension::person:
      return "SELECT id, name FROM dealership_person_names WHERE id IN " MANY;
    case Dimension::model:
      return "SELECT id, name FROM dealership_model_names WHERE id IN " MANY;
    case Dimension::store:
      return "SELECT id, name FROM dealership_stores_of_groups WHERE id IN " MANY;
    default:
      return "";
  }
}

}  // namespace

void Names::read(Dimension by, std::span<const std::string> ids) {
  const auto sql = names_in(by);
  if (sql.empty()) return;
  database::query_many(tx_, sql, ids, [&](const database::Row& row) {
    names_[{by, row.get<std::string>(0)}] = row.get<std::string>(1);
  });
}

}  // namespace guanxi::improvement
