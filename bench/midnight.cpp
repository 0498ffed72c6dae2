#include "midnight.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include "bulk.h"
#include "demo/dice.h"
#include "migrations/migrations.h"
#include "prospects/card_store.h"
#include "prospects/prospects.h"
#include "town.h"

namespace guanxi::bench {
namespace {

using Steady = std::chrono::steady_clock;
using database::Outcome;
using database::Transaction;

constexpr double kSeconds = 60, kWaitMilliseconds = 50;
constexpr std::int64_t kVisits = 2000;         // only so that there are stores and people
constexpr int kEarliest = -60, kLatest = 120;  // days from today on which they mean to buy
constexpr auto kBetweenWrites = std::chrono::milliseconds(5);

double milliseconds_since(Steady::time_point start) {
  return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

/// Writes a row again and again, as somebody at work does, and notes how long that takes.
class Writer {
 public:
  explicit Writer(database::Database& database)
      : thread_([this, &database] {
          while (!ending_) {
            const auto start = Steady::now();
            database.write([](Transaction& tx) {
              tx.execute("UPDATE bench_ticks SET n = n + 1");
              return Outcome::keep;
            });
            waits_.push_back(milliseconds_since(start));
            std::this_thread::sleep_for(kBetweenWrites);
          }
        }) {}
  /// The waits in milliseconds, the shortest first.
  std::vector<double> end() {
    ending_ = true;
    thread_.join();
    std::ranges::sort(waits_);
    return std::move(waits_);
  }

 private:
  std::atomic<bool> ending_ = false;
  std::vector<double> waits_;
  std::thread thread_;
};

class MidnightBench {
 public:
  MidnightBench(const std::string& url, std::int64_t cards) : url_(url), cards_(cards) {}

  bool run() {
    database_ = database::Database::open({.url = url_});
    database::migrate(*database_, migrations());
    town_ = fill_town(*database_, url_, kVisits);
    now_ = SystemClock().now();
    fill_cards();
    std::puts(
        "| midnight over open cards | cards | moved | s | longest write ms | p99 ms |\n|---|---|---|---|---|---|");
    report_alone();
    const bool usual = night("a usual one");
    change_windows();
    return night("new windows") && usual;
  }

 private:
  void fill_cards() {
    demo::Dice dice(1);
    const auto bulk = Bulk::open(url_);
    bulk->drop_indexes();
    {
      const auto customers = bulk->fill(
          "dealership_customers", "store_id, id, name, phone, salesperson_id, created_at, created_by", 7);
      const auto cards =
          bulk->fill("prospects_cards",
                     "store_id, id, customer_id, visit_id, salesperson_id, standing, grade, purchase_when,"
                     " expected_on, regrade_on, next_at, opened_at",
                     12);
      for (std::int64_t i = 0; i < cards_; ++i) add_card(dice, i, *customers, *cards);
    }
    bulk->finish();
    database_->write([](Transaction& tx) {
      tx.execute("CREATE TABLE bench_ticks (n BIGINT NOT NULL)");
      tx.execute("INSERT INTO bench_ticks (n) VALUES (0)");
      return Outcome::keep;
    });
  }

  void add_card(demo::Dice& dice, std::int64_t number, BulkTable& customers, BulkTable& cards) {
    const auto& shop = town_.shops[static_cast<std::size_t>(number) % town_.shops.size()];
    const auto& seller = shop.sellers[static_cast<std::size_t>(number / 7) % shop.sellers.size()].id;
    const auto yesterday = add_days(zone_.day(now_), -1);
    const auto expected_on = add_days(yesterday, static_cast<int>(dice.between(kEarliest, kLatest)));
    const auto next = prospects::next_move(expected_on, yesterday);
    const auto opened_at = now_ - dice.between(1, 90) * kDay;
    const auto customer_id = dice.id(opened_at);
    const Cell customer[] = {shop.id,
                             customer_id,
                             "客户" + std::to_string(number),
                             "+86" + std::to_string(15000000000 + number),
                             seller,
                             opened_at,
                             seller};
    customers.row(customer);
    const Cell card[] = {shop.id,
                         dice.id(opened_at),
                         customer_id,
                         Cell(),
                         seller,
                         "following",
                         json::to_word(prospects::grade_of(expected_on, yesterday)),
                         "date",
                         expected_on,
                         next ? Cell(*next) : Cell(),
                         now_ + dice.between(-48, 14 * 24) * kHour,
                         opened_at};
    cards.row(card);
  }

  void report_alone() {
    Writer writer(*database_);
    std::this_thread::sleep_for(std::chrono::seconds(3));
    const auto waits = writer.end();
    std::printf("| none: writes alone | %lld | 0 | 3 | %.1f | %.1f |\n", static_cast<long long>(cards_),
                waits.back(), waits[waits.size() * 99 / 100]);
  }

  void change_windows() {
    database_->write([&](Transaction& tx) {
      for (const auto& shop : town_.shops) {
        auto rules = prospects::rules_on(tx, shop.id, zone_.day(now_));
        rules.windows.h += 3;
        rules.windows.a += 5;
        prospects::write_rules(tx, shop.id, zone_.day(now_), rules, shop.sellers.front().id, now_);
      }
      return Outcome::keep;
    });
  }

  bool night(const char* name) {
    std::int64_t before = 0;
    database_->write([&](Transaction& tx) {
      for (const auto& shop : town_.shops) {
        tx.execute("DELETE FROM prospects_midnights WHERE store_id = $1", shop.id);
        tx.execute("INSERT INTO prospects_midnights (store_id, day) VALUES ($1, $2)", shop.id,
                   add_days(zone_.day(now_), -1));
      }
      before = regraded(tx);
      return Outcome::keep;
    });
    Writer writer(*database_);
    const auto start = Steady::now();
    for (const auto& shop : town_.shops) {
      std::optional<dealership::Store> store;
      database_->read([&](Transaction& tx) { store = dealership::load_store(tx, shop.id); });
      prospects::begin_days(*database_, *store, now_, [] { return true; });
    }
    const auto seconds = milliseconds_since(start) / 1000;
    const auto waits = writer.end();
    std::int64_t moved = 0;
    database_->read([&](Transaction& tx) { moved = regraded(tx) - before; });
    std::printf("| %s | %lld | %lld | %.1f | %.1f | %.1f |\n", name, static_cast<long long>(cards_),
                static_cast<long long>(moved), seconds, waits.back(), waits[waits.size() * 99 / 100]);
    std::fflush(stdout);
    return seconds < kSeconds && waits.back() < kWaitMilliseconds;
  }

  static std::int64_t regraded(Transaction& tx) {
    return tx.query("SELECT count(*) FROM fact_log WHERE kind = 'card_regraded'")[0].get<std::int64_t>(0);
  }

  const std::string& url_;
  std::int64_t cards_;
  std::unique_ptr<database::Database> database_;
  Town town_;
  Instant now_ = 0;
  TimeZone zone_ = *TimeZone::find("Asia/Shanghai");
};

}  // namespace

bool run_midnight(const std::string& url, std::int64_t cards) { return MidnightBench(url, cards).run(); }

}  // namespace guanxi::bench
