#include "demo/planting.h"

#include "demo/rhythm.h"

namespace guanxi::demo {
namespace {

class Gardener {
 public:
  Gardener(const YearsOptions& options, const Period& period, const Concern& concern)
      : concern_(concern), months_(options.months), period_(period) {
    planting_.by_branch.resize(concern.branches.size());
  }

  Planting plant() {
    const auto count = concern_.branches.size();
    for (std::size_t i = 0; i < count; ++i) {
      plant_people(i);
      plant_hours(i);
    }
    if (months_ < 2) return std::move(planting_);
    // With one store only there is room for the remedy alone: a thinner log would hide its effect.
    plant_remedy(count > 1 ? 1 : 0);
    if (count > 1) plant_thinner_log(count > 2 ? 2 : 0);
    return std::move(planting_);
  }

 private:
  Effect& add(std::size_t branch, const char* kind, std::string_view reason, double factor) {
    auto& planted = planting_.by_branch[branch].emplace_back();
    auto& effect = planted.effect;
    effect.kind = kind;
    effect.store_id = concern_.branches[branch].id.str();
    effect.store_code = concern_.branches[branch].code;
    effect.reason = reason;
    effect.factor = factor;
    tell_rates(effect);
    return effect;
  }
  void name(std::size_t branch, std::size_t person) {
    const auto& employee = concern_.branches[branch].salespeople[person];
    auto& planted = planting_.by_branch[branch].back();
    planted.person = person;
    planted.effect.person_id = employee.id.str();
    planted.effect.login = employee.login;
  }

  void plant_people(std::size_t branch) {
    struct Habit {
      const char* reason;
      double factor;
    };
    constexpr Habit kHabits[] = {{"U1.judged", 5}, {"U2", 2.2}, {"U3.not_probed", 6}, {"U1", 2.5}};
    const auto& habit = kHabits[branch % std::size(kHabits)];
    add(branch, "person", habit.reason, habit.factor);
    name(branch, 3);
    if (branch % 2 != 0) return;
    add(branch, "person", "", 0.6);
    name(branch, 0);
    auto& afternoon = add(branch, "person_at_hours", "U2.fears_calls", 5);
    afternoon.hour_from = 16;
    afternoon.hour_to = 17;
    name(branch, 2);
  }

  void plant_hours(std::size_t branch) {
    if (branch % 3 == 2) return;
    const bool lunch = branch % 3 == 0;
    auto& effect = add(branch, "hours", lunch ? "U1.busy" : "U1.forgot", 5);
    effect.hour_from = lunch ? 12 : 18;
    effect.hour_to = lunch ? 13 : 19;
  }

  void plant_remedy(std::size_t branch) { add(branch, "remedy", "U1", 0.5).from_day = middle(); }

  void plant_thinner_log(std::size_t branch) {
    const auto& store = concern_.branches[branch];
    planting_.thinner_branch = branch;
    planting_.thinner_log = ThinnerLog{store.id.str(), store.code, middle(), period_.last_day, 0.6};
  }

  /// First of the month in the middle.
  std::string middle() const { return add_months(period_.first_day, (months_ + 1) / 2).substr(0, 8) + "01"; }

  const Concern& concern_;
  int months_;
  const Period& period_;
  Planting planting_;
};

bool holds(const Planted& planted, std::size_t person, std::int64_t hour, const std::string& day) {
  const auto& effect = planted.effect;
  if (planted.person && *planted.person != person) return false;
  if (effect.hour_from && (hour < *effect.hour_from || hour > *effect.hour_to)) return false;
  return !effect.from_day || day >= *effect.from_day;
}

}  // namespace

Planting plant(const YearsOptions& options, const Period& period, const Concern& concern) {
  Planting nothing;
  nothing.by_branch.resize(concern.branches.size());
  return options.plain ? nothing : Gardener(options, period, concern).plant();
}

Fates::Fates(const std::vector<Planted>& planted, bool plain) : planted_(planted) {
  using reception::Way;
  for (const auto way : {Way::walk_in, Way::appointment, Way::call, Way::again})
    base_.push_back(base_chances(way, plain));
}

std::optional<std::size_t> Fates::draw(Dice& dice, reception::Way way, std::size_t person, std::int64_t hour,
                                       const std::string& day) const {
  constexpr int kFine = 1 << 30;
  auto chances = base_[static_cast<std::size_t>(way)];
  for (const auto& planted : planted_) {
    if (!holds(planted, person, hour, day)) continue;
    for (std::size_t i = 0; i < chances.size(); ++i) {
      if (reasons()[i].starts_with(planted.effect.reason)) chances[i] *= planted.effect.factor;
    }
  }
  double place = static_cast<double>(dice.below(kFine)) / kFine;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    if (place < chances[i]) return i;
    place -= chances[i];
  }
  return std::nullopt;
}

}  // namespace guanxi::demo
