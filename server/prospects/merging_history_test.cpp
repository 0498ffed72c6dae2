// Random histories: merging and undoing leaves everything as it was, and every count is right in between.
#include <algorithm>
#include <random>

#include "improvement/improvement.h"
#include "prospects/merging.h"
#include "prospects/people_fixture.h"
#include "town/state.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;

class MergingHistory : public fixture::People {
 protected:
  std::int64_t any(std::int64_t below) { return static_cast<std::int64_t>(random() % below); }
  std::string a_phone() { return "138001380" + std::to_string(10 + any(12)); }
  std::string a_day() {
    return town.clock().now() > town::kMorning + 40 * kDay ? "2026-06-01" : "2026-04-20";
  }

  /// One thing that happens in the store.
  void live() {
    town.clock().advance(kMinute * (1 + any(180)));
    const auto who = any(2) == 0 ? "chen" : "li";
    switch (any(6)) {
      case 0:
      case 1:
        return arrive(who);
      case 2:
        return act(who, "/follow-ups",
                   {{"id", town.new_id()},
                    {"way", "call"},
                    {"reached", any(2) == 0},
                    {"purchase_when", "this_month"},
                    {"said", "再看看"},
                    {"ending", any(5) == 0 ? "loss" : "next"},
                    {"next_on", a_day()}});
      case 3:
        return act(who, "/orders",
                   {{"id", town.new_id()}, {"model_id", town.model()}, {"price", 18980000}, {"deposit", 0}});
      case 4:
        return act(who, any(2) == 0 ? "/delivery" : "/cancellation",
                   any(2) == 0 ? bj::object{} : bj::object{{"reason", "不要了"}});
      default:
        return act(
            who, "/party",
            {{"id", town.new_id()}, {"roles", bj::array{"payer"}}, {"name", "李芳"}, {"phone", a_phone()}});
    }
  }
  void arrive(const std::string& who) {
    bj::object customer{{"name", any(2) == 0 ? "王小明" : "王晓鸣"}};
    if (any(3) > 0) customer["phone"] = a_phone();
    if (any(2) == 0 || !customer.contains("phone")) customer["wechat"] = "w" + std::to_string(any(9));
    if (any(3) == 0) customer["plate"] = "浙A1234" + std::to_string(any(5));
    file(customer, any(2) == 0 ? bj::object{{"model_id", town.model()}} : bj::object{}, who);
  }
  /// Does something to a card if there is one for it; what is refused is refused.
  void act(const std::string& who, const std::string& what, bj::object body) {
    const auto cards = town.get(who, "/stores/{home}/prospects").body.at("items").as_array();
    if (cards.empty()) return;
    const auto& card = cards[static_cast<std::size_t>(any(std::ssize(cards)))];
    if (what == "/follow-ups" && body["ending"] == "loss") body.erase("next_on");
    town.post(who, "/stores/{home}/prospects/" + std::string(card.at("id").as_string()) + what,
              bj::serialize(body));
  }
  /// Merges two customers at random. @returns the merge's id, empty when it was refused
  std::string merge_any() {
    const auto customers = town.get("lin", "/stores/{home}/customers?limit=50").body.at("items").as_array();
    const auto one = any(std::ssize(customers)), other = any(std::ssize(customers));
    if (one == other) return "";
    const auto id_at = [&](std::int64_t at) { return std::string(customers[at].at("id").as_string()); };
    const auto which = [&] { return any(2) == 0 ? "first" : "second"; };
    bj::object keep;
    for (const auto* field : {"name", "phone", "wechat", "plate", "salesperson"}) {
      if (any(3) == 0) keep[field] = which();
    }
    const auto merged = merge(known_pair(id_at(one), id_at(other)), keep);
    EXPECT_TRUE(merged.status == 201 || merged.status == 409 || merged.status == 422) << merged.text;
    return merged.status == 201 ? merged.text_at("id") : "";
  }
  /// The pair's id, also of one that was noted before.
  std::string known_pair(const std::string& one, const std::string& other) {
    std::string id;
    town.database().read([&](database::Transaction& tx) {
      const auto row =
          tx.query(
                "SELECT id FROM prospects_duplicates WHERE store_id = $1 AND first_id = $2 AND second_id = $3",
                town.home(), std::min(one, other), std::max(one, other))
              .first();
      if (row) id = row->get<std::string>(0);
    });
    return id.empty() ? pair(one, other) : id;
  }

  void expect_counts() {
    EXPECT_TRUE(improvement::verify(town.database(), town.clock().now()).empty());
    EXPECT_EQ(count("SELECT count(*) FROM (SELECT customer_id FROM reception_visits WHERE store_id = $1"
                    " AND occasion = 'first' AND customer_id IS NOT NULL GROUP BY customer_id"
                    " HAVING count(*) > 1) AS twice"),
              0);
    EXPECT_EQ(count("SELECT count(*) FROM (SELECT customer_id FROM prospects_cards WHERE store_id = $1"
                    " AND closed_at IS NULL GROUP BY customer_id HAVING count(*) > 1) AS twice"),
              0);
    const auto open = count("SELECT count(*) FROM prospects_cards WHERE store_id = $1 AND closed_at IS NULL");
    EXPECT_EQ(town.get("lin", "/stores/{home}/prospects/board").body.at("counts").at("open").as_int64(),
              open);
    // Everybody who is on file is found, and nobody who is not.
    EXPECT_EQ(count("SELECT count(*) FROM dealership_search_keys k WHERE k.store_id = $1 AND NOT EXISTS"
                    " (SELECT 1 FROM dealership_customers c WHERE c.store_id = k.store_id"
                    " AND c.id = k.customer_id)"),
              0);
  }

  std::mt19937 random{20260304};
};

TEST_P(MergingHistory, everything_is_as_before_once_it_is_undone) {
  std::size_t undone_merges = 0;
  for (int round = 0; round < 6; ++round) {
    for (int i = 0; i < 14; ++i) live();
    // One upon the other, then taken back from the last to the first.
    std::vector<std::pair<std::string, decltype(guanxi::town::state_of(town, GetParam()))>> merges;
    for (int i = 0; i < 4; ++i) {
      town.clock().advance(kMinute);
      auto before = guanxi::town::state_of(town, GetParam());
      before.erase("prospects_duplicates");  // the pair is noted on the way
      const auto visits = count("SELECT count(*) FROM reception_visits WHERE store_id = $1");
      const auto customers = count("SELECT count(*) FROM dealership_customers WHERE store_id = $1");
      const auto id = merge_any();
      if (id.empty()) continue;
      EXPECT_EQ(count("SELECT count(*) FROM reception_visits WHERE store_id = $1"), visits);
      EXPECT_EQ(count("SELECT count(*) FROM dealership_customers WHERE store_id = $1"), customers - 1);
      expect_counts();
      merges.emplace_back(id, std::move(before));
    }
    for (auto at = merges.rbegin(); at != merges.rend(); ++at) {
      town.clock().advance(kMinute);
      const auto undone = undo(at->first);
      ASSERT_EQ(undone.status, 200) << undone.text;
      ++undone_merges;
      auto after = guanxi::town::state_of(town, GetParam());
      after.erase("prospects_duplicates");
      for (const auto& [table, rows] : at->second) EXPECT_EQ(after.at(table), rows) << table;
      expect_counts();
    }
    merge_any();  // and this one stays
    expect_counts();
    town.travel(town.clock().now() + 3 * kDay);
  }
  EXPECT_GE(undone_merges, 12U);  // the story was worth telling
}

INSTANTIATE_TEST_SUITE_P(Engines, MergingHistory, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
