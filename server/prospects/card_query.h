// Which cards a question of the list, its table or its contacts names.
#pragma once

#include "platform/http/route.h"
#include "prospects/board.h"

namespace guanxi::prospects {

/// The filter that a question names. Whoever sees own cards only is shown own cards, whatever is asked for.
template <class Asked>
CardFilter filter_of(const http::Call& call, const dealership::Store& store, const Asked& asked) {
  CardFilter filter;
  if (asked.attention) restrict_to(filter, *asked.attention, store, call.now);
  filter.grade = asked.grade;
  filter.standing = asked.standing;
  filter.stage = asked.stage;
  filter.open = filter.open || asked.open.value_or(false);
  filter.unassigned = asked.unassigned.value_or(false);
  if (asked.salesperson_id) filter.salesperson_id = *asked.salesperson_id;
  if (!call.actor.may("prospects.read")) filter.salesperson_id = call.actor.id;
  if (asked.closed_from) filter.closed_from = store.zone().start_of(*asked.closed_from);
  if (asked.model_id) filter.model_id = *asked.model_id;
  filter.order = asked.order.value_or(CardOrder::opened);
  filter.descending = asked.descending.value_or(filter.order == CardOrder::opened);
  return filter;
}

}  // namespace guanxi::prospects
