// Leads from outside: bringing them, the list, who is given which, and within which time.
#include "prospects/answer_times.h"
#include "prospects/lead_list.h"
#include "prospects/lead_turns.h"
#include "prospects/leads.h"
#include "prospects/prospects.h"

namespace guanxi::prospects {
namespace {

using http::Body;
using http::Call;
using http::Created;
using http::Form;
using http::Page;
using http::Query;
using http::Version;

struct NewLead {
  std::optional<json::Line<60>> source;
  std::optional<json::Line<120>>
      sender_key;  ///< the sender's own name for it: the same one within a day is one
  std::optional<bool> resend;
  std::optional<json::Line<60>> name;
  std::optional<json::Line<40>> phone;
  std::optional<json::Line<200>> email;
  std::optional<json::Paragraph<1000>> wants;
  std::optional<json::Day> expected_on;
  BOOST_DESCRIBE_CLASS(NewLead, (), (source, sender_key, resend, name, phone, email, wants, expected_on), (),
                       ())
};
struct LeadQuery {
  std::optional<LeadState> state;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(LeadQuery, (), (state, cursor, limit), (), ())
};

Store store_of(const Call& call) { return dealership::load_store(call.tx(), call.store()); }

Result<Created<LeadAnswer>> receive_lead(const Call& call, const Body<NewLead>& input) {
  const auto text = [](const auto& field) { return field ? std::optional(field->value) : std::nullopt; };
  Lead lead;
  lead.source = text(input->source);
  lead.sender_key = text(input->sender_key);
  lead.resend = input->resend.value_or(false);
  lead.name = text(input->name).value_or("");
  if (input->phone) lead.phones.push_back(*input->phone);
  lead.email = text(input->email);
  lead.wants = text(input->wants);
  lead.expected_on = text(input->expected_on);
  lead.raw = call.request.body;
  return Created<LeadAnswer>{take_lead(call.tx(), call.actor, store_of(call), lead, call.now)};
}

Result<LeadAnswers> receive_adf(const Call& call) {
  return take_adf(call.tx(), call.actor, store_of(call), call.request.body, call.now);
}

http::Route as_document(http::Route route) {
  route.raw_body = true;
  return route;
}

Result<Page<LeadView>> list(const Call& call, const Query<LeadQuery>& query) {
  const auto limit = http::limit_of(query->limit);
  const auto before = query->cursor ? query->cursor->value : "g";
  Page<LeadView> page;
  page.items = list_leads(call.tx(), call.actor, store_of(call), query->state, before, limit + 1);
  if (http::cut_to_limit(page.items, limit)) page.next_cursor = page.items.back().id;
  return page;
}

Result<LeadSummary> summary(const Call& call) {
  return summarise_leads(call.tx(), call.actor, store_of(call), call.now);
}

Result<LeadPage> show_lead(const Call& call) {
  return lead_page(call.tx(), call.actor, store_of(call), call.param("lead_id"));
}

Result<LeadRulesView> show_rules(const Call& call) { return lead_rules(call.tx(), store_of(call)); }

Result<LeadRulesView> change_rules(const Call& call, const Form<LeadRules>& input, const Version& version) {
  return set_lead_rules(call.tx(), call.actor, store_of(call), *input, version.value, call.now, input.wrongs);
}

Result<AnswerTimesPage> show_times(const Call& call) {
  return answer_times_page(call.tx(), store_of(call), call.now);
}

Result<AnswerTimesPage> change_times(const Call& call, const Form<AnswerTimes>& input) {
  return set_answer_times(call.tx(), call.actor, store_of(call), call.param("day"), *input, call.now,
                          input.wrongs);
}

}  // namespace

std::vector<http::Route> lead_routes() {
  using http::reads;
  using http::writes;
  constexpr const char* kCards = "prospects.read prospects.own";
  constexpr const char* kSet = "prospects.manage stores.edit";
  // clang-format off
  return {
    reads ("GET /stores/{store_id}/leads", kCards, "Leads from outside, the latest first: one's own, or the store's", list),
    writes("POST /stores/{store_id}/leads", "leads.send", "Bring a lead", receive_lead),
    as_document(writes("POST /stores/{store_id}/leads/adf", "leads.send", "Bring leads as ADF", receive_adf)),
    reads ("GET /stores/{store_id}/leads/summary", kCards, "What became of the leads of the last thirty days", summary),
    reads ("GET /stores/{store_id}/leads/rules", "prospects.read", "Who is given which leads", show_rules),
    writes("PUT /stores/{store_id}/leads/rules", kSet, "Set who is given which leads", change_rules),
    reads ("GET /stores/{store_id}/leads/times", kCards, "Within which time a lead is answered", show_times),
    writes("PUT /stores/{store_id}/leads/times/{day}", kSet, "Set it from a day on", change_times),
    reads ("GET /stores/{store_id}/leads/{lead_id}", kCards, "One lead as it arrived", show_lead),
  };
  // clang-format on
}

}  // namespace guanxi::prospects
