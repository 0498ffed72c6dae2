// Whom the store expects: what may become of an appointment, and what it makes of the card's next date. Rules
// only: no SQL, clock or JSON.
#pragma once

#include "prospects/card.h"

namespace guanxi::prospects {

/// What they are invited for.
enum class AppointmentPurpose { visit, test_drive, quote, signing, delivery };
BOOST_DESCRIBE_ENUM(AppointmentPurpose, visit, test_drive, quote, signing, delivery)

enum class AppointmentStanding {
  invited,
  came,
  missed,  ///< 爽约: they did not come
  cancelled,
};
BOOST_DESCRIBE_ENUM(AppointmentStanding, invited, came, missed, cancelled)

struct Appointment {
  std::string store_id, id, card_id;
  Instant at = 0;
  AppointmentPurpose purpose = AppointmentPurpose::visit;
  std::optional<std::string> note;
  AppointmentStanding standing = AppointmentStanding::invited;
  std::int64_t moves = 0;
  Instant made_at = 0;
  std::string made_by;
  std::optional<Instant> settled_at;
  std::optional<std::string> settled_by, visit_id, reason;
  std::int64_t version = 1;
};

/// What somebody may do with an appointment.
enum class AppointmentAction { edit, arrive, miss, cancel };
BOOST_DESCRIBE_ENUM(AppointmentAction, edit, arrive, miss, cancel)

/// Refuses who does not work on the card (403), and what cannot be any more (409): `card_closed`,
/// `appointment_is_over`, or `not_yet` for somebody who is expected later. Whoever was said to have missed it
/// may still come; who was said to have come by mistake may not have, unless their visit was logged.
Result<> check_may(const Appointment& appointment, const Card& card, const Actor& actor,
                   AppointmentAction action, Instant now);
std::vector<AppointmentAction> possible_actions(const Appointment& appointment, const Card& card,
                                                const Actor& actor, Instant now);

/// The way in which somebody who comes for this is spoken with.
FollowUpWay way_of(AppointmentPurpose purpose);

/// Somebody is expected at `at`: the card is due then, unless it is due before that already (a call to
/// remind them). What was promised stays.
void plan(Card& card, Instant at, FollowUpWay way, Instant now);

/// Whether the card is due at that minute for no other reason than what was planned.
bool due_for(const Card& card, Instant planned_at);

/// What was planned for one time is planned for another: if the card was due for that alone, the new time
/// decides.
void plan_anew(Card& card, Instant planned_at, Instant at, FollowUpWay way, Instant now);

/// They are here. If the card was due for this, or should have been, it is due next at `next_at`.
void note_arrival(Card& card, Instant planned_at, Instant here_at, Instant next_at, Instant now);

/// They did not come, or will not: whatever the card was due for then, it is due at `next_at` at the latest.
void note_absence(Card& card, Instant planned_at, Instant next_at);

}  // namespace guanxi::prospects
