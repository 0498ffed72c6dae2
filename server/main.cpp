// The command line: guanxi serve | demo | migrate | intake | verify | routes | openapi.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sysexits.h>

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <filesystem>
#include <functional>
#include <iostream>

#include "app.h"
#include "dealership/key_writer.h"
#include "demo/demo.h"
#include "demo/years.h"
#include "improvement/improvement.h"
#include "intake.h"
#include "migrations/migrations.h"
#include "platform/http/server.h"
#include "platform/identity/uuid.h"
#include "platform/text/phone.h"
#include "platform/text/search_keys.h"
#include "telling.h"

namespace {

using namespace guanxi;

struct Options {
  database::Options database{.url = "sqlite:guanxi.db"};
  http::ServerOptions server;
  std::string web;
  demo::Options demo;
  demo::YearsOptions years;
  std::string until;
  IntakeOptions intake;
  std::string public_address;
};

std::string address_of(const http::Server& server, const Options& options) {
  return "http://" + options.server.address + ":" + std::to_string(server.port());
}

/// Waits for SIGINT or SIGTERM.
void wait_for_end() {
  boost::asio::io_context context;
  boost::asio::signal_set signals(context, SIGINT, SIGTERM);
  signals.async_wait([](auto, auto) {});
  context.run();
}

std::unique_ptr<database::Database> open_database(const Options& options) {
  auto database = database::Database::open(options.database);
  database::migrate(*database, migrations());
  return database;
}

/// ICU and libphonenumber read their rules when they are first used, for a tenth of a second, which should
/// not be the first customer's.
void warm_up() {
  text::name_keys("王小明");
  text::normalise_phone("13800138000", "CN");
}

void serve(const Options& options) {
  warm_up();
  const SystemClock clock;
  const auto database = open_database(options);
  App app(*database, clock, options.web);
  const dealership::KeyWriter key_writer(*database);
  std::optional<outbox::Sender> letters;
  if (auto mail = mail::server_of_environment())
    letters.emplace(*database, clock, outbox::Channel::mail, mail_carrier(*mail, options.public_address));
  const outbox::Sender pushes(*database, clock, outbox::Channel::push,
                              push_carrier(*database, clock, push::reach_of_environment()));
  http::Server server(options.server, [&app](http::Request request, http::Reply reply) {
    app.handle(std::move(request), std::move(reply));
  });
  const auto address = address_of(server, options);
  std::string text = "Guanxi 关系 serves " + address + "\n";
  if (const auto link = setup_link(*database, clock, address)) {
    text += "Nobody can sign in yet. Set up the first administrator with this link, once:\n  " + *link + "\n";
  }
  std::cout << text << std::flush;
  wait_for_end();
  server.stop();
}

void fill_demo(const Options& options) {
  const auto database = open_database(options);
  std::cout << demo::fill(*database, options.demo);
}

/// "sqlite:data/group.db" -> "data/group-truth.json"
std::string truth_file_of(const std::string& url) {
  constexpr std::string_view kScheme = "sqlite:";
  if (!url.starts_with(kScheme)) return "demo-truth.json";
  const std::filesystem::path file(url.substr(kScheme.size()));
  return (file.parent_path() / (file.stem().string() + "-truth.json")).string();
}

void fill_years(Options options) {
  auto& years = options.years;
  years.seed = options.demo.seed;
  years.progress = &std::cerr;
  if (!options.until.empty()) {
    if (!is_day(options.until)) throw std::runtime_error("--until is no day: " + options.until);
    years.now = TimeZone::find("Asia/Shanghai")->start_of(options.until) + 17 * kHour + 30 * kMinute;
  }
  if (years.truth_file.empty()) years.truth_file = truth_file_of(options.database.url);
  std::cout << demo::fill_years(options.database, years);
}

/// Adds the options of large demos; @returns whether any of them was given.
std::function<bool()> add_years(CLI::App* command, Options& options) {
  auto& years = options.years;
  const auto* stores =
      command->add_option("--stores", years.stores, "Years of this many stores instead of the small demo")
          ->check(CLI::Range(1, 3000));
  const auto* months = command->add_option("--months", years.months, "How far they go back (default 36)")
                           ->check(CLI::Range(1, 240));
  command
      ->add_option("--visits-per-month", years.visits_per_month,
                   "Of a store, on average over stores and months (default 925)")
      ->check(CLI::Range(1.0, 1e6));
  command->add_flag("--plain", years.plain, "Plant nothing: every visit has the same chances");
  command->add_option("--truth", years.truth_file,
                      "Where to write what was planted (default beside the database)");
  command->add_option("--until", options.until, "The last day, YYYY-MM-DD (default: up to this moment)");
  return [stores, months] { return stores->count() + months->count() > 0; };
}

void print_routes(const Options& options) {
  const SystemClock clock;
  const auto database = open_database(options);
  const App app(*database, clock, options.web);
  for (const auto& route : app.api().routes()) {
    std::cout << route.method << " /api/v1" << route.path << "  " << route.summary << "\n";
  }
}

/// Recounts every tally from the log. Throws when one of them differs.
void verify_tallies(const Options& options) {
  const auto database = open_database(options);
  const auto differences = improvement::verify(*database, SystemClock().now());
  for (const auto& difference : differences) {
    std::cout << difference.where << " " << difference.month << ": " << difference.what << "\n";
  }
  if (!differences.empty())
    throw std::runtime_error(std::to_string(differences.size()) + " months differ from the log");
  std::cout << "Every tally agrees with the log.\n";
}

/// The rooms describe themselves over a database, so an empty one is made for as long as that takes.
void print_openapi() {
  const auto folder = std::filesystem::temp_directory_path() / ("guanxi-" + new_uuid(SystemClock().now()));
  std::filesystem::create_directory(folder);
  Options options;
  options.database.url = "sqlite:" + (folder / "empty.db").string();
  const SystemClock clock;
  {
    const auto database = open_database(options);
    std::cout << App(*database, clock, "").api().openapi() << "\n";
  }
  std::filesystem::remove_all(folder);
}

void add_intake(CLI::App* command, IntakeOptions& intake) {
  command->add_option("--store", intake.store, "Code of the store that the leads are for")->required();
  command->add_option("--provider", intake.provider, "Who sends them (default: as the messages say)");
  auto* mbox = command->add_option("--mbox", intake.mbox, "A mailbox file to read");
  command->add_option("--maildir", intake.maildir, "A maildir: new/ is read and moved to cur/")
      ->excludes(mbox);
  command->footer("Without --mbox and --maildir one message is read from the pipe.");
}

}  // namespace

int main(int argc, char** argv) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("guanxi"));
  Options options;
  CLI::App commands("Guanxi 关系: the sales CRM for showroom dealerships");
  commands.require_subcommand(1);
  const auto with_database = [&](CLI::App* command) {
    command
        ->add_option("--database", options.database.url,
                     "sqlite:FILE or postgresql://… (default sqlite:guanxi.db)")
        ->envname("GUANXI_DATABASE");
    return command;
  };
  auto* serve_command = with_database(commands.add_subcommand("serve", "Serve the web app and the API"));
  serve_command->add_option("--address", options.server.address, "Address to listen on (default 127.0.0.1)");
  serve_command->add_option("--port", options.server.port, "Port to listen on (default: any free one)");
  serve_command->add_option("--threads", options.server.threads, "Threads for the network (default 2)");
  serve_command->add_option("--web", options.web, "Folder of the built web app");
  serve_command
      ->add_option("--public-address", options.public_address,
                   "Where people open the app, for links in messages: https://crm.example")
      ->envname("GUANXI_PUBLIC_ADDRESS");
  serve_command->footer(
      "Mail is sent when GUANXI_MAIL_SERVER (smtps://HOST or smtp://HOST:587) and GUANXI_MAIL_FROM are set in the\n"
      "environment; GUANXI_MAIL_USER and GUANXI_MAIL_PASSWORD sign in there.");
  auto* demo_command =
      with_database(commands.add_subcommand("demo", "Fill an empty database with a demo dealership"));
  demo_command->add_option("--seed", options.demo.seed,
                           "The same seed makes the same dealership (default 1)");
  const auto wants_years = add_years(demo_command, options);
  auto* migrate_command = with_database(commands.add_subcommand("migrate", "Bring the schema up to date"));
  auto* intake_command =
      with_database(commands.add_subcommand("intake", "Take leads out of mail: a mailbox or a pipe"));
  add_intake(intake_command, options.intake);
  auto* verify_command =
      with_database(commands.add_subcommand("verify", "Recount every tally from the log and compare"));
  auto* routes_command = with_database(commands.add_subcommand("routes", "Print the route table"));
  auto* openapi_command =
      commands.add_subcommand("openapi", "Print the description of the API (OpenAPI 3.1)");
  try {
    commands.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return commands.exit(wrong) == 0 ? EX_OK : EX_USAGE;
  }
  try {
    if (*serve_command) serve(options);
    if (*demo_command) wants_years() ? fill_years(options) : fill_demo(options);
    if (*migrate_command) open_database(options);
    if (*intake_command) {
      options.intake.database = options.database;
      return take_in(options.intake, SystemClock(), std::cin, std::cout, std::cerr);
    }
    if (*verify_command) verify_tallies(options);
    if (*routes_command) print_routes(options);
    if (*openapi_command) print_openapi();
    return 0;
  } catch (const std::exception& failure) {
    std::cerr << "guanxi: " << failure.what() << std::endl;
    return 1;
  }
}
