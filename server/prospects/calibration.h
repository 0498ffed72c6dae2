// Are grades honest? Of those who were said to buy within a grade's window, how many did.
#pragma once

#include <set>

#include "prospects/card_view.h"

namespace guanxi::prospects {

/// Somebody said that a prospect buys within a grade's window, and what came of it.
struct Saying {
  std::string card_id, customer_id, person_id;  ///< who said it
  Grade grade = Grade::N;                       ///< H, A or B: C and N promise no day
  std::string said_on, until;                   ///< days of the store, both included
  std::optional<std::string> ordered_on;        ///< the first order within them
  bool ended = false;                           ///< the last day has passed
};

/// Every saying from day to day, by whom it was said first. Of one card each person and grade counts once,
/// with the first time in those days: saying it again gives neither a second chance nor a second miss. What a
/// grade became by itself, by new rules or by a cancelled order nobody has said; nor what was said of
/// somebody who had an open order. The window is that of the store's rules as they were on the day. They
/// ordered when the customer, with this card or another, has placed an order from the day it was said to the
/// window's last day; one that was cancelled before it was said does not count, one that was cancelled later
/// does.
std::vector<Saying> sayings(database::Transaction& tx, const dealership::Store& store,
                            const std::string& from, const std::string& to, Instant now);

/// Sayings whose window has ended, how many ordered in it, and where the true share lies.
struct Calibrated {
  Grade grade;
  std::int64_t said, ordered;
  std::int64_t running;                   ///< whose window has not ended: not judged yet
  std::optional<double> rate, low, high;  ///< Wilson, 95 %; nothing when nothing was said
  bool enough;                            ///< at least 10 were said: fewer mean nothing yet
  BOOST_DESCRIBE_CLASS(Calibrated, (), (grade, said, ordered, running, rate, low, high, enough), (), ())
};
struct PersonCalibration {
  Name person;
  std::vector<Calibrated> grades;  ///< H, A, B
  BOOST_DESCRIBE_CLASS(PersonCalibration, (), (person, grades), (), ())
};
struct Calibration {
  std::string from, to;
  std::int64_t h_days, a_days, b_days;  ///< the windows as they are today
  std::vector<Calibrated> store;
  std::vector<PersonCalibration> people;  ///< who has said the most first
  BOOST_DESCRIBE_CLASS(Calibration, (), (from, to, h_days, a_days, b_days, store, people), (), ())
};
Calibration calibration(database::Transaction& tx, const dealership::Store& store, const std::string& from,
                        const std::string& to, Instant now);

/// What became of a saying.
enum class SayingOutcome { ordered, not_ordered, running };
BOOST_DESCRIBE_ENUM(SayingOutcome, ordered, not_ordered, running)

struct SaidCard {
  CardView card;
  Name person;
  Grade grade;
  std::string said_on, until;
  std::optional<std::string> ordered_on;
  SayingOutcome outcome;
  BOOST_DESCRIBE_CLASS(SaidCard, (), (card, person, grade, said_on, until, ordered_on, outcome), (), ())
};
struct SayingFilter {
  std::string from, to;
  std::optional<std::string> person_id;
  std::optional<Grade> grade;
  std::optional<SayingOutcome> outcome;
  bool ended = false;  ///< only those whose window has ended
};
/// The sayings behind a number, the latest first: `limit` of them from number `start` on, and whether there
/// are more.
struct SaidCards {
  std::vector<SaidCard> items;
  bool more;
};
SaidCards said_cards(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                     const SayingFilter& filter, std::size_t start, std::size_t limit, Instant now);

}  // namespace guanxi::prospects
