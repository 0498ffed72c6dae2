// Cards: the list, the day, one prospect's page, and everything that is done with it.
#include "prospects/board.h"
#include "prospects/card_merging.h"
#include "prospects/card_page.h"
#include "prospects/due_list.h"
#include "prospects/follow_ups.h"
#include "prospects/orders.h"
#include "prospects/prospects.h"
#include "prospects/rules.h"

namespace guanxi::prospects {
namespace {

using http::Body;
using http::Call;
using http::Created;
using http::Form;
using http::Page;
using http::Query;
using http::Version;

struct DueQuery {
  std::optional<json::Id> salesperson_id;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(DueQuery, (), (salesperson_id, cursor, limit), (), ())
};

Store store_of(const Call& call) { return dealership::load_store(call.tx(), call.store()); }

/// Whoever sees own cards only is shown own cards, whatever is asked for.
std::optional<std::string> whose(const Call& call, const std::optional<json::Id>& asked_for) {
  if (!call.actor.may("prospects.read")) return call.actor.id;
  return asked_for ? std::optional(asked_for->value) : std::nullopt;
}

Result<DueList> show_due(const Call& call, const Query<DueQuery>& query) {
  const auto place = TRY(http::read_place(query->cursor));
  return due_list(call.tx(), call.actor, store_of(call), whose(call, query->salesperson_id), place,
                  http::limit_of(query->limit), call.now);
}

Result<Board> show_board(const Call& call) { return board(call.tx(), call.actor, store_of(call), call.now); }

Result<RulesPage> show_rules(const Call& call) { return rules_page(call.tx(), store_of(call), call.now); }

Result<RulesPage> change_rules(const Call& call, const Form<RulesInput>& input) {
  return set_rules(call.tx(), call.actor, store_of(call), call.param("day"), *input, call.now, input.wrongs);
}

Result<CardPage> show_card(const Call& call) {
  const auto store = store_of(call);
  const auto asked_for = call.param("card_id");
  // Who follows an old link to a card that went up in another one finds that one.
  const auto card_id = card_gone_into(call.tx(), store.id, asked_for).value_or(asked_for);
  const auto card = TRY(see_card(call.tx(), call.actor, store, card_id));
  return card_page(call.tx(), call.actor, store, card, call.now);
}

Result<CardView> edit(const Call& call, const Form<CardEdit>& input, const Version& version) {
  return edit_card(call.tx(), call.actor, store_of(call), call.param("card_id"), *input, version.value,
                   call.now, input.wrongs);
}

Result<CardView> hand_over(const Call& call, const Body<CardHandover>& input) {
  return hand_over_card(call.tx(), call.actor, store_of(call), call.param("card_id"), *input, call.now);
}

/// A route in which an action takes its input to a card.
template <class Input>
auto done_by(Result<CardView> (*act)(database::Transaction&, const Actor&, const Store&, const std::string&,
                                     const Input&, Instant, Wrongs)) {
  return [act](const Call& call, const Form<Input>& input) -> Result<CardView> {
    return act(call.tx(), call.actor, store_of(call), call.param("card_id"), *input, call.now, input.wrongs);
  };
}
template <class Input>
auto created_by(Result<CardView> (*act)(database::Transaction&, const Actor&, const Store&,
                                        const std::string&, const Input&, Instant, Wrongs)) {
  return [act](const Call& call, const Form<Input>& input) -> Result<Created<CardView>> {
    return Created<CardView>{TRY(done_by(act)(call, input))};
  };
}

using Decide = Result<CardView> (*)(database::Transaction&, const Actor&, const Store&, const std::string&,
                                    Instant);
auto decided_by(Decide decide) {
  return [decide](const Call& call, const Body<json::Nothing>&) -> Result<CardView> {
    return decide(call.tx(), call.actor, store_of(call), call.param("card_id"), call.now);
  };
}

}  // namespace

std::vector<http::Route> routes() {
  using http::reads;
  using http::writes;
  constexpr const char* kCards = "prospects.read prospects.own";
  constexpr const char* kFollow = "prospects.follow prospects.manage";
  // clang-format off
  return {
    reads ("GET /stores/{store_id}/prospects/due", kCards, "Whom to follow up today, the overdue first", show_due),
    reads ("GET /stores/{store_id}/prospects/board", "prospects.read", "The manager's morning: who is being dropped, and what is promised", show_board),
    reads ("GET /stores/{store_id}/prospects/rules", kCards, "Windows of the grades and cadence of following up", show_rules),
    writes("PUT /stores/{store_id}/prospects/rules/{day}", "prospects.manage stores.edit", "Set them from a day on", change_rules),
    reads ("GET /stores/{store_id}/prospects/{card_id}", kCards, "One prospect with everything that happened", show_card),
    writes("PUT /stores/{store_id}/prospects/{card_id}", kFollow, "Correct what they want and when", edit),
    writes("POST /stores/{store_id}/prospects/{card_id}/follow-ups", kFollow, "Note a follow-up and the next date", created_by<NewFollowUp>(follow_up)),
    writes("POST /stores/{store_id}/prospects/{card_id}/orders", kFollow, "They order", created_by<NewOrder>(place_order)),
    writes("POST /stores/{store_id}/prospects/{card_id}/delivery", kFollow, "The car of the open order is theirs", done_by<Delivery>(deliver)),
    writes("POST /stores/{store_id}/prospects/{card_id}/cancellation", kFollow, "The open order is cancelled", done_by<Cancellation>(cancel_order)),
    writes("POST /stores/{store_id}/prospects/{card_id}/handover", "prospects.manage", "Another salesperson takes over", hand_over),
    writes("POST /stores/{store_id}/prospects/{card_id}/loss/approval", "prospects.manage", "Agree that the prospect is lost", decided_by(approve_loss)),
    writes("POST /stores/{store_id}/prospects/{card_id}/loss/rejection", "prospects.manage", "Disagree: to be followed up", decided_by(reject_loss)),
  };
  // clang-format on
}

}  // namespace guanxi::prospects
