// 意向客户级别状况表: one salesperson's prospects against the days of a month.
#pragma once

#include "prospects/form_parts.h"

namespace guanxi::prospects {

/// One day of one prospect. Days on which nothing was planned and nothing happened are left out.
struct FormDay {
  std::int64_t day;             ///< of the month, from 1
  bool planned;                 ///< a contact was to be made
  std::optional<Grade> grade;   ///< after the contact that was made
  std::optional<bool> reached;  ///< of that contact; nothing when there was none
  BOOST_DESCRIBE_CLASS(FormDay, (), (day, planned, grade, reached), (), ())
};

/// How a prospect left the month.
enum class MonthResult { carried_over, ordered, delivered, lost };
BOOST_DESCRIBE_ENUM(MonthResult, carried_over, ordered, delivered, lost)

struct FormRow {
  CardView card;
  Source source;
  std::optional<Grade> grade_before;  ///< when the month began; nothing for cards opened in it
  std::vector<FormDay> days;
  std::optional<MonthResult> result;  ///< nothing while the month goes on and the card is open
  std::optional<Grade> grade_after;   ///< when the month ended, or now
  BOOST_DESCRIBE_CLASS(FormRow, (), (card, source, grade_before, days, result, grade_after), (), ())
};
struct MonthForm {
  Name salesperson;
  std::string month;  ///< its first day
  std::int64_t days;
  std::vector<FormRow> rows;  ///< the hottest first; at most 300
  std::int64_t left_out;      ///< prospects beyond those
  BOOST_DESCRIBE_CLASS(MonthForm, (), (salesperson, month, days, rows, left_out), (), ())
};

/// The prospects whom the salesperson is in charge of now and who were open in the month of `day`.
MonthForm month_form(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                     const std::string& salesperson_id, const std::string& day, Instant now);

}  // namespace guanxi::prospects
