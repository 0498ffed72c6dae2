#include "town/town.h"

#include <chrono>
#include <future>
#include <regex>
#include <thread>

#include "migrations/migrations.h"
#include "platform/identity/password.h"
#include "platform/identity/uuid.h"

namespace guanxi::town {
namespace {

namespace bj = boost::json;
using dealership::Role;

const std::string& everybodys_hash() {
  // As cheap as argon2id can be: nobody guesses here.
  static const std::string hash = identity::hash_password(kPassword, 1, 8);
  return hash;
}

void replace(std::string& text, const std::string& mark, const std::string& value) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
    text.replace(at, mark.size(), value);
  }
}

}  // namespace

std::string Answer::text_at(const std::string& key) const {
  boost::system::error_code missing;
  const auto* found = body.find_pointer(key.starts_with('/') ? key : "/" + key, missing);
  if (found == nullptr || !found->is_string()) return "";
  return std::string(found->get_string());
}

std::string Answer::error_at(const std::string& pointer) const {
  const auto* errors = body.is_object() ? body.get_object().if_contains("errors") : nullptr;
  if (errors == nullptr) return "";
  for (const auto& error : errors->as_array()) {
    if (error.at("pointer").as_string() == pointer) return std::string(error.at("code").as_string());
  }
  return "";
}

Town::Town(database::Engine engine)
    : database_(engine), app_(*database_, clock_, ""), check_(app_.api().openapi()) {
  build();
}

void Town::add_store(database::Transaction& tx, const Actor& admin, const std::string& name,
                     const std::string& code, const std::string& zone, const std::string& currency,
                     const std::string& country, const std::string& group) {
  if (!groups_.contains(group)) {
    groups_[group] = new_id();
    CHECK(dealership::create_group(tx, admin, {{groups_[group]}, {group}}, clock_.now()).has_value());
  }
  stores_[name] = new_id();
  std::vector<dealership::OpeningHours> hours;
  for (int weekday = 1; weekday <= 7; ++weekday) hours.push_back({{weekday}, "09:00", "18:00"});
  CHECK(dealership::create_store(
            tx, admin,
            {{stores_[name]}, {groups_[group]}, {code}, {code}, {zone}, {currency}, {country}, hours},
            clock_.now())
            .has_value());
}

void Town::add_person(database::Transaction& tx, const Actor& admin, const std::string& login,
                      const std::string& name, Role role, const std::vector<std::string>& stores,
                      const std::string& group) {
  people_[login] = new_id();
  logins_.push_back(login);
  dealership::NewPerson person;
  person.id = {people_[login]};
  person.name = {name};
  person.login = {login};
  person.roles = {role};
  for (const auto& store : stores) person.store_ids.push_back({stores_.at(store)});
  if (!group.empty()) person.group_id = json::Id{groups_.at(group)};
  CHECK(dealership::create_person(tx, admin, person, everybodys_hash(), clock_.now()).has_value());
  identity::set_password(tx, people_[login], everybodys_hash(), false);
  sessions_[login] = identity::open_session(tx, people_[login], "town", "127.0.0.1", clock_.now());
}

void Town::build() {
  database_->write([this](database::Transaction& tx) {
    Actor admin;
    admin.id = new_id();
    add_store(tx, admin, "home", "HZ01", "Asia/Shanghai", "CNY", "CN", "远景");
    add_store(tx, admin, "sister", "SH02", "Asia/Shanghai", "CNY", "CN", "远景");
    add_store(tx, admin, "foreign", "BE03", "Europe/Berlin", "EUR", "DE", "Fern");
    add_person(tx, admin, "zhao", "赵敏", Role::receptionist, {"home"});
    add_person(tx, admin, "chen", "陈伟", Role::salesperson, {"home"});
    add_person(tx, admin, "li", "李娜", Role::salesperson, {"home"});
    add_person(tx, admin, "lin", "林强", Role::sales_manager, {"home"});
    add_person(tx, admin, "care", "何静", Role::care_specialist, {"home"});
    add_person(tx, admin, "market", "马超", Role::marketer, {"home"});
    add_person(tx, admin, "boss", "郑总", Role::general_manager, {}, "远景");
    add_person(tx, admin, "admin", "管理员", Role::administrator, {});
    add_person(tx, admin, "wang", "王芳", Role::sales_manager, {"sister"});
    add_person(tx, admin, "sun", "孙浩", Role::salesperson, {"sister"});
    dealership::NewModel model{{new_id()}, {"远景"}, {"山海"}, {"山海 5"}, {}, {"CNY"}};
    model.list_price.value = 15980000;
    model_ = model.id;
    CHECK(dealership::create_model(tx, admin, model, clock_.now()).has_value());
    return database::Outcome::keep;
  });
}

boost::json::value Town::home_store() {
  const auto stores = get("admin", "/stores");
  for (const auto& store : stores.body.at("items").as_array())
    if (store.at("id").as_string() == home()) return store;
  throw Bug("the home store is gone");
}

Answer Town::edit_home(const boost::json::object& changed) {
  auto store = home_store().as_object();
  const auto version = store.at("version").as_int64();
  for (const auto* field : {"id", "version"}) store.erase(field);
  for (const auto& [name, value] : changed) store[name] = value;
  return put("admin", "/stores/{home}", boost::json::serialize(store), version);
}

std::string Town::new_id() { return new_uuid(clock_.now()); }

Answer Town::ask_raw(http::Request request) {
  std::promise<http::Response> promise;
  app_.handle(std::move(request), [&](http::Response response) { promise.set_value(std::move(response)); });
  const auto response = promise.get_future().get();
  Answer answer;
  answer.status = response.status;
  answer.text = response.body;
  for (const auto& [name, value] : response.headers) answer.headers[name] = value;
  answer.headers["Content-Type"] = response.content_type;
  if (response.content_type.find("json") != std::string::npos) answer.body = bj::parse(response.body);
  return answer;
}

Answer Town::ask(const Ask& ask) {
  std::string what = ask.what;
  for (const auto& [name, id] : stores_) replace(what, "{" + name + "}", id);
  replace(what, "{group}", groups_.at("远景"));
  const auto blank = what.find(' ');
  http::Request request;
  request.method = what.substr(0, blank);
  http::read_target("/api/v1" + what.substr(blank + 1), request);
  request.body = ask.body;
  request.headers = {{"x-requested-with", "guanxi"}, {"content-type", "application/json"}};
  for (const auto& [name, value] : ask.headers) request.headers[name] = value;
  if (!ask.who.empty()) request.headers["cookie"] = "guanxi_session=" + sessions_.at(ask.who);
  request.remote_address = "127.0.0.1";
  const auto path = request.path.substr(std::string("/api/v1").size());
  const auto method = request.method;
  const auto answer = ask_raw(std::move(request));
  for (const auto& wrong :
       check_.wrongs(method, path, answer.status, answer.headers.at("Content-Type"), answer.text)) {
    ADD_FAILURE() << what << " answers otherwise than described: " << wrong;
  }
  if (answer.status >= 400) check_problem(answer);
  return answer;
}

/// Whatever is refused is refused with a code and, for every wrong field, with a sentence in both languages.
void Town::check_problem(const Answer& answer) const {
  const auto knows = [&](const std::string& code) {
    EXPECT_TRUE(app_.words().knows(code))
        << "nobody has written a sentence for " << code << ": " << answer.text;
    for (const auto language : {Language::zh, Language::en})
      EXPECT_NE(app_.words().say(language, code), code);
  };
  EXPECT_EQ(answer.headers.at("Content-Type"), "application/problem+json");
  EXPECT_EQ(answer.number_at("status"), answer.status);
  EXPECT_EQ(answer.text_at("detail").find('{'), std::string::npos) << "a hole is left open: " << answer.text;
  EXPECT_NE(answer.status, 500) << answer.text;
  knows(answer.code());
  for (const auto& error : answer.body.at("errors").as_array()) {
    knows(std::string(error.at("code").as_string()));
    EXPECT_EQ(error.at("detail").as_string().find('{'), std::string::npos) << answer.text;
  }
}

Answer Town::put(const std::string& who, const std::string& path, const std::string& body,
                 std::int64_t version) {
  Ask question{who, "PUT " + path, body};
  if (version > 0) question.headers["if-match"] = "\"" + std::to_string(version) + "\"";
  return ask(question);
}

void Town::travel(Instant to) {
  clock_.set(to);
  database_->write([&](database::Transaction& tx) {
    for (auto& [login, secret] : sessions_) {
      secret = identity::open_session(tx, people_.at(login), "town", "127.0.0.1", to);
    }
    return database::Outcome::keep;
  });
}

void Town::move_to_zone(const std::string& store, const std::string& zone) {
  const auto list = get("admin", "/stores");
  for (const auto& item : list.body.at("items").as_array()) {
    if (item.at("id").as_string() != stores_.at(store)) continue;
    auto edited = item.as_object();
    const auto version = edited["version"].to_number<std::int64_t>();
    edited["time_zone"] = zone;
    edited.erase("id");
    edited.erase("version");
    const auto answer = put("admin", "/stores/{" + store + "}", bj::serialize(edited), version);
    EXPECT_EQ(answer.status, 200) << answer.text;
  }
}

namespace {

/// What is written in the background, when there is time: tallies, and the beginning of a store's day.
bool is_of_the_clock(const std::string& table) {
  return table.starts_with("improvement_") || table == "prospects_midnights";
}

}  // namespace

std::map<std::string, std::int64_t> Town::row_counts() {
  static const std::regex create("CREATE TABLE ([a-z_]+)");
  std::map<std::string, std::int64_t> counts;
  database_->read([&](database::Transaction& tx) {
    for (const auto& step : migrations()) {
      for (std::sregex_iterator at(step.sql.begin(), step.sql.end(), create), end; at != end; ++at) {
        const std::string table = (*at)[1];
        if (is_of_the_clock(table)) continue;
        const std::string by_somebody = table == "fact_log" ? " WHERE actor_id <> ''" : "";
        counts[table] = tx.query("SELECT count(*) FROM " + table + by_somebody)[0].get<std::int64_t>(0);
      }
    }
  });
  return counts;
}

std::string Town::a_visit(const std::string& salesperson) {
  const auto id = new_id();
  const auto answer = ask(
      {"zhao", "POST /stores/{home}/visits",
       R"({"id":")" + id + R"(","way":"walk_in","salesperson_id":")" + people_.at(salesperson) + R"("})"});
  EXPECT_EQ(answer.status, 201) << answer.text;
  return id;
}

std::string Town::filing(const std::string& phone, const std::string& name) {
  return R"({"customer":{"id":")" + new_id() + R"(","name":")" + name + R"(","phone":")" + phone +
         R"("},"purchase_when":"this_month","consent":{"given":true,"purposes":["follow_up"]},)"
         R"("test_drive":true,"quote":false,"trade_in":false,"story":"看了山海 5，想周末带家人再来。"})";
}

std::string Town::unfiled(const std::string& reason) {
  return R"({"reason_code":")" + reason +
         R"(","asks":0,"second_face":false,"story":"看了十分钟就走了。","test_drive":false,"quote":false,"trade_in":false})";
}

bool soon(const std::function<bool()>& holds) {
  for (int tries = 0; tries < 200; ++tries) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

}  // namespace guanxi::town
