// The rhythm of a store's days.
#include <algorithm>

#include "demo/branch_years.h"
#include "demo/cast.h"

namespace guanxi::demo {
namespace {

using reception::Way;

// Of all parties, those who are not on file yet; the others come of those who were filed.
constexpr double kNewcomers = 0.79;
constexpr double kMissed = 1 / kLogCompleteness - 1;  // parties that nobody logs, by those who are logged

}  // namespace

BranchYears::BranchYears(const YearsSetting& setting, const Branch& branch,
                         const std::vector<Planted>& planted, const ThinnerLog* thinner, NameBook& names,
                         Ledger& ledger)
    : setting_(setting),
      branch_(branch),
      fates_(planted, setting.options.plain),
      thinner_(thinner),
      ledger_(ledger),
      dice_(branch.luck),
      register_dice_(Dice(branch.luck).roll()),
      crowd_(names, branch.country, branch.plates, dice_.roll()),
      zone_(*TimeZone::find(branch.time_zone)),
      exclusions_(exclusions()) {
  for (const auto way : {Way::walk_in, Way::appointment, Way::call, Way::again})
    channels_[static_cast<std::size_t>(way)] = channels_of(way, dice_);
  for (const auto& model : models()) model_weights_.push_back(model.wanted * dice_.between(60, 150) / 100.0);
  const auto& period = setting.period;
  double weights = 0;
  for (auto day = period.first_day; day <= period.last_day; day = add_days(day, 1))
    weights += weight_of_day(day, branch.country);
  const auto& options = setting.options;
  parties_by_weight_ = options.visits_per_month * options.months * branch.size * kNewcomers / weights;
}

std::int64_t BranchYears::write() {
  const auto today = zone_.day(setting_.period.now);
  ledger_.begin_store(branch_.id, today);
  for (auto day = setting_.period.first_day; day <= today; day = add_days(day, 1)) write_day(day);
  for (auto& customer : on_file_) customer.comes_again = false;
  write_customers();
  std::vector<std::string_view> people;
  for (const auto& person : branch_.salespeople) people.emplace_back(person.id);
  ledger_.end_store(people);
  return visits_written_;
}

void BranchYears::write_day(const std::string& day) {
  const auto midnight = zone_.local(zone_.start_of(day));
  opens_ = zone_.instant({midnight.year, midnight.month, midnight.day, kOpens, 0, 0, 0});
  counted_.fill(0);
  visits_.clear();
  come_on_duty(day);
  for (const auto& coming : comings(day)) {
    if (happened(coming.at)) come(coming, day);
  }
  report_counts(day);
  std::ranges::sort(visits_, {}, &reception::Visit::id);
  for (const auto& visit : visits_) ledger_.visit(visit);
  visits_written_ += static_cast<std::int64_t>(visits_.size());
  std::vector<const OnDuty*> line;
  for (const auto& person : line_.line()) line.push_back(&person);
  std::ranges::sort(line, {}, [this](const OnDuty* person) { return id_of(person->person); });
  for (const auto* person : line) ledger_.duty(day, id_of(person->person), person->order, person->turns);
  write_customers();
  ledger_.write_until(zone_.start_of(add_days(day, 1)));
}

bool BranchYears::works_here(std::size_t salesperson, Instant at) const {
  const auto& person = branch_.salespeople[salesperson];
  return person.from <= at && (!person.until || at < *person.until);
}

void BranchYears::come_on_duty(const std::string& day) {
  line_.clear();
  Instant at = opens_ - 20 * kMinute;
  std::vector<std::size_t> present;
  const int weekday = weekday_of(day);
  for (std::size_t i = 0; i < branch_.salespeople.size(); ++i) {
    const int day_off = static_cast<int>(i) % 5 + 1;  // everybody works at weekends
    if (weekday != day_off && works_here(i, at) && works_here(i, at + 12 * kHour)) present.push_back(i);
  }
  // Whoever was first in the line yesterday is not first today.
  const auto shift = dice_.below(static_cast<int>(present.size()));
  std::rotate(present.begin(), present.begin() + shift, present.end());
  for (const auto person : present) {
    at += dice_.between(5, 90) * kSecond;
    if (!happened(at)) continue;
    line_.come(person);
    Moment moment(dice_, at);
    ledger_.fact(moment, {branch_.receptionist.id, "person", id_of(person)}, reception::DutyChanged{"came"});
  }
}

Instant BranchYears::moment_of(int hour) const { return opens_ + (hour - kOpens) * kHour; }

std::vector<BranchYears::Coming> BranchYears::comings(const std::string& day) {
  const auto at = [this] { return moment_of(draw_hour(dice_)) + dice_.below(static_cast<int>(kHour)); };
  std::vector<Coming> all;
  const double mean = parties_by_weight_ * weight_of_day(day, branch_.country);
  for (int left = draw_arrivals(dice_, mean); left > 0; --left) {
    constexpr Way kWays[] = {Way::walk_in, Way::appointment, Way::call, Way::again};
    constexpr double kShares[] = {0.65, 0.2, 0.12, 0.03};
    const auto way = kWays[dice_.weighted(kShares)];
    all.push_back({at(), way, dice_.weighted(model_weights_), std::nullopt});
  }
  const auto returning = returns_.extract(day);
  if (!returning.empty()) {
    for (const auto customer : returning.mapped()) {
      const auto way = dice_.chance(0.45) ? Way::appointment : Way::again;
      all.push_back({at(), way, on_file(customer).model, customer});
    }
  }
  std::ranges::sort(all, {}, &Coming::at);
  return all;
}

/// The sensor at the door counts everybody who comes in, and tells it after every hour.
void BranchYears::report_counts(const std::string& day) {
  for (std::size_t i = 0; i < kHours; ++i) {
    const int hour = kOpens + static_cast<int>(i);
    if (!happened(moment_of(hour))) return;
    for (auto logged = counted_[i]; logged > 0; --logged) counted_[i] += dice_.chance(kMissed) ? 1 : 0;
    ledger_.sensor(day, hour, counted_[i]);
    Moment moment(dice_, std::min(moment_of(hour + 1) + 2 * kSecond, setting_.period.now));
    ledger_.fact(moment, {branch_.sensor_id, "door", branch_.id},
                 reception::DoorCounted{day, hour, counted_[i]});
  }
}

/// Those about whom nothing will change, as far as nobody before them is still expected.
void BranchYears::write_customers() {
  std::vector<const OnFile*> finished;
  for (const auto& customer : on_file_) {
    if (customer.comes_again) break;
    finished.push_back(&customer);
  }
  std::ranges::sort(finished, {}, &OnFile::id);
  for (const auto* customer : finished)
    ledger_.customer(*customer, id_of(customer->salesperson), setting_.models[customer->model].id);
  on_file_.erase(on_file_.begin(), on_file_.begin() + static_cast<std::ptrdiff_t>(finished.size()));
  written_ += finished.size();
}

}  // namespace guanxi::demo
