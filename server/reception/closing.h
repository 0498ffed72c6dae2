// Closing a visit: filed, unfiled, or no prospect.
#pragma once

#include "reception/visits.h"

namespace guanxi::reception {

struct FiledCustomer {
  json::Id id;  ///< of the customer that this makes; unused when the contact is on file already
  std::optional<json::Id> known_id;  ///< the customer on file whom the salesperson recognised
  json::Line<60> name;
  std::optional<dealership::Sex> sex;
  std::optional<json::Line<40>> phone, wechat;
  std::optional<json::Line<20>> plate;
  BOOST_DESCRIBE_CLASS(FiledCustomer, (), (id, known_id, name, sex, phone, wechat, plate), (), ())
};

struct ConsentGiven {
  bool given;
  std::vector<dealership::Purpose> purposes;
  BOOST_DESCRIBE_CLASS(ConsentGiven, (), (given, purposes), (), ())
};

struct Filing {
  FiledCustomer customer;
  std::optional<json::Id> model_id;
  std::optional<json::Number<0, 100000000000>> price_from, price_to;
  PurchaseWhen purchase_when;
  std::optional<json::Day> purchase_day;
  ConsentGiven consent;
  std::optional<json::Line<40>> channel_code;
  bool test_drive, quote, trade_in;
  std::optional<Transport> transport;
  std::optional<json::Line<40>> colour;
  std::optional<json::Line<60>> current_car, competing_model;
  std::optional<bool> questionnaire;
  std::optional<json::Paragraph<2000>> story;
  std::optional<json::Time> left_at;
  BOOST_DESCRIBE_CLASS(Filing, (),
                       (customer, model_id, price_from, price_to, purchase_when, purchase_day, consent,
                        channel_code, test_drive, quote, trade_in, transport, colour, current_car,
                        competing_model, questionnaire, story, left_at),
                       (), ())
};

struct Unfiling {
  json::Line<40> reason_code;
  json::Number<0, 2> asks;
  bool second_face;
  json::Paragraph<2000> story;
  std::optional<json::Id> model_id;
  std::optional<json::Line<40>> channel_code;
  bool test_drive, quote, trade_in;
  std::optional<Transport> transport;
  std::optional<json::Line<40>> colour;
  std::optional<json::Line<60>> current_car, competing_model;
  std::optional<bool> questionnaire;
  std::optional<json::Time> left_at;
  BOOST_DESCRIBE_CLASS(Unfiling, (),
                       (reason_code, asks, second_face, story, model_id, channel_code, test_drive, quote,
                        trade_in, transport, colour, current_car, competing_model, questionnaire, left_at),
                       (), ())
};

struct ExclusionRequest {
  json::Line<40> code;
  std::optional<json::Paragraph<2000>> story;
  BOOST_DESCRIBE_CLASS(ExclusionRequest, (), (code, story), (), ())
};

/// Files the visit: a contact that is on file already makes it a further visit of that customer, a new one
/// makes a customer in the charge of the visit's salesperson. Somebody who was recognised needs no contact:
/// what they say of theirs completes what is on file. When a colleague is in charge of who is known, that is
/// announced (`VisitSkated`), and nobody is refused for it. Refuses a filing without reachable contact,
/// phone numbers that are none, upside-down prices, and visits that are closed (`already_closed`). Here and
/// below, `wrongs` is what is wrong with the input's shape: the refusal names every wrong field at once.
Result<VisitView> file_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id, const Filing& input, Instant now, Wrongs wrongs = {});
/// Closes the visit without a contact. The reason must be of the second level.
Result<VisitView> leave_visit_unfiled(database::Transaction& tx, const Actor& actor, const Store& store,
                                      const std::string& id, const Unfiling& input, Instant now,
                                      Wrongs wrongs = {});
/// Says that the visitor is no prospect; counted only after `confirm` by another person.
Result<VisitView> ask_visit_exclusion(database::Transaction& tx, const Actor& actor, const Store& store,
                                      const std::string& id, const ExclusionRequest& input, Instant now,
                                      Wrongs wrongs = {});
Result<VisitView> confirm_visit_exclusion(database::Transaction& tx, const Actor& actor, const Store& store,
                                          const std::string& id, Instant now);
Result<VisitView> reject_visit_exclusion(database::Transaction& tx, const Actor& actor, const Store& store,
                                         const std::string& id, Instant now);
/// Takes a closing back, for correction by a manager.
Result<VisitView> reopen_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, Instant now);

/// Who is on file under a contact, told before saving.
struct KnownCustomer {
  std::string id, name;
  std::optional<Name> salesperson;
  std::int64_t visits;
  std::optional<json::Time> last_visit_at;
  BOOST_DESCRIBE_CLASS(KnownCustomer, (), (id, name, salesperson, visits, last_visit_at), (), ())
};
struct Known {
  std::optional<KnownCustomer> customer;
  std::optional<std::string> phone;          ///< normalised, E.164
  std::optional<std::string> phone_display;  ///< as people of the store's country write it
  BOOST_DESCRIBE_CLASS(Known, (), (customer, phone, phone_display), (), ())
};
/// Looks a contact up among all customers of the store: also a colleague's customer is named, so that nobody
/// files the same person twice.
Result<Known> look_up(database::Transaction& tx, const Store& store, const std::optional<std::string>& phone,
                      const std::optional<std::string>& wechat);

}  // namespace guanxi::reception
