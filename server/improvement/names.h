// Names of people, models and stores beside their ids.
#pragma once

#include <map>

#include "dealership/dealership.h"
#include "improvement/tally.h"

namespace guanxi::improvement {

using dealership::Name;

/// Names that are asked for again and again within one picture.
class Names {
 public:
  explicit Names(database::Transaction& tx) : tx_(tx) {}
  std::optional<Name> person(const std::optional<std::string>& id) {
    return known(people_, id, [&] { return dealership::name_of(tx_, id); });
  }
  std::optional<Name> model(const std::optional<std::string>& id) {
    return known(models_, id, [&]() -> std::optional<Name> {
      const auto model = dealership::find_model(tx_, *id);
      if (!model) return std::nullopt;
      return Name{model->id, model->series + " " + model->name};
    });
  }

  /// All stores at once: who asks for one asks for every store of a group.
  std::optional<Name> store(const std::string& id) {
    static constexpr std::string_view kSelect = "SELECT id, name FROM dealership_stores_of_groups";
    if (stores_.empty()) {
      for (const auto& row : tx_.query(kSelect)) stores_[row.get<std::string>(0)] = row.get<std::string>(1);
    }
    const auto found = stores_.find(id);
    return found == stores_.end() ? std::nullopt : std::optional(Name{id, found->second});
  }

  /// Of a value in a dimension, where values are ids.
  std::optional<Name> of(Dimension by, const std::string& value) {
    if (value.empty()) return std::nullopt;
    if (by == Dimension::person) return person(value);
    if (by == Dimension::model) return model(value);
    if (by == Dimension::store) return store(value);
    return std::nullopt;
  }

 private:
  using Known = std::map<std::string, std::optional<Name>>;
  template <class Look>
  static std::optional<Name> known(Known& names, const std::optional<std::string>& id, Look look) {
    if (!id) return std::nullopt;
    const auto found = names.find(*id);
    return found != names.end() ? found->second : names[*id] = look();
  }
  database::Transaction& tx_;
  Known people_, models_;
  std::map<std::string, std::string> stores_;
};

}  // namespace guanxi::improvement
