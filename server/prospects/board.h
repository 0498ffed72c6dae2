// The manager's morning: who has what to do, what is being dropped, and what is promised for today.
#pragma once

#include "prospects/card_list.h"
#include "prospects/card_view.h"
#include "prospects/lead_list.h"
#include "prospects/plan_view.h"

namespace guanxi::prospects {

/// What is the matter with a card, so that it needs a look.
enum class Attention {
  overdue,    ///< the next follow-up should have been
  due,        ///< it is due later today
  untouched,  ///< overdue, and nobody has followed it up at all
  silent,     ///< open, and nobody has spoken with them for thirty days
};
BOOST_DESCRIBE_ENUM(Attention, overdue, due, untouched, silent)

inline constexpr Instant kSilence = 30 * kDay;

/// The filter's fields that say the same.
void restrict_to(CardFilter& filter, Attention attention, const dealership::Store& store, Instant now);

struct BoardCounts {
  std::int64_t open = 0, overdue = 0, due = 0, untouched = 0, silent = 0;
  BOOST_DESCRIBE_CLASS(BoardCounts, (), (open, overdue, due, untouched, silent), (), ())
};
struct GradeCounts {
  Grade grade;
  BoardCounts counts;
  BOOST_DESCRIBE_CLASS(GradeCounts, (), (grade, counts), (), ())
};
struct BoardPerson {
  std::optional<dealership::Name> salesperson;  ///< nobody: cards without one in charge
  BoardCounts counts;
  std::vector<GradeCounts> grades;  ///< hottest first, N first of all; those without cards are left out
  std::int64_t done;                ///< follow-ups of today
  BOOST_DESCRIBE_CLASS(BoardPerson, (), (salesperson, counts, grades, done), (), ())
};
struct PromisedDelivery {
  CardView card;
  std::string deliver_on;
  bool late;
  BOOST_DESCRIBE_CLASS(PromisedDelivery, (), (card, deliver_on, late), (), ())
};
/// Somebody wants to give a prospect up, and says why.
struct AskedLoss {
  CardView card;
  std::optional<std::string> why;
  std::optional<dealership::Name> by;
  std::optional<json::Time> at;
  BOOST_DESCRIBE_CLASS(AskedLoss, (), (card, why, by, at), (), ())
};
/// Somebody who does not work today, and what of theirs falls due before they are back.
struct AwayPerson {
  dealership::Name person;
  std::string until;  ///< the last day on which they are away
  std::int64_t due;   ///< cards that are due by then, overdue ones included
  BOOST_DESCRIBE_CLASS(AwayPerson, (), (person, until, due), (), ())
};
struct Board {
  json::Time now;
  std::string day;
  BoardCounts counts;
  std::vector<BoardPerson> people;           ///< the most overdue first
  std::vector<AskedLoss> loss_asked;         ///< waiting for a decision, at most 50
  std::vector<PromisedDelivery> deliveries;  ///< promised for today or before, at most 50
  std::vector<DueAppointment> appointments;  ///< see due_appointments
  std::vector<LeadView> leads;               ///< nobody has answered them within the last limit, at most 50
  std::vector<AwayPerson> away;
  BOOST_DESCRIBE_CLASS(Board, (),
                       (now, day, counts, people, loss_asked, deliveries, appointments, leads, away), (), ())
};
Board board(database::Transaction& tx, const Actor& actor, const dealership::Store& store, Instant now);

}  // namespace guanxi::prospects
