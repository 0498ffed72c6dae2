#include "demo/years.h"

#include <fmt/format.h>

#include <chrono>
#include <fstream>

#include "demo/after_bulk.h"
#include "demo/branch_years.h"
#include "demo/demo.h"
#include "demo/years_founding.h"
#include "migrations/migrations.h"
#include "platform/database/bulk.h"
#include "wiring.h"

namespace guanxi::demo {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

class YearsMaker {
 public:
  YearsMaker(const database::Options& database, const YearsOptions& options)
      : database_(database), options_(options), period_(period_of(options)) {}

  std::string make() {
    concern_ = cast_concern(options_, period_);
    planting_ = plant(options_, period_, concern_);
    found();
    say(fmt::format("{} stores and their people are there\n", concern_.branches.size()));
    write_years();
    const auto database = database::Database::open(database_);
    after_bulk(*database, period_.now);
    write_truth();
    return summary();
  }

 private:
  void say(const std::string& text) const {
    if (options_.progress != nullptr) *options_.progress << text << std::flush;
  }

  void found() {
    wire_rooms();
    const auto database = database::Database::open(database_);
    database::migrate(*database, migrations());
    require_empty(*database);
    founded_ = found_concern(*database, concern_, Dice(options_.seed ^ 0xF0));
  }

  void write_years() {
    const auto bulk = database::Bulk::open(database_.url);
    Ledger ledger(*bulk);
    NameBook names;
    const YearsSetting setting{options_, period_, founded_.models};
    write_founding_facts(ledger, facts::kNoStore);
    auto told = Clock::now();
    for (std::size_t i = 0; i < concern_.branches.size(); ++i) {
      const auto& branch = concern_.branches[i];
      const bool thinner = planting_.thinner_branch == i;
      write_founding_facts(ledger, branch.id);
      BranchYears years(setting, branch, planting_.by_branch[i], thinner ? &*planting_.thinner_log : nullptr,
                        names, ledger);
      visits_ += years.write();
      if (seconds_since(told) < 1 && i + 1 < concern_.branches.size()) continue;
      told = Clock::now();
      say(fmt::format("{} of {} stores, {} visits, {:.0f} s\n", i + 1, concern_.branches.size(), visits_,
                      seconds_since(start_)));
    }
    say("making the indexes\n");
    bulk->finish();
  }

  void write_founding_facts(Ledger& ledger, std::string_view store_id) {
    for (const auto& fact : founded_.facts) {
      if (fact.store_id == store_id) ledger.founding_fact(store_id, fact.entry);
    }
  }

  void write_truth() const {
    Truth truth{static_cast<std::int64_t>(options_.seed),
                options_.plain,
                options_.stores,
                options_.months,
                options_.visits_per_month,
                period_.first_day,
                period_.last_day,
                kLogCompleteness,
                told_chances(options_.plain),
                {},
                planting_.thinner_log};
    for (const auto& planted : planting_.by_branch) {
      for (const auto& one : planted) truth.effects.push_back(one.effect);
    }
    std::ofstream file(options_.truth_file);
    file << json::to_text(truth) << '\n';
    if (!file.flush()) throw database::Failure("cannot write " + options_.truth_file);
  }

  std::string summary() const {
    const auto seconds = seconds_since(start_);
    const auto& branches = concern_.branches;
    auto text = fmt::format("{} to {}: {} visits in {} stores, {:.0f} s, {:.0f} visits per second\n",
                            period_.first_day, period_.last_day, visits_, branches.size(), seconds,
                            static_cast<double>(visits_) / seconds);
    text += fmt::format(
        "Everybody signs in with the password {}. {} ({}): qiantai, chenwei, jingli, admin;"
        " the group: zongjingli\n",
        kPassword, branches.front().name, branches.front().code);
    if (branches.size() > 1) {
      const auto& last = branches.back();
      text += fmt::format("Every other store has its own, as {} ({}): {}, {}, {}, {}\n", last.name, last.code,
                          last.receptionist.login, last.salespeople.front().login, last.manager.login,
                          last.administrator.login);
    }
    return text + "What was planted stands in " + options_.truth_file + "\n";
  }

  const database::Options& database_;
  const YearsOptions& options_;
  Clock::time_point start_ = Clock::now();
  Period period_;
  Concern concern_;
  Planting planting_;
  FoundedConcern founded_;
  std::int64_t visits_ = 0;
};

}  // namespace

std::string fill_years(const database::Options& database, const YearsOptions& options) {
  return YearsMaker(database, options).make();
}

}  // namespace guanxi::demo
