// Lists of prospects that are brought in: from the file to the card.
#include "prospects/listings.h"

#include <gmock/gmock.h>

#include <map>
#include <random>
#include <set>

#include "reception/import_fixture.h"
#include "wiring.h"

namespace guanxi::prospects {
namespace {

using reception::fixture::ImportHouse;
using reception::fixture::kMorning;
using testing::ElementsAre;
using Text = std::optional<std::string>;

constexpr std::string_view kHead =
    "客户姓名,电话,微信号,邮箱,销售顾问,级别,购车日期,意向车型,建档日期,最近跟进,下次跟进日期,备注,价位\n";

class ListedProspects : public testing::TestWithParam<database::Engine> {
 protected:
  ListedProspects() { wire_rooms(); }

  /// A list with these rows; each names the first cells, the others are empty.
  static std::string list(const std::vector<std::string>& rows) {
    std::string text(kHead);
    for (const auto& row : rows) text += row + "\n";
    return text;
  }

  std::vector<NamedCard> cards() {
    std::vector<NamedCard> all;
    house.database().read([&](database::Transaction& tx) {
      for (const auto& row : tx.query("SELECT id FROM prospects_cards ORDER BY id"))
        all.push_back(*find_card(tx, house.store(), row.get<std::string>(0)));
    });
    return all;
  }
  NamedCard card_of(const std::string& name) {
    for (auto& card : cards()) {
      if (card.customer_name == name && !card.card.closed_at) return card;
    }
    throw std::runtime_error("no open card of " + name);
  }
  void close(const Card& card) {
    house.database().write([&](database::Transaction& tx) {
      tx.execute("UPDATE prospects_cards SET standing = 'lost', closed_at = $1, next_at = NULL WHERE id = $2",
                 kMorning, card.id);
      return database::Outcome::keep;
    });
  }
  /// What the rows that had nothing to do with creating were told.
  std::vector<std::string> codes(const std::string& import_id, const std::string& result) {
    std::vector<std::string> all;
    const auto answer = house.ask("GET", "/" + import_id + "/rows?result=" + result);
    for (const auto& row : answer.body.at("items").as_array())
      all.push_back(std::string(row.at("code").as_string()));
    return all;
  }

  ImportHouse house{GetParam()};
};

TEST_P(ListedProspects, become_customers_with_cards_that_say_what_the_list_said) {
  const auto done = house.bring_list(
      list({"王小明,13800138000,,,陈伟,B,2026-03-20,山海 5,2026-01-05,2026-02-20,2026-03-09,等年终奖,15-18万",
            "李芳,,lifang88,,李娜,A级,,,,,,,"}));
  EXPECT_EQ(done.counts(), "2/0/0");
  const auto wang = card_of("王小明");
  EXPECT_EQ(wang.customer_phone, "+8613800138000");
  EXPECT_EQ(wang.card.salesperson_id, house.person("chen"));
  EXPECT_EQ(wang.card.grade, Grade::B) << "sixteen days ahead, by the windows of the store";
  EXPECT_EQ(wang.card.expected_on, "2026-03-20");
  EXPECT_FALSE(wang.card.grade_reason);
  EXPECT_EQ(wang.card.wants.model_id, house.model());
  EXPECT_EQ(wang.card.wants.price_from, 15000000);
  EXPECT_EQ(wang.card.wants.price_to, 18000000);
  EXPECT_EQ(TimeZone::find("Asia/Shanghai")->day(wang.card.next->at), "2026-03-09");
  EXPECT_EQ(TimeZone::find("Asia/Shanghai")->day(*wang.card.followed_at), "2026-02-20");
  EXPECT_FALSE(wang.card.reached_at) << "nobody knows whether they were reached";
  const auto li = card_of("李芳");
  EXPECT_EQ(li.card.grade, Grade::A);
  EXPECT_TRUE(li.card.grade_reason) << "a letter without a day is the list's own word";
  house.database().read([&](database::Transaction& tx) {
    const auto listings = listings_of(tx, house.store(), wang.card.id, Language::zh);
    ASSERT_EQ(listings.size(), 1U);
    EXPECT_EQ(listings[0].by->name, "林强");
    EXPECT_EQ(listings[0].listing.registered_on, "2026-01-05");
    EXPECT_EQ(listings[0].listing.remark, "等年终奖");
  });
}

TEST_P(ListedProspects, have_grades_by_the_stores_own_names_or_by_letter) {
  house.database().write([&](database::Transaction& tx) {
    dealership::GradeLabels labels;
    labels.N = "未";
    labels.H = "热";
    labels.A = "2";
    labels.B = "F";
    tx.execute("UPDATE dealership_stores SET grade_labels = $1 WHERE id = $2",
               dealership::written_labels(labels), house.store());
    return database::Outcome::keep;
  });
  const auto done =
      house.bring_list(list({"王一,13800138001,,,,热", "王二,13800138002,,,,2.0", "王三,13800138003,,,,ｆ",
                             "王四,13800138004,,,,未", "王五,13800138005,,,,H级", "王六,13800138006,,,,2级",
                             "王七,13800138007,,,,C", "王八,13800138008,,,,3"}));
  EXPECT_EQ(done.counts(), "7/0/1");
  EXPECT_EQ(card_of("王一").card.grade, Grade::H);
  EXPECT_EQ(card_of("王二").card.grade, Grade::A);
  EXPECT_EQ(card_of("王三").card.grade, Grade::B) << "what is lost elsewhere is a B here";
  EXPECT_EQ(card_of("王四").card.grade, Grade::N);
  EXPECT_EQ(card_of("王五").card.grade, Grade::H);
  EXPECT_EQ(card_of("王六").card.grade, Grade::A);
  EXPECT_EQ(card_of("王七").card.grade, Grade::C);
  EXPECT_THAT(codes(done.text_at("id"), "refuse"), ElementsAre("unknown_grade"));
}

TEST_P(ListedProspects, are_brought_once) {
  const auto file = list({"王小明,13800138000,,,陈伟", "李芳,,lifang88,,李娜", "周一,,,zhou@example.cn,"});
  EXPECT_EQ(house.bring_list(file).counts(), "3/0/0");
  EXPECT_EQ(house.bring_list(file).counts(), "0/3/0");
  close(card_of("王小明").card);
  const auto again = house.bring_list(file);
  EXPECT_EQ(again.counts(), "0/3/0") << "an old row revives nobody";
  EXPECT_THAT(codes(again.text_at("id"), "match"), ElementsAre("row_is_there", "has_card", "has_card"));
  EXPECT_EQ(cards().size(), 3U);
}

TEST_P(ListedProspects, who_are_on_file_get_their_card_under_the_same_name) {
  house.bring_list(list({"王小明,13800138000,,,陈伟"}));
  const auto first = card_of("王小明").card;
  // Two phones in one row of the file mean the same person, however they are called there.
  EXPECT_EQ(house.bring_list(list({"小王,138 0013 8000,,,李娜,,,,2026-02-01"})).counts(), "0/1/0");
  close(first);
  EXPECT_EQ(house.bring_list(list({"小王,138 0013 8000,,,李娜,,,,2026-02-02"})).counts(), "1/0/0");
  const auto second = card_of("王小明").card;
  EXPECT_EQ(second.customer_id, first.customer_id);
  EXPECT_EQ(second.salesperson_id, house.person("chen")) << "whoever is in charge stays it";
  EXPECT_EQ(house.count("SELECT count(*) FROM dealership_customers"), 1);
}

TEST_P(ListedProspects, that_cannot_be_followed_up_are_refused_with_a_reason) {
  const auto done = house.bring_list(list({
      "王一,13800138001,,,,O",
      ",13800138002",
      "王三",
      "王四,,,不是邮箱",
      "王五,13800138005,,,小周",
      "王六,13800138006,,,,,,,2026-03-05",
      "王七,13800138007,,,,,,,2026-02-01,2026-01-01",
      "王八,13800138008,,,,热",
      "王九,13800138009,w9",
      "王十,13800138010,w9",
  }));
  EXPECT_EQ(done.counts(), "1/0/9");
  EXPECT_THAT(
      codes(done.text_at("id"), "refuse"),
      ElementsAre("no_open_prospect", "name_needed", "contact_needed", "not_an_email", "unknown_person",
                  "in_the_future", "before_registered", "unknown_grade", "wechat_of_another"));
}

TEST_P(ListedProspects, of_somebody_who_has_left_wait_for_a_colleague) {
  house.bring_list(list({"王小明,13800138000,,,王强"}));
  EXPECT_FALSE(card_of("王小明").card.salesperson_id);
  EXPECT_TRUE(card_of("王小明").card.next) << "but not without a date";
}

TEST_P(ListedProspects, do_not_all_fall_due_on_one_day) {
  std::vector<std::string> rows;
  for (int i = 0; i < 300; ++i)
    rows.push_back("客户" + std::to_string(i) + "," + std::to_string(13900000000 + i) +
                   ",,,陈伟,C,,,,,2026-01-15");
  for (int i = 0; i < 300; ++i)
    rows.push_back("顾客" + std::to_string(i) + "," + std::to_string(13700000000 + i) + ",,,陈伟,C");
  EXPECT_EQ(house.bring_list(list(rows)).counts(), "600/0/0");
  std::map<std::string, int> due;
  for (const auto& card : cards()) ++due[TimeZone::find("Asia/Shanghai")->day(card.card.next->at)];
  // C is spoken with every 15 days: the 4th to the 19th of March, 16 days. A day that has passed is today.
  EXPECT_EQ(due.size(), 16U);
  EXPECT_EQ(due.begin()->first, "2026-03-04");
  EXPECT_EQ(due.rbegin()->first, "2026-03-19");
  due["2026-03-04"] -= 300;
  for (const auto& [day, count] : due) EXPECT_LT(count, 300 / 16 * 2 + 10) << day;
}

TEST_P(ListedProspects, of_random_lists_are_foretold_by_the_trial_and_have_one_open_card_each) {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    std::mt19937 random(seed);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto number = [&](int n) { return std::to_string(13600000000 + n); };
    std::vector<std::string> rows;
    for (int i = 0; i < 120; ++i) {
      const auto phone = pick(3) != 0 ? number(pick(40)) : "";
      const auto wechat = pick(2) == 0 ? "wx" + std::to_string(pick(30)) : "";
      const auto email = pick(3) == 0 ? "m" + std::to_string(pick(20)) + "@example.cn" : "";
      rows.push_back("人" + std::to_string(i) + "," + phone + "," + wechat + "," + email);
    }
    const auto before = cards().size();
    const auto done = house.bring_list(list(rows));  // expects the same of trial and run
    EXPECT_EQ(cards().size(), before + static_cast<std::size_t>(done.number_at("created")));
    std::set<std::string> with_card;
    for (const auto& card : cards()) {
      EXPECT_TRUE(card.card.closed_at || with_card.insert(card.card.customer_id).second);
      EXPECT_TRUE(card.card.closed_at || card.card.next);
    }
    EXPECT_EQ(house.count("SELECT count(*) FROM prospects_listings"),
              static_cast<std::int64_t>(cards().size()));
    if (seed % 2 == 0) {
      for (const auto& card : cards()) {
        if (!card.card.closed_at && pick(3) == 0) close(card.card);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, ListedProspects, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
