// Prospects whom the store has followed up elsewhere: a row of its list becomes a card (reception's
// importer).
#pragma once

#include "prospects/cards.h"

namespace guanxi::prospects {

/// For the importer; see reception::CardKeeper.
bool was_listed(database::Transaction& tx, const std::string& store_id, const std::string& listed_id);
bool has_open_card(database::Transaction& tx, const std::string& store_id, const std::string& customer_id);
/// The grade follows the day of purchase that the list names; without one, the list's own letter stands, with
/// that as its reason. Who has no day of a next follow-up is given one within the cadence, so that those of a
/// long list do not all fall due at once: which one follows from the row, so it is the same at every attempt.
/// The last contact counts as tried, not as reached: a list does not say which it was.
void open_listed(database::Transaction& tx, const std::string& actor_id, const Store& store,
                 const std::string& customer_id, const reception::ListedProspect& listed, Instant now);

/// What the list said of the prospect on a card.
struct Listing {
  std::optional<std::string> registered_on, last_contact_on;
  std::optional<Grade> grade;          ///< the one that the list had
  std::optional<std::string> channel;  ///< as the store's list calls it
  std::optional<std::string> remark;
  BOOST_DESCRIBE_CLASS(Listing, (), (registered_on, last_contact_on, grade, channel, remark), (), ())
};
/// A listing with when it was brought, and by whom.
struct BroughtListing {
  Instant at;
  std::optional<Name> by;
  Listing listing;
};
std::vector<BroughtListing> listings_of(database::Transaction& tx, const std::string& store_id,
                                        const std::string& card_id, Language language);

}  // namespace guanxi::prospects
