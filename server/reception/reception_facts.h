// Facts of the reception. They hold ids and choices, never names, numbers or stories: the log is kept for
// good.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reception/visit.h"

namespace guanxi::reception {

struct VisitOpened {
  static constexpr std::string_view kind = "visit_opened";
  Way way;
  Occasion occasion;
  std::int64_t party_size;
  std::optional<std::string> salesperson_id;
  std::string day;  ///< of the visit, in the store's zone
  BOOST_DESCRIBE_CLASS(VisitOpened, (), (way, occasion, party_size, salesperson_id, day), (), ())
};

/// A visit was closed with a contact. `customer_is_new`: first time on file in this store.
struct VisitFiled {
  static constexpr std::string_view kind = "visit_filed";
  std::string customer_id;
  bool customer_is_new;
  std::optional<std::string> salesperson_id;
  std::optional<std::string> model_id;
  std::optional<std::int64_t> price_from, price_to;
  std::optional<PurchaseWhen> purchase_when;
  std::optional<std::string> purchase_day;
  std::string day;  ///< of the visit, in the store's zone
  BOOST_DESCRIBE_CLASS(VisitFiled, (),
                       (customer_id, customer_is_new, salesperson_id, model_id, price_from, price_to,
                        purchase_when, purchase_day, day),
                       (), ())
};

/// 撞单: somebody filed a customer whom a colleague is in charge of.
struct VisitSkated {
  static constexpr std::string_view kind = "visit_skated";
  std::string customer_id, in_charge;
  std::string salesperson_id;  ///< who received them this time
  BOOST_DESCRIBE_CLASS(VisitSkated, (), (customer_id, in_charge, salesperson_id), (), ())
};

/// Two customers were found to be one person, or not to be: the visit stands under the other one, or is or is
/// no longer that person's first.
struct VisitMoved {
  static constexpr std::string_view kind = "visit_moved";
  std::string customer_id;
  Occasion occasion;
  BOOST_DESCRIBE_CLASS(VisitMoved, (), (customer_id, occasion), (), ())
};

struct VisitLeftUnfiled {
  static constexpr std::string_view kind = "visit_left_unfiled";
  std::string reason_code;
  std::string day;  ///< of the visit, in the store's zone
  BOOST_DESCRIBE_CLASS(VisitLeftUnfiled, (), (reason_code, day), (), ())
};

struct ExclusionAsked {
  static constexpr std::string_view kind = "exclusion_asked";
  std::string exclusion_code;
  BOOST_DESCRIBE_CLASS(ExclusionAsked, (), (exclusion_code), (), ())
};
struct ExclusionConfirmed {
  static constexpr std::string_view kind = "exclusion_confirmed";
  std::string exclusion_code;
  BOOST_DESCRIBE_CLASS(ExclusionConfirmed, (), (exclusion_code), (), ())
};
struct ExclusionRejected {
  static constexpr std::string_view kind = "exclusion_rejected";
  std::string exclusion_code;
  BOOST_DESCRIBE_CLASS(ExclusionRejected, (), (exclusion_code), (), ())
};

struct VisitReopened {
  static constexpr std::string_view kind = "visit_reopened";
  Standing was;
  BOOST_DESCRIBE_CLASS(VisitReopened, (), (was), (), ())
};
struct VisitEdited {
  static constexpr std::string_view kind = "visit_edited";
  std::vector<std::string> fields;
  std::string day_before;  ///< under which the visit stood until now
  BOOST_DESCRIBE_CLASS(VisitEdited, (), (fields, day_before), (), ())
};
struct PartyLeft {
  static constexpr std::string_view kind = "party_left";
  std::int64_t minutes;
  BOOST_DESCRIBE_CLASS(PartyLeft, (), (minutes), (), ())
};
struct VisitHandedOver {
  static constexpr std::string_view kind = "visit_handed_over";
  std::optional<std::string> from;
  std::string to;
  BOOST_DESCRIBE_CLASS(VisitHandedOver, (), (from, to), (), ())
};
struct DutyChanged {
  static constexpr std::string_view kind = "duty_changed";
  std::string change;  ///< came, went, skipped
  BOOST_DESCRIBE_CLASS(DutyChanged, (), (change), (), ())
};
struct DoorCounted {
  static constexpr std::string_view kind = "door_counted";
  std::string day;
  std::int64_t hour, parties;
  BOOST_DESCRIBE_CLASS(DoorCounted, (), (day, hour, parties), (), ())
};

}  // namespace guanxi::reception
