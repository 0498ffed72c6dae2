// The dealership under load: a few stores with three years of visits.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "platform/database/database.h"

namespace guanxi::bench {

struct Seller {
  std::string id;
  std::string session;  ///< the secret in the cookie
};

/// A customer to search for.
struct Sought {
  std::string name, pinyin, phone, phone_end;
};

struct Shop {
  std::string id;
  std::vector<Seller> sellers;
  std::string manager_session, desk_session;
  std::string token;  ///< of a machine that brings leads
  std::vector<Sought> sought;
};

/// A group of stores, and somebody who sees all of them.
struct Group {
  std::string id;
  std::string session;
};

struct Town {
  std::vector<Shop> shops;
  std::string model_id;
};

/// How many parties a store has in the house and how many exclusions wait, at the moment of measuring.
inline constexpr int kOpenNow = 12;
inline constexpr int kToConfirm = 3;

/// Fills the empty, migrated database at `url` with this many visits up to now, the same ones for the same
/// number, day and hour.
Town fill_town(database::Database& database, const std::string& url, std::int64_t visits);

}  // namespace guanxi::bench
