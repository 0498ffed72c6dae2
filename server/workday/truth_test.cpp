// What is worth a question, against brute force.
#include "workday/truth.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace guanxi::workday {
namespace {

constexpr Instant kEvening = 1772628660000;  // 2026-03-04 20:51 in Shanghai

Attempt attempt(Instant at, const std::string& customer, bool reached = false) {
  Attempt made;
  made.id = std::to_string(at);
  made.card_id = made.customer_id = customer;
  made.by_id = "chen";
  made.at = made.noted_at = at;
  made.reached = reached;
  made.next_at = at + 2 * kDay;
  return made;
}

std::vector<Attempt> attempts(const std::vector<std::pair<Instant, std::string>>& written) {
  std::vector<Attempt> all;
  for (const auto& [minutes, customer] : written)
    all.push_back(attempt(kEvening + minutes * kMinute, customer));
  return all;
}

TEST(Bursts, are_many_customers_within_minutes) {
  const auto theirs = attempts({{0, "a"}, {1, "b"}, {2, "c"}, {3, "d"}, {5, "e"}, {20, "f"}});
  EXPECT_EQ(bursts_in(theirs, {}), (std::vector<Places>{{0, 4}}));
  EXPECT_TRUE(bursts_in(theirs, {.burst_minutes = 4}).empty());
  EXPECT_TRUE(bursts_in(theirs, {.burst_count = 6}).empty());
}

TEST(Bursts, are_none_of_one_customer_who_called_again_and_again) {
  EXPECT_TRUE(bursts_in(attempts({{0, "a"}, {1, "a"}, {2, "b"}, {3, "a"}, {4, "b"}, {5, "c"}}), {}).empty());
}

TEST(Bursts, are_as_long_as_they_can_be_and_do_not_overlap) {
  std::vector<std::pair<Instant, std::string>> steady;
  for (int i = 0; i < 12; ++i) steady.emplace_back(i, std::string(1, static_cast<char>('a' + i)));
  EXPECT_EQ(bursts_in(attempts(steady), {}), (std::vector<Places>{{0, 11}}));
  const auto two = attempts(
      {{0, "a"}, {0, "b"}, {1, "c"}, {2, "d"}, {2, "e"}, {8, "f"}, {8, "g"}, {9, "h"}, {9, "i"}, {9, "j"}});
  EXPECT_EQ(bursts_in(two, {}), (std::vector<Places>{{0, 4}, {5, 9}}));
}

/// Every stretch of the list is tried; those that are windows and share a place are joined.
std::vector<Places> bursts_by_force(const std::vector<Attempt>& theirs, const Thresholds& thresholds) {
  std::vector<std::size_t> group(theirs.size());
  std::iota(group.begin(), group.end(), 0);
  std::set<std::size_t> inside;
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    for (std::size_t j = i; j < theirs.size(); ++j) {
      std::set<std::string> customers;
      for (auto k = i; k <= j; ++k) customers.insert(theirs[k].customer_id);
      const bool is_window = theirs[j].at - theirs[i].at <= thresholds.burst_minutes * kMinute &&
                             static_cast<std::int64_t>(customers.size()) >= thresholds.burst_count;
      if (!is_window) continue;
      const auto from = group[i];
      for (auto k = i; k <= j; ++k) {
        inside.insert(k);
        const auto old = group[k];
        for (auto& each : group) each = each == old ? from : each;
      }
    }
  }
  std::map<std::size_t, Places> joined;
  for (const auto k : inside) {
    const auto [place, is_new] = joined.try_emplace(group[k], Places{k, k});
    place->second.last = std::max(place->second.last, k);
  }
  std::vector<Places> all;
  for (const auto& [_, places] : joined) all.push_back(places);
  std::ranges::sort(all, {}, &Places::first);
  return all;
}

TEST(Bursts, are_those_that_brute_force_finds) {
  std::mt19937 dice(7);
  int found = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<Attempt> theirs;
    const auto many = 3 + dice() % 28, customers = 2 + dice() % 12, minutes = 5 + dice() % 60;
    for (std::size_t i = 0; i < many; ++i) {
      const auto at = kEvening + static_cast<Instant>(dice() % (minutes * 6)) * 10 * kSecond;
      theirs.push_back(attempt(at, std::to_string(dice() % customers)));
    }
    std::ranges::stable_sort(theirs, {}, &Attempt::at);
    const Thresholds thresholds{.burst_count = 2 + static_cast<std::int64_t>(dice() % 5),
                                .burst_minutes = 1 + static_cast<std::int64_t>(dice() % 7)};
    const auto bursts = bursts_in(theirs, thresholds);
    EXPECT_EQ(bursts, bursts_by_force(theirs, thresholds)) << round;
    found += static_cast<int>(bursts.size());
  }
  EXPECT_GT(found, 200);
}

TEST(Bursts, count_what_was_written_offline_when_it_was_written) {
  Worked cards[6];
  for (int i = 0; i < 6; ++i) {
    auto made = attempt(kEvening - i * kHour, std::to_string(i));
    made.noted_at = kEvening + i * kSecond;  // all of it is sent within six seconds
    cards[i] = {made.card_id, kEvening - 30 * kDay, {made}, {}};
  }
  EXPECT_TRUE(find_all(cards, kEvening - kDay, kEvening + kDay, {}).empty());
}

TEST(Bursts, over_midnight_belong_to_where_they_begin_and_are_whole) {
  const Instant midnight = kEvening + 3 * kHour + 9 * kMinute;
  std::vector<Worked> cards;
  for (int i = 0; i < 6; ++i) {
    const auto made = attempt(midnight + (i - 3) * kMinute, std::to_string(i));
    cards.push_back({made.card_id, kEvening - 30 * kDay, {made}, {}});
  }
  const auto before = find_all(cards, midnight - kDay, midnight, {});
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before[0].attempts.size(), 6U);
  EXPECT_TRUE(find_all(cards, midnight, midnight + kDay, {}).empty());
}

TEST(NeverReached, is_a_row_of_tries_with_a_new_date_each) {
  Worked card{"a", kEvening - 10 * kDay, {}, {}};
  for (const int day : {9, 5, 1}) card.attempts.push_back(attempt(kEvening - day * kDay, "a"));
  const auto found = unreached_run(card, card.attempts, {});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->attempts.size(), 3U);
  EXPECT_EQ(found->since, card.opened_at);
  EXPECT_FALSE(unreached_run(card, card.attempts, {.tries = 4}).has_value());
  EXPECT_FALSE(unreached_run(card, card.attempts, {.silent_days = 10}).has_value());
  card.visits = {kEvening - 3 * kDay};  // they came: that is two-way, and one try is left
  EXPECT_FALSE(unreached_run(card, card.attempts, {}).has_value());
  card.visits.clear();
  card.attempts.back().next_at.reset();  // it asks for a loss
  EXPECT_FALSE(unreached_run(card, card.attempts, {}).has_value());
}

TEST(Texts, that_say_that_nobody_was_reached) {
  for (const auto* text : {"电话没接", "打了三次，无人接听", "关机", "号码是空号", "No answer",
                           "didn’t answer", "left a VOICEMAIL", "微信发了，一直没回复", "phone switched off"})
    EXPECT_TRUE(says_not_reached(text)) << text;
  for (const auto* text :
       {"周末带家人来", "接了，在开会，下午再打", "He answered, wants white", "价格再谈", ""})
    EXPECT_FALSE(says_not_reached(text)) << text;
}

TEST(LossesWithoutWork, have_neither_a_talk_nor_two_follow_ups) {
  Worked card{"a", kEvening - 10 * kDay, {attempt(kEvening, "a")}, {}};
  card.attempts[0].next_at.reset();
  auto found = unworked_loss(card, 0, {});
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->few);
  EXPECT_FALSE(found->soon);
  card.attempts[0].reached = true;
  EXPECT_FALSE(unworked_loss(card, 0, {}).has_value());
  EXPECT_TRUE(unworked_loss(card, 0, {.two_way = 2}).has_value());
  card.attempts[0].reached = false;
  card.visits = {card.opened_at, kEvening - kDay};  // the first is the one that it was opened with
  EXPECT_FALSE(unworked_loss(card, 0, {}).has_value());
  card.visits.clear();
  card.attempts.insert(card.attempts.begin(), attempt(kEvening - kDay, "a"));
  EXPECT_FALSE(unworked_loss(card, 1, {}).has_value());
}

TEST(LossesWithoutWork, are_those_right_after_opening_whatever_was_said) {
  Worked card{"a", kEvening - 29 * kMinute, {attempt(kEvening, "a", true)}, {}};
  card.attempts[0].next_at.reset();
  const auto found = unworked_loss(card, 0, {});
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->few);
  EXPECT_TRUE(found->soon);
  card.opened_at -= kMinute;
  EXPECT_FALSE(unworked_loss(card, 0, {}).has_value());
}

}  // namespace
}  // namespace guanxi::workday
