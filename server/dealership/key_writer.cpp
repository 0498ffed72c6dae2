#include "dealership/key_writer.h"

#include "dealership/customers.h"

namespace guanxi::dealership {
namespace {

std::vector<std::string> stores_that_owe(database::Database& database) {
  std::vector<std::string> stores;
  database.read([&](database::Transaction& tx) {
    stores.clear();
    for (const auto& row : tx.query("SELECT DISTINCT store_id FROM dealership_keys_owed"))
      stores.push_back(row.get<std::string>(0));
  });
  return stores;
}

}  // namespace

KeyWriter::KeyWriter(database::Database& database, std::chrono::milliseconds pause)
    : background_("search keys", pause, [this, &database] {
        for (const auto& store : stores_that_owe(database))
          write_owed_keys(database, store, [this] { return !background_.ending(); });
      }) {}

}  // namespace guanxi::dealership
