// Opening visits and everything that happens to them until they are closed.
#pragma once

#include "dealership/dealership.h"
#include "platform/wrongs.h"
#include "reception/visit_view.h"

namespace guanxi::reception {

using dealership::Store;

struct NewVisit {
  json::Id id;
  Way way;
  std::optional<Kind> kind;  ///< a call for way "call", otherwise a visit
  std::optional<json::Number<1, 99>> party_size;
  std::optional<json::Time> arrived_at;    ///< now, when it is empty
  std::optional<json::Time> left_at;       ///< for a visit that is logged afterwards
  std::optional<json::Time> appointed_at;  ///< when they were invited for; only for way "appointment"
  std::optional<json::Id> salesperson_id;  ///< who is on turn, when it is empty
  std::optional<json::Id> customer_id;     ///< a customer on file who came again
  std::optional<json::Line<40>> channel_code;
  std::optional<Transport> transport;
  BOOST_DESCRIBE_CLASS(NewVisit, (),
                       (id, way, kind, party_size, arrived_at, left_at, appointed_at, salesperson_id,
                        customer_id, channel_code, transport),
                       (), ())
};

struct VisitEdit {
  json::Number<1, 99> party_size;
  Kind kind;
  Occasion occasion;
  json::Time arrived_at;
  std::optional<json::Time> appointed_at, left_at;
  std::optional<json::Line<40>> channel_code;
  std::optional<json::Id> model_id;
  std::optional<json::Number<0, 100000000000>> price_from, price_to;
  std::optional<PurchaseWhen> purchase_when;
  std::optional<json::Day> purchase_day;
  std::optional<json::Line<40>> reason_code;
  std::optional<json::Number<0, 2>> asks;
  std::optional<bool> second_face;
  std::optional<json::Paragraph<2000>> story;
  std::optional<bool> test_drive, quote, trade_in;
  std::optional<Transport> transport;
  std::optional<json::Line<40>> colour;
  std::optional<json::Line<60>> current_car, competing_model;
  std::optional<bool> questionnaire;
  BOOST_DESCRIBE_CLASS(VisitEdit, (),
                       (party_size, kind, occasion, arrived_at, appointed_at, left_at, channel_code, model_id,
                        price_from, price_to, purchase_when, purchase_day, reason_code, asks, second_face,
                        story, test_drive, quote, trade_in, transport, colour, current_car, competing_model,
                        questionnaire),
                       (), ())
};

struct Departure {
  std::optional<json::Time> left_at;  ///< now, when it is empty
  BOOST_DESCRIBE_CLASS(Departure, (), (left_at), (), ())
};
struct Handover {
  json::Id to;
  BOOST_DESCRIBE_CLASS(Handover, (), (to), (), ())
};

/// Opens a visit. A customer on file goes to the salesperson in charge and costs no turn; everybody else goes
/// to who is on turn, or to the person named, who thereby takes a turn (calls cost none). Refuses times in
/// the future, people who do not sell in this store, customers and channels that are not there. The same id a
/// second time changes nothing and gives the visit that is there. `wrongs` is what is wrong with the input's
/// shape: the refusal names every wrong field at once.
Result<VisitView> open_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                             const NewVisit& input, Instant now, Wrongs wrongs = {});

/// The visit, if it is there and theirs to see.
Result<NamedVisit> see_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id);

/// The party leaves; the visit is still to be closed.
Result<VisitView> depart(database::Transaction& tx, const Actor& actor, const Store& store,
                         const std::string& id, const Departure& input, Instant now);

/// Another salesperson takes the party over and takes the turn for it; the first one gets the turn back.
Result<VisitView> hand_over(database::Transaction& tx, const Actor& actor, const Store& store,
                            const std::string& id, const Handover& input, Instant now);

/// Corrects a visit, open or closed, if it still has this version (else `stale` with the visit as it stands).
Result<VisitView> edit_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id, const VisitEdit& input, std::int64_t version, Instant now,
                             Wrongs wrongs = {});

/// For actions of this room: writes the changed visit and gives its view. Refuses `stale` when somebody was
/// faster.
Result<VisitView> save_visit(database::Transaction& tx, const Actor& actor, Visit& visit, Instant now);

/// Refuses what the actor may not do with the visit now.
Result<> check_may(const Visit& visit, const Actor& actor, Action action);

/// Puts a new arrival on the visit, with its day and hour in the store's zone.
void set_arrival(Visit& visit, const Store& store, Instant arrived_at);

}  // namespace guanxi::reception
