// A visit as it is told to the outside.
#pragma once

#include "platform/json/types.h"
#include "reception/visit_store.h"

namespace guanxi::reception {

using dealership::Name;

struct CustomerOfVisit {
  std::string id, name;
  std::optional<dealership::Sex> sex;
  std::optional<std::string> phone, wechat;
  BOOST_DESCRIBE_CLASS(CustomerOfVisit, (), (id, name, sex, phone, wechat), (), ())
};

struct VisitView {
  std::string id, store_id;
  Way way;
  Kind kind;
  Occasion occasion;
  json::Time arrived_at;
  std::optional<json::Time> appointed_at, left_at;
  std::optional<std::int64_t> minutes;  ///< from arriving to leaving, rounded down
  std::string day;
  std::int64_t party_size;
  std::optional<Name> salesperson, first_salesperson, opened_by;
  std::optional<std::string> channel_code;
  Standing standing;
  bool overdue;
  std::optional<CustomerOfVisit> customer;
  std::optional<Name> model;
  std::optional<std::int64_t> price_from, price_to;
  std::optional<PurchaseWhen> purchase_when;
  std::optional<std::string> purchase_day;
  std::optional<std::string> reason_code;
  std::optional<std::int64_t> asks;
  std::optional<bool> second_face;
  std::optional<std::string> story;
  std::optional<bool> test_drive, quote, trade_in;
  std::optional<Transport> transport;
  std::optional<std::string> colour, current_car, competing_model;
  std::optional<bool> questionnaire;
  std::optional<std::string> exclusion_code;
  std::optional<Name> exclusion_asked_by, exclusion_confirmed_by;
  std::optional<json::Time> closed_at;
  std::int64_t version;
  std::vector<Action> can;
  BOOST_DESCRIBE_CLASS(VisitView, (),
                       (id, store_id, way, kind, occasion, arrived_at, appointed_at, left_at, minutes, day,
                        party_size, salesperson, first_salesperson, opened_by, channel_code, standing,
                        overdue, customer, model, price_from, price_to, purchase_when, purchase_day,
                        reason_code, asks, second_face, story, test_drive, quote, trade_in, transport, colour,
                        current_car, competing_model, questionnaire, exclusion_code, exclusion_asked_by,
                        exclusion_confirmed_by, closed_at, version, can),
                       (), ())
};

VisitView view_of(NamedVisit named, const Actor& actor, Instant now);
std::vector<VisitView> views_of(std::vector<NamedVisit> visits, const Actor& actor, Instant now);

}  // namespace guanxi::reception
