#include "workday/truth.h"

#include <algorithm>
#include <set>

namespace guanxi::workday {
namespace {

using prospects::FollowUpWay;

/// What is written when nobody was spoken with. ASCII in lower case; the apostrophe of phones is read as the
/// plain one.
constexpr std::string_view kNotReached[] = {
    "未接",       "没接",        "没有接",        "不接",        "无人接",       "没人接",     "拒接",
    "关机",       "停机",        "空号",          "打不通",      "没打通",       "未打通",     "没有打通",
    "接不通",     "无法接通",    "不在服务区",    "联系不上",    "未回复",       "没回复",     "没有回复",
    "没回消息",   "未联系上",    "没联系上",      "no answer",   "not answer",   "n't answer", "voicemail",
    "voice mail", "unreachable", "not reachable", "not reached", "switched off", "no reply",   "not reply",
    "n't reply",  "n't pick up", "not pick up",
};

std::string plain(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("’")) {
      plain += '\'';
      at += std::string_view("’").size() - 1;
      continue;
    }
    const char sign = text[at];
    plain += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
  }
  return plain;
}

bool in_order(const Attempt& one, const Attempt& other) {
  return std::tie(one.at, one.id) < std::tie(other.at, other.id);
}

/// The last moment before `end` at which they came; nothing when they did not.
std::optional<Instant> last_visit(const Worked& card, Instant end) {
  const auto after = std::ranges::lower_bound(card.visits, end);
  return after == card.visits.begin() ? std::nullopt : std::optional(*std::prev(after));
}

void add_bursts(std::span<const Worked> cards, Instant from, Instant to, const Thresholds& thresholds,
                std::vector<Found>& all) {
  std::map<std::string, std::vector<Attempt>> by_person;
  for (const auto& card : cards) {
    for (const auto& attempt : card.attempts) {
      // A day on either side, so that none is cut at midnight.
      if (attempt.at >= from - kDay && attempt.at < to + kDay) by_person[attempt.by_id].push_back(attempt);
    }
  }
  for (auto& [person, theirs] : by_person) {
    std::ranges::sort(theirs, in_order);
    for (const auto& [first, last] : bursts_in(theirs, thresholds)) {
      if (theirs[first].at < from || theirs[first].at >= to) continue;
      Found found{FindingKind::burst, person, {}, 0, false, false};
      found.attempts.assign(theirs.begin() + static_cast<std::ptrdiff_t>(first),
                            theirs.begin() + static_cast<std::ptrdiff_t>(last) + 1);
      all.push_back(std::move(found));
    }
  }
}

/// What is noticed of one card's attempts by themselves.
void add_of_card(const Worked& card, Instant from, Instant to, const Thresholds& thresholds,
                 std::vector<Found>& all) {
  std::size_t until = 0;
  for (; until < card.attempts.size() && card.attempts[until].at < to; ++until) {
    const auto& attempt = card.attempts[until];
    if (attempt.at < from) continue;
    const bool spoken = attempt.way == FollowUpWay::call || attempt.way == FollowUpWay::message;
    if (spoken && attempt.reached && attempt.said && says_not_reached(*attempt.said)) {
      all.push_back({FindingKind::unsaid, attempt.by_id, {attempt}, 0, false, false});
    }
    if (!attempt.asks_for_loss()) continue;
    if (auto found = unworked_loss(card, until, thresholds)) all.push_back(std::move(*found));
  }
  if (until == 0 || card.attempts[until - 1].at < from) return;
  if (auto found = unreached_run(card, std::span(card.attempts).first(until), thresholds))
    all.push_back(std::move(*found));
}

}  // namespace

std::size_t Found::customers() const {
  std::set<std::string_view> different;
  for (const auto& attempt : attempts) different.insert(attempt.customer_id);
  return different.size();
}

std::vector<Places> bursts_in(std::span<const Attempt> theirs, const Thresholds& thresholds) {
  std::vector<Places> bursts;
  std::map<std::string_view, std::size_t> inside;  // how many of each customer, in [first, behind)
  std::size_t behind = 0;
  for (std::size_t first = 0; first < theirs.size(); ++first) {
    const Instant end = theirs[first].at + thresholds.burst_minutes * kMinute;
    for (; behind < theirs.size() && theirs[behind].at <= end; ++behind) ++inside[theirs[behind].customer_id];
    if (inside.size() >= static_cast<std::size_t>(thresholds.burst_count)) {
      if (!bursts.empty() && first <= bursts.back().last)
        bursts.back().last = behind - 1;
      else
        bursts.push_back({first, behind - 1});
    }
    const auto gone = inside.find(theirs[first].customer_id);
    if (--gone->second == 0) inside.erase(gone);
  }
  return bursts;
}

std::optional<Found> unreached_run(const Worked& card, std::span<const Attempt> attempts,
                                   const Thresholds& thresholds) {
  if (attempts.empty() || attempts.back().asks_for_loss()) return std::nullopt;
  const auto visit = last_visit(card, attempts.back().at + 1);
  auto since = std::max(card.opened_at, visit.value_or(card.opened_at));
  std::size_t first = attempts.size();
  for (; first > 0; --first) {
    const auto& before = attempts[first - 1];
    if (before.reached) since = std::max(since, before.at);
    if (before.reached || (visit && before.at <= *visit)) break;
  }
  if (attempts.size() - first < static_cast<std::size_t>(thresholds.tries)) return std::nullopt;
  if (attempts.back().at - since < thresholds.silent_days * kDay) return std::nullopt;
  return Found{FindingKind::unreached,
               attempts.back().by_id,
               {attempts.begin() + static_cast<std::ptrdiff_t>(first), attempts.end()},
               since,
               false,
               false};
}

bool says_not_reached(std::string_view text) {
  const auto read = plain(text);
  return std::ranges::any_of(kNotReached,
                             [&](std::string_view word) { return read.find(word) != std::string::npos; });
}

std::optional<Found> unworked_loss(const Worked& card, std::size_t place, const Thresholds& thresholds) {
  const auto& asking = card.attempts[place];
  std::vector<Attempt> tried(card.attempts.begin(),
                             card.attempts.begin() + static_cast<std::ptrdiff_t>(place) + 1);
  auto two_way = std::ranges::count_if(tried, &Attempt::reached);
  two_way +=
      std::ranges::count_if(card.visits, [&](Instant at) { return at > card.opened_at && at <= asking.at; });
  const auto made = static_cast<std::int64_t>(tried.size());
  const bool few = two_way < thresholds.two_way && made < thresholds.attempts;
  const bool soon = asking.at - card.opened_at < thresholds.soon_minutes * kMinute;
  if (!few && !soon) return std::nullopt;
  return Found{FindingKind::unworked, asking.by_id, std::move(tried), card.opened_at, few, soon};
}

std::vector<Found> find_all(std::span<const Worked> cards, Instant from, Instant to,
                            const Thresholds& thresholds) {
  std::vector<Found> all;
  add_bursts(cards, from, to, thresholds, all);
  for (const auto& card : cards) add_of_card(card, from, to, thresholds, all);
  std::ranges::sort(all, [](const Found& one, const Found& other) {
    const auto key = [](const Found& found) {
      return std::tuple(-found.last_at(), found.kind, std::cref(found.attempts.back().id).get());
    };
    return key(one) < key(other);
  });
  return all;
}

}  // namespace guanxi::workday
