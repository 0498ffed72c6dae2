#include "prospects/lead_turns.h"

#include <algorithm>
#include <map>

#include "platform/facts/facts.h"
#include "platform/json/reader.h"
#include "platform/json/writer.h"
#include "platform/text/search_keys.h"
#include "platform/text/utf8.h"
#include "prospects/prospects_facts.h"

namespace guanxi::prospects {
namespace {

using dealership::Role;
using dealership::Store;
using People = std::vector<std::string>;

constexpr std::size_t kMostRules = 50;
constexpr std::size_t kProvidersShown = 20;

/// Without blanks, in small letters.
bool has_part(const std::string& text, const std::string& part) {
  return text::fold(text).find(text::fold(part)) != std::string::npos;
}

bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x323AF); }

struct StoredRules {
  LeadRules rules;
  std::int64_t version = 0;
};
StoredRules stored_rules(database::Transaction& tx, const Store& store) {
  static constexpr std::string_view kSelect =
      "SELECT rules, version FROM prospects_lead_rules WHERE store_id = $1";
  const auto row = tx.query(kSelect, store.id).first();
  if (!row) return {};
  return {*json::parse<LeadRules>(row->get<std::string>(0)), row->get<std::int64_t>(1)};
}

/// Everybody who may be given a lead at a moment.
class Crew {
 public:
  Crew(database::Transaction& tx, const Store& store, Instant at, const std::optional<std::string>& except)
      : tx_(tx), store_(store), at_(at), except_(except), plan_(tx, store, store.zone().day(at)) {
    for (const auto& entry : reception::duty_of(tx, store, store.zone().day(at)))
      on_duty_.push_back(entry.person.id);
  }

  /// Of the people of a rule those to choose from.
  People of(const LeadRule& rule) const {
    if (rule.people.empty()) return without_except(on_duty_);
    People named;
    for (const auto& id : rule.people) {
      if (dealership::works_in(tx_, store_, id, Role::salesperson)) named.push_back(id);
    }
    named = without_except(std::move(named));
    People now;
    std::ranges::copy_if(named, std::back_inserter(now), [&](const std::string& id) {
      return std::ranges::find(on_duty_, id) != on_duty_.end();
    });
    return now.empty() ? there(std::move(named)) : now;
  }

  People everybody() const {
    if (auto now = without_except(on_duty_); !now.empty()) return now;
    People all;
    for (const auto& member : dealership::list_staff(tx_, store_, std::nullopt, Role::salesperson))
      all.push_back(member.id);
    auto now = there(all);
    if (now.empty()) now = without_except(std::move(all));  // somebody has to have it
    return now;
  }

 private:
  People without_except(People people) const {
    std::erase_if(people, [&](const std::string& id) { return id == except_; });
    return people;
  }
  People there(People people) const {
    std::erase_if(people, [&](const std::string& id) { return !plan_.works_at(id, at_); });
    return without_except(std::move(people));
  }

  database::Transaction& tx_;
  const Store& store_;
  Instant at_;
  const std::optional<std::string>& except_;
  dealership::WorkPlan plan_;
  People on_duty_;
};

std::string who_waited_longest(database::Transaction& tx, const Store& store, const People& people) {
  static constexpr std::string_view kTurns =
      "SELECT salesperson_id, at FROM prospects_lead_turns WHERE store_id = $1";
  std::map<std::string, Instant> last;
  for (const auto& row : tx.query(kTurns, store.id)) last[row.get<std::string>(0)] = row.get<Instant>(1);
  return *std::ranges::min_element(people, {}, [&](const std::string& id) { return last[id]; });
}

LeadRuleView view_of(database::Transaction& tx, const LeadRule& rule) {
  LeadRuleView view;
  if (rule.provider) view.provider = *rule.provider;
  if (rule.model) view.model = *rule.model;
  view.language = rule.language;
  for (const auto& id : rule.people) view.people.push_back(*dealership::name_of(tx, id.value));
  return view;
}

void check_rules(database::Transaction& tx, const Store& store, const LeadRules& input, Wrongs& wrongs) {
  if (input.rules.size() > kMostRules)
    return wrongs.note("/rules", "too_many_rules", {{"max", std::to_string(kMostRules)}});
  for (std::size_t i = 0; i < input.rules.size(); ++i) {
    const auto& rule = input.rules[i];
    const auto pointer = "/rules/" + std::to_string(i);
    if (!rule.provider && !rule.model && !rule.language && rule.people.empty())
      wrongs.note(pointer, "says_nothing");
    for (const auto& id : rule.people) {
      if (!dealership::works_in(tx, store, id, Role::salesperson))
        wrongs.note(pointer + "/people", "not_a_salesperson");
    }
  }
}

}  // namespace

LeadTraits traits_of(const std::optional<std::string>& provider, const std::string& name,
                     const std::optional<std::string>& wants) {
  LeadTraits traits{provider.value_or(""), wants.value_or(""), std::nullopt};
  const auto written = name + traits.wants;
  if (written.empty()) return traits;
  traits.language = LeadLanguage::other;
  for (std::size_t at = 0; at < written.size();) {
    if (is_han(text::next_code_point(written, at))) traits.language = LeadLanguage::zh;
  }
  return traits;
}

bool fits(const LeadRule& rule, const LeadTraits& lead) {
  if (rule.provider && !has_part(lead.provider, *rule.provider)) return false;
  if (rule.model && !has_part(lead.wants, *rule.model)) return false;
  return !rule.language || rule.language == lead.language;
}

LeadRulesView lead_rules(database::Transaction& tx, const Store& store) {
  static constexpr std::string_view kProviders =
      "SELECT DISTINCT source FROM (SELECT source FROM prospects_leads WHERE store_id = $1 ORDER BY id DESC"
      " LIMIT 1000) AS latest WHERE source IS NOT NULL ORDER BY source LIMIT $2";
  const auto stored = stored_rules(tx, store);
  LeadRulesView view{};
  for (const auto& rule : stored.rules.rules) view.rules.push_back(view_of(tx, rule));
  for (const auto& row : tx.query(kProviders, store.id, kProvidersShown))
    view.providers.push_back(row.get<std::string>(0));
  view.version = stored.version;
  return view;
}

Result<LeadRulesView> set_lead_rules(database::Transaction& tx, const Actor& actor, const Store& store,
                                     const LeadRules& input, std::int64_t version, Instant now,
                                     Wrongs wrongs) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_lead_rules (store_id, rules, version) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING";
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_lead_rules SET rules = $2, version = version + 1 WHERE store_id = $1 AND version = $3";
  check_rules(tx, store, input, wrongs);
  TRY(wrongs.verdict());
  const auto text = json::to_text(input);
  const auto changed =
      version == 0 ? tx.execute(kInsert, store.id, text) : tx.execute(kUpdate, store.id, text, version);
  const auto after = lead_rules(tx, store);
  if (changed == 0) return refuse(Refusal::stale(json::to_text(after)));
  facts::announce(tx, {store.id, now, actor.id, "store", store.id},
                  LeadRulesSet{static_cast<std::int64_t>(input.rules.size())});
  return after;
}

std::optional<std::string> next_in_turn(database::Transaction& tx, const Store& store, const LeadTraits& lead,
                                        Instant at, const std::optional<std::string>& except) {
  const Crew crew(tx, store, at, except);
  for (const auto& rule : stored_rules(tx, store).rules.rules) {
    if (!fits(rule, lead)) continue;
    if (const auto people = crew.of(rule); !people.empty()) return who_waited_longest(tx, store, people);
  }
  const auto people = crew.everybody();
  if (people.empty()) return std::nullopt;
  return who_waited_longest(tx, store, people);
}

void note_turn(database::Transaction& tx, const Store& store, const std::string& salesperson_id, Instant at) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO prospects_lead_turns (store_id, salesperson_id, at) VALUES ($1, $2, $3)"
      " ON CONFLICT (store_id, salesperson_id) DO UPDATE SET at = excluded.at";
  tx.put(kUpsert, store.id, salesperson_id, at);
}

}  // namespace guanxi::prospects
