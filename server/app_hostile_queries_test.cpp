// Queries, paths and texts that no honest page sends; and texts that look wicked and are none.
#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class HostileQuery : public testing::TestWithParam<database::Engine> {
 protected:
  struct Parameter {
    std::string what;  ///< "GET /stores/{home}/visits"
    std::string name, type, format;
    bool required, words;
    std::string others;  ///< what else the route needs: "&to=2026-03-04"
  };

  /// All parameters of all queries, from the description.
  std::vector<Parameter> parameters() {
    std::vector<Parameter> all;
    for (const auto& [path, operations] : town.description().document().at("paths").as_object()) {
      const auto* get = operations.as_object().if_contains("get");
      if (get == nullptr) continue;
      for (const auto& one : get->at("parameters").as_array()) {
        if (one.at("in").as_string() != "query") continue;
        const auto& schema = one.at("schema").as_object();
        Parameter parameter{"GET " + filled(std::string(path)),
                            std::string(one.at("name").as_string()),
                            std::string(schema.at("type").as_string()),
                            "",
                            one.at("required").as_bool(),
                            schema.contains("enum"),
                            ""};
        if (schema.contains("format")) parameter.format = schema.at("format").as_string();
        for (const auto& other : get->at("parameters").as_array()) {
          if (other.at("in").as_string() != "query" || !other.at("required").as_bool() || &other == &one)
            continue;
          parameter.others += "&" + std::string(other.at("name").as_string()) + "=2026-03-04";
        }
        all.push_back(parameter);
      }
    }
    return all;
  }
  static std::string filled(std::string path) {
    for (auto at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1)) {
      const auto end = path.find('}', at);
      const auto hole = path.substr(at, end - at);
      path.replace(at, end + 1 - at,
                   hole == "{store_id"   ? "{home}"
                   : hole == "{group_id" ? "{group}"
                                         : kNobody);
    }
    return path;
  }
  static constexpr const char* kNobody = "019cbbb9-2901-737e-989f-3b779803cbfc";
  Answer ask(const Parameter& parameter, const std::string& value) {
    return ask_somebody(parameter.what + "?" + parameter.name + "=" + value + parameter.others);
  }
  /// Whoever may ask: some lists are for managers alone.
  Answer ask_somebody(const std::string& what) {
    const auto answer = town.ask({"admin", what});
    return answer.status == 403 ? town.ask({"lin", what}) : answer;
  }

  Town town{GetParam()};
};
using HostileText = HostileQuery;
using HostilePath = HostileQuery;

std::vector<std::string> wrong_values(const std::string& type, const std::string& format, bool words) {
  if (type == "integer")
    return {"", "0", "-1", "201", "1.5", "1e3", "x", "99999999999999999999", "0x10", "%31x"};
  if (type == "boolean") return {"", "1", "TRUE", "yes", "x"};
  if (format == "uuid") return {"", "x", "019CBBB9-2901-737E-989F-3B779803CBFC", "%27%20OR%201=1"};
  if (format == "date")
    return {"", "x", "2026-02-29", "2026-3-4", "2200-01-01", "9999-12-31", "0000-00-00", "1899-12-31"};
  if (words) return {"", "nothing", "%27%20OR%201=1"};
  return {"", "%20", "%01", std::string(300, 'x')};
}

TEST_P(HostileQuery, wrong_values_are_named) {
  const auto all = parameters();
  ASSERT_GT(all.size(), 25U);
  const auto before = town.row_counts();
  for (const auto& one : all) {
    for (const auto& value : wrong_values(one.type, one.format, one.words)) {
      const auto answer = ask(one, value);
      EXPECT_EQ(answer.status, 422) << one.what << " " << one.name << "=" << value << " " << answer.text;
      EXPECT_TRUE(answer.status != 422 || !answer.error_at("/" + one.name).empty()) << answer.text;
    }
    if (!one.required) continue;
    const auto answer = ask_somebody(one.what + (one.others.empty() ? "" : "?" + one.others.substr(1)));
    EXPECT_EQ(answer.error_at("/" + one.name), "required") << one.what;
  }
  EXPECT_EQ(town.row_counts(), before);
}

TEST_P(HostileQuery, far_away_days_are_no_trouble) {
  for (const auto& one : parameters()) {
    if (one.format != "date") continue;
    for (const auto* day : {"1900-01-01", "1969-12-31", "2199-12-31"}) {
      const auto answer = ask(one, day);
      EXPECT_TRUE(answer.status == 200 || answer.status == 422)
          << one.what << " " << day << " " << answer.text;
    }
  }
}

TEST_P(HostileQuery, unknown_fields_and_broken_escapes_are_refused) {
  for (const auto& one : parameters()) {
    EXPECT_EQ(ask_somebody(one.what + "?wat=1" + one.others).status, 422) << one.what;
    for (const auto* value : {"%", "%zz", "%f", "%ff", "%c3%28", "%00", "%ed%a0%80"}) {
      const auto answer = ask(one, value);
      EXPECT_EQ(answer.status, 400) << one.what << " " << value;
      EXPECT_EQ(answer.code(), "broken_request");
    }
  }
}

TEST_P(HostileQuery, sql_in_a_search_finds_nothing_and_harms_nothing) {
  const auto visit = town.a_visit();
  ASSERT_EQ(town.post("chen", Town::visit(visit, "/filing"), town.filing("13800138000")).status, 201);
  const auto before = town.row_counts();
  for (const auto& one : parameters()) {
    if (one.name != "q") continue;
    for (const auto* q : {"'%3B%20DROP%20TABLE%20dealership_people%3B--", "'%20OR%20''%3D'", "%25", "_",
                          "%5C", "%25%25", "%5C%25", "%22", "%F0%9F%9A%97", "*", "%E2%80%AE"}) {
      const auto answer = ask(one, q);
      EXPECT_EQ(answer.status, 200) << one.what << " " << q;
      EXPECT_TRUE(answer.body.at("items").as_array().empty()) << one.what << " finds everything by " << q;
    }
  }
  EXPECT_EQ(town.row_counts(), before);
}

TEST_P(HostilePath, ids_that_are_none_are_not_there) {
  for (const auto& route : town.app().api().routes()) {
    for (auto at = route.path.find('{'); at != std::string::npos; at = route.path.find('{', at + 1)) {
      const auto end = route.path.find('}', at);
      if (!route.path.substr(0, end).ends_with("_id")) continue;
      for (const std::string id : {"x", "019CBBB9-2901-737E-989F-3B779803CBFC", "..", "%27%20OR%201=1",
                                   "%E2%80%AE", "019cbbb9-2901-737e-989f-3b779803cbfc%20"}) {
        auto path = route.path;
        path.replace(at, end + 1 - at, id);
        const auto answer =
            town.ask({"admin", route.method + " " + filled(path), "{}", {{"if-match", "\"1\""}}});
        // The administrator sees every store, but does not do everything in it.
        EXPECT_TRUE(answer.status == 404 || answer.status == 403)
            << route.method << path << " " << answer.text;
      }
    }
  }
}

TEST_P(HostilePath, nowhere_is_nowhere) {
  const auto ask = [&](const std::string& method, const std::string& target) {
    http::Request request;
    request.method = method;
    http::read_target(target, request);
    request.headers = {{"cookie", "guanxi_session=" + town.session("admin")}, {"x-requested-with", "guanxi"}};
    return town.ask_raw(std::move(request));
  };
  for (const auto* path : {"/api/v1/", "/api/v1", "/api/v1/nothing", "/api/v2/session", "/api/v1/session/",
                           "/api/v1//session", "/api/v1/stores//visits", "/api/v1/Session", "/api"}) {
    const auto answer = ask("GET", path);
    EXPECT_EQ(answer.status, 404) << path;
    EXPECT_EQ(answer.code(), "no_such_route") << path;
  }
  for (const auto* path :
       {"/api/v1/%ff", "/api/v1/session?%zz", "/api/v1/session?a=%00", "/api/v1/%", "%00"}) {
    EXPECT_EQ(ask("GET", path).status, 400) << path;
  }
  for (const auto* method : {"PATCH", "OPTIONS", "TRACE", "BREW", "POST"}) {
    const auto answer = ask(method, "/api/v1/sessions");
    EXPECT_EQ(answer.status, 405) << method;
    EXPECT_EQ(answer.code(), "method_not_allowed");
  }
}

/// What people really type, and what only looks like an attack: all of it is text and comes back as typed.
const char* const kTexts[] = {"Robert'); DROP TABLE dealership_people;--",
                              "<script>alert(1)</script>",
                              "\"\\/\\\\u0041",
                              "{0} %s %d ${x}",
                              "=HYPERLINK(\"http://x\")",
                              "𠮷野家🚗👨\u200d👩\u200d👧",
                              "Ａ１　全角",
                              "عربى \u202eabc",
                              "e\u0301",
                              "NULL",
                              "-1",
                              "a&amp;b"};

TEST_P(HostileText, comes_back_as_it_was_typed) {
  int number = 0;
  for (const std::string text : kTexts) {
    const auto code = "T" + std::to_string(++number);
    const auto phone = std::to_string(13800138000 + number);
    const auto group =
        town.post("admin", "/groups", bj::serialize(bj::object{{"id", town.new_id()}, {"name", text}}));
    EXPECT_EQ(group.text_at("name"), text);
    const auto store = town.post("admin", "/stores",
                                 bj::serialize(bj::object{{"id", town.new_id()},
                                                          {"group_id", group.text_at("id")},
                                                          {"code", code},
                                                          {"name", text},
                                                          {"time_zone", "Asia/Shanghai"},
                                                          {"currency", "CNY"},
                                                          {"country", "CN"},
                                                          {"opening_hours", bj::array{}}}));
    EXPECT_EQ(store.text_at("name"), text) << store.text;
    const auto person = town.post("admin", "/people",
                                  bj::serialize(bj::object{{"id", town.new_id()},
                                                           {"name", text},
                                                           {"login", text},
                                                           {"roles", {"marketer"}},
                                                           {"store_ids", bj::array{}}}));
    EXPECT_EQ(person.text_at("/person/name"), text) << person.text;
    EXPECT_EQ(person.text_at("/person/login"), text);
    const auto model = town.post("admin", "/models",
                                 bj::serialize(bj::object{{"id", town.new_id()},
                                                          {"brand", "B"},
                                                          {"series", "S"},
                                                          {"name", text},
                                                          {"list_price", 0},
                                                          {"currency", "CNY"}}));
    EXPECT_EQ(model.text_at("name"), text) << model.text;
    const auto channel = town.post(
        "admin", "/stores/{home}/channels",
        bj::serialize(bj::object{
            {"id", town.new_id()}, {"parent_code", "event"}, {"label_zh", text}, {"label_en", text}}));
    EXPECT_EQ(channel.text_at("label_en"), text) << channel.text;
    const auto visit = town.a_visit();
    auto filing = bj::parse(town.filing(phone));
    filing.as_object()["customer"].as_object()["name"] = text;
    filing.as_object()["story"] = text + "\n" + text;
    const auto filed = town.post("chen", Town::visit(visit, "/filing"), bj::serialize(filing));
    EXPECT_EQ(filed.text_at("/customer/name"), text) << filed.text;
    const auto read = town.get("chen", Town::visit(visit));
    EXPECT_EQ(read.text_at("story"), text + "\n" + text);
    EXPECT_EQ(read.text_at("/customer/name"), text);
  }
  EXPECT_EQ(town.get("admin", "/stores").status, 200);
}

TEST_P(HostileText, cannot_become_a_formula_in_an_export) {
  auto filing = bj::parse(town.filing("13800138000", "=1+1"));
  filing.as_object()["story"] = "@SUM(A1)";
  ASSERT_EQ(town.post("chen", Town::visit(town.a_visit(), "/filing"), bj::serialize(filing)).status, 201);
  for (const std::string path :
       {"/stores/{home}/customers.csv", "/stores/{home}/visits.csv?from=2026-03-01&to=2026-03-31"}) {
    const auto csv = town.get("lin", path);
    EXPECT_EQ(csv.status, 200);
    for (const char* cell : {"=1+1", "@SUM(A1)"}) {
      for (const char* edge : {",", "\n", "\""})
        EXPECT_FALSE(csv.text.contains(std::string(edge) + cell)) << csv.text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, HostileQuery, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, HostileText, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, HostilePath, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi
