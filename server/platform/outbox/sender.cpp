#include "platform/outbox/sender.h"

#include <spdlog/spdlog.h>

#include <random>

#include "platform/identity/uuid.h"

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
    if (delivery.outcome == Outcome::sent) {
      note_sent(tx, message, claim, now);
    } else {
      note_failure(tx, message, claim, delivery.why, wait ? std::optional(now + *wait) : std::nullopt, now);
    }
    return database::Outcome::keep;
  });
  if (delivery.outcome != Outcome::sent && !wait)
    spdlog::warn("message {} was given up after {} tries: {}", message.id, message.tries, delivery.why);
}

}  // namespace

void send_due(database::Database& database, const Carriers& carriers, Instant now,
              const std::function<bool()>& goes_on) {
  std::vector<Channel> channels;
  for (const auto& [channel, carrier] : carriers) channels.push_back(channel);
  if (channels.empty()) return;
  for (;;) {
    bool due = false;
    // Looking costs no write: nearly always there is nothing.
    database.read([&](database::Transaction& tx) {
      due = !tx.query("SELECT 1 FROM outbox_messages WHERE next_at <= $1 LIMIT 1", now).empty();
    });
    if (!due || !goes_on()) return;
    const auto claim = new_uuid(now);
    std::vector<Message> messages;
    database.write([&](database::Transaction& tx) {
      messages = take_due(tx, channels, claim, now, kAtOnce);
      return database::Outcome::keep;
    });
    if (messages.empty()) return;
    for (const auto& message : messages) {
      if (!goes_on()) return;
      send_one(database, carriers.at(message.channel), message, claim, now);
    }
  }
}

Sender::Sender(database::Database& database, const Clock& clock, Carriers carriers,
               std::chrono::milliseconds pause)
    : carriers_(std::move(carriers)), background_("outbox", pause, [this, &database, &clock] {
        const auto now = clock.now();
        send_due(database, carriers_, now, [this] { return !background_.ending(); });
        if (now - forgot_at_ < kForgetEvery) return;
        database.write([&](database::Transaction& tx) {
          forget_old(tx, now);
          return database::Outcome::keep;
        });
        forgot_at_ = now;
      }) {}

}  // namespace guanxi::outbox
