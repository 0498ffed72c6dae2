// For the tests of imports: a store with its people, the routes of imports, and a runner that can be switched
// off and on.
#pragma once

#include <boost/json.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "platform/http/api.h"
#include "platform/identity/uuid.h"
#include "reception/import.h"
#include "reception/import_job.h"
#include "reception/reception.h"
#include "town/database.h"
#include "town/openapi_check.h"

namespace guanxi::reception::fixture {

/// Wednesday 2026-03-04, 10:00 in Shanghai.
constexpr Instant kMorning = 1772589600000;

struct Answer {
  int status;
  std::string text;
  boost::json::value body;

  std::string text_at(std::string_view key) const { return std::string(body.at(key).as_string()); }
  std::int64_t number_at(std::string_view key) const { return body.at(key).to_number<std::int64_t>(); }
  std::string state() const { return text_at("state"); }
  /// "created/matched/refused"
  std::string counts() const {
    return std::to_string(number_at("created")) + "/" + std::to_string(number_at("matched")) + "/" +
           std::to_string(number_at("refused"));
  }
};

/// Sales consultants 陈伟 (chen) and 李娜 (li), 王强 (wang) who has left, and the manager 林强 (lin), who
/// imports.
class ImportHouse {
 public:
  explicit ImportHouse(database::Engine engine) : database_(engine) {
    words_.add(platform_words());
    words_.add(dealership::words());
    words_.add(words());
    words_.add(import_words());
    database_->write([this](database::Transaction& tx) {
      build(tx);
      return database::Outcome::keep;
    });
    start_runner();
  }

  database::Database& database() { return *database_; }
  FixedClock& clock() { return clock_; }
  const Words& words_of_rooms() const { return words_; }
  const std::string& store() const { return store_; }
  const std::string& model() const { return model_; }
  const std::string& person(const std::string& login) const { return people_.at(login); }
  void sign_in_as(const std::string& login) { actor_id_ = people_.at(login); }

  void start_runner() {
    runner_ = std::make_unique<ImportRunner>(*database_, clock_);
    api_ = std::make_unique<http::Api>(
        *database_, clock_, words_,
        [this](database::Transaction&, const http::Credentials&, Instant) { return actor(); });
    api_->add(import_routes(*database_, *runner_, words_));
    check_ = std::make_unique<town::OpenApiCheck>(api_->openapi());
  }
  /// As when the server ends: what is unfinished stays.
  void stop_runner() {
    api_.reset();
    runner_.reset();
  }

  Answer ask(const std::string& method, const std::string& path, const std::string& body = "",
             std::map<std::string, std::string> headers = {}) {
    http::Request request;
    request.method = method;
    http::read_target("/api/v1/stores/" + store_ + "/imports" + path, request);
    request.body = body;
    request.headers = {{"x-requested-with", "guanxi"}, {"content-type", "application/json"}};
    for (auto& [name, value] : headers) request.headers[name] = value;
    const auto place = request.path.substr(std::string("/api/v1").size());
    std::promise<http::Response> promise;
    api_->handle(std::move(request), [&](http::Response answer) { promise.set_value(std::move(answer)); });
    const auto response = promise.get_future().get();
    for (const auto& wrong :
         check_->wrongs(method, place, response.status, response.content_type, response.body)) {
      ADD_FAILURE() << method << " " << path << " answers otherwise than described: " << wrong;
    }
    const bool is_json = response.content_type.find("json") != std::string::npos;
    return {response.status, response.body,
            is_json ? boost::json::parse(response.body) : boost::json::value()};
  }

  Answer upload(const std::string& bytes, const std::string& file_name = "log.csv",
                const std::string& rows = "visits") {
    return ask("POST", "?file_name=" + file_name + "&rows=" + rows, bytes,
               {{"content-type", "application/octet-stream"}});
  }
  Answer show(const std::string& id) { return ask("GET", "/" + id); }
  Answer map(const Answer& import, const std::string& body) {
    return ask("PUT", "/" + import.text_at("id") + "/mapping", body,
               {{"if-match", "\"" + std::to_string(import.number_at("version")) + "\""}});
  }
  /// Waits until a trial or run is over.
  Answer wait(const std::string& id) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    for (;;) {
      auto now = show(id);
      const bool works = now.state() == "trying" || now.state() == "running";
      if (!works || std::chrono::steady_clock::now() > until) return now;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  Answer tried(const std::string& id) {
    EXPECT_EQ(ask("POST", "/" + id + "/trial", "{}").status, 202);
    return wait(id);
  }
  Answer run(const std::string& id) {
    EXPECT_EQ(ask("POST", "/" + id + "/run", "{}").status, 202);
    return wait(id);
  }
  /// The whole way: upload, trial, run. The trial must foretell what the run does.
  Answer bring(const std::string& bytes, const std::string& file_name = "log.csv",
               const std::string& rows = "visits") {
    const auto id = upload(bytes, file_name, rows).text_at("id");
    const auto before = tried(id);
    const auto after = run(id);
    EXPECT_EQ(after.state(), "done") << after.text;
    EXPECT_EQ(before.counts(), after.counts());
    return after;
  }

  Answer bring_list(const std::string& bytes) { return bring(bytes, "list.csv", "prospects"); }

  std::int64_t count(const std::string& sql) {
    std::int64_t number = 0;
    database_->read([&](database::Transaction& tx) { number = tx.query(sql)[0].get<std::int64_t>(0); });
    return number;
  }
  std::int64_t visits() { return count("SELECT count(*) FROM reception_visits"); }

 private:
  std::optional<Actor> actor() const {
    Actor actor;
    actor.id = actor_id_;
    actor.rights = {"imports.run"};
    actor.store_ids = {store_};
    return actor;
  }

  void build(database::Transaction& tx) {
    Actor admin;
    admin.id = new_uuid(kMorning);
    store_ = new_uuid(kMorning);
    const auto group = new_uuid(kMorning);
    CHECK(dealership::create_group(tx, admin, {{group}, {"远景"}}, kMorning));
    CHECK(dealership::create_store(
        tx, admin, {{store_}, {group}, {"HZ01"}, {"杭州店"}, {"Asia/Shanghai"}, {"CNY"}, {"CN"}, {}},
        kMorning));
    const std::pair<const char*, const char*> cast[] = {
        {"chen", "陈伟"}, {"li", "李娜"}, {"wang", "王强"}, {"lin", "林强"}};
    for (const auto& [login, name] : cast) {
      people_[login] = new_uuid(kMorning);
      const dealership::NewPerson person{{people_[login]}, {name}, {login}, {dealership::Role::salesperson},
                                         {{store_}},       {},     {}};
      CHECK(dealership::create_person(tx, admin, person, "no password", kMorning));
    }
    const dealership::PersonEdit left{{"王强"}, {"wang"}, {dealership::Role::salesperson}, {{store_}}, {},
                                      {},       true};
    CHECK(dealership::edit_person(tx, admin, people_["wang"], left, 1, kMorning));
    dealership::NewModel model{{new_uuid(kMorning)}, {"远景"}, {"山海"}, {"山海 5"}, {}, {"CNY"}};
    model_ = model.id;
    CHECK(dealership::create_model(tx, admin, model, kMorning));
    actor_id_ = people_["lin"];
  }

  TestDatabase database_;
  FixedClock clock_{kMorning};
  Words words_;
  std::string store_, model_, actor_id_;
  std::map<std::string, std::string> people_;
  std::unique_ptr<ImportRunner> runner_;
  std::unique_ptr<http::Api> api_;
  std::unique_ptr<town::OpenApiCheck> check_;
};

}  // namespace guanxi::reception::fixture
