#include <gtest/gtest.h>

#include "platform/json/reader.h"
#include "platform/json/schema.h"
#include "platform/json/writer.h"

namespace guanxi::json {
namespace {

namespace bj = boost::json;

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Wheel {
  Number<1, 30> inches;
  BOOST_DESCRIBE_CLASS(Wheel, (), (inches), (), ())
};

struct Car {
  Line<5> name;
  std::optional<Paragraph<10>> note;
  std::optional<bool> sold;
  Colour colour = Colour::red;
  std::vector<Wheel> wheels;
  std::optional<Day> day;
  std::optional<Time> at;
  std::optional<Id> id;
  BOOST_DESCRIBE_CLASS(Car, (), (name, note, sold, colour, wheels, day, at, id), (), ())
};

/// What is wrong with a car, as "pointer code" words.
std::string wrongs(const std::string& text) {
  const auto car = parse<Car>(text);
  if (car) return "";
  std::string all = car.error().errors.empty() ? car.error().code : "";
  for (const auto& error : car.error().errors)
    all += (all.empty() ? "" : ", ") + error.pointer + " " + error.code;
  return all;
}

/// A good car with one more field, or with another value for one.
std::string car(const std::string& more) { return R"({"name":"a","colour":"red","wheels":[])" + more + "}"; }

TEST(Reading, takes_what_is_described) {
  const auto read =
      parse<Car>(R"({"name":" 山海 5 ","note":"a\nb","sold":false,"colour":"green","wheels":[{"inches":19}],
      "day":"2028-02-29","at":"2026-03-04T10:00:00+08:00","id":"019cbbb9-2901-737e-989f-3b779803cbfc"})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->name.value, "山海 5");
  EXPECT_EQ(read->note->value, "a\nb");
  EXPECT_EQ(read->sold, false);
  EXPECT_EQ(read->colour, Colour::green);
  EXPECT_EQ(read->wheels[0].inches.value, 19);
  EXPECT_EQ(read->at->at, 1772589600000);
  const auto least = parse<Car>(car(R"(,"note":null)"));
  ASSERT_TRUE(least);
  EXPECT_FALSE(least->note || least->sold || least->day);
}

TEST(Reading, names_everything_that_is_wrong_at_once) {
  EXPECT_EQ(wrongs(R"({"name":"","sold":"yes","wheels":[{"inches":19},{"inches":31},7],"other":1})"),
            "/name empty, /sold not_true_or_false, /colour required, /wheels/1/inches too_large_number, "
            "/wheels/2 not_an_object, /other unknown_field");
}

TEST(Reading, is_strict) {
  struct Case {
    std::string more, wrong;
  };
  const Case cases[] = {
      {R"(,"note":"12345678901")", "/note too_long"},
      {R"(,"note":"一二三四五六七八九十")", ""},  // characters, not bytes
      {R"(,"note":"一二三四五六七八九十一")", "/note too_long"},
      {R"(,"note":"   ")", "/note empty"},
      {R"(,"note":"a\u0000")", "/note control_characters"},
      {R"(,"note":"a\u007fb")", "/note control_characters"},
      {R"(,"note":"a\tb")", ""},
      {R"(,"note":5)", "/note not_text"},
      {R"(,"sold":1)", "/sold not_true_or_false"},
      {R"(,"day":"2026-02-29")", "/day not_a_day"},
      {R"(,"day":"2200-01-01")", "/day day_too_far"},
      {R"(,"day":20260304)", "/day not_text"},
      {R"(,"at":"2026-03-04")", "/at not_a_time"},
      {R"(,"id":"019CBBB9-2901-737E-989F-3B779803CBFC")", "/id not_an_id"},
      {R"(,"a/b~c":1)", "/a~1b~0c unknown_field"},
  };
  for (const auto& one : cases) EXPECT_EQ(wrongs(car(one.more)), one.wrong) << one.more;
  EXPECT_EQ(wrongs(R"({"name":"a\nb","colour":"red","wheels":[]})"), "/name control_characters");
  EXPECT_EQ(wrongs(R"({"name":"a","colour":"blue","wheels":{}})"),
            "/colour not_a_choice, /wheels not_a_list");
  EXPECT_EQ(wrongs("[]"), " not_an_object");
  for (const auto* broken : {"", "{", "{}{}", "{\"name\":\"\xff\"}", R"({"name":"\ud800"})"})
    EXPECT_EQ(wrongs(broken), "broken_json") << broken;
}

TEST(Reading, takes_whole_numbers_within_their_bounds) {
  const auto inches = [](const std::string& number) {
    return wrongs(R"({"name":"a","colour":"red","wheels":[{"inches":)" + number + "}]}");
  };
  const std::string at = "/wheels/0/inches ";
  for (const auto* good : {"1", "30"}) EXPECT_EQ(inches(good), "") << good;
  EXPECT_EQ(inches("0"), at + "too_small");
  EXPECT_EQ(inches("31"), at + "too_large_number");
  EXPECT_EQ(inches("18446744073709551615"), at + "too_large_number");
  for (const auto* no : {"1.0", "1e1", "1e400", "\"1\"", "null", "true"})
    EXPECT_EQ(inches(no), at + "not_a_whole_number") << no;
}

TEST(Reading, goes_32_levels_deep) {
  const auto nested = [](int levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  EXPECT_TRUE(parse_value(nested(32)));
  EXPECT_FALSE(parse_value(nested(33)));
}

TEST(ReadingNothing, takes_an_empty_body_or_an_empty_object) {
  EXPECT_TRUE(parse<Nothing>(""));
  EXPECT_TRUE(parse<Nothing>("{}"));
  for (const auto* no : {"[]", "null", "{\"a\":1}", "1"}) EXPECT_FALSE(parse<Nothing>(no)) << no;
}

struct Asked {
  std::optional<Number<1, 200>> limit;
  std::optional<bool> retired;
  Line<5> q;
  BOOST_DESCRIBE_CLASS(Asked, (), (limit, retired, q), (), ())
};

TEST(ReadingQuery, reads_numbers_and_truth_from_text) {
  const auto read = parse_query<Asked>({{"limit", "200"}, {"retired", "true"}, {"q", "12"}});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->limit->value, 200);
  EXPECT_EQ(read->retired, true);
  EXPECT_EQ(read->q.value, "12");
  for (const auto& no : {"", "0", "201", "1x", "1.5", "99999999999999999999"}) {
    EXPECT_FALSE(parse_query<Asked>({{"limit", no}, {"q", "x"}})) << no;
  }
  EXPECT_FALSE(parse_query<Asked>({{"q", "x"}, {"other", "1"}}));
  EXPECT_FALSE(parse_query<Asked>({}));
}

struct Told {
  std::string text;
  std::optional<std::int64_t> number;
  double share;
  Time at;
  Raw raw;
  std::vector<std::int64_t> flags;
  Colour colour;
  BOOST_DESCRIBE_CLASS(Told, (), (text, number, share, at, raw, flags, colour), (), ())
};

TEST(Writing, is_json_that_another_reader_understands) {
  std::string wild;
  for (int c = 1; c < 128; ++c) wild += static_cast<char>(c);
  wild += "山🚗";
  const Told told{wild, std::nullopt, 0.1, {1772589600123}, {R"({"a":[1]})"}, {}, Colour::green};
  const auto read = bj::parse(to_text(told));
  EXPECT_EQ(read.at("text").as_string(), wild);
  EXPECT_TRUE(read.at("number").is_null());
  EXPECT_EQ(read.at("share").as_double(), 0.1);
  EXPECT_EQ(read.at("at").as_string(), "2026-03-04T02:00:00.123Z");
  EXPECT_EQ(read.at("raw").at("a").at(0), 1);
  EXPECT_EQ(read.at("colour").as_string(), "green");
  std::string out;
  write_number(out, std::numeric_limits<double>::quiet_NaN());
  write_number(out, std::int64_t{INT64_MIN});
  EXPECT_EQ(out, "null-9223372036854775808");
}

TEST(Describing, tells_what_is_taken) {
  Schemas schemas;
  EXPECT_EQ(schemas.of<Car>(), bj::parse(R"({"$ref":"#/components/schemas/Car"})"));
  const auto& car = schemas.components.at("Car");
  EXPECT_EQ(car.at("required"), bj::parse(R"(["name","colour","wheels"])"));
  EXPECT_EQ(car.at("additionalProperties"), false);
  EXPECT_EQ(car.at("properties").at("name"), bj::parse(R"({"type":"string","minLength":1,"maxLength":5})"));
  EXPECT_EQ(car.at("properties").at("day"), bj::parse(R"({"type":["string","null"],"format":"date"})"));
  EXPECT_EQ(car.at("properties").at("wheels"),
            bj::parse(R"({"type":"array","items":{"$ref":"#/components/schemas/Wheel"}})"));
  EXPECT_EQ(schemas.components.at("Wheel").at("properties").at("inches"),
            bj::parse(R"({"type":"integer","minimum":1,"maximum":30})"));
  Schemas answers;
  answers.answers = true;
  answers.of<Car>();
  EXPECT_EQ(answers.components.at("Car").at("required").as_array().size(),
            8U);  // empty ones are there as null
}

}  // namespace
}  // namespace guanxi::json
