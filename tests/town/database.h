// A database of its own for every test, on either engine.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "platform/database/database.h"

namespace guanxi {

/// Both engines, for INSTANTIATE_TEST_SUITE_P: what one can do, the other must.
std::vector<database::Engine> engines();

/// "sqlite" or "postgres", to name a test's instances by.
std::string engine_name(const testing::TestParamInfo<database::Engine>& engine);

/// A fresh database that is gone with this object. PostgreSQL is the cluster whose URI stands in
/// GUANXI_TEST_PG (see tests/pg_cluster.sh); without it the test fails by an exception rather than being
/// skipped.
class TestDatabase {
 public:
  enum class Schema { migrated, empty };

  explicit TestDatabase(database::Engine engine, Schema schema = Schema::migrated,
                        database::Options options = {});
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  database::Database& operator*() { return *database_; }
  database::Database* operator->() { return database_.get(); }

  /// For a second Database over the same data.
  const std::string& url() const { return options_.url; }

  /// Closes the database and opens it again, as a restart of the server does.
  void reopen();

 private:
  database::Engine engine_;
  std::string name_;
  database::Options options_;
  std::unique_ptr<database::Database> database_;
};

}  // namespace guanxi
