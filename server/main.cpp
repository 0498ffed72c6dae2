// The command line: guanxi serve | demo | migrate | routes | openapi.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <filesystem>
#include <iostream>

#include "app.h"
#include "demo/demo.h"
#include "migrations/migrations.h"
#include "platform/http/server.h"
#include "platform/identity/uuid.h"
#include "platform/text/phone.h"
#include "platform/text/search_keys.h"

namespace {

using namespace guanxi;

struct Options {
  database::Options database{.url = "sqlite:guanxi.db"};
  http::ServerOptions server;
  std::string web;
  demo::Options demo;
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

void print_routes(const Options& options) {
  const SystemClock clock;
  const auto database = open_database(options);
  const App app(*database, clock, options.web);
  for (const auto& route : app.api().routes()) {
    std::cout << route.method << " /api/v1" << route.path << "  " << route.summary << "\n";
  }
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
  auto* demo_command =
      with_database(commands.add_subcommand("demo", "Fill an empty database with a demo dealership"));
  demo_command->add_option("--seed", options.demo.seed,
                           "The same seed makes the same dealership (default 1)");
  auto* migrate_command = with_database(commands.add_subcommand("migrate", "Bring the schema up to date"));
  auto* routes_command = with_database(commands.add_subcommand("routes", "Print the route table"));
  auto* openapi_command =
      commands.add_subcommand("openapi", "Print the description of the API (OpenAPI 3.1)");
  CLI11_PARSE(commands, argc, argv);
  try {
    if (*serve_command) serve(options);
    if (*demo_command) fill_demo(options);
    if (*migrate_command) open_database(options);
    if (*routes_command) print_routes(options);
    if (*openapi_command) print_openapi();
    return 0;
  } catch (const std::exception& failure) {
    std::cerr << "guanxi: " << failure.what() << std::endl;
    return 1;
  }
}
