// The Hundred, held against a plain list of who came: which hundred are shown, to whom, what became of them,
// and what is said about the hundred before.
#include "improvement/hundred.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "improvement/fold.h"
#include "town/town.h"

namespace guanxi::improvement {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

/// One who came, as the test has made it.
struct Visitor {
  std::string id, store, person, channel, model, state, reason;
  Instant at;
  bool first = true;
};

/// 2026-02-20 09:00 in Shanghai.
constexpr Instant kBegin = 1771549200000;

class TheHundred : public testing::TestWithParam<database::Engine> {
 protected:
  TheHundred() { town.travel(kBegin + 30 * kDay); }

  std::size_t dice(std::size_t sides) { return rng() % sides; }

  /// Somebody comes at this moment; the manager of the store writes it down.
  Visitor& come(Instant at, const std::string& state, const std::string& person = "chen",
                const std::string& way = "walk_in", const std::string& store = "home") {
    Visitor visitor{town.new_id(), store, person, "", "", state, "", at, way != "again" && way != "call"};
    visitor.channel = dice(2) == 0 ? "natural.passing" : "video.douyin";
    const auto* writer = store == "home" ? "lin" : "wang";
    const bj::object body{{"id", visitor.id},
                          {"way", way},
                          {"salesperson_id", town.id(person)},
                          {"channel_code", visitor.channel},
                          {"arrived_at", format_instant(at)}};
    const auto answer = town.post(writer, "/stores/{" + store + "}/visits", bj::serialize(body));
    EXPECT_EQ(answer.status, 201) << answer.text;
    all.push_back(visitor);
    close(all.back(), writer);
    return all.back();
  }
  void close(Visitor& visitor, const std::string& writer) {
    const auto path = "/stores/{" + visitor.store + "}/visits/" + visitor.id;
    const auto done = [&](const Answer& answer) { EXPECT_LT(answer.status, 300) << answer.text; };
    if (visitor.state == "filed") {
      auto body = bj::parse(town.filing("138" + std::to_string(10000000 + all.size()))).as_object();
      if (dice(3) == 0) body["model_id"] = visitor.model = town.model();
      done(town.post(writer, path + "/filing", bj::serialize(body)));
    } else if (visitor.state == "unfiled") {
      visitor.reason = dice(2) == 0 ? "U1.forgot" : dice(2) == 0 ? "U1.judged" : "U2.distrust";
      done(town.post(writer, path + "/unfiled", town.unfiled(visitor.reason)));
    } else if (visitor.state == "excluded") {
      done(town.post(visitor.person, path + "/exclusion", R"({"code":"X1.delivery"})"));
      done(town.post(writer, path + "/exclusion/confirmation"));
    } else if (visitor.state == "open" && visitor.at < town.clock().now() - kDay) {
      visitor.state = "unfiled";  // nobody closed it in time
      visitor.reason = "U9.unknown";
    }
  }
  /// A mixture of everybody, over some days.
  void crowd(int count, Instant from, Instant to, const std::string& store = "home") {
    const std::vector<std::string> states = {"filed", "filed", "filed", "unfiled", "unfiled", "open"};
    for (int i = 0; i < count; ++i) {
      const auto at = from + static_cast<Instant>(rng() % static_cast<std::uint64_t>(to - from));
      const auto* person = store == "sister" ? "sun" : dice(3) == 0 ? "li" : "chen";
      const auto kind = dice(12);
      if (kind == 0) {
        come(at, "open", person, "again", store);
      } else if (kind == 1) {
        come(at, "unfiled", person, "call", store);
      } else if (kind == 2) {
        come(at, "excluded", person, "walk_in", store);
      } else {
        come(at, states[dice(states.size())], person, dice(3) == 0 ? "appointment" : "walk_in", store);
      }
    }
  }

  using Which = std::function<bool(const Visitor&)>;
  /// The `count` latest first visits after the latest `skip`, the earliest first.
  std::vector<Visitor> latest(const Which& which, std::size_t skip = 0, std::size_t count = 100) const {
    std::vector<Visitor> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const Visitor& visitor) {
      return visitor.first && visitor.state != "excluded" && which(visitor);
    });
    std::ranges::sort(found, {}, [](const Visitor& visitor) { return std::tie(visitor.at, visitor.id); });
    found.resize(found.size() - std::min(skip, found.size()));
    if (found.size() > count) found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(count));
    return found;
  }
  static std::int64_t count(const std::vector<Visitor>& visitors, const std::string& state) {
    return std::ranges::count(visitors, state, &Visitor::state);
  }
  static void expect_rate(const bj::value& rate, const std::vector<Visitor>& visitors) {
    for (const auto* state : {"filed", "unfiled", "open"})
      EXPECT_EQ(rate.at(state).to_number<std::int64_t>(), count(visitors, state)) << state;
    const auto of = count(visitors, "filed") + count(visitors, "unfiled");
    EXPECT_NEAR(rate.at("rate").to_number<double>(), static_cast<double>(count(visitors, "filed")) / of,
                1e-12);
  }
  /// The clock stands still, so those who were filed just now are in follow-up.
  static std::string shown(const Visitor& visitor) {
    return visitor.state == "filed" ? "follow_up" : visitor.state;
  }
  void expect_figures(const Answer& answer, const std::vector<Visitor>& visitors) const {
    ASSERT_EQ(answer.status, 200) << answer.text;
    const auto& figures = answer.body.at("figures").as_array();
    ASSERT_EQ(figures.size(), visitors.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const auto& visitor = visitors[i];
      EXPECT_EQ(figures[i].at("visit_id").as_string(), visitor.id) << i;
      EXPECT_EQ(figures[i].at("store_id").as_string(), town.store(visitor.store));
      EXPECT_EQ(figures[i].at("state").as_string(), shown(visitor));
      EXPECT_EQ(figures[i].at("salesperson").at("id").as_string(), town.id(visitor.person));
      EXPECT_EQ(figures[i].at("channel_code").as_string(), visitor.channel);
      const auto& reason = figures[i].at("reason_code");
      EXPECT_EQ(reason.is_null() ? "" : std::string(reason.as_string()), visitor.reason);
    }
    if (!visitors.empty()) expect_rate(answer.body.at("rate"), visitors);
  }
  static Which everybody(const std::string& store = "home") {
    return [store](const Visitor& visitor) { return visitor.store == store; };
  }

  mutable Town town{GetParam()};
  std::mt19937_64 rng{99};
  std::vector<Visitor> all;
};
INSTANTIATE_TEST_SUITE_P(Engines, TheHundred, testing::ValuesIn(engines()), engine_name);

TEST_P(TheHundred, are_the_last_hundred_first_visits_beside_the_hundred_before) {
  crowd(180, kBegin, kBegin + 20 * kDay);
  const auto few = town.get("lin", "/stores/{home}/hundred");
  const auto short_of = latest(everybody(), 100);
  ASSERT_LT(short_of.size(), 100U);
  expect_figures(few, latest(everybody()));
  expect_rate(few.body.at("before"), short_of);

  crowd(105, kBegin + 20 * kDay, kBegin + 30 * kDay);
  const auto full = town.get("lin", "/stores/{home}/hundred");
  const auto before = latest(everybody(), 100);
  ASSERT_EQ(before.size(), 100U);
  expect_figures(full, latest(everybody()));
  expect_rate(full.body.at("before"), before);
}

TEST_P(TheHundred, tell_how_far_those_who_were_filed_have_come) {
  std::vector<std::string> cards;
  for (int i = 0; i < 5; ++i) {
    const auto& visitor = come(town.clock().now() - kHour + i * kMinute, "filed");
    const auto customer = town.get("lin", "/stores/{home}/visits/" + visitor.id).text_at("/customer/id");
    cards.push_back(town.get("lin", "/stores/{home}/customers/" + customer).text_at("/card/id"));
  }
  const auto ask = [&](int card, const std::string& what, bj::object body) {
    body["id"] = town.new_id();
    const auto path = "/stores/{home}/prospects/" + cards[static_cast<std::size_t>(card)];
    const auto answer = town.post("lin", path + what, bj::serialize(body));
    EXPECT_LT(answer.status, 300) << answer.text;
  };
  const bj::object order{{"model_id", town.model()}, {"price", 100}, {"deposit", 0}};
  ask(0, "/orders", order);
  ask(1, "/orders", order);
  EXPECT_EQ(town.post("lin", "/stores/{home}/prospects/" + cards[1] + "/delivery").status, 200);
  ask(2, "/follow-ups", {{"way", "call"}, {"reached", true}, {"ending", "loss"}, {"said", "不买了"}});
  EXPECT_EQ(town.post("lin", "/stores/{home}/prospects/" + cards[2] + "/loss/approval").status, 200);
  const auto day = format_instant(town.clock().now() + 9 * kDay).substr(0, 10);
  ask(3, "/follow-ups", {{"way", "call"}, {"reached", true}, {"ending", "next"}, {"next_on", day}});
  town.travel(town.clock().now() + 2 * kDay);
  std::vector<std::string> states;
  const auto answer = town.get("lin", "/stores/{home}/hundred");
  for (const auto& figure : answer.body.at("figures").as_array())
    states.emplace_back(figure.at("state").as_string());
  EXPECT_EQ(states, (std::vector<std::string>{"closed", "closed", "lost", "follow_up", "overdue"}));
  // All of them left a contact: the filing rate does not mind what came of it.
  EXPECT_EQ(answer.body.at("rate").at("filed").as_int64(), 5);
}

TEST_P(TheHundred, are_grouped_by_what_became_of_them) {
  crowd(150, kBegin, kBegin + 30 * kDay);
  const auto visitors = latest(everybody());
  std::int64_t told = 0;
  const auto answer = town.get("lin", "/stores/{home}/hundred");
  for (const auto& group : answer.body.at("groups").as_array()) {
    const std::string state(group.at("state").as_string());
    const std::string cause = group.at("cause").is_null() ? "" : std::string(group.at("cause").as_string());
    EXPECT_EQ(cause.empty(), state != "unfiled");
    const auto number = std::ranges::count_if(visitors, [&](const Visitor& visitor) {
      return shown(visitor) == state && visitor.reason.substr(0, 2) == cause;
    });
    EXPECT_EQ(group.at("count").to_number<std::int64_t>(), number) << state << " " << cause;
    told += number;
  }
  EXPECT_EQ(told, 100);
}

TEST_P(TheHundred, of_a_month_end_with_it_by_the_clock_of_the_store) {
  const Instant march = 1772294400000;  // 2026-03-01 00:00 in Shanghai, which is February in London
  come(march - 1, "filed");
  come(march, "unfiled");
  crowd(30, kBegin, march);
  crowd(30, march, kBegin + 30 * kDay);
  const auto answer = town.get("lin", "/stores/{home}/hundred?month=2026-02");
  EXPECT_EQ(answer.text_at("month"), "2026-02");
  expect_figures(answer, latest([&](const Visitor& visitor) { return visitor.at < march; }));
  expect_figures(town.get("lin", "/stores/{home}/hundred?month=2026-03"), latest(everybody()));
  expect_figures(town.get("lin", "/stores/{home}/hundred?month=2026-01"), {});
}

TEST_P(TheHundred, are_chosen_by_person_channel_model_and_day) {
  crowd(150, kBegin, kBegin + 30 * kDay);
  const auto path = [&](const std::string& query) { return "/stores/{home}/hundred?" + query; };
  expect_figures(town.get("lin", path("salesperson_id=" + town.id("li"))),
                 latest([](const Visitor& visitor) { return visitor.person == "li"; }));
  expect_figures(town.get("lin", path("channel_code=video.douyin")),
                 latest([](const Visitor& visitor) { return visitor.channel == "video.douyin"; }));
  expect_figures(town.get("lin", path("model_id=" + town.model())),
                 latest([&](const Visitor& visitor) { return visitor.model == town.model(); }));
  const Instant tenth = 1773072000000;  // 2026-03-10 00:00 in Shanghai
  expect_figures(
      town.get("lin", path("from=2026-03-10&salesperson_id=" + town.id("chen"))),
      latest([&](const Visitor& visitor) { return visitor.at >= tenth && visitor.person == "chen"; }));
}

TEST_P(TheHundred, of_a_salesperson_are_the_own_visitors_whatever_is_asked_for) {
  crowd(60, kBegin, kBegin + 30 * kDay);
  const auto own = latest([](const Visitor& visitor) { return visitor.person == "chen"; });
  expect_figures(town.get("chen", "/stores/{home}/hundred"), own);
  expect_figures(town.get("chen", "/stores/{home}/hundred?salesperson_id=" + town.id("li")), own);
  EXPECT_EQ(town.get("chen", "/groups/{group}/hundred").status, 403);
}

TEST_P(TheHundred, of_a_group_come_from_all_its_stores) {
  crowd(70, kBegin, kBegin + 30 * kDay);
  crowd(70, kBegin, kBegin + 30 * kDay, "sister");
  expect_figures(town.get("boss", "/groups/{group}/hundred"), latest([](const Visitor&) { return true; }));
  // What few have is looked up where the tallies say that it is, and what came since is there as well.
  Folder(town.database(), town.clock(), std::chrono::hours(1)).fold_once();
  come(town.clock().now() - kMinute, "filed", "sun", "walk_in", "sister");
  const auto path = [](const std::string& query) { return "/groups/{group}/hundred?" + query; };
  expect_figures(town.get("boss", path("channel_code=video.douyin")),
                 latest([](const Visitor& visitor) { return visitor.channel == "video.douyin"; }));
  expect_figures(town.get("boss", path("model_id=" + town.model())),
                 latest([&](const Visitor& visitor) { return visitor.model == town.model(); }));
  expect_figures(town.get("boss", path("month=2026-02&salesperson_id=" + town.id("li"))),
                 latest([](const Visitor& visitor) {
                   return visitor.person == "li" && visitor.at < 1772294400000;  // March began
                 }));
  expect_figures(town.get("wang", path("channel_code=natural.passing")), latest([](const Visitor& visitor) {
                   return visitor.store == "sister" && visitor.channel == "natural.passing";
                 }));
  // A manager of one store sees that store in the group.
  expect_figures(town.get("wang", "/groups/{group}/hundred"), latest(everybody("sister")));
}

TEST_P(TheHundred, of_another_store_are_not_there) {
  come(kBegin, "filed");
  EXPECT_EQ(town.get("lin", "/stores/{sister}/hundred").status, 404);
  EXPECT_EQ(town.get("wang", "/stores/{home}/hundred").status, 404);
  EXPECT_EQ(town.get("boss", "/stores/{foreign}/hundred").status, 404);
  EXPECT_EQ(town.get("boss", "/groups/" + town.new_id() + "/hundred").status, 404);
  EXPECT_EQ(town.get("zhao", "/stores/{home}/hundred").status,
            town.get("zhao", "/stores/{home}/unfiled/months").status);
}

TEST_P(TheHundred, refuse_months_and_ids_that_are_none) {
  for (const auto* month : {"2026-13", "2026-00", "2026-3", "abcd-ef", "2026/03", "202603"}) {
    const auto answer = town.get("lin", std::string("/stores/{home}/hundred?month=") + month);
    EXPECT_EQ(answer.status, 422) << month;
    EXPECT_EQ(answer.error_at("/month"), "not_a_month") << month;
  }
  EXPECT_EQ(town.get("lin", "/stores/{home}/hundred?salesperson_id=chen").status, 422);
  EXPECT_EQ(town.get("lin", "/stores/{home}/hundred?from=2026-02-30").status, 422);
  EXPECT_EQ(town.get("lin", "/stores/{home}/hundred?month=2026-03-01").status, 422);
}

/// Where (p̂ − p)² = z²·p(1−p)/n, by halving; `side` is −1 below and +1 above. Not the closed form that the
/// program uses.
double wilson_end(double successes, double trials, int side) {
  constexpr double kZ = 1.959963984540054;
  const double rate = successes / trials;
  double near = rate, far = side < 0 ? 0 : 1;
  for (int i = 0; i < 200; ++i) {
    const double middle = (near + far) / 2;
    const bool beyond = std::abs(rate - middle) > kZ * std::sqrt(middle * (1 - middle) / trials);
    (beyond ? far : near) = middle;
  }
  return near;
}

TEST_P(TheHundred, differ_from_the_hundred_before_only_when_that_means_something) {
  struct Case {
    int before, after;  ///< filed of a hundred
    const char* verdict;
  };
  Instant at = kBegin;
  int last = -1;
  for (const auto& one : {Case{60, 66, "no_difference"}, Case{66, 84, "rose"}, Case{84, 70, "fell"},
                          Case{70, 72, "no_difference"}}) {
    for (const int filed : last < 0 ? std::vector{one.before, one.after} : std::vector{one.after}) {
      for (int i = 0; i < 100; ++i) come(at += kMinute, i < filed ? "filed" : "unfiled");
      last = filed;
    }
    const auto compared = town.get("lin", "/stores/{home}/hundred").body.at("comparison");
    const double p = one.after / 100.0, q = one.before / 100.0;
    const double low =
        p - q - std::hypot(p - wilson_end(one.after, 100, -1), wilson_end(one.before, 100, 1) - q);
    const double high =
        p - q + std::hypot(wilson_end(one.after, 100, 1) - p, q - wilson_end(one.before, 100, -1));
    EXPECT_NEAR(compared.at("difference").to_number<double>(), p - q, 1e-12);
    EXPECT_NEAR(compared.at("low").to_number<double>(), low, 1e-9);
    EXPECT_NEAR(compared.at("high").to_number<double>(), high, 1e-9);
    EXPECT_EQ(compared.at("verdict").as_string(), one.verdict) << one.before << " -> " << one.after;
    EXPECT_EQ(std::string(one.verdict) == "no_difference", low <= 0 && high >= 0);
  }
}

TEST_P(TheHundred, are_not_compared_with_a_handful) {
  for (int i = 0; i < 110; ++i) come(kBegin + i * kMinute, i < 10 ? "unfiled" : "filed");
  const auto compared = town.get("lin", "/stores/{home}/hundred").body.at("comparison");
  EXPECT_EQ(compared.at("verdict").as_string(), "too_few");
  EXPECT_EQ(compared.at("needed").to_number<int>(), 74);  // from 0 to 10 %: R's power.prop.test gives 73.4
  Town quiet(GetParam());
  const auto alone = quiet.get("lin", "/stores/{home}/hundred");
  EXPECT_TRUE(alone.body.at("comparison").is_null());
  EXPECT_TRUE(alone.body.at("before").is_null());
}

TEST_P(TheHundred, that_rose_on_a_thinner_log_say_so) {
  const auto made =
      town.post("admin", "/stores/{home}/tokens", R"({"id":")" + town.new_id() + R"(","name":"door"})");
  const auto count_at_door = [&](const std::string& day, int parties) {
    return town.ask({"",
                     "PUT /stores/{home}/door-counts/" + day + "/10",
                     R"({"sensor":"a","parties":)" + std::to_string(parties) + "}",
                     {{"authorization", "Bearer " + made.text_at("secret")}}});
  };
  // Both hundreds lie in one month.
  const Instant friday = kBegin, monday = kBegin + 3 * kDay;
  for (int i = 0; i < 100; ++i) come(friday + i * kMinute, i < 60 ? "filed" : "unfiled");
  for (int i = 0; i < 100; ++i) come(monday + i * kMinute, i < 85 ? "filed" : "unfiled");
  ASSERT_LT(count_at_door("2026-02-20", 104).status, 300);
  ASSERT_LT(count_at_door("2026-02-23", 105).status, 300);
  const auto complete = town.get("lin", "/stores/{home}/hundred").body;
  EXPECT_EQ(complete.at("comparison").at("verdict").as_string(), "rose");
  EXPECT_FALSE(complete.at("thinner").as_bool());
  ASSERT_LT(count_at_door("2026-02-23", 140).status, 300);
  const auto thinner = town.get("lin", "/stores/{home}/hundred").body;
  EXPECT_TRUE(thinner.at("thinner").as_bool());
  EXPECT_EQ(thinner.at("completeness").at("logged").to_number<int>(), 100);
  EXPECT_EQ(thinner.at("completeness").at("counted").to_number<int>(), 140);
  EXPECT_NEAR(thinner.at("completeness").at("share").to_number<double>(), 100.0 / 140, 1e-12);
}

}  // namespace
}  // namespace guanxi::improvement
