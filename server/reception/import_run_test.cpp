// Imports under adverse conditions, and random files.
#include <map>
#include <random>
#include <set>

#include "reception/import_fixture.h"
#include "reception/import_store.h"

namespace guanxi::reception {
namespace {

using fixture::ImportHouse;

class ImportRuns : public testing::TestWithParam<database::Engine> {
 protected:
  ImportHouse house{GetParam()};

  static std::string long_log(int rows) {
    std::string log = "日期,时间,接待人,姓名,电话,未留档原因\n";
    for (int i = 0; i < rows; ++i) {
      const auto minute = std::to_string(10 + i % 50);
      const auto day = std::to_string(1 + i % 28);
      log += "2025/5/" + day + ",9:" + minute + (i % 2 == 0 ? ",陈伟," : ",李娜,");
      log += i % 3 == 0 ? "王" + std::to_string(i) + "," + std::to_string(13800000000 + i % 400) + ","
                        : ",,忘了问";
      log += "\n";
    }
    return log;
  }

  /// Every visit stands behind exactly one row that created it, and every such row has its visit.
  void expect_whole(std::int64_t rows) {
    EXPECT_EQ(house.visits(), rows);
    EXPECT_EQ(house.count("SELECT count(*) FROM fact_log WHERE subject_kind = 'visit'"), rows);
    EXPECT_EQ(
        house.count("SELECT count(*) FROM reception_visits v WHERE NOT EXISTS (SELECT 1 FROM fact_log f WHERE"
                    " f.store_id = v.store_id AND f.subject_id = v.id)"),
        0);
  }
};

TEST_P(ImportRuns, that_are_stopped_go_on_without_doubles) {
  const auto id = house.upload(long_log(3000)).text_at("id");
  house.tried(id);
  house.ask("POST", "/" + id + "/run", "{}");
  while (house.visits() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  house.stop_runner();
  const auto before = house.visits();
  house.start_runner();
  const auto done = house.wait(id);
  EXPECT_EQ(done.state(), "done");
  EXPECT_EQ(done.number_at("created") + done.number_at("matched"), 3000);
  EXPECT_GE(done.number_at("matched"), before);
  expect_whole(3000);
}

TEST_P(ImportRuns, of_a_server_that_died_are_taken_over_after_a_while) {
  const auto id = house.upload(long_log(50)).text_at("id");
  house.tried(id);
  house.stop_runner();
  house.database().write([&](database::Transaction& tx) {
    const auto stored = find_import(tx, house.store(), id).value();
    EXPECT_TRUE(start_work(tx, stored.import, ImportState::running, house.person("lin")));
    EXPECT_TRUE(claim_import(tx, {house.store(), id, "dead"}, house.clock().now()));
    return database::Outcome::keep;
  });
  house.start_runner();
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(house.show(id).state(), "running") << "whoever has it may still be alive";
  house.stop_runner();
  house.clock().advance(kImportPatience + 1);
  house.start_runner();
  EXPECT_EQ(house.wait(id).state(), "done");
  expect_whole(50);
}

TEST_P(ImportRuns, that_break_off_again_and_again_fail) {
  const auto id = house.upload(long_log(5)).text_at("id");
  house.tried(id);
  house.stop_runner();
  house.database().write([&](database::Transaction& tx) {
    const auto stored = find_import(tx, house.store(), id).value();
    EXPECT_TRUE(start_work(tx, stored.import, ImportState::running, house.person("lin")));
    for (int attempt = 0; attempt < kImportAttempts; ++attempt) {
      house.clock().advance(kImportPatience + 1);
      EXPECT_TRUE(claim_import(tx, {house.store(), id, "dying"}, house.clock().now()));
    }
    return database::Outcome::keep;
  });
  house.clock().advance(kImportPatience + 1);
  house.start_runner();
  const auto failed = house.wait(id);
  EXPECT_EQ(failed.state(), "failed");
  EXPECT_EQ(failed.text_at("error"), "处理多次中断，请再试；仍不行请联系管理员。");
  EXPECT_EQ(house.tried(id).state(), "tried") << "and may be tried again";
}

TEST_P(ImportRuns, lose_to_whoever_took_the_import_over) {
  const auto id = house.upload(long_log(5)).text_at("id");
  house.tried(id);
  house.stop_runner();
  const Claim dead{house.store(), id, "dead"}, other{house.store(), id, "other"};
  house.database().write([&](database::Transaction& tx) {
    const auto stored = find_import(tx, house.store(), id).value();
    EXPECT_TRUE(start_work(tx, stored.import, ImportState::running, house.person("lin")));
    EXPECT_TRUE(claim_import(tx, dead, 1000));
    EXPECT_FALSE(claim_import(tx, other, 1000 + kImportPatience));
    EXPECT_TRUE(claim_import(tx, other, 1001 + kImportPatience));
    EXPECT_FALSE(note_progress(tx, dead, {}, 2000));
    EXPECT_FALSE(finish_import(tx, dead, ImportState::done, std::nullopt));
    EXPECT_TRUE(note_progress(tx, other, {}, 2000));
    return database::Outcome::keep;
  });
}

TEST_P(ImportRuns, are_not_started_twice) {
  house.stop_runner();
  house.start_runner();
  const auto id = house.upload(long_log(2000)).text_at("id");
  EXPECT_EQ(house.ask("POST", "/" + id + "/trial", "{}").status, 202);
  const auto second = house.ask("POST", "/" + id + "/trial", "{}");
  if (second.status == 409) {
    EXPECT_EQ(second.text_at("code"), "import_at_work");
  }
  EXPECT_EQ(house.wait(id).state(), "tried");
}

/// What a random row should become, reckoned apart from the code.
struct Expected {
  std::string day, person;
};

TEST_P(ImportRuns, of_random_files_lose_nothing) {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    std::mt19937 random(seed);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::string log = "电话,姓名,日期,时间,销售顾问,人数,备注\n";
    std::map<std::string, Expected> wanted;  // by the story, which is each row's own
    const int rows = 300;
    for (int i = 0; i < rows; ++i) {
      const auto story = "s" + std::to_string(seed) + "r" + std::to_string(i);
      const bool broken = pick(10) == 0, filed = pick(2) == 0;
      const auto month = 1 + pick(12), day = 1 + pick(28), minute = pick(60);
      const std::string person = pick(2) == 0 ? "chen" : "li";
      char date[32], when[32];
      std::snprintf(date, sizeof date, pick(2) == 0 ? "2024/%d/%d" : "2024年%d月%d日", month, day);
      // Customers never come at the same minute twice here, so every row is a visit.
      std::snprintf(when, sizeof when, "%d:%02d", 8 + i % 12, minute);
      char iso[16];
      std::snprintf(iso, sizeof iso, "2024-%02d-%02d", month, day);
      log += filed ? std::to_string(13700000000 + i) + ",客户" + std::to_string(i) : ",";
      log += std::string(",") + date + "," + when + "," + (person == "chen" ? "陈伟" : "李娜") + ",";
      log += (broken ? "很多" : std::to_string(1 + pick(5))) + "," + story + "\n";
      if (!broken) wanted[story] = {iso, house.person(person)};
    }
    const auto done = house.bring(log);
    EXPECT_EQ(done.number_at("created") + done.number_at("matched") + done.number_at("refused"), rows);
    EXPECT_EQ(done.number_at("created"), static_cast<std::int64_t>(wanted.size()));
    std::map<std::string, Expected> found;
    house.database().read([&](database::Transaction& tx) {
      const auto like = "s" + std::to_string(seed) + "r%";
      for (const auto& row :
           tx.query("SELECT story, day, salesperson_id FROM reception_visits WHERE story LIKE $1", like)) {
        found[row.get<std::string>(0)] = {row.get<std::string>(1), row.get<std::string>(2)};
      }
    });
    ASSERT_EQ(found.size(), wanted.size());
    for (const auto& [story, visit] : wanted) {
      EXPECT_EQ(found[story].day, visit.day) << story;
      EXPECT_EQ(found[story].person, visit.person) << story;
    }
    EXPECT_EQ(house.bring(log).number_at("created"), 0);
  }
}

TEST_P(ImportRuns, tell_their_rows_in_pages) {
  std::string log = "日期,接待人\n";
  for (int i = 0; i < 25; ++i) log += "2025/5/1,陈伟\n";
  const auto id = house.bring(log).text_at("id");
  const auto first = house.ask("GET", "/" + id + "/rows?limit=10&result=create");
  EXPECT_EQ(first.body.at("items").as_array().size(), 10U);
  const auto cursor = first.text_at("next_cursor");
  const auto last = house.ask("GET", "/" + id + "/rows?limit=20&cursor=" + cursor);
  EXPECT_EQ(last.body.at("items").as_array().size(), 15U);
  EXPECT_EQ(last.body.at("items").at(0).at("number").as_int64(), 12);
  EXPECT_TRUE(last.body.at("next_cursor").is_null());
}

TEST_P(ImportRuns, are_told_only_in_their_store) {
  EXPECT_EQ(house.show(new_uuid(fixture::kMorning)).status, 404);
  EXPECT_EQ(house.ask("POST", "/" + new_uuid(fixture::kMorning) + "/trial", "{}").status, 404);
}

INSTANTIATE_TEST_SUITE_P(Engines, ImportRuns, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::reception
