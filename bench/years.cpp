#include "years.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <thread>

#include "demo/years.h"
#include "platform/identity/accounts.h"
#include "scripts.h"
#include "served.h"

namespace guanxi::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kMonths = 36;
constexpr std::size_t kReaders = 8, kWriters = 300, kWritersAtFullRate = 64;
constexpr double kVisitsPerSecond = 500;
/// At full rate each visit is opened and closed.
constexpr double kRequestsPerVisit = 2;

double seconds_since(Steady::time_point start) {
  return std::chrono::duration<double>(Steady::now() - start).count();
}

std::vector<std::string> texts(database::Transaction& tx, std::string_view sql, const std::string& id) {
  std::vector<std::string> all;
  for (const auto& row : tx.query(sql, id)) all.push_back(row.get<std::string>(0));
  return all;
}

/// Signs people of the demo in, past the password.
class Entrance {
 public:
  explicit Entrance(database::Transaction& tx) : tx_(tx), now_(SystemClock().now()) {}

  Town town() {
    Town town;
    town.model_id =
        texts(tx_, "SELECT id FROM dealership_models WHERE id > $1 ORDER BY id LIMIT 1", "").front();
    for (const auto& id :
         texts(tx_, "SELECT id FROM dealership_stores WHERE country = $1 ORDER BY id", "CN")) {
      Shop shop;
      shop.id = id;
      shop.manager_session = session(people(id, "% sales_manager %").front());
      for (const auto& person : people(id, "% salesperson %"))
        shop.sellers.push_back({person, session(person)});
      town.shops.push_back(std::move(shop));
    }
    return town;
  }

  Group group() {
    static constexpr std::string_view kBosses =
        "SELECT id FROM dealership_people WHERE roles LIKE $1 ORDER BY id";
    Group group;
    group.id = texts(tx_, "SELECT id FROM dealership_groups WHERE id > $1 ORDER BY id", "").front();
    group.session = session(texts(tx_, kBosses, "% general_manager %").front());
    return group;
  }

 private:
  std::vector<std::string> people(const std::string& store_id, std::string_view role) {
    static constexpr std::string_view kSelect =
        "SELECT p.id FROM dealership_people p JOIN dealership_person_stores s ON s.person_id = p.id"
        " JOIN identity_accounts a ON a.id = p.id WHERE s.store_id = $1 AND p.roles LIKE $2 AND a.retired = 0"
        " ORDER BY p.id";
    std::vector<std::string> all;
    for (const auto& row : tx_.query(kSelect, store_id, role)) all.push_back(row.get<std::string>(0));
    return all;
  }
  std::string session(const std::string& person_id) {
    return identity::open_session(tx_, person_id, "bench", "127.0.0.1", now_);
  }

  database::Transaction& tx_;
  Instant now_;
};

/// The most memory that the process has held, in MB.
double peak_memory(int pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1000;
  }
  return 0;
}

class YearsBench {
 public:
  explicit YearsBench(const YearsRun& run) : run_(run) {}

  std::uint64_t measure() {
    fill();
    const Served served(run_.program, run_.url);
    server_ = &served;
    std::puts("| page | of | per second | p50 ms | p99 ms | logged/s meanwhile | other programs |");
    std::puts("|---|---|---|---|---|---|---|");
    for (auto& reading : store_readings(town_)) page(reading, "a store");
    for (auto& reading : group_readings(group_)) page(reading, "the group");
    std::printf("\nThe server held %.0f MB at most.\n", peak_memory(served.pid()));
    keep_up();
    std::printf("After that, %.0f MB at most.\n", peak_memory(served.pid()));
    return refused_;
  }

 private:
  void fill() {
    demo::YearsOptions years;
    years.stores = run_.stores;
    years.months = kMonths;
    years.visits_per_month = static_cast<double>(run_.visits) / run_.stores / kMonths;
    years.truth_file = (std::filesystem::temp_directory_path() / "guanxi-bench-truth.json").string();
    const auto start = Steady::now();
    demo::fill_years({.url = run_.url}, years);
    const auto took = seconds_since(start);
    std::filesystem::remove(years.truth_file);
    const auto database = database::Database::open({.url = run_.url});
    std::int64_t visits = 0;
    database->write([&](database::Transaction& tx) {
      Entrance entrance(tx);
      town_ = entrance.town();
      group_ = entrance.group();
      visits = tx.query("SELECT count(*) FROM reception_visits")[0].get<std::int64_t>(0);
      return database::Outcome::keep;
    });
    std::printf("%lld visits in %zu stores over %d months, filled in %.0f s (%.0f/s)\n\n",
                static_cast<long long>(visits), town_.shops.size(), kMonths, took,
                static_cast<double>(visits) / took);
    std::fflush(stdout);
  }

  /// Reads a page while visits are being logged in every store.
  void page(Reading& reading, const char* of) {
    auto writing = std::async(std::launch::async, [this] {
      const auto script = open_visits(town_);
      const Load load{server_->port(), server_->pid(), kWriters, run_.seconds + 1, kVisitsPerSecond};
      return run_load(load, *script);
    });
    const auto read = run_load({server_->port(), server_->pid(), kReaders, run_.seconds}, *reading.script);
    const auto written = writing.get();
    std::printf("| %s | %s | %.0f | %.1f | %.1f | %.0f | %.1f |\n", reading.name.c_str(), of,
                read.per_second(), read.p50_ms, read.p99_ms, written.per_second(), read.others);
    std::fflush(stdout);
    note(read);
    note(written);
  }

  void note(const Figures& figures) {
    refused_ += figures.refused;
    if (figures.refused > 0) std::cerr << "refused: " << figures.first_refusal << "\n";
  }

  /// Logs as fast as the program can, and waits until every tally has followed.
  void keep_up() {
    const auto script = whole_visits(town_, kWritersAtFullRate);
    const auto written =
        run_load({server_->port(), server_->pid(), kWritersAtFullRate, run_.seconds * 5}, *script);
    note(written);
    const auto end = Steady::now();
    const auto database = database::Database::open({.url = run_.url});
    while (unfolded_stores(*database) > 0 && seconds_since(end) < 600)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    std::printf("At full rate, %.0f whole visits/s for %.0f s, the tallies were %.1f s behind at the end.\n",
                written.per_second() / kRequestsPerVisit, run_.seconds * 5, seconds_since(end));
  }

  static std::int64_t unfolded_stores(database::Database& database) {
    static constexpr std::string_view kSelect =
        "SELECT count(*) FROM improvement_folded f WHERE f.fact_id < (SELECT max(l.id) FROM fact_log l"
        " WHERE l.store_id = f.store_id)";
    std::int64_t stores = 0;
    database.read([&](database::Transaction& tx) { stores = tx.query(kSelect)[0].get<std::int64_t>(0); });
    return stores;
  }

  YearsRun run_;
  Town town_;
  Group group_;
  const Served* server_ = nullptr;
  std::uint64_t refused_ = 0;
};

}  // namespace

std::uint64_t run_years(const YearsRun& run) { return YearsBench(run).measure(); }

}  // namespace guanxi::bench
