#include "platform/push/program_key.h"

#include <boost/json.hpp>
#include <stdexcept>

#include "platform/text/base64url.h"

namespace guanxi::push {
namespace {

namespace bj = boost::json;
using text::from_base64url;
using text::to_base64url;

constexpr std::string_view kSelect = "SELECT point, secret FROM push_program_key WHERE one = 1";
/// RFC 8292 §2 allows a day.
constexpr Instant kGoodFor = 12 * kHour;

/// "https://push.example:8443" of "https://push.example:8443/send/…"
std::string origin_of(const std::string& address) {
  const auto host = address.find("://");
  return address.substr(0, host == std::string::npos ? host : address.find('/', host + 3));
}

}  // namespace

void make_program_key(database::Database& database, Instant now) {
  bool there = false;
  database.read([&](database::Transaction& tx) { there = !tx.query(kSelect).empty(); });
  if (there) return;
  const auto key = new_pair();
  database.write([&](database::Transaction& tx) {
    static constexpr std::string_view kInsert =
        "INSERT INTO push_program_key (one, point, secret, made_at) VALUES (1, $1, $2, $3)"
        " ON CONFLICT (one) DO NOTHING";
    tx.execute(kInsert, to_base64url(point_of(key)), to_base64url(secret_of(key)), now);
    return database::Outcome::keep;
  });
}

CurveKey program_key(database::Transaction& tx) {
  const auto row = tx.query(kSelect).first();
  if (!row) throw std::runtime_error("there is no key for push messages");
  auto key = pair_of(from_base64url(row->get<std::string>(1)).value_or(""),
                     from_base64url(row->get<std::string>(0)).value_or(""));
  if (!key) throw std::runtime_error("the key for push messages is broken");
  return key;
}

std::string shown_program_key(database::Transaction& tx) {
  const auto row = tx.query(kSelect).first();
  return row ? row->get<std::string>(0) : "";
}

std::string authorization(const CurveKey& key, const std::string& endpoint, const std::string& contact,
                          Instant now) {
  bj::object claims{{"aud", origin_of(endpoint)}, {"exp", (now + kGoodFor) / kSecond}};
  if (!contact.empty()) claims["sub"] = contact;
  const auto words =
      to_base64url(R"({"typ":"JWT","alg":"ES256"})") + "." + to_base64url(bj::serialize(claims));
  return "vapid t=" + words + "." + to_base64url(sign(key, words)) + ", k=" + to_base64url(point_of(key));
}

}  // namespace guanxi::push
