#include "prospects/form_parts.h"

#include <algorithm>

#include "platform/database/many.h"
#include "platform/facts/facts.h"
#include "platform/json/reader.h"
#include "prospects/prospects_facts.h"

namespace guanxi::prospects {
namespace {

constexpr std::int64_t kMostFacts = 200;

}  // namespace

Source source_of(const std::optional<std::string>& channel_code, bool has_visit) {
  if (!has_visit) return Source::W;
  static const std::map<std::string_view, Source> letters = {
      {"referral", Source::R}, {"group", Source::R},      {"repurchase", Source::B}, {"event", Source::P},
      {"outbound", Source::P}, {"sub_dealer", Source::E}, {"portal", Source::W},     {"video", Source::W},
      {"search", Source::W},   {"oem", Source::W}};
  if (!channel_code) return Source::S;
  const std::string_view code = *channel_code;
  if (code == "referral.friend") return Source::E;
  const auto found = letters.find(code.substr(0, code.find('.')));
  return found == letters.end() ? Source::S : found->second;
}

std::vector<GradeFrom> grade_history(database::Transaction& tx, const Card& card) {
  facts::Filter filter;
  filter.subject_id = card.id;
  filter.limit = kMostFacts;
  std::vector<GradeFrom> history;
  for (const auto& fact : facts::read(tx, card.store_id, filter)) {
    if (fact.kind == CardOpened::kind)
      history.push_back({fact.at, json::parse<CardOpened>(fact.data)->grade});
    if (fact.kind == CardRegraded::kind)
      history.push_back({fact.at, json::parse<CardRegraded>(fact.data)->to});
  }
  std::ranges::reverse(history);
  return history;
}

std::optional<Grade> grade_before(const std::vector<GradeFrom>& history, Instant at) {
  std::optional<Grade> grade;
  for (const auto& move : history) {
    if (move.at < at) grade = move.grade;
  }
  return grade;
}

std::map<std::string, std::optional<std::string>> channels_of(database::Transaction& tx,
                                                              std::string_view store_id,
                                                              std::span<const std::string> card_ids) {
  static constexpr std::string_view kSelect =
      "SELECT p.id, v.channel_code FROM prospects_cards p JOIN reception_signs v ON v.store_id = p.store_id"
      " AND v.id = p.visit_id WHERE p.id IN " MANY " AND p.store_id = $26";
  std::map<std::string, std::optional<std::string>> channels;
  const auto note = [&](const database::Row& row) {
    channels[row.get<std::string>(0)] = row.get<std::optional<std::string>>(1);
  };
  database::query_many(tx, kSelect, card_ids, note, store_id);
  return channels;
}

}  // namespace guanxi::prospects
