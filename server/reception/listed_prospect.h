// A prospect as a row of a dealer's list describes them, and who keeps the cards that such rows become.
#pragma once

#include "dealership/dealership.h"
#include "reception/visit.h"

namespace guanxi::reception {

struct ListedProspect {
  /// The same at every import of a row about this person and day of registration.
  std::string id;
  std::string name;
  std::optional<dealership::Sex> sex;
  dealership::Contacts contacts;
  std::optional<std::string> email;
  /// Who is to follow them up; nobody when the list names nobody or somebody who has left.
  std::optional<std::string> salesperson_id;
  std::optional<std::string> channel_code, model_id, colour, competing_model;
  std::optional<bool> trade_in;
  std::optional<std::int64_t> price_from, price_to;  ///< minor units of the store's currency
  PurchaseWhen purchase_when = PurchaseWhen::unknown;
  std::optional<std::string> purchase_day;
  std::optional<std::string> grade;  ///< H, A, B or C as the list has it, when it names no day of purchase
  std::optional<std::string> registered_on, last_contact_on, next_on;  ///< days of the store
  std::optional<std::string> remark;
};

/// The room that keeps the prospects' cards stands below this one, so it puts itself here (wiring.cpp).
struct CardKeeper {
  /// Whether a row with this id has been brought in before, whatever has become of its card since.
  bool (*was_listed)(database::Transaction& tx, const std::string& store_id, const std::string& listed_id);
  /// Whether the customer has a card that is not closed.
  bool (*has_open_card)(database::Transaction& tx, const std::string& store_id,
                        const std::string& customer_id);
  /// Opens the card of a customer who has no open one.
  void (*open_listed)(database::Transaction& tx, const std::string& actor_id, const dealership::Store& store,
                      const std::string& customer_id, const ListedProspect& listed, Instant now);
};
CardKeeper& card_keeper();

}  // namespace guanxi::reception
