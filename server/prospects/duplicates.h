// Customers who are on file twice: found at midnight, shown to the manager, put together or told apart.
#pragma once

#include "platform/http/paging.h"
#include "prospects/card_view.h"
#include "prospects/look_alikes.h"

namespace guanxi::prospects {

/// Compares whoever is new or changed since before the store's day began with everybody on file, and notes
/// the probable pairs; at most `most` customers in one call. Pairs that somebody told apart are never noted
/// again.
///
/// In transactions of some ten milliseconds. It may be called twice at once, and again after it was broken
/// off.
/// @param goes_on asked before each transaction; false breaks off
void find_duplicates(database::Database& database, const dealership::Store& store, Instant now,
                     const std::function<bool()>& goes_on, std::int64_t most = 2000);

/// One of two, side by side with the other.
struct DuplicateSide {
  std::string id, name;
  std::optional<dealership::Sex> sex;
  std::optional<std::string> phone, phone_display, wechat, plate, email;
  std::vector<dealership::FurtherContact> further;
  std::optional<dealership::Name> salesperson;
  json::Time created_at;
  std::optional<json::Time> last_visit_at;
  std::int64_t visits;
  std::optional<CardView> card;  ///< the latest
  std::int64_t version;
  BOOST_DESCRIBE_CLASS(DuplicateSide, (),
                       (id, name, sex, phone, phone_display, wechat, plate, email, further, salesperson,
                        created_at, last_visit_at, visits, card, version),
                       (), ())
};

/// Which of the two.
enum class Which { first, second };
BOOST_DESCRIBE_ENUM(Which, first, second)

/// A pair as it is to be decided on, with what a merge does unless somebody chooses otherwise.
struct DuplicateView {
  std::string id;
  std::int64_t score;
  std::vector<Likeness> because;
  json::Time found_at;
  DuplicateSide first, second;
  Which salesperson;               ///< whose salesperson is in charge afterwards
  std::optional<Which> open_card;  ///< whose card stays open; nobody: none of the two is open
  bool both_open;                  ///< the other one is closed as merged
  bool both_ordered;               ///< they cannot be merged before one order has come to its end
  std::int64_t version;            ///< of both records together: it rises with either
  BOOST_DESCRIBE_CLASS(DuplicateView, (),
                       (id, score, because, found_at, first, second, salesperson, open_card, both_open,
                        both_ordered, version),
                       (), ())
};

/// What became of a pair: to be decided on, two people, one person.
enum class DuplicateState { open, different, merged };
BOOST_DESCRIBE_ENUM(DuplicateState, open, different, merged)

/// A pair as noted.
struct Duplicate {
  std::string id, first_id, second_id;
  std::int64_t score = 0;
  std::vector<Likeness> because;
  Instant found_at = 0;
  DuplicateState state = DuplicateState::open;
};
std::optional<Duplicate> find_duplicate(database::Transaction& tx, std::string_view store_id,
                                        std::string_view id);
void settle_duplicate(database::Transaction& tx, std::string_view store_id, std::string_view id,
                      DuplicateState state, const std::optional<std::string>& by_id, Instant now);

/// Both must be on file.
DuplicateView duplicate_view(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                             const Duplicate& pair, Instant now);
/// The pairs to be decided on, the most probable first, from a place on.
std::vector<DuplicateView> open_duplicates(database::Transaction& tx, const Actor& actor,
                                           const dealership::Store& store,
                                           const std::optional<http::Place>& place, std::int64_t limit,
                                           Instant now);
std::int64_t count_open_duplicates(database::Transaction& tx, std::string_view store_id);

/// They are two people: never proposed again. A second time it does nothing.
Result<> tell_apart(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                    const std::string& id, Instant now);

/// The open cards of two customers, and which of the two goes on: the one with the order, else the earlier.
struct OpenCards {
  std::optional<Card> first, second;
  bool both() const { return first && second; }
  bool both_ordered() const {
    return both() && first->standing == CardStanding::ordered && second->standing == CardStanding::ordered;
  }
  std::optional<Which> stays() const;
  /// Whose salesperson is in charge, unless chosen otherwise: of two, the one of the earlier card.
  std::optional<Which> salesperson() const;
};
OpenCards open_cards_of(database::Transaction& tx, std::string_view store_id, const std::string& first_id,
                        const std::string& second_id);
/// The customer who came on file earlier stays.
Which survivor_of(const dealership::Customer& first, const dealership::Customer& second);

}  // namespace guanxi::prospects
