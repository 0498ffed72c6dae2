// Within which time a lead is to be answered, each set from a day on.
#pragma once

#include "platform/wrongs.h"
#include "reception/reception.h"

namespace guanxi::prospects {

using Minutes = json::Number<1, 10080>;  // at most seven days of opening hours without a break

/// Minutes in which the store is open, from when a lead came (domain brief §3.2).
struct AnswerTimes {
  Minutes target{5};     ///< the card is due then
  Minutes reassign{15};  ///< unanswered, it goes to the next person
  Minutes breach{30};    ///< unanswered, the manager is told
  BOOST_DESCRIBE_CLASS(AnswerTimes, (), (target, reassign, breach), (), ())
};

struct AnswerTimesView {
  std::optional<std::string> from_day;  ///< nothing: the defaults, which hold where nobody has set any
  std::optional<dealership::Name> by;
  AnswerTimes times;
  BOOST_DESCRIBE_CLASS(AnswerTimesView, (), (from_day, by, times), (), ())
};
struct AnswerTimesPage {
  AnswerTimesView today;
  std::vector<AnswerTimesView> set;  ///< everything that was ever set, the latest first
  BOOST_DESCRIBE_CLASS(AnswerTimesPage, (), (today, set), (), ())
};

/// The times that hold for leads of a day.
AnswerTimes answer_times_on(database::Transaction& tx, std::string_view store_id, const std::string& day);

AnswerTimesPage answer_times_page(database::Transaction& tx, const dealership::Store& store, Instant now);

/// Sets the times from a day on. Refuses today and days before it, since leads were promised under the times
/// that held then, and limits that are not in their order.
Result<AnswerTimesPage> set_answer_times(database::Transaction& tx, const Actor& actor,
                                         const dealership::Store& store, const std::string& from_day,
                                         const AnswerTimes& input, Instant now, Wrongs wrongs = {});

}  // namespace guanxi::prospects
