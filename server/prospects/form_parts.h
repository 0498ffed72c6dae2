// What the printed forms of a dealer are made of: how a grade has moved, and by what way somebody came.
#pragma once

#include "prospects/card_view.h"

namespace guanxi::prospects {

/// The letter of the dealers' forms for how somebody came to know of us (domain brief §3.4, table ③).
enum class Source {
  R,  ///< referral, introduced by an owner or friend
  B,  ///< base: an owner who buys again
  S,  ///< store or phone: came or called by themselves
  P,  ///< show and promotion
  E,  ///< employees and sub-dealers brought them
  W   ///< web: portals, video, search, the maker's leads
};
BOOST_DESCRIBE_ENUM(Source, R, B, S, P, E, W)

/// Of a channel's code; a card without a visit came over the web, a visit without a channel by itself.
Source source_of(const std::optional<std::string>& channel_code, bool has_visit);

/// A grade from a moment on.
struct GradeFrom {
  Instant at;
  Grade grade;
};
/// How the grade of a card has moved since it was opened, the earliest first; the latest 200 moves.
std::vector<GradeFrom> grade_history(database::Transaction& tx, const Card& card);
/// The grade just before a moment; nothing before the card was opened.
std::optional<Grade> grade_before(const std::vector<GradeFrom>& history, Instant at);

/// The channels of the visits that these cards were opened by, by the card's id; cards without a visit are
/// left out.
std::map<std::string, std::optional<std::string>> channels_of(database::Transaction& tx,
                                                              std::string_view store_id,
                                                              std::span<const std::string> card_ids);

}  // namespace guanxi::prospects
