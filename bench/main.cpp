// One run of the benchmark: fills a database, serves it with the real program, measures reads and writes, and
// prints the table of bench/README.md.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "bulk.h"
#include "imports.h"
#include "midnight.h"
#include "migrations/migrations.h"
#include "postgres_raw.h"
#include "raw_limit.h"
#include "scripts.h"
#include "served.h"
#include "years.h"

namespace {

using namespace guanxi;
using namespace guanxi::bench;

struct Options {
  std::string program;
  std::string folder;
  std::string postgres;  ///< URI of a cluster; empty: SQLite
  std::int64_t visits = 1000000;
  double seconds = 4;
  std::vector<std::size_t> clients = {1, 16, 64, 256};
  std::string only, page;
  bool years = false, midnight = false;
  std::int64_t cards = 500000;
  int stores = 300;
  std::int64_t rows = 100000;
};

constexpr double kVisitsPerSecond = 5000, kShareOfLimit = 0.5, kPageMilliseconds = 10, kLeadsPerSecond = 2000;

class Bench {
 public:
  Bench(const Options& options, std::string url) : options_(options), url_(std::move(url)) {}

  int run() {
    fill();
    Served served(options_.program, url_);
    server_ = &served;
    if (wanted("reads")) reads();
    if (wanted("turn")) turns();
    if (wanted("whole")) writes(Rows::whole_visit);
    if (wanted("open")) writes(Rows::opening);
    if (wanted("leads")) leads();
    if (wanted("import")) import();
    verdicts();
    return refused_ == 0 ? 0 : 1;
  }

 private:
  bool wanted(const char* part) const {
    return options_.only.empty() || options_.only.find(part) != std::string::npos;
  }

  void fill() {
    const auto start = std::chrono::steady_clock::now();
    {
      const auto database = database::Database::open({.url = url_});
      database::migrate(*database, migrations());
      town_ = fill_town(*database, url_, options_.visits);
    }
    const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%s, %lld visits in %zu stores (%.1f GB, filled in %.0f s), cells of %.0f s\n\n",
                sqlite_path(url_).empty() ? "PostgreSQL" : "SQLite", static_cast<long long>(options_.visits),
                town_.shops.size(), static_cast<double>(Bulk::open(url_)->bytes()) / 1e9, took,
                options_.seconds);
  }

  Figures measure(Script& script, std::size_t clients) {
    const Load load{server_->port(), server_->pid(), clients, options_.seconds};
    auto figures = run_load(load, script);
    refused_ += figures.refused;
    if (figures.refused > 0) std::cerr << "refused: " << figures.first_refusal << "\n";
    return figures;
  }

  void reads() {
    std::puts(
        "| read | clients | per second | p50 ms | p99 ms | server CPU us | other programs |\n|---|---|---|---|---|---|---|");
    for (auto& reading : readings(town_)) {
      if (reading.name.find(options_.page) == std::string::npos) continue;
      for (const std::size_t clients : {1, 64}) {
        const auto figures = measure(*reading.script, clients);
        std::printf("| %s | %zu | %.0f | %.2f | %.2f | %.0f | %.1f |\n", reading.name.c_str(), clients,
                    figures.per_second(), figures.p50_ms, figures.p99_ms, figures.server_us, figures.others);
        std::fflush(stdout);
        if (clients == 64 && figures.p99_ms >= kPageMilliseconds) slow_pages_ += " " + reading.name + ";";
      }
    }
    std::puts("");
  }

  /// `requests` per visit: opening alone, or opening and closing.
  void writes(Rows rows) {
    const bool whole = rows == Rows::whole_visit;
    const double requests = whole ? 2 : 1;
    std::printf(
        "| %s | clients | visits/s | p50 ms | p99 ms | server CPU us/visit | raw limit, visits/s | share | other programs |\n",
        whole ? "whole visit (open, then 70 % filed, 30 % unfiled)" : "open a visit");
    std::puts("|---|---|---|---|---|---|---|---|---|");
    for (const auto clients : options_.clients) {
      const auto script = whole ? whole_visits(town_, clients) : open_visits(town_);
      const auto figures = measure(*script, clients);
      const auto limit = raw_limit(url_, town_, rows, clients, options_.seconds) / requests;
      const auto rate = figures.per_second() / requests;
      std::printf("| HTTP | %zu | %.0f | %.2f | %.2f | %.0f | %.0f | %.2f | %.1f |\n", clients, rate,
                  figures.p50_ms, figures.p99_ms, figures.server_us * requests, limit, rate / limit,
                  figures.others);
      std::fflush(stdout);
      if (clients == 64) (whole ? whole_ : opened_) = {rate, rate / limit};
    }
    std::puts("");
  }

  void turns() {
    std::puts(
        "| desk opens for who is on turn, manager closes | clients | visits/s | p50 ms | p99 ms |\n|---|---|---|---|---|");
    const auto figures = measure(*visits_by_turn(town_, 64), 64);
    std::printf("| HTTP | 64 | %.0f | %.2f | %.2f |\n\n", figures.per_second() / 2, figures.p50_ms,
                figures.p99_ms);
  }

  void leads() {
    std::puts(
        "| bring a lead as ADF | clients | leads/s | p50 ms | p99 ms | server CPU us/lead | other programs |\n|---|---|---|---|---|---|---|");
    const auto script = bring_leads(town_);
    for (const auto clients : options_.clients) {
      const auto figures = measure(*script, clients);
      std::printf("| HTTP | %zu | %.0f | %.2f | %.2f | %.0f | %.1f |\n", clients, figures.per_second(),
                  figures.p50_ms, figures.p99_ms, figures.server_us, figures.others);
      std::fflush(stdout);
      if (clients == 64) leads_ = figures.per_second();
    }
    std::puts("");
  }

  void import() {
    const auto times = import_rows(town_, server_->port(), options_.rows);
    std::printf(
        "- importing %lld rows: read in %.1f s, tried in %.1f s, brought over in %.1f s (%lld visits)\n",
        static_cast<long long>(options_.rows), times.upload, times.trial, times.run,
        static_cast<long long>(times.created));
  }

  void verdicts() const {
    const auto say = [](const char* what, const Rate& rate) {
      if (rate.per_second == 0) return;
      const bool held = rate.per_second >= kVisitsPerSecond && rate.share >= kShareOfLimit;
      std::printf("- %s at 64 clients: %.0f/s, %.2f of the raw limit (wanted: %.0f/s and %.1f): %s\n", what,
                  rate.per_second, rate.share, kVisitsPerSecond, kShareOfLimit, held ? "held" : "MISSED");
    };
    say("opening a visit", opened_);
    say("the whole visit", whole_);
    if (leads_ > 0) {
      std::printf("- leads at 64 clients: %.0f/s (wanted: %.0f/s): %s\n", leads_, kLeadsPerSecond,
                  leads_ >= kLeadsPerSecond ? "held" : "MISSED");
    }
    if (wanted("reads")) {
      std::printf("- pages at 64 clients with p99 under %.0f ms: %s\n", kPageMilliseconds,
                  slow_pages_.empty() ? "all" : ("MISSED by" + slow_pages_).c_str());
    }
    if (refused_ > 0)
      std::printf("- %llu requests were refused\n", static_cast<unsigned long long>(refused_));
  }

  struct Rate {
    double per_second = 0, share = 0;
  };

  const Options& options_;
  std::string url_;
  Town town_;
  const Served* server_ = nullptr;
  std::uint64_t refused_ = 0;
  std::string slow_pages_;
  Rate opened_, whole_;
  double leads_ = 0;
};

std::string beside_this(const char* name) {
  return (std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / name).string();
}

/// A folder of our own, gone at the end.
struct Scratch {
  std::filesystem::path path;
  explicit Scratch(const std::string& within) {
    std::string form = within + "/guanxi-bench.XXXXXX";
    if (mkdtemp(form.data()) == nullptr) throw std::runtime_error("cannot write in " + within);
    path = form;
  }
  ~Scratch() { std::filesystem::remove_all(path); }
};

int run(const Options& options, const std::string& url) {
  if (options.midnight) return run_midnight(url, options.cards) ? 0 : 1;
  if (!options.years) return Bench(options, url).run();
  return run_years({options.program, url, options.visits, options.stores, options.seconds}) == 0 ? 0 : 1;
}

int run_on_postgres(const Options& options) {
  const std::string name = "guanxi_bench";
  RawPostgres cluster(options.postgres);
  cluster.command("DROP DATABASE IF EXISTS " + name);
  cluster.command("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
  const auto url = options.postgres.substr(0, options.postgres.rfind('/')) + "/" + name;
  const int status = run(options, url);
  cluster.command("DROP DATABASE " + name + " WITH (FORCE)");
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  bool quick = false;
  options.program = beside_this("guanxi");
  options.folder = std::filesystem::temp_directory_path();
  CLI::App command(
      "Measures Guanxi: durable visits per second beside the database's own limit, and pages under load");
  command.add_flag("--quick", quick, "A smoke test of under a minute");
  command.add_option("--visits", options.visits, "Visits in the database (default 1000000)");
  command.add_option("--seconds", options.seconds, "Length of each cell (default 4)");
  command.add_option("--clients", options.clients, "Client counts for writing (default 1 16 64 256)");
  command.add_option("--only", options.only, "Some of: reads turn whole open leads import");
  command.add_option("--page", options.page, "Only pages with this in their name");
  command.add_flag("--years", options.years, "The Hundred and Unfiled instead, over years of a large group");
  command.add_flag("--midnight", options.midnight, "What happens to open cards when a day begins instead");
  command.add_option("--cards", options.cards, "Open cards (with --midnight, default 500000)");
  command.add_option("--stores", options.stores, "Stores of the group (with --years, default 300)");
  command.add_option("--postgres", options.postgres,
                     "URI of a PostgreSQL cluster to measure instead of SQLite");
  command.add_option("--program", options.program, "The guanxi binary (default: the one of this build)");
  command.add_option("--folder", options.folder, "Where the database is put, on the disk to be measured");
  CLI11_PARSE(command, argc, argv);
  if (quick) {
    options.visits = std::min<std::int64_t>(options.visits, 20000);
    options.seconds = 1;
    options.clients = {1, 64};
    options.rows = 2000;
  }
  try {
    if (!options.postgres.empty()) return run_on_postgres(options);
    const Scratch scratch(options.folder);
    return run(options, "sqlite:" + (scratch.path / "bench.db").string());
  } catch (const std::exception& failure) {
    std::cerr << "bench: " << failure.what() << std::endl;
    return 1;
  }
}
