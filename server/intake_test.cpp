#include "intake.h"

#include <gtest/gtest.h>
#include <sysexits.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "platform/identity/uuid.h"
#include "town/town.h"

namespace guanxi {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLead =
    "Message-ID: <1@x>\n\n<adf><prospect><customer><contact><name>王</name><phone>13800138000</phone></contact>"
    "</customer></prospect></adf>\n";

/// A store of its own that nobody else has open, as an intake finds it when the server is not running.
class Intake : public testing::TestWithParam<database::Engine> {
 protected:
  Intake() : folder(fs::temp_directory_path() / ("intake-" + new_uuid(clock.now()))) {
    fs::create_directories(folder / "box/new");
    database->write([](database::Transaction& tx) {
      tx.execute("INSERT INTO dealership_groups (id, name) VALUES ('g', 'g')");
      tx.execute(
          "INSERT INTO dealership_stores (id, group_id, code, name, time_zone, currency, country, opening_hours)"
          " VALUES ('s', 'g', 'SH1', 's', 'Asia/Shanghai', 'CNY', 'CN', '')");
      return database::Outcome::keep;
    });
    options.database.url = database.url();
    options.store = "SH1";
  }
  ~Intake() override { fs::remove_all(folder); }
  void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }
  int run(const std::string& piped = "") {
    std::istringstream in(piped);
    out.str("");
    return take_in(options, clock, in, out, out);
  }
  std::int64_t leads() {
    std::int64_t count = 0;
    database->read([&](database::Transaction& tx) {
      count = tx.query("SELECT count(*) FROM prospects_leads")[0].get<std::int64_t>(0);
    });
    return count;
  }
  FixedClock clock{town::kMorning};
  TestDatabase database{GetParam()};
  fs::path folder;
  IntakeOptions options;
  std::ostringstream out;
};

TEST_P(Intake, takes_one_message_from_the_pipe) {
  EXPECT_EQ(run(std::string("From portal Wed Mar  4 10:00:00 2026\n") + kLead), EX_OK);
  EXPECT_EQ(out.str(), "1 messages, 0 of them seen before; 1 leads taken, 0 refused\n");
  EXPECT_EQ(run(kLead), EX_OK);
  EXPECT_EQ(out.str(), "1 messages, 1 of them seen before; 0 leads taken, 0 refused\n");
  EXPECT_EQ(run("Subject: hello\n\nno lead\n"), EX_OK);  // kept: no reason for the mail system to try again
  EXPECT_EQ(out.str(), "1 messages, 0 of them seen before; 0 leads taken, 1 refused, no_adf 1\n");
  EXPECT_EQ(leads(), 2);
}

TEST_P(Intake, takes_a_box_again_and_again_without_taking_anything_twice) {
  options.mbox = folder / "mbox";
  write(options.mbox, std::string("From a\n") + kLead + "\nFrom b\nSubject: x\n\nnothing\n");
  EXPECT_EQ(run(), EX_OK);
  EXPECT_EQ(run(), EX_OK);
  EXPECT_EQ(out.str(), "2 messages, 2 of them seen before; 0 leads taken, 0 refused\n");
  EXPECT_EQ(leads(), 2);
}

TEST_P(Intake, moves_what_it_has_stored) {
  options.maildir = folder / "box";
  write(folder / "box/new/1.host", kLead);
  EXPECT_EQ(run(), EX_OK);
  EXPECT_FALSE(fs::exists(folder / "box/new/1.host"));
  EXPECT_TRUE(fs::exists(folder / "box/cur/1.host:2,S"));
}

TEST_P(Intake, has_mail_systems_try_again_when_nothing_could_be_stored) {
  options.maildir = folder / "box";
  write(folder / "box/new/1.host", kLead);
  const auto url = options.database.url;
  options.database.url = GetParam() == database::Engine::sqlite ? "sqlite:/nowhere/at/all.db"
                                                                : "postgresql://nobody@127.0.0.1:1/nothing";
  EXPECT_EQ(run(), EX_TEMPFAIL);
  EXPECT_TRUE(fs::exists(folder / "box/new/1.host"));
  options.database.url = url;
  options.store = "SH2";
  EXPECT_EQ(run(), EX_TEMPFAIL);
  options.store = "SH1";
  EXPECT_EQ(run(), EX_OK);
  EXPECT_EQ(leads(), 1);
  options.maildir = folder / "elsewhere";
  EXPECT_EQ(run(), EX_NOINPUT);
}

INSTANTIATE_TEST_SUITE_P(Engines, Intake, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi
