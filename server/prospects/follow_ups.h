// Following up: what was tried, what was said, and when next.
#pragma once

#include "prospects/appointments.h"

namespace guanxi::prospects {

/// With what a follow-up ends: every one has the next date, or asks that the prospect be given up.
enum class Ending { next, loss };
BOOST_DESCRIBE_ENUM(Ending, next, loss)

/// They come at the next date, which is a minute then.
struct AgreedAppointment {
  json::Id id;
  AppointmentPurpose purpose;
  BOOST_DESCRIBE_CLASS(AgreedAppointment, (), (id, purpose), (), ())
};

struct NewFollowUp {
  json::Id id;
  std::optional<json::Time> at;  ///< now, when it is empty
  FollowUpWay way;
  bool reached;  ///< they answered; a mere attempt otherwise
  std::optional<json::Paragraph<500>> said;
  std::optional<reception::PurchaseWhen> purchase_when;  ///< when it was spoken of
  std::optional<json::Day> purchase_day;
  std::optional<Sureness> sureness;
  Ending ending;
  std::optional<json::Day> next_on;   ///< in the course of that day,
  std::optional<json::Time> next_at;  ///< or at that minute
  std::optional<FollowUpWay> next_way;
  std::optional<json::Line<100>> promise;
  std::optional<AgreedAppointment> appointment;  ///< only with `next_at`
  BOOST_DESCRIBE_CLASS(NewFollowUp, (),
                       (id, at, way, reached, said, purchase_when, purchase_day, sureness, ending, next_on,
                        next_at, next_way, promise, appointment),
                       (), ())
};

/// Notes a follow-up and what follows from it. Refuses times in the future or before the card, a next date
/// that is missing, earlier than the follow-up or more than 400 days later, a loss that nobody explains, and
/// (`required` at /purchase_when) somebody reached whose day is not known and was not asked for.
///
/// A phone may send it hours later: when another follow-up has happened after it, it is kept in the history,
/// but the card stays as the later one left it. The same id a second time changes nothing.
Result<CardView> follow_up(database::Transaction& tx, const Actor& actor, const Store& store,
                           const std::string& card_id, const NewFollowUp& input, Instant now,
                           Wrongs wrongs = {});

}  // namespace guanxi::prospects
