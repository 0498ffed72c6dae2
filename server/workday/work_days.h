// The next days of a store by person, as the rules of the workload need them.
#pragma once

#include "workday/workload_page.h"
#include "workday/workload_store.h"

namespace guanxi::workday {

/// Today and the days after it: who has what due on which, and what they do on a usual one.
class WorkDays {
 public:
  WorkDays(database::Transaction& tx, const Store& store, Instant now);

  const std::string& today() const { return days_.front(); }
  const std::vector<std::string>& days() const { return days_; }
  /// Everybody who sells here or has something due, by name.
  const std::vector<PersonDays>& people() const { return people_; }
  const Usual& usual_of(const std::string& person_id) const { return usual_.at(person_id); }
  bool works(const std::string& person_id, const std::string& day) const;
  std::int64_t done_today(const std::string& person_id) const;
  /// Cards that nobody is in charge of, by day.
  const std::vector<std::vector<DueCard>>& nobodys() const { return nobodys_; }

 private:
  void find_people(database::Transaction& tx, const std::vector<DatedCard>& cards);
  void measure(const std::vector<Done>& done);
  void share_out(std::vector<DatedCard> cards);

  const Store& store_;
  TimeZone zone_;
  std::vector<std::string> days_;
  dealership::WorkPlan plan_;
  prospects::OpenDays open_;
  std::vector<PersonDays> people_;
  std::map<std::string, bool> works_here_;
  std::map<std::string, Usual> usual_;
  std::map<std::string, std::int64_t> done_today_;
  std::vector<std::vector<DueCard>> nobodys_;
};

}  // namespace guanxi::workday
