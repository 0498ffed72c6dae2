// A database with years of a dealership in it, and what was planted there.
#pragma once

#include <boost/json.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app.h"
#include "dealership/dealership.h"
#include "demo/years.h"
#include "town/database.h"

namespace guanxi::town {

/// Tuesday 2026-03-10, 15:00 in Shanghai: the moment at which the years end unless said otherwise.
inline constexpr Instant kYearsEnd = 1773126000000;

class Years {
 public:
  Years(database::Engine engine, demo::YearsOptions options);
  ~Years();

  database::Database& database() { return *database_; }
  const demo::YearsOptions& options() const { return options_; }
  /// What the program prints.
  const std::string& summary() const { return summary_; }
  /// The file with what was planted.
  const boost::json::object& truth() const { return truth_; }
  std::vector<boost::json::object> effects(const std::string& kind) const;
  const std::vector<dealership::Store>& stores() const { return stores_; }
  const dealership::Store& store(const std::string& id) const;

  /// What the program answers this login on "GET /stores/…", at the moment at which the years end.
  http::Response get(const std::string& login, const std::string& path);

  /// The rows of a query as text, cells joined by '|'.
  std::vector<std::string> rows(const std::string& sql);
  std::int64_t count(const std::string& sql);

 private:
  std::unique_ptr<TestDatabase> postgres_;
  std::string file_;  ///< of SQLite
  std::unique_ptr<database::Database> database_;
  demo::YearsOptions options_;
  std::string summary_;
  boost::json::object truth_;
  std::vector<dealership::Store> stores_;
  std::unique_ptr<FixedClock> clock_;
  std::unique_ptr<App> app_;  ///< once somebody has asked
};

}  // namespace guanxi::town
