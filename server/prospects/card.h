// A prospect's card: where it stands, and the grade that follows the day on which they mean to buy. Rules
// only: no SQL, clock or JSON.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "reception/reception.h"

namespace guanxi::prospects {

/// 意向客户级别: how soon they mean to buy. N: not yet known.
enum class Grade { N, H, A, B, C };
BOOST_DESCRIBE_ENUM(Grade, N, H, A, B, C)

/// What became of a card. The last two close it.
enum class CardStanding { following, loss_asked, ordered, delivered, lost };
BOOST_DESCRIBE_ENUM(CardStanding, following, loss_asked, ordered, delivered, lost)

/// How sure they are of the day on which they mean to buy.
enum class Sureness { sure, likely, vague };
BOOST_DESCRIBE_ENUM(Sureness, sure, likely, vague)

enum class CarCondition { new_car, used_car };
BOOST_DESCRIBE_ENUM(CarCondition, new_car, used_car)

enum class Payment { cash, loan, lease };
BOOST_DESCRIBE_ENUM(Payment, cash, loan, lease)

/// The last day on which they mean to buy, read from what was said on the day of the visit: the Sunday of
/// that week, the last day of that month or of the next one, or the day named. Nothing when it is unknown.
std::optional<std::string> expected_day(reception::PurchaseWhen when,
                                        const std::optional<std::string>& named_day,
                                        const std::string& visit_day);

/// The windows of the grades: up to so many days ahead is H, A, B; beyond is C (domain brief §3.1, first
/// scheme). A day that has passed without an order counts for `grace` days more; then it has to be asked
/// for anew, or the card drops a grade (§3.3).
struct Windows {
  std::int64_t h = 7, a = 15, b = 30, grace = 3;
  bool operator==(const Windows&) const = default;
};

/// The grade on `today` of somebody who means to buy on the expected day. N when it is not known. Once the
/// day and its grace have passed it is A for as long as A's window, then B for B's, then C.
Grade grade_of(const std::optional<std::string>& expected_day, const std::string& today,
               const Windows& windows = {});

/// The first day after `today` on which that grade is another one; nothing when it stays.
std::optional<std::string> next_move(const std::optional<std::string>& expected_day, const std::string& today,
                                     const Windows& windows = {});

/// Whether the day and its grace have passed: it must be asked for anew.
bool must_be_redated(const std::optional<std::string>& expected_day, const std::string& today,
                     const Windows& windows = {});

/// One grade hotter: C -> B -> A -> H. N and H stay what they are.
Grade hotter(Grade grade);

/// How a prospect was spoken with, or tried to be.
enum class FollowUpWay { call, message, visit, test_drive, home_visit, event };
BOOST_DESCRIBE_ENUM(FollowUpWay, call, message, visit, test_drive, home_visit, event)

/// Ways in which nobody can be missed: they were there.
bool face_to_face(FollowUpWay way);

/// What somebody of the party has to do with the purchase: 购买者, 使用者, 付款人, 参谋.
enum class PartyRole { buyer, user, payer, adviser };
BOOST_DESCRIBE_ENUM(PartyRole, buyer, user, payer, adviser)

/// What is known of what they want.
struct Wants {
  std::optional<std::string> model_id, colour, competing_model;
  std::optional<CarCondition> car_condition;
  std::optional<bool> trade_in;
  std::optional<Payment> payment;
  std::optional<std::int64_t> price_from, price_to;  ///< minor units of the store's currency
  bool operator==(const Wants&) const = default;
};

/// What happens next. Every card that is followed up has it.
struct Next {
  Instant at = 0;      ///< of that day's end unless it is timed
  bool timed = false;  ///< at that minute
  std::optional<FollowUpWay> way;
  std::optional<std::string> promise;  ///< what they were promised for then
};

/// One prospect of one store.
struct Card {
  std::string store_id, id, customer_id;
  std::optional<std::string> visit_id, salesperson_id;
  CardStanding standing = CardStanding::following;
  Grade grade = Grade::N;
  std::optional<std::string> grade_reason;  ///< of a grade that somebody set by hand
  std::optional<std::string> regrade_on;    ///< the day on which the grade moves by itself
  reception::PurchaseWhen purchase_when = reception::PurchaseWhen::unknown;
  std::optional<std::string> expected_on;  ///< a day in the store's zone
  std::optional<Sureness> sureness;
  Instant said_at = 0;  ///< when day or grade were said last
  Wants wants;
  std::optional<Next> next;
  std::optional<Instant> followed_at, reached_at;
  std::int64_t tries = 0;  ///< since they were reached last
  Instant opened_at = 0;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
};

/// Puts the day on which they mean to buy on the card, as it was said on `today`, with the grade that follows
/// from it.
void date_card(Card& card, reception::PurchaseWhen when, std::optional<std::string> expected_on,
               Instant said_at, const std::string& today, const Windows& windows);

/// Puts a grade on the card that does not follow from the day; it stays until the day is said anew.
void grade_by_hand(Card& card, Grade grade, std::string reason, Instant said_at);

/// What somebody may do with a card: the buttons of its page.
enum class CardAction {
  follow_up,
  edit,
  place_order,
  deliver,
  cancel_order,
  hand_over,
  approve_loss,
  reject_loss
};
BOOST_DESCRIBE_ENUM(CardAction, follow_up, edit, place_order, deliver, cancel_order, hand_over, approve_loss,
                    reject_loss)

/// Whether the actor sees the card: everybody who reads prospects, and the salesperson in charge.
bool visible_to(const Card& card, const Actor& actor);
/// What the actor may do with the card next.
std::vector<CardAction> possible_actions(const Card& card, const Actor& actor);
/// Refuses what the actor may not do (403), and what cannot be done with the card as it stands (409):
/// `card_closed`, `loss_is_asked`, `no_loss_asked`, `order_is_open`, `no_open_order`.
Result<> check_may(const Card& card, const Actor& actor, CardAction action);

}  // namespace guanxi::prospects
