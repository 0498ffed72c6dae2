#include "prospects/rules.h"

#include "platform/facts/facts.h"
#include "prospects/prospects_facts.h"

namespace guanxi::prospects {
namespace {

RulesInput told(const Rules& rules) {
  const auto& [h, a, b, grace] = rules.windows;
  const auto& cadence = rules.cadence;
  return {{h},         {a},         {b},         {grace},     {cadence.after_visit}, {cadence.n},
          {cadence.h}, {cadence.a}, {cadence.b}, {cadence.c}, {cadence.ordered}};
}

Rules rules_of(const RulesInput& input) {
  Rules rules;
  rules.windows = {input.h_days, input.a_days, input.b_days, input.grace_days};
  rules.cadence = {input.every_n, input.every_h,       input.every_a,    input.every_b,
                   input.every_c, input.every_ordered, input.after_visit};
  return rules;
}

RulesView view_of(const DatedRules& dated) { return {dated.from_day, dated.by, told(dated.rules)}; }

}  // namespace

RulesPage rules_page(database::Transaction& tx, const dealership::Store& store, Instant now) {
  const auto today = store.zone().day(now);
  RulesPage page{{std::nullopt, std::nullopt, told({})}, {}};
  for (const auto& dated : all_rules(tx, store.id)) {
    const bool holds = dated.from_day <= today && !page.today.from_day;
    page.set.push_back(view_of(dated));
    if (holds) page.today = page.set.back();
  }
  return page;
}

Result<RulesPage> set_rules(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                            const std::string& from_day, const RulesInput& input, Instant now,
                            Wrongs wrongs) {
  if (!is_day(from_day)) return refuse(Refusal::not_found());
  if (from_day <= store.zone().day(now)) wrongs.note("", "from_tomorrow_on");
  if (input.a_days < input.h_days) wrongs.note("/a_days", "window_too_short");
  if (input.b_days < input.a_days) wrongs.note("/b_days", "window_too_short");
  TRY(wrongs.verdict());
  write_rules(tx, store.id, from_day, rules_of(input), actor.id, now);
  facts::announce(tx, {store.id, now, actor.id, "store", store.id}, RulesSet{from_day});
  return rules_page(tx, store, now);
}

}  // namespace guanxi::prospects
