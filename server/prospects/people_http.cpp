// Who is who: those who might be one person, who comes with whom, and what two salespeople have to settle.
#include "platform/text/phone.h"
#include "prospects/look_alikes.h"
#include "prospects/merging.h"
#include "prospects/notices.h"
#include "prospects/party.h"

namespace guanxi::prospects {
namespace {

using http::Body;
using http::Call;
using http::Created;
using http::Form;
using http::Items;
using http::NoContent;
using http::Query;
using http::Version;

/// What stands in a form that is still being filled in: half a phone number is no error, only nothing to look
/// for.
struct LookAlikeQuery {
  std::optional<json::Line<60>> name;
  std::optional<json::Line<40>> phone, wechat;
  std::optional<json::Line<20>> plate;
  std::optional<json::Id> model_id, except_id;
  BOOST_DESCRIBE_CLASS(LookAlikeQuery, (), (name, phone, wechat, plate, model_id, except_id), (), ())
};

constexpr std::size_t kMostShown = 5;  // nobody reads more while typing

constexpr auto text_of = [](const auto& field) { return field ? std::optional(field->value) : std::nullopt; };

dealership::Store store_of(const Call& call) { return dealership::load_store(call.tx(), call.store()); }

Result<Items<LookAlikeView>> show_look_alikes(const Call& call, const Query<LookAlikeQuery>& query) {
  const auto store = store_of(call);
  Described described;
  described.name = text_of(query->name);
  if (query->phone) described.phone = text::normalise_phone(*query->phone, store.country);
  described.wechat = dealership::as_wechat(text_of(query->wechat));
  described.plate = dealership::as_plate(text_of(query->plate));
  described.model_id = text_of(query->model_id);
  described.except_id = text_of(query->except_id).value_or("");
  Items<LookAlikeView> views;
  for (const auto& found : look_alikes(call.tx(), store, described)) {
    if (views.items.size() == kMostShown) break;
    views.items.push_back(view_of(found, call.actor, store));
  }
  return views;
}

Result<Created<PartyMemberView>> add_member(const Call& call, const Form<NewPartyMember>& input) {
  return Created<PartyMemberView>{TRY(add_party_member(
      call.tx(), call.actor, store_of(call), call.param("card_id"), *input, call.now, input.wrongs))};
}

Result<PartyMemberView> edit_member(const Call& call, const Form<PartyMemberEdit>& input,
                                    const Version& version) {
  return edit_party_member(call.tx(), call.actor, store_of(call), call.param("card_id"),
                           call.param("member_id"), *input, version.value, call.now, input.wrongs);
}

Result<NoContent> remove_member(const Call& call) {
  TRY(remove_party_member(call.tx(), call.actor, store_of(call), call.param("card_id"),
                          call.param("member_id"), call.now));
  return NoContent{};
}

Result<Items<NoticeView>> show_notices(const Call& call) {
  return Items<NoticeView>{unseen_notices(call.tx(), call.actor, store_of(call))};
}

Result<NoContent> see(const Call& call, const Body<json::Nothing>&) {
  TRY(see_notice(call.tx(), call.actor, store_of(call), call.param("notice_id"), call.now));
  return NoContent{};
}

struct DuplicateQuery {
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(DuplicateQuery, (), (cursor, limit), (), ())
};

struct DuplicatePage {
  std::int64_t count;  ///< of all
  std::vector<DuplicateView> items;
  std::optional<std::string> next_cursor;
  BOOST_DESCRIBE_CLASS(DuplicatePage, (), (count, items, next_cursor), (), ())
};

Result<DuplicatePage> show_duplicates(const Call& call, const Query<DuplicateQuery>& query) {
  const auto limit = http::limit_of(query->limit);
  const auto place = TRY(http::read_place(query->cursor));
  DuplicatePage page{count_open_duplicates(call.tx(), call.store()),
                     open_duplicates(call.tx(), call.actor, store_of(call), place, limit + 1, call.now),
                     {}};
  if (http::cut_to_limit(page.items, limit))
    page.next_cursor = http::write_place({page.items.back().score, page.items.back().id});
  return page;
}

Result<NoContent> are_different(const Call& call, const Body<json::Nothing>&) {
  TRY(tell_apart(call.tx(), call.actor, store_of(call), call.param("duplicate_id"), call.now));
  return NoContent{};
}

Result<Created<MergeView>> merge(const Call& call, const Form<NewMerge>& input, const Version& version) {
  return Created<MergeView>{
      TRY(merge_duplicate(call.tx(), call.actor, store_of(call), call.param("duplicate_id"), *input,
                          version.value, call.now, input.wrongs))};
}

Result<Items<MergeView>> show_merges(const Call& call) {
  return Items<MergeView>{latest_merges(call.tx(), store_of(call))};
}

Result<MergeView> undo(const Call& call, const Body<json::Nothing>&) {
  return undo_merge(call.tx(), call.actor, store_of(call), call.param("merge_id"), call.now);
}

}  // namespace

std::vector<http::Route> people_routes() {
  using http::reads;
  using http::writes;
  constexpr const char* kFollow = "prospects.follow prospects.manage";
  // clang-format off
  return {
    reads ("GET /stores/{store_id}/look-alikes", "visits.close customers.read customers.own", "Who on file might be the person who is being keyed in", show_look_alikes),
    writes("POST /stores/{store_id}/prospects/{card_id}/party", kFollow, "Add somebody to the party", add_member),
    writes("PUT /stores/{store_id}/prospects/{card_id}/party/{member_id}", kFollow, "Correct somebody of the party", edit_member),
    writes("DELETE /stores/{store_id}/prospects/{card_id}/party/{member_id}", kFollow, "Take somebody of the party away", remove_member),
    reads ("GET /stores/{store_id}/notices", kFollow, "What one has to know and has not seen yet", show_notices),
    writes("POST /stores/{store_id}/notices/{notice_id}/seen", kFollow, "It was seen, or settled", see),
    reads ("GET /stores/{store_id}/duplicates", "prospects.manage imports.run", "Customers who may be on file twice, the most probable first", show_duplicates),
    writes("POST /stores/{store_id}/duplicates/{duplicate_id}/difference", "prospects.manage", "They are two people", are_different),
    writes("POST /stores/{store_id}/duplicates/{duplicate_id}/merge", "prospects.manage", "They are one person: put them together", merge),
    reads ("GET /stores/{store_id}/merges", "prospects.manage", "Customers who were put together, the latest first", show_merges),
    writes("POST /stores/{store_id}/merges/{merge_id}/undo", "prospects.manage", "Take a merge back", undo),
  };
  // clang-format on
}

}  // namespace guanxi::prospects
