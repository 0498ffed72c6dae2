// Names of people, models and stores beside their ids.
#pragma once

#include <map>
#include <span>

#include "dealership/dealership.h"
#include "improvement/tally.h"

namespace guanxi::improvement {

/// Names of what the values of some dimensions stand for, read many at once.
class Names {
 public:
  explicit Names(database::Transaction& tx) : tx_(tx) {}

  /// Reads the names behind these values, as far as they are ids.
  template <class Values>
  void learn(Dimension by, const Values& values) {
    std::vector<std::string> ids;
    for (const auto& value : values) {
      if (!value.empty()) ids.push_back(value);
    }
    read(by, ids);
  }

  /// The name, if it was learnt.
  std::optional<std::string> of(Dimension by, const std::string& value) const {
    const auto found = names_.find({by, value});
    return found == names_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void read(Dimension by, std::span<const std::string> ids);

  database::Transaction& tx_;
  std::map<std::pair<Dimension, std::string>, std::string> names_;
};

}  // namespace guanxi::improvement
