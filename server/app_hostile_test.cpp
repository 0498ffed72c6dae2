// Bodies that no honest page sends. Whatever comes, the server says what is wrong with it and changes
// nothing.
#include <gtest/gtest.h>

#include <random>

#include "town/town.h"

namespace guanxi {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

/// A route that takes JSON, and who may send it.
struct Taker {
  std::string what, who;
  bj::object schema;
  std::map<std::string, std::string> headers;
};

/// One field of a body, also of the records inside it.
struct Field {
  std::string pointer;
  bj::object schema;
  bool required;
};

class Hostile : public testing::TestWithParam<database::Engine> {
 protected:
  Hostile() {
    const auto token =
        town.post("admin", "/stores/{home}/tokens", R"({"id":")" + town.new_id() + R"(","name":"门口"})");
    machine = {{"authorization", "Bearer " + token.text_at("secret")}};
    for (const auto& [path, operations] : town.description().document().at("paths").as_object()) {
      for (const auto& [method, operation] : operations.as_object())
        add(std::string(method), std::string(path), operation);
    }
  }

  void add(const std::string& method, const std::string& path, const bj::value& operation) {
    boost::system::error_code none;
    const auto* schema = operation.find_pointer("/requestBody/content/application~1json/schema", none);
    if (schema == nullptr) return;
    Taker taker{"", "admin", schema->as_object(), {{"if-match", "\"1\""}}};
    for (const char c : method) taker.what += static_cast<char>(c & ~0x20);
    taker.what += " " + filled(path);
    const auto* rights = operation.find_pointer("/x-rights", none);
    if (rights != nullptr) taker.who = holder_of(rights->as_array());
    if (taker.who.empty()) taker.headers.insert(machine.begin(), machine.end());
    takers.push_back(taker);
  }
  /// The path with ids that are there, so that a good body would do something.
  std::string filled(std::string path) {
    const std::map<std::string, std::string> holes = {
        {"{store_id}", "{home}"}, {"{person_id}", town.id("chen")}, {"{model_id}", town.model()},
        {"{list}", "unfiled"},    {"{code}", "U1.forgot"},          {"{day}", "2026-03-04"},
        {"{hour}", "9"},          {"{visit_id}", town.a_visit()}};
    for (const auto& [hole, value] : holes) {
      if (const auto at = path.find(hole); at != std::string::npos) path.replace(at, hole.size(), value);
    }
    for (auto at = path.find("_id}"); at != std::string::npos; at = path.find("_id}")) {
      const auto from = path.rfind('{', at);
      path.replace(from, at + 4 - from, town.new_id());
    }
    return path;
  }
  std::string holder_of(const bj::array& rights) {
    for (const std::string login : {"admin", "lin", "chen", "zhao"}) {
      const auto me = town.get(login, "/session");
      for (const auto& held : me.body.at("rights").as_array()) {
        if (std::find(rights.begin(), rights.end(), held) != rights.end()) return login;
      }
    }
    return "";  // a machine
  }

  void collect(const bj::object& unresolved, const std::string& at, std::vector<Field>& fields) {
    const auto& schema = town.description().resolved(unresolved);
    if (const auto* items = schema.if_contains("items")) collect(items->as_object(), at + "/0", fields);
    const auto* properties = schema.if_contains("properties");
    if (properties == nullptr) return;
    for (const auto& [name, field] : properties->as_object()) {
      bool required = false;
      if (const auto* all = schema.if_contains("required")) {
        for (const auto& one : all->as_array()) required = required || one.as_string() == name;
      }
      fields.push_back({at + "/" + std::string(name), field.as_object(), required});
      collect(field.as_object(), at + "/" + std::string(name), fields);
    }
  }

  Answer send(const Taker& taker, const std::string& body) {
    return town.ask({taker.who, taker.what, body, taker.headers});
  }
  std::string with(const Taker& taker, const Field& field, const bj::value& value) {
    auto body = town.description().example(taker.schema);
    body.at_pointer(field.pointer) = value;
    return bj::serialize(body);
  }
  static std::string without(bj::value body, const std::string& pointer) {
    const auto slash = pointer.rfind('/');
    body.at_pointer(pointer.substr(0, slash)).as_object().erase(pointer.substr(slash + 1));
    return bj::serialize(body);
  }
  /// Sends what must be refused, at this field if one is named.
  void expect_refused(const Taker& taker, const std::string& body, int status,
                      const std::string& pointer = "") {
    const auto answer = send(taker, body);
    EXPECT_EQ(answer.status, status) << taker.what << " " << body.substr(0, 300) << "\n" << answer.text;
    if (status != 422 || answer.status != 422 || pointer.empty()) return;
    bool named = false;
    for (const auto& error : answer.body.at("errors").as_array()) {
      named = named || std::string(error.at("pointer").as_string()).starts_with(pointer);
    }
    EXPECT_TRUE(named) << pointer << " " << answer.text;
  }

  Town town{GetParam()};
  std::map<std::string, std::string> machine;
  std::vector<Taker> takers;
};

/// Values that no field of this schema takes.
std::vector<bj::value> wrong_values(const bj::object& schema, bool required) {
  std::vector<bj::value> all;
  const auto text = bj::serialize(schema.contains("type") ? schema.at("type") : bj::value(""));
  const bool string = text.contains("string");
  const bool integer = text.contains("integer");
  if (required) all.push_back(nullptr);
  if (!string) all.insert(all.end(), {"text", ""});
  if (!integer) all.insert(all.end(), {7, -1.5});
  if (!text.contains("boolean")) all.push_back(true);
  if (!text.contains("array")) all.push_back(bj::array{});
  if (text.contains("boolean") || string || integer || text.contains("array"))
    all.push_back(bj::object{{"a", 1}});
  if (string)
    all.insert(all.end(),
               {"", "  \n", std::string("a\x01z"), std::string("a\0z", 3), "\x7f", std::string(70'000, 'x')});
  if (integer) all.insert(all.end(), {1.5, 1e30, INT64_MAX, UINT64_MAX, INT64_MIN, "1"});
  if (schema.contains("enum")) all.insert(all.end(), {"nothing of the kind", "' OR 1=1 --"});
  const auto* format = schema.if_contains("format");
  if (format != nullptr && *format == "uuid")
    all.insert(all.end(),
               {"019CBBB9-2901-737E-989F-3B779803CBFC", "019cbbb9", "019cbbb9-2901-737e-989f-3b779803cbfg"});
  if (format != nullptr && *format == "date")
    all.insert(all.end(), {"2026-02-29", "2026-13-01", "9999-12-31", "0000-00-00", "26-1-1"});
  if (format != nullptr && *format == "date-time")
    all.insert(all.end(), {"2026-03-04", "2026-03-04T25:00:00Z", "2026-03-04T01:00:00", "yesterday",
                           "9999-12-31T23:59:59Z"});
  if (text.contains("array")) all.push_back(bj::array(501, nullptr));
  return all;
}

TEST_P(Hostile, fields_of_the_wrong_kind_are_named_and_nothing_changes) {
  ASSERT_GT(takers.size(), 25U);
  for (const auto& taker : takers) {
    std::vector<Field> fields;
    collect(taker.schema, "", fields);
    const auto before = town.row_counts();
    const auto good = town.description().example(taker.schema);
    for (const auto& field : fields) {
      const auto& schema = town.description().resolved(field.schema);
      for (const auto& value : wrong_values(schema, field.required))
        expect_refused(taker, with(taker, field, value), 422, field.pointer);
      if (field.required) expect_refused(taker, without(good, field.pointer), 422, field.pointer);
    }
    EXPECT_EQ(town.row_counts(), before) << taker.what;
  }
}

TEST_P(Hostile, unknown_fields_are_refused_everywhere) {
  for (const auto& taker : takers) {
    std::vector<Field> fields{{"", taker.schema, true}};
    collect(taker.schema, "", fields);
    const auto before = town.row_counts();
    for (const auto& field : fields) {
      auto body = town.description().example(taker.schema);
      auto* record = body.at_pointer(field.pointer).if_object();
      if (record == nullptr) continue;
      (*record)["a/b~\"c"] = 1;
      expect_refused(taker, bj::serialize(body), 422, field.pointer + "/a~1b~0\"c");
    }
    EXPECT_EQ(town.row_counts(), before) << taker.what;
  }
}

TEST_P(Hostile, what_is_no_json_is_told_so) {
  const std::string deep(100'000, '[');
  std::string nested;
  for (int i = 0; i < 40; ++i) nested += R"({"a":)";
  const std::vector<std::string> broken = {"",
                                           "{",
                                           "{}x",
                                           "{\"a\":}",
                                           "nul",
                                           "'a'",
                                           "{\"a\":1,}",
                                           "\xff\xfe",
                                           "\"\xc3\"",
                                           "{\"a\":\"\xed\xa0\x80\"}",
                                           "\"\\ud800\"",
                                           "[1e]",
                                           deep,
                                           nested,
                                           "\xef\xbb\xbf{}",
                                           "{\"a\":\"\n\"}",
                                           std::string("{\"a\":\"\0\"}", 9)};
  for (const auto& taker : takers) {
    const auto before = town.row_counts();
    for (const auto& body : broken) expect_refused(taker, body, 400);
    for (const auto* body : {"null", "[]", "1", "\"text\"", "[{}]"}) expect_refused(taker, body, 422);
    EXPECT_EQ(town.row_counts(), before) << taker.what;
  }
}

TEST_P(Hostile, only_json_is_taken) {
  for (const auto& taker : takers) {
    for (const auto* type : {"text/plain", "", "application/x-www-form-urlencoded", "application/jsonx",
                             "text/json", "multipart/form-data; boundary=x"}) {
      auto other = taker;
      other.headers["content-type"] = type;
      expect_refused(other, "{}", 415);
    }
    auto other = taker;
    other.headers["content-type"] = "application/json; charset=utf-8";
    EXPECT_NE(send(other, "{}").status, 415) << taker.what;
  }
}

TEST_P(Hostile, random_bytes_and_random_damage_break_nothing) {
  std::mt19937 rng(4711);
  for (const auto& taker : takers) {
    // Sign-in and set-up spend 30 ms on a password when the body happens to be whole.
    const auto good = bj::serialize(town.description().example(taker.schema));
    for (int i = 0; i < 12; ++i) {
      std::string body = good;
      if (i < 4) {
        body.assign(rng() % 200, ' ');
        for (auto& c : body) c = static_cast<char>(rng());
      } else {
        for (int flips = 0; flips < 1 + i / 4; ++flips) body[rng() % body.size()] = static_cast<char>(rng());
      }
      const auto answer = send(taker, body);
      EXPECT_LT(answer.status, 500) << taker.what << " " << body;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, Hostile, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi
