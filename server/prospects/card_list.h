// The list of cards: which ones, in what order, how many of each.
#pragma once

#include "platform/http/paging.h"
#include "prospects/card_store.h"

namespace guanxi::prospects {

/// How far a prospect has come. It is read from what happened, never set: loss asked, ordered, delivered and
/// lost are the card's standing; the others are told apart by what was done since the card was opened.
enum class Stage {
  fresh,        ///< nobody has followed them up
  following,    ///< followed up, and nothing more
  test_driven,  ///< they have driven it, on a visit or by appointment
  quoted,       ///< they have a quote
  ordered,
  loss_asked,
  delivered,
  lost
};
BOOST_DESCRIBE_ENUM(Stage, fresh, following, test_driven, quoted, ordered, loss_asked, delivered, lost)

/// What the list is ordered by.
enum class CardOrder {
  opened,
  next,      ///< when they are due; those that are not come last
  expected,  ///< when they mean to buy; those who do not know come last
  reached,   ///< when they were spoken with last; never stands before all
  grade,     ///< N, then H to C
  tries,
  price
};
BOOST_DESCRIBE_ENUM(CardOrder, opened, next, expected, reached, grade, tries, price)

/// Which cards, newest first unless said otherwise; empty fields do not restrict.
struct CardFilter {
  std::optional<Grade> grade;
  std::optional<CardStanding> standing;
  std::optional<Stage> stage;
  std::optional<std::string> salesperson_id;
  bool unassigned = false;  ///< only those that nobody is in charge of
  std::optional<std::string> model_id;
  bool open = false;                              ///< only those that are not closed
  std::optional<Instant> closed_from;             ///< of those that are, only those closed since
  std::optional<Instant> next_from, next_before;  ///< next follow-up in [from, before)
  bool untouched = false;                         ///< only those that nobody has followed up
  std::optional<Instant> silent_since;            ///< nobody has spoken with them since
  CardOrder order = CardOrder::opened;
  bool descending = true;
  std::optional<http::Place> after;  ///< the last card that was shown
  std::int64_t limit = 50;
};

/// Cards in their order, and the place of each in it: where a list goes on.
struct CardsInOrder {
  std::vector<NamedCard> cards;
  std::vector<http::Place> places;
};
CardsInOrder select_in_order(database::Transaction& tx, std::string_view store_id, const CardFilter& filter);

std::vector<NamedCard> select_cards(database::Transaction& tx, std::string_view store_id,
                                    const CardFilter& filter);

/// How many cards the filter lets through, and how many of them should have been followed up by now.
struct StageCount {
  Stage stage;
  Grade grade;
  std::int64_t cards, overdue;
};
/// By stage and grade. Order, place and limit of the filter mean nothing here.
std::vector<StageCount> count_stages(database::Transaction& tx, std::string_view store_id,
                                     const CardFilter& filter, Instant now);

}  // namespace guanxi::prospects
