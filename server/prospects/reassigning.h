// All cards of somebody who is ill or leaves go to colleagues in one go.
#pragma once

#include "prospects/cards.h"
#include "prospects/sharing_out.h"

namespace guanxi::prospects {

enum class ReassignReason {
  leaving,  ///< they no longer get in, and no card stays with them
  ill,
  other
};
BOOST_DESCRIBE_ENUM(ReassignReason, leaving, ill, other)

struct BucketShare {
  Bucket bucket;
  json::Number<0, 1000000> cards;  ///< as they were looked at, without those named singly
  std::vector<json::Id> to;        ///< nobody: they stay where they are
  BOOST_DESCRIBE_CLASS(BucketShare, (), (bucket, cards, to), (), ())
};
struct SingleCard {
  json::Id card_id, to;
  BOOST_DESCRIBE_CLASS(SingleCard, (), (card_id, to), (), ())
};
struct NewReassignment {
  json::Id id;
  std::optional<json::Id> from;  ///< nobody: the cards without a salesperson
  ReassignReason reason;
  std::vector<BucketShare> shares;
  std::vector<SingleCard> cards;
  BOOST_DESCRIBE_CLASS(NewReassignment, (), (id, from, reason, shares, cards), (), ())
};

struct GivenCards {
  Name salesperson;
  std::int64_t cards;
  BOOST_DESCRIBE_CLASS(GivenCards, (), (salesperson, cards), (), ())
};
struct ReassignmentView {
  std::string id;
  std::optional<Name> from;
  ReassignReason reason;
  Name by;
  json::Time at;
  std::vector<GivenCards> given;  ///< the most cards first
  bool accesses_ended;
  BOOST_DESCRIBE_CLASS(ReassignmentView, (), (id, from, reason, by, at, given, accesses_ended), (), ())
};

/// Gives the open cards of one person to others, each with its customer, its history and its next date: all
/// of it or, when it is refused, nothing. The same id a second time changes nothing and gives what was done.
///
/// Refuses takers who do not sell in this store (`not_a_salesperson`) or are the giver (`same_salesperson`),
/// a bucket or taker named twice (`named_twice`), cards that are not theirs (`not_their_card`), and, as a
/// conflict `cards_have_changed`, numbers that are no longer those that were looked at. Whoever leaves may
/// keep no card
/// (`card_left_behind`), here or in another store (`cards_elsewhere`), and must be somebody whom the actor
/// may send away: not oneself (`not_oneself`), and without a right to edit people only who sells or receives
/// (`only_administrators`).
Result<ReassignmentView> reassign(database::Transaction& tx, const Actor& actor, const Store& store,
                                  const NewReassignment& input, Instant now, Wrongs wrongs = {});

/// How many open cards somebody has of each kind; those who have none are left out.
struct BucketCount {
  Bucket bucket;
  std::int64_t cards;
  BOOST_DESCRIBE_CLASS(BucketCount, (), (bucket, cards), (), ())
};
struct CardHolder {
  std::optional<Name> salesperson;  ///< nobody: cards without one
  bool sells_here;                  ///< may be given cards
  std::vector<BucketCount> buckets;
  std::int64_t cards;
  BOOST_DESCRIBE_CLASS(CardHolder, (), (salesperson, sells_here, buckets, cards), (), ())
};
/// Everybody who has open cards, and everybody who may be given some; by name, nobody last.
std::vector<CardHolder> card_holders(database::Transaction& tx, const Store& store);

}  // namespace guanxi::prospects
