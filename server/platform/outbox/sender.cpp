#include "platform/outbox/sender.h"

#include <spdlog/spdlog.h>

#include <random>

#include "platform/identity/uuid.h"
#include "platform/json/kinds.h"

namespace guanxi::outbox {
namespace {

constexpr Instant kForgetEvery = kHour;

double chance() {
  static thread_local std::mt19937_64 random{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(random);
}

void send_one(database::Database& database, const Carrier& carrier, const Message& message,
              const std::string& claim, Instant now) {
  const auto delivery = carrier(message);
  const auto wait = delivery.outcome == Outcome::never ? std::nullopt : wait_after(message.tries, chance());
  database.write([&](database::Transaction& tx) {
    switch (delivery.outcome) {
      case Outcome::sent:
        note_sent(tx, message, claim, now);
        break;
      case Outcome::gone:
        forget(tx, message, claim);
        break;
      case Outcome::later:
      case Outcome::never:
        note_failure(tx, message, claim, delivery.why, wait ? std::optional(now + *wait) : std::nullopt, now);
    }
    return database::Outcome::keep;
  });
  const bool failed = delivery.outcome == Outcome::later || delivery.outcome == Outcome::never;
  if (failed && !wait)
    spdlog::warn("message {} was given up after {} tries: {}", message.id, message.tries, delivery.why);
}

}  // namespace

void send_due(database::Database& database, Channel channel, const Carrier& carrier, Instant now,
              const std::function<bool()>& goes_on) {
  static constexpr std::string_view kDue =
      "SELECT 1 FROM outbox_messages WHERE next_at <= $1 AND channel = $2 LIMIT 1";
  for (;;) {
    bool due = false;
    // Looking costs no write: nearly always there is nothing.
    database.read(
        [&](database::Transaction& tx) { due = !tx.query(kDue, now, json::to_word(channel)).empty(); });
    if (!due || !goes_on()) return;
    const auto claim = new_uuid(now);
    std::vector<Message> messages;
    database.write([&](database::Transaction& tx) {
      messages = take_due(tx, channel, claim, now, kAtOnce);
      return database::Outcome::keep;
    });
    if (messages.empty()) return;
    for (const auto& message : messages) {
      if (!goes_on()) return;
      send_one(database, carrier, message, claim, now);
    }
  }
}

Sender::Sender(database::Database& database, const Clock& clock, Channel channel, Carrier carrier,
               std::chrono::milliseconds pause)
    : carrier_(std::move(carrier)), background_("outbox", pause, [this, &database, &clock, channel] {
        const auto now = clock.now();
        send_due(database, channel, carrier_, now, [this] { return !background_.ending(); });
        if (now - forgot_at_ < kForgetEvery) return;
        database.write([&](database::Transaction& tx) {
          forget_old(tx, now);
          return database::Outcome::keep;
        });
        forgot_at_ = now;
      }) {}

}  // namespace guanxi::outbox
