// Everything that stands in the database, to be compared before and after.
#pragma once

#include <map>
#include <regex>
#include <set>

#include "migrations/migrations.h"
#include "town/town.h"

namespace guanxi::town {

/// Columns of a table, in their order in the alphabet.
inline std::vector<std::string> columns_of(database::Transaction& tx, database::Engine engine,
                                           const std::string& table) {
  const auto sql = engine == database::Engine::sqlite
                       ? "SELECT name FROM pragma_table_info($1) ORDER BY name"
                       : "SELECT column_name::text FROM information_schema.columns WHERE table_name = $1"
                         " ORDER BY column_name";
  std::vector<std::string> columns;
  for (const auto& row : tx.query(sql, table)) columns.push_back(row.get<std::string>(0));
  return columns;
}

inline std::set<std::string> all_tables() {
  static const std::regex create("CREATE TABLE ([a-z_]+)");
  std::set<std::string> tables;
  for (const auto& step : migrations()) {
    for (std::sregex_iterator at(step.sql.begin(), step.sql.end(), create), end; at != end; ++at)
      tables.insert((*at)[1]);
  }
  tables.erase("prospects_cards_before");
  return tables;
}

/// What a merge leaves behind for good, what only queues, and what is folded in the background.
inline bool is_aside(const std::string& table) {
  return table == "fact_log" || table == "prospects_merges" || table == "prospects_to_compare" ||
         table.starts_with("identity_") || table.starts_with("improvement_");
}

/// Every row of every table as text, without versions, which only ever rise.
inline std::map<std::string, std::multiset<std::string>> state_of(Town& town, database::Engine engine) {
  std::map<std::string, std::multiset<std::string>> state;
  town.database().read([&](database::Transaction& tx) {
    for (const auto& table : all_tables()) {
      if (is_aside(table)) continue;
      std::string list;
      for (const auto& column : columns_of(tx, engine, table)) {
        if (column == "version") continue;
        list += (list.empty() ? "" : " || '|' || ") + ("coalesce(CAST(" + column + " AS TEXT), '-')");
      }
      auto& rows = state[table];
      for (const auto& row : tx.query("SELECT " + list + " FROM " + table))
        rows.insert(row.get<std::string>(0));
    }
  });
  return state;
}

}  // namespace guanxi::town
