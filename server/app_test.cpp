// The program as a whole: what stands outside of the API, and that the rooms fit together.
#include "app.h"

#include <gtest/gtest.h>

#include <set>

#include "dealership/dealership.h"
#include "prospects/prospects.h"
#include "reception/import.h"
#include "reception/reception.h"
#include "town/town.h"

namespace guanxi {
namespace {

using town::Answer;
using town::Town;

class Program : public testing::TestWithParam<database::Engine> {
 protected:
  Answer ask(const std::string& method, const std::string& target, const std::string& language = "") {
    http::Request request;
    request.method = method;
    http::read_target(target, request);
    if (!language.empty()) request.headers["accept-language"] = language;
    return town.ask_raw(std::move(request));
  }
  Town town{GetParam()};
};

TEST_P(Program, says_that_it_lives_and_is_ready) {
  EXPECT_EQ(ask("GET", "/healthz").text, "ok\n");
  EXPECT_EQ(ask("GET", "/readyz").text, "ready\n");
}

TEST_P(Program, counts_its_answers) {
  ASSERT_EQ(town.get("chen", "/session").status, 200);
  ASSERT_EQ(town.get("chen", "/facts").status, 403);
  const auto metrics = ask("GET", "/metrics");
  EXPECT_TRUE(metrics.text.contains("guanxi_answers_total{status=\"2xx\"} 1\n")) << metrics.text;
  EXPECT_TRUE(metrics.text.contains("guanxi_answers_total{status=\"4xx\"} 1\n")) << metrics.text;
  EXPECT_TRUE(metrics.text.contains("guanxi_answers_total{status=\"5xx\"} 0\n")) << metrics.text;
}

TEST_P(Program, describes_itself_to_everybody) {
  const auto answer = ask("GET", "/api/v1/openapi.json");
  EXPECT_EQ(answer.status, 200);
  std::size_t operations = 0;
  for (const auto& path : answer.body.at("paths").as_object()) operations += path.value().as_object().size();
  EXPECT_EQ(operations, town.app().api().routes().size());
}

TEST_P(Program, gives_operations_names_of_their_own) {
  const auto answer = ask("GET", "/api/v1/openapi.json");
  std::set<std::string> names;
  for (const auto& path : answer.body.at("paths").as_object()) {
    for (const auto& operation : path.value().as_object()) {
      EXPECT_TRUE(names.emplace(operation.value().at("operationId").as_string()).second) << path.key();
    }
  }
}

TEST_P(Program, speaks_the_readers_language) {
  EXPECT_EQ(ask("GET", "/api/v1/session").text_at("detail"), "请先登录。");
  EXPECT_EQ(ask("GET", "/api/v1/session", "en-GB,zh;q=0.5").text_at("detail"), "Please sign in.");
  EXPECT_EQ(ask("GET", "/nowhere", "en").text_at("detail"), "There is nothing at this address.");
  EXPECT_EQ(ask("GET", "/api/v1/session", "en").headers.at("Content-Language"), "en");
}

TEST_P(Program, lets_nobody_keep_answers) {
  EXPECT_EQ(town.get("chen", "/session").headers.at("Cache-Control"), "no-store");
}

INSTANTIATE_TEST_SUITE_P(Engines, Program, testing::ValuesIn(engines()), engine_name);

TEST(AllWords, are_said_by_one_room_in_both_languages) {
  std::map<std::string, int> said;
  for (const auto& words : {platform_words(), dealership::words(), reception::words(),
                            reception::import_words(), prospects::words()}) {
    for (const auto& word : words) {
      ++said[std::string(word.code)];
      EXPECT_FALSE(word.zh.empty() || word.en.empty() || word.zh == word.en) << word.code;
    }
  }
  for (const auto& [code, times] : said) EXPECT_EQ(times, 1) << code << " has two meanings";
}

}  // namespace
}  // namespace guanxi
