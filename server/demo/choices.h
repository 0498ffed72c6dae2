// What people choose from, with how often.
#pragma once

#include <string_view>
#include <vector>

#include "demo/dice.h"
#include "reception/reception.h"

namespace guanxi::demo {

struct Choices {
  std::vector<std::string_view> codes;
  std::vector<double> weights;

  std::string_view draw(Dice& dice) const { return codes[dice.weighted(weights)]; }
};

/// Channels by way of coming, as they are in one store: each has a mix of its own.
Choices channels_of(reception::Way way, Dice& dice);

Choices exclusions();

/// What the register asks for beside the rest. Most rows leave some of it empty, as on paper.
struct Noticed {
  std::optional<reception::Transport> transport;
  std::optional<std::string_view> colour, current_car, competing_model;
  std::optional<bool> questionnaire;
};
/// Of a party that talked about a car; who calls has come by nothing.
Noticed draw_noticed(Dice& dice, bool is_call);

/// When who comes now was invited for: mostly a little earlier or later.
Instant draw_appointed(Dice& dice, Instant arrived_at);

/// When they mean to buy; every tenth names a day. And what they want to spend: a range around the list
/// price, in minor units of the currency, or nothing.
void draw_intent(Dice& dice, reception::Details& details, std::int64_t list_price, const std::string& day);

}  // namespace guanxi::demo
