// The way of a request through a small table of routes, on both databases.
#include "platform/http/api.h"

#include <gtest/gtest.h>

#include <boost/asio.hpp>
#include <future>

#include "platform/http/live_feed.h"
#include "platform/http/server.h"
#include "town/database.h"

namespace guanxi::http {
namespace {

namespace bj = boost::json;

struct Thing {
  json::Line<20> name;
  BOOST_DESCRIBE_CLASS(Thing, (), (name), (), ())
};
struct Shown {
  std::string name;
  std::int64_t version = 0;
  BOOST_DESCRIBE_CLASS(Shown, (), (name, version), (), ())
};

/// Whoever is called "keeper" may everything in the store of ones, "reader" may read there.
std::optional<Actor> recognise(database::Transaction&, const Credentials& credentials, Instant) {
  if (credentials.session_secret.empty() && credentials.bearer_token.empty()) return std::nullopt;
  Actor actor;
  actor.id = credentials.session_secret + credentials.bearer_token;
  actor.machine = !credentials.bearer_token.empty();
  actor.store_ids = {"11111111-1111-7111-8111-111111111111"};
  actor.rights = {"read"};
  if (actor.id == "keeper") actor.rights = {"read", "keep"};
  if (actor.id == "english") actor.language = Language::en;
  if (actor.id == "newcomer") actor.must_change_password = true;
  return actor;
}

class ApiTest : public testing::TestWithParam<database::Engine> {
 protected:
  ApiTest() {
    words.add(platform_words());
    database->write([](database::Transaction& tx) {
      tx.execute("CREATE TABLE things (name TEXT NOT NULL)");
      return database::Outcome::keep;
    });
    const auto add = [](const Call& call, const Body<Thing>& thing) -> Result<Created<Shown>> {
      call.tx().execute("INSERT INTO things (name) VALUES ($1)", thing->name);
      if (thing->name.value == "refused") return refuse(Refusal::conflict("in_use"));
      if (thing->name.value == "failed") throw std::runtime_error("the disk is full");
      if (thing->name.value == "bug") CHECK(thing->name.value.empty());
      return Created<Shown>{{thing->name, 7}};
    };
    api.add({
        reads("GET /stores/{store_id}/things", "read keep", "Things",
              [](const Call& call) -> Result<Shown> {
                return Shown{call.store(), 1};
              }),
        writes("POST /stores/{store_id}/things", "keep", "Add", add),
        writes("PUT /stores/{store_id}/things/{thing_id}", "keep", "Edit",
               [](const Call& call, const Body<Thing>&, const Version& version) -> Result<Shown> {
                 return Shown{call.param("thing_id"), version.value};
               }),
        reads("GET /open", "anybody", "For all", [](const Call&) -> Result<Shown> { return Shown{"open"}; }),
        slow("GET /slow", "signed_in", "Elsewhere",
             [](const Call& call) -> Result<Shown> {
               return Shown{call.transaction == nullptr ? "without a transaction" : "?"};
             }),
        feed.route(),
    });
  }

  Response ask(const std::string& who, const std::string& what, const std::string& body = "",
               const std::map<std::string, std::string>& headers = {}) {
    Request request;
    request.method = what.substr(0, what.find(' '));
    read_target("/api/v1" + what.substr(what.find(' ') + 1), request);
    request.headers = {{"x-requested-with", "test"}, {"content-type", "application/json"}};
    for (const auto& [name, value] : headers) request.headers[name] = value;
    if (!who.empty()) request.headers["cookie"] = "guanxi_session=" + who;
    request.body = body;
    std::promise<Response> promise;
    api.handle(std::move(request), [&](Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }
  std::string code(const Response& response) {
    return std::string(bj::parse(response.body).at("code").as_string());
  }
  std::int64_t things() {
    std::int64_t count = 0;
    database->read([&](database::Transaction& tx) {
      count = tx.query("SELECT count(*) FROM things")[0].get<std::int64_t>(0);
    });
    return count;
  }
  static std::string header(const Response& response, const std::string& name) {
    for (const auto& [key, value] : response.headers) {
      if (key == name) return value;
    }
    return "";
  }

  const std::string ones = "/stores/11111111-1111-7111-8111-111111111111";
  TestDatabase database{GetParam(), TestDatabase::Schema::empty};
  FixedClock clock{1772589600000};
  Words words;
  std::atomic<bool> session_lives = true;
  LiveFeed feed{[this](const Credentials&) { return session_lives.load(); }, std::chrono::milliseconds(20)};
  Api api{*database, clock, words, recognise};
};

TEST_P(ApiTest, finds_routes_by_method_and_form_of_the_path) {
  EXPECT_EQ(ask("reader", "GET " + ones + "/things").status, 200);
  EXPECT_EQ(ask("", "GET /open").status, 200);
  EXPECT_EQ(code(ask("reader", "DELETE " + ones + "/things")), "method_not_allowed");
  for (const auto& path : {ones, ones + "/things/", ones + "//things", ones + "/thing", std::string("/"),
                           std::string("/open/x"), std::string("/stores//things"), std::string("/Open")}) {
    EXPECT_EQ(code(ask("reader", "GET " + path)), "no_such_route") << path;
  }
}

TEST_P(ApiTest, asks_who_then_where_then_what) {
  EXPECT_EQ(ask("", "POST " + ones + "/things", "broken").status, 401);
  EXPECT_EQ(ask("keeper", "POST /stores/22222222-2222-7222-8222-222222222222/things", "broken").status, 404);
  EXPECT_EQ(ask("keeper", "POST /stores/x/things", "broken").status, 404);
  EXPECT_EQ(ask("reader", "POST " + ones + "/things", "broken").status, 403);
  EXPECT_EQ(code(ask("newcomer", "GET " + ones + "/things")), "password_change_required");
  EXPECT_EQ(code(ask("keeper", "POST " + ones + "/things", "{}", {{"x-requested-with", ""}})),
            "missing_request_mark");
  EXPECT_EQ(ask("keeper", "POST " + ones + "/things", "{}", {{"content-type", "text/plain"}}).status, 415);
  EXPECT_EQ(ask("keeper", "POST " + ones + "/things", "broken").status, 400);
  EXPECT_EQ(ask("keeper", "POST " + ones + "/things", "{}").status, 422);
  EXPECT_EQ(ask("", "GET /slow", "", {{"authorization", "Bearer machine"}}).status, 403);
  EXPECT_EQ(things(), 0);
}

TEST_P(ApiTest, keeps_what_was_done_and_undoes_what_was_refused_or_failed) {
  const auto add = [&](const std::string& name) {
    return ask("keeper", "POST " + ones + "/things", R"({"name":")" + name + "\"}");
  };
  const auto made = add("kept");
  EXPECT_EQ(made.status, 201);
  EXPECT_EQ(header(made, "ETag"), "\"7\"");
  EXPECT_EQ(add("refused").status, 409);
  for (const auto* name : {"failed", "bug"}) {
    const auto failed = add(name);
    EXPECT_EQ(failed.status, 500);
    EXPECT_EQ(code(failed), "failure");
    EXPECT_FALSE(failed.body.contains("disk") || failed.body.contains("CHECK"))
        << "the inside is nobody's business";
  }
  EXPECT_EQ(things(), 1);
}

TEST_P(ApiTest, an_edit_names_its_version) {
  const auto path = "PUT " + ones + "/things/33333333-3333-7333-8333-333333333333";
  EXPECT_EQ(ask("keeper", path, R"({"name":"a"})").status, 428);
  const auto edited = ask("keeper", path, R"({"name":"a"})", {{"if-match", "\"12\""}});
  EXPECT_EQ(edited.status, 200);
  EXPECT_EQ(header(edited, "ETag"), "\"12\"");
  EXPECT_EQ(ask("keeper", "PUT " + ones + "/things/x", R"({"name":"a"})", {{"if-match", "\"12\""}}).status,
            404);
}

TEST_P(ApiTest, works_elsewhere_when_it_takes_long) {
  EXPECT_EQ(ask("reader", "GET /slow").body, R"({"name":"without a transaction","version":0})");
  EXPECT_EQ(ask("", "GET /slow").status, 401);
}

TEST_P(ApiTest, speaks_the_actors_language_before_the_browsers) {
  const auto detail = [&](const std::string& who) {
    return std::string(bj::parse(ask(who, "POST " + ones + "/things", "{}", {{"accept-language", "en"}}).body)
                           .at("detail")
                           .as_string());
  };
  EXPECT_EQ(detail("english"), "You are not allowed to do this.");
  EXPECT_EQ(detail("reader"), "您没有这项权限。");
  EXPECT_EQ(detail(""), "Please sign in.");
}

TEST_P(ApiTest, sends_events_until_the_session_ends) {
  Server server({},
                [this](Request request, Reply reply) { api.handle(std::move(request), std::move(reply)); });
  boost::asio::io_context context;
  boost::asio::ip::tcp::socket socket(context);
  socket.connect({boost::asio::ip::make_address("127.0.0.1"), server.port()});
  boost::asio::write(socket,
                     boost::asio::buffer(std::string(
                         "GET /api/v1/events HTTP/1.1\r\nHost: h\r\nCookie: guanxi_session=reader\r\n\r\n")));
  std::string text;
  boost::asio::read_until(socket, boost::asio::dynamic_buffer(text), ": open\n\n");
  EXPECT_TRUE(text.contains("Content-Type: text/event-stream\r\n")) << text;
  const std::string note = R"({"store_id":"11111111-1111-7111-8111-111111111111","kind":"visit_opened"})";
  feed.pass_on(R"({"store_id":"22222222-2222-7222-8222-222222222222","kind":"secret"})");
  feed.pass_on(note);
  boost::asio::read_until(socket, boost::asio::dynamic_buffer(text), "data: " + note + "\n\n");
  session_lives = false;
  boost::system::error_code end;
  boost::asio::read(socket, boost::asio::dynamic_buffer(text), end);
  EXPECT_EQ(end, boost::asio::error::eof);
  EXPECT_FALSE(text.contains("secret"));
}

INSTANTIATE_TEST_SUITE_P(Engines, ApiTest, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::http
