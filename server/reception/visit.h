// A visit is one party that came or called, counted once; heads are kept apart. Rules only: no SQL, clock or
// JSON.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/identity/actor.h"
#include "platform/result.h"

namespace guanxi::reception {

/// How the visit began: one of four buttons at the door.
enum class Way { walk_in, appointment, call, again };
BOOST_DESCRIBE_ENUM(Way, walk_in, appointment, call, again)

enum class Kind { visit, call };
BOOST_DESCRIBE_ENUM(Kind, visit, call)

/// First time of this party in this store, or a later one.
enum class Occasion { first, again };
BOOST_DESCRIBE_ENUM(Occasion, first, again)

/// What became of the visit in the log.
enum class Standing {
  open,             ///< still to be closed
  filed,            ///< 留档: reachable
  unfiled,          ///< 未留档: received, but nobody can reach them
  exclusion_asked,  ///< said to be no prospect; counts as open until a second person confirms
  excluded,         ///< 非意向: out of the denominators
};
BOOST_DESCRIBE_ENUM(Standing, open, filed, unfiled, exclusion_asked, excluded)

enum class PurchaseWhen { this_week, this_month, next_month, date, unknown };
BOOST_DESCRIBE_ENUM(PurchaseWhen, this_week, this_month, next_month, date, unknown)

/// By what the party came to the store.
enum class Transport { on_foot, bicycle, motorbike, car, taxi, public_transport, other };
BOOST_DESCRIBE_ENUM(Transport, on_foot, bicycle, motorbike, car, taxi, public_transport, other)

/// What was learnt about what they want, and how they were received.
struct Details {
  std::optional<std::string> model_id;
  std::optional<std::int64_t> price_from, price_to;  ///< minor units of the store's currency
  std::optional<PurchaseWhen> purchase_when;
  std::optional<std::string> purchase_day;
  std::optional<std::int64_t> asks;  ///< how often a contact was asked for: 0, 1, 2 (or more)
  std::optional<bool> second_face;   ///< a manager or colleague came in before they left (T.O.)
  std::optional<std::string> story;
  std::optional<bool> test_drive, quote, trade_in;
  std::optional<Transport> transport;
  std::optional<std::string> colour;           ///< wanted
  std::optional<std::string> current_car;      ///< what they drive now; never its plate
  std::optional<std::string> competing_model;  ///< of another brand, which they compare ours with
  std::optional<bool> questionnaire;           ///< they filled in the store's
};

struct Visit {
  std::string store_id, id;
  Way way = Way::walk_in;
  Kind kind = Kind::visit;
  Occasion occasion = Occasion::first;
  Instant arrived_at = 0;
  std::optional<Instant> appointed_at;  ///< when they were invited for; only of appointments
  std::optional<Instant> left_at;
  std::string day;        ///< of arrival, in the store's zone
  std::int64_t hour = 0;  ///< likewise, 0 to 23
  std::int64_t party_size = 1;
  std::optional<std::string> salesperson_id;
  std::optional<std::string> first_salesperson_id;  ///< who received the party before it was handed over
  std::optional<std::string> opened_by;
  bool took_turn = false;
  std::optional<std::string> channel_code;
  Standing standing = Standing::open;
  std::optional<std::string> customer_id;
  Details details;
  std::optional<std::string> reason_code;
  std::optional<std::string> exclusion_code, exclusion_asked_by, exclusion_confirmed_by;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
};

/// A row left open this long counts as unfiled with reason unknown: otherwise leaving rows open would raise
/// the filing rate (domain brief §2.4, trap a).
constexpr Instant kOpenLimit = 24 * kHour;

/// How far a phone's clock may run ahead before a time counts as "in the future".
constexpr Instant kClockSkew = 60 * kSecond;

/// What the visit counts as at this moment: an open or only-asked row past the limit counts as unfiled.
Standing counts_as(const Visit& visit, Instant now);
bool overdue(const Visit& visit, Instant now);

// The checks below name every wrong field, not only the first.

/// Refuses times in the future, before 2000, and leaving before arriving; pointers /arrived_at and /left_at.
Result<> check_times(Instant arrived_at, std::optional<Instant> left_at, Instant now);

/// Refuses an appointed time of a visit that is no appointment, or a year away from it; pointer
/// /appointed_at.
Result<> check_appointment(const Visit& visit);

/// Refuses a price range upside down, a date without a day, a day without "date", a day before the visit.
Result<> check_details(const Details& details, const std::string& visit_day);

/// Refuses (`already_closed`) unless the visit is still to be closed.
Result<> check_open(const Visit& visit);

/// Closes the visit as unfiled. A visit of a customer on file is refused: the number is known
/// (`already_on_file`).
Result<> leave_unfiled(Visit& visit, std::string reason_code, Instant now);
/// Closes the visit as filed under this customer.
Result<> file(Visit& visit, std::string customer_id, bool known_before, Instant now);
/// Says that the visitor is no prospect; somebody else has to confirm.
Result<> ask_exclusion(Visit& visit, std::string exclusion_code, const std::string& person_id, Instant now);
/// Confirms it. Refuses the person who asked (`needs_second_person`).
Result<> confirm_exclusion(Visit& visit, const std::string& person_id, Instant now);
/// A second person disagrees, or the first takes it back: the visit is open again.
Result<> reject_exclusion(Visit& visit);
/// Undoes a closing; the details stay, the outcome goes. A filed visit keeps its customer.
Result<> reopen(Visit& visit);

/// What somebody may do with a visit: the buttons of its page.
enum class Action {
  edit,
  file,
  leave_unfiled,
  exclude,
  depart,
  hand_over,
  confirm_exclusion,
  reject_exclusion,
  reopen
};
BOOST_DESCRIBE_ENUM(Action, edit, file, leave_unfiled, exclude, depart, hand_over, confirm_exclusion,
                    reject_exclusion, reopen)

/// What the actor may do with the visit next.
std::vector<Action> possible_actions(const Visit& visit, const Actor& actor);

/// Whether the actor sees the visit: everybody who reads the log, and the salesperson of the visit.
bool visible_to(const Visit& visit, const Actor& actor);

}  // namespace guanxi::reception
