#include "platform/push/service.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <boost/json.hpp>

#include "platform/push/own_network.h"
#include "platform/text/base64url.h"
#include "town/database.h"
#include "town/http_stub.h"

namespace guanxi::push {
namespace {

constexpr Instant kNow = 1772589600000;  // 2026-03-04 02:00 UTC
const Reach kHere{true, "mailto:crm@example.com"};

struct Browser {
  CurveKey key = new_pair();
  Receiver at(const std::string& endpoint) const { return {endpoint, point_of(key), std::string(16, 'a')}; }
};

TEST(PushService, hands_in_a_sealed_message_that_says_who_sends_it_and_how_long_it_lasts) {
  town::HttpStub stub;
  const Browser browser;
  const auto key = new_pair();
  stub.answer_with(201);
  const auto handed = hand_in(key, kHere, browser.at(stub.url() + "/send/1"), "words", kHour, kNow);
  EXPECT_EQ(handed.answer, Answer::taken) << handed.why;
  ASSERT_EQ(stub.requests().size(), 1U);
  const auto request = stub.requests()[0];
  EXPECT_TRUE(request.starts_with("POST /send/1 HTTP/1.1\r\n")) << request;
  EXPECT_NE(request.find("\r\nTTL: 3600\r\n"), request.npos);
  EXPECT_NE(request.find("\r\nContent-Encoding: aes128gcm\r\n"), request.npos);
  EXPECT_EQ(request.find("words"), request.npos);
  EXPECT_NE(request.find("\r\nAuthorization: vapid t="), request.npos);
}

TEST(PushService, says_in_a_signed_token_for_whom_it_is_and_until_when) {
  const auto key = new_pair();
  const auto head =
      authorization(key, "https://push.example:8443/send/1?x=/", "mailto:crm@example.com", kNow);
  const auto token = head.substr(8, head.find(", k=") - 8);
  EXPECT_EQ(head.substr(head.find(", k=") + 4), text::to_base64url(point_of(key)));
  const auto first = token.find('.');
  const auto second = token.find('.', first + 1);
  const auto read = [](const std::string& part) { return boost::json::parse(*text::from_base64url(part)); };
  EXPECT_EQ(read(token.substr(0, first)).at("alg"), "ES256");
  const auto claims = read(token.substr(first + 1, second - first - 1));
  EXPECT_EQ(claims.at("aud"), "https://push.example:8443");
  EXPECT_EQ(claims.at("sub"), "mailto:crm@example.com");
  EXPECT_EQ(claims.at("exp").as_int64(), 1772589600 + 12 * 3600);
  EXPECT_EQ(text::from_base64url(token.substr(second + 1))->size(), 64U);
  EXPECT_EQ(authorization(key, "https://a/", "", kNow).find("c3Vi"), std::string::npos);
}

TEST(PushService, tells_a_browser_that_is_gone_from_a_service_in_trouble) {
  town::HttpStub stub;
  const Browser browser;
  const auto answer = [&](int status) {
    stub.answer_with(status);
    return hand_in(new_pair(), kHere, browser.at(stub.url()), "words", kHour, kNow).answer;
  };
  EXPECT_EQ(answer(410), Answer::gone);
  EXPECT_EQ(answer(404), Answer::gone);
  EXPECT_EQ(answer(429), Answer::later);
  EXPECT_EQ(answer(503), Answer::later);
  EXPECT_EQ(answer(403), Answer::never);
  EXPECT_EQ(answer(302), Answer::never);  // whoever is sent elsewhere does not go there
  const auto away = hand_in(new_pair(), kHere, browser.at("http://127.0.0.1:1/"), "words", kHour, kNow);
  EXPECT_EQ(away.answer, Answer::later);
  EXPECT_FALSE(away.why.empty());
}

TEST(PushService, speaks_to_nobody_within_the_own_network_unless_told_to) {
  town::HttpStub stub;
  const Browser browser;
  const Reach outwards;
  for (const auto* address : {"http://push.example/1", "https://", "https:///1", "ftp://push.example/",
                              "https://me@push.example/", "https://push.example\\@127.0.0.1/"})
    EXPECT_FALSE(is_endpoint(address, outwards)) << address;
  EXPECT_TRUE(is_endpoint("https://push.example/1?a=b", outwards));
  EXPECT_FALSE(is_endpoint("http://", kHere));
  EXPECT_TRUE(is_endpoint("http://push.example/1", kHere));
  const auto port = stub.url().substr(stub.url().rfind(':'));
  for (const auto* host : {"https://127.0.0.1", "https://localhost", "https://[::1]", "https://2130706433"}) {
    const auto handed = hand_in(new_pair(), outwards, browser.at(host + port), "words", kHour, kNow);
    EXPECT_EQ(handed.answer, Answer::later) << host;
  }
  EXPECT_TRUE(stub.requests().empty());
}

TEST(OwnNetwork, is_known_in_every_form_in_which_it_is_written) {
  const auto own = [](const std::string& text) {
    sockaddr_storage address{};
    auto& v4 = reinterpret_cast<sockaddr_in&>(address);
    auto& v6 = reinterpret_cast<sockaddr_in6&>(address);
    address.ss_family = text.find(':') == text.npos ? AF_INET : AF_INET6;
    void* to =
        address.ss_family == AF_INET ? static_cast<void*>(&v4.sin_addr) : static_cast<void*>(&v6.sin6_addr);
    EXPECT_EQ(inet_pton(address.ss_family, text.c_str(), to), 1) << text;
    return in_own_network(reinterpret_cast<const sockaddr&>(address));
  };
  for (const auto* text : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
                           "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1",
                           "::", "fe80::1", "fd00::1", "ff02::1", "::ffff:10.0.0.1", "::127.0.0.1"})
    EXPECT_TRUE(own(text)) << text;
  for (const auto* text : {"8.8.8.8", "172.32.0.1", "172.15.255.255", "100.128.0.1", "192.167.0.1",
                           "2400:3200::1", "::ffff:8.8.8.8"})
    EXPECT_FALSE(own(text)) << text;
}

class ProgramKey : public testing::TestWithParam<database::Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, ProgramKey, testing::ValuesIn(engines()), engine_name);

TEST_P(ProgramKey, is_made_once_and_stays) {
  TestDatabase database(GetParam());
  make_program_key(*database, kNow);
  const auto shown = [&] {
    std::string text;
    database->read([&](database::Transaction& tx) {
      text = shown_program_key(tx);
      EXPECT_EQ(text::to_base64url(point_of(program_key(tx))), text);
    });
    return text;
  };
  const auto first = shown();
  make_program_key(*database, kNow + 1);
  EXPECT_EQ(shown(), first);
}

}  // namespace
}  // namespace guanxi::push
