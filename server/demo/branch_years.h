// The years of one store, day by day: who is on duty, who comes, whom they meet, what becomes of it. What the
// rooms would refuse is refused here as well: their rules decide about every visit.
#pragma once

#include <array>
#include <deque>
#include <unordered_map>

#include "demo/choices.h"
#include "demo/crowd.h"
#include "demo/duty_line.h"
#include "demo/ledger.h"
#include "demo/planting.h"
#include "demo/rhythm.h"

namespace guanxi::demo {

/// What all stores share.
struct YearsSetting {
  const YearsOptions& options;
  const Period& period;
  const std::vector<dealership::Model>& models;
};

class BranchYears {
 public:
  /// `thinner`: when this is the store whose log gets thinner.
  BranchYears(const YearsSetting& setting, const Branch& branch, const std::vector<Planted>& planted,
              const ThinnerLog* thinner, NameBook& names, Ledger& ledger);

  /// Writes all days. @returns how many visits there were.
  std::int64_t write();

 private:
  /// A party that comes or calls.
  struct Coming {
    Instant at;
    reception::Way way;
    std::size_t model;
    std::optional<std::uint64_t> customer;  ///< on file already: the number in the order of filing
  };
  /// One party from the door on.
  struct Course {
    reception::Visit visit;
    Instant leaves;
    std::size_t first, receiver;  ///< `first` hands over to `receiver`, or is the same
    std::size_t model;
    std::optional<std::uint64_t> customer;
    std::optional<std::size_t> reason;   ///< to leave without a contact
    bool says_no_prospect, no_prospect;  ///< said to be none; and a second person agrees

    bool is_call() const { return visit.kind == reception::Kind::call; }
  };
  static constexpr std::size_t kHours = kCloses - kOpens;

  void write_day(const std::string& day);
  void come_on_duty(const std::string& day);
  std::vector<Coming> comings(const std::string& day);
  Instant moment_of(int hour) const;
  void report_counts(const std::string& day);
  void write_customers();

  void come(const Coming& coming, const std::string& day);
  Course course_of(const Coming& coming, const std::string& day);
  bool dropped(const Course& course);
  void open(Course& course);
  void hand_over(Course& course);
  void end(Course& course);
  void exclude(Course& course);
  void close(Course& course, Instant at);
  void file(Course& course, Instant at);
  void take_down(Moment& moment, const reception::Visit& visit, OnFile& customer, bool is_new);
  void leave_unfiled(Course& course, Instant at);
  void notice(const Course& course, reception::Details& details);
  bool forgotten(const Course& course);
  void expect_again(std::uint64_t customer, double share, const std::string& day);

  OnFile& on_file(std::uint64_t customer) { return on_file_[customer - written_]; }
  const RowId& id_of(std::size_t salesperson) const { return branch_.salespeople[salesperson].id; }
  bool works_here(std::size_t salesperson, Instant at) const;
  bool happened(Instant at) const { return at <= setting_.period.now; }

  const YearsSetting& setting_;
  const Branch& branch_;
  Fates fates_;
  const ThinnerLog* thinner_;
  Ledger& ledger_;
  Dice dice_;
  Dice register_dice_;  ///< for what the register asks for besides: the rest falls as it would without
  Crowd crowd_;
  TimeZone zone_;
  std::array<Choices, 4> channels_;  ///< by way
  Choices exclusions_;
  std::vector<double> model_weights_;
  double parties_by_weight_ = 0;  ///< new parties of a day, by its weight

  Instant opens_ = 0;  ///< of the day that is being written
  DutyLine line_;
  std::array<std::int64_t, kHours> counted_{};
  std::vector<reception::Visit> visits_;
  std::deque<OnFile> on_file_;  ///< who may still change
  std::uint64_t written_ = 0;   ///< how many customers came before those
  std::unordered_map<std::string, std::vector<std::uint64_t>> returns_;  ///< by day
  std::int64_t visits_written_ = 0;
};

}  // namespace guanxi::demo
