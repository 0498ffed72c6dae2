// How many cards are shared out among several people. Rules only: no SQL, clock or JSON.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "prospects/card.h"

namespace guanxi::prospects {

/// What cards are told apart by when they go to others: the grade, and those with an order.
enum class Bucket { N, H, A, B, C, ordered };
BOOST_DESCRIBE_ENUM(Bucket, N, H, A, B, C, ordered)

Bucket bucket_of(Grade grade, CardStanding standing);

/// Who gets the cards of a bucket: one colleague, or several by turns. Nobody: they stay where they are.
using Takers = std::map<Bucket, std::vector<std::string>>;

/// A card that goes to others, in the order in which they are given away.
struct Given {
  std::string card_id;
  Bucket bucket;
  std::optional<std::string> to;  ///< named for this card alone
};

/// Names who gets each card that nobody was named for, bucket by bucket from N to the ordered ones: of the
/// bucket's takers the one who has been given the fewest so far, the first named among equals. Cards with a
/// name of their own count as given before all others. So how many each gets depends on nothing but the
/// numbers, and the page can say it beforehand.
void share_out(std::vector<Given>& cards, const Takers& takers);

}  // namespace guanxi::prospects
