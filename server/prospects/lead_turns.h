// Who is given a lead: the store's rules, in order, and the rotation among those whom they name.
#pragma once

#include "platform/wrongs.h"
#include "reception/reception.h"

namespace guanxi::prospects {

/// In what they write: Chinese characters, or none.
enum class LeadLanguage { zh, other };
BOOST_DESCRIBE_ENUM(LeadLanguage, zh, other)

/// What rules look at.
struct LeadTraits {
  std::string provider;  ///< who brought it
  std::string wants;     ///< car and remarks, as written
  std::optional<LeadLanguage> language;
};
LeadTraits traits_of(const std::optional<std::string>& provider, const std::string& name,
                     const std::optional<std::string>& wants);

/// Leads that fit everything that is said here are for these people.
struct LeadRule {
  std::optional<json::Line<60>> provider;  ///< a part of its name, capitals and blanks aside
  std::optional<json::Line<60>> model;     ///< a part of what they want, likewise
  std::optional<LeadLanguage> language;
  std::vector<json::Id> people;  ///< nobody named: whoever is on duty
  BOOST_DESCRIBE_CLASS(LeadRule, (), (provider, model, language, people), (), ())
};
struct LeadRules {
  std::vector<LeadRule> rules;  ///< the first that fits wins
  BOOST_DESCRIBE_CLASS(LeadRules, (), (rules), (), ())
};
bool fits(const LeadRule& rule, const LeadTraits& lead);

struct LeadRuleView {
  std::optional<std::string> provider, model;
  std::optional<LeadLanguage> language;
  std::vector<dealership::Name> people;
  BOOST_DESCRIBE_CLASS(LeadRuleView, (), (provider, model, language, people), (), ())
};
struct LeadRulesView {
  std::vector<LeadRuleView> rules;
  std::vector<std::string> providers;  ///< who has brought leads lately, to choose from
  std::int64_t version;                ///< 0: never set
  BOOST_DESCRIBE_CLASS(LeadRulesView, (), (rules, providers, version), (), ())
};
LeadRulesView lead_rules(database::Transaction& tx, const dealership::Store& store);

/// Sets all rules at once. Refuses more than 50, rules that fit every lead for everybody (which is what
/// happens without them), and people who do not sell in the store.
Result<LeadRulesView> set_lead_rules(database::Transaction& tx, const Actor& actor,
                                     const dealership::Store& store, const LeadRules& input,
                                     std::int64_t version, Instant now, Wrongs wrongs = {});

/// Who is given a lead that somebody has to answer from `at` on, and is no longer given it as `except`. Among
/// the people of the first rule that fits: who of those on duty has waited longest for a lead, or, when none
/// of them is on duty, who of those that work at that moment. When nobody of a rule is there, the next one is
/// looked at; without a rule it is everybody who sells. Nobody when nobody sells here.
std::optional<std::string> next_in_turn(database::Transaction& tx, const dealership::Store& store,
                                        const LeadTraits& lead, Instant at,
                                        const std::optional<std::string>& except = std::nullopt);

/// Writes down that somebody was given a lead.
void note_turn(database::Transaction& tx, const dealership::Store& store, const std::string& salesperson_id,
               Instant at);

}  // namespace guanxi::prospects
