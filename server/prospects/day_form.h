// 销售活动日报表: what one salesperson did on one day, and how their cards moved by it.
#pragma once

#include "prospects/form_parts.h"

namespace guanxi::prospects {

/// What a contact was for (domain brief §3.4, table ②).
enum class Purpose {
  develop,    ///< the first contact of a new prospect
  promote,    ///< they are spoken with again
  after_sale  ///< they have ordered already
};
BOOST_DESCRIBE_ENUM(Purpose, develop, promote, after_sale)

struct DayLine {
  json::Time at;
  CardCustomer customer;
  std::optional<Name> model;
  Source source;
  Purpose purpose;
  FollowUpWay way;
  bool reached;
  std::optional<Grade> grade_before;
  Grade grade_after;
  CardStanding standing;  ///< of the card now
  std::optional<std::string> said, next_on;
  std::string card_id;
  BOOST_DESCRIBE_CLASS(DayLine, (),
                       (at, customer, model, source, purpose, way, reached, grade_before, grade_after,
                        standing, said, next_on, card_id),
                       (), ())
};
/// Cards of one grade on that day.
struct DayTotal {
  Grade grade;
  std::int64_t carried;  ///< open when the day began
  std::int64_t opened, ordered, lost;
  std::int64_t at_end;  ///< open when it ended, or now
  BOOST_DESCRIBE_CLASS(DayTotal, (), (grade, carried, opened, ordered, lost, at_end), (), ())
};
struct DayForm {
  Name salesperson;
  std::string day;
  std::vector<DayLine> lines;    ///< as the day went
  std::vector<DayTotal> totals;  ///< N, then H to C
  BOOST_DESCRIBE_CLASS(DayForm, (), (salesperson, day, lines, totals), (), ())
};

/// Follow-ups by the salesperson and visits that opened a card of theirs on that day, and the count of the
/// cards whom they are in charge of now: prospects without those who have ordered, as at midnight.
DayForm day_form(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                 const std::string& salesperson_id, const std::string& day, Instant now);

}  // namespace guanxi::prospects
