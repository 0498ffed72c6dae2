// What is planted in which store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "demo/truth.h"
#include "demo/years_cast.h"

namespace guanxi::demo {

struct Planted {
  std::optional<std::size_t> person;  ///< among the salespeople of the store
  Effect effect;
};

struct Planting {
  std::vector<std::vector<Planted>> by_branch;  ///< in the order of `Concern::branches`
  std::optional<std::size_t> thinner_branch;
  std::optional<ThinnerLog> thinner_log;
};

/// Nothing in plain years.
Planting plant(const YearsOptions& options, const Period& period, const Concern& concern);

/// Draws what becomes of a party: a reason to leave without a contact, or none.
class Fates {
 public:
  Fates(const std::vector<Planted>& planted, bool plain);

  /// The reason's place in `reasons()`; nothing: the party leaves a contact.
  std::optional<std::size_t> draw(Dice& dice, reception::Way way, std::size_t person, std::int64_t hour,
                                  const std::string& day) const;

 private:
  const std::vector<Planted>& planted_;
  std::vector<std::vector<double>> base_;  ///< by way
};

}  // namespace guanxi::demo
