#include "town/years.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "platform/identity/accounts.h"

namespace guanxi::town {
namespace {

namespace bj = boost::json;

std::string text_of(const database::Row& row) {
  std::string line;
  for (std::size_t i = 0; i < row.width(); ++i) {
    if (i > 0) line += '|';
    if (std::holds_alternative<std::int64_t>(row.at(i)))
      line += std::to_string(row.get<std::int64_t>(i));
    else
      line += row.get<std::optional<std::string>>(i).value_or("-");
  }
  return line;
}

/// Without its ending; unique among tests that run at the same time in several processes.
std::string passing_file() {
  static int count = 0;
  const auto name = "guanxi_years_" + std::to_string(getpid()) + "_" + std::to_string(++count);
  return std::filesystem::temp_directory_path() / name;
}

}  // namespace

Years::Years(database::Engine engine, demo::YearsOptions options)
    : file_(passing_file()), options_(std::move(options)) {
  if (options_.now == 0) options_.now = kYearsEnd;
  options_.truth_file = file_ + ".json";
  // SQLite's file is filled while nobody else has it open, so it is none of those that are open already.
  database::Options where{.url = "sqlite:" + file_ + ".db", .readers = 1, .writers = 1};
  if (engine == database::Engine::postgres) {
    postgres_ = std::make_unique<TestDatabase>(engine);
    where.url = postgres_->url();
  }
  summary_ = demo::fill_years(where, options_);
  database_ = database::Database::open(where);
  std::ifstream file(options_.truth_file);
  truth_ = bj::parse(std::string(std::istreambuf_iterator<char>(file), {})).as_object();
  database_->read([this](database::Transaction& tx) { stores_ = dealership::list_stores(tx); });
}

Years::~Years() {
  app_.reset();
  database_.reset();
  for (const auto* ending : {".json", ".db", ".db-wal", ".db-shm"}) std::filesystem::remove(file_ + ending);
}

std::vector<bj::object> Years::effects(const std::string& kind) const {
  std::vector<bj::object> found;
  for (const auto& effect : truth_.at("effects").as_array()) {
    if (effect.at("kind").as_string() == kind) found.push_back(effect.as_object());
  }
  return found;
}

const dealership::Store& Years::store(const std::string& id) const {
  return *std::ranges::find(stores_, id, &dealership::Store::id);
}

http::Response Years::get(const std::string& login, const std::string& path) {
  if (!app_) {
    clock_ = std::make_unique<FixedClock>(options_.now);
    app_ = std::make_unique<App>(*database_, *clock_, "");
  }
  std::string session;
  database_->write([&](database::Transaction& tx) {
    const auto row = tx.query("SELECT id FROM identity_logins WHERE login = $1", login).first();
    session = identity::open_session(tx, row->get<std::string>(0), "years", "127.0.0.1", options_.now);
    return database::Outcome::keep;
  });
  http::Request request;
  request.method = "GET";
  http::read_target("/api/v1" + path, request);
  request.headers = {{"x-requested-with", "guanxi"}, {"cookie", "guanxi_session=" + session}};
  request.remote_address = "127.0.0.1";
  std::promise<http::Response> promise;
  app_->handle(std::move(request), [&](http::Response response) { promise.set_value(std::move(response)); });
  return promise.get_future().get();
}

std::vector<std::string> Years::rows(const std::string& sql) {
  std::vector<std::string> lines;
  database_->read([&](database::Transaction& tx) {
    lines.clear();
    for (const auto& row : tx.query(sql)) lines.push_back(text_of(row));
  });
  return lines;
}

std::int64_t Years::count(const std::string& sql) {
  std::int64_t number = 0;
  database_->read([&](database::Transaction& tx) { number = tx.query(sql)[0].get<std::int64_t>(0); });
  return number;
}

}  // namespace guanxi::town
