// The concern enters the database through the rooms' own doors, before its years are written.
#pragma once

#include "demo/years_cast.h"
#include "platform/facts/facts.h"

namespace guanxi::demo {

/// A row of the fact log that the founding left.
struct FoundingFact {
  std::string store_id;
  facts::Entry entry;
};

struct FoundedConcern {
  std::vector<dealership::Model> models;
  std::vector<FoundingFact> facts;  ///< by store and time
};

/// Puts groups, stores, people (who come and go) and models into the database. The facts of it are taken out
/// of the log again, for the caller to write: with ids by their time, and in one order with those of the
/// years.
FoundedConcern found_concern(database::Database& database, const Concern& concern, Dice dice);

}  // namespace guanxi::demo
