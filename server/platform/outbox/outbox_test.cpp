#include "platform/outbox/outbox.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <thread>

#include "platform/identity/uuid.h"
#include "platform/outbox/sender.h"
#include "town/database.h"

namespace guanxi::outbox {
namespace {

constexpr Instant kNow = 1772589600000;

class Outbox : public testing::TestWithParam<database::Engine> {
 protected:
  Message a_message(const std::string& id) {
    Message message;
    message.store_id = "s";
    message.id = id;
    message.account_id = "a";
    message.address = "chen@example.com";
    message.title = "新线索";
    message.words = "云岭 5";
    message.made_at = kNow;
    message.expires_at = kNow + kDay;
    return message;
  }
  void write(const std::string& id, database::Outcome outcome = database::Outcome::keep) {
    database->write([&](database::Transaction& tx) {
      put(tx, a_message(id));
      return outcome;
    });
  }
  std::vector<std::string> take(const std::string& claim, Instant now, std::int64_t limit = 100) {
    std::vector<std::string> ids;
    database->write([&](database::Transaction& tx) {
      ids.clear();
      for (const auto& message : take_due(tx, Channel::mail, claim, now, limit)) ids.push_back(message.id);
      return database::Outcome::keep;
    });
    return ids;
  }
  void send(const Carrier& carrier, Instant now) {
    send_due(*database, Channel::mail, carrier, now, [] { return true; });
  }
  std::vector<Failed> failed() {
    std::vector<Failed> all;
    database->read([&](database::Transaction& tx) { all = failed_of(tx, "s", 10); });
    return all;
  }
  using Ids = std::vector<std::string>;
  TestDatabase database{GetParam()};
};

TEST_P(Outbox, sends_what_was_kept_and_nothing_that_was_undone) {
  write("1");
  write("1");  // the same one
  write("2", database::Outcome::undo);
  Ids sent;
  send(
      [&](const Message& message) {
        sent.push_back(message.id);
        EXPECT_EQ(message.words, "云岭 5");
        return Delivery{};
      },
      kNow);
  EXPECT_EQ(sent, Ids{"1"});
  send([&](const Message&) -> Delivery { throw std::logic_error("there is nothing more"); }, kNow + kDay);
  database->read([&](database::Transaction& tx) {
    // What it said is forgotten once it is said.
    EXPECT_EQ(tx.query("SELECT words FROM outbox_messages")[0].get<std::string>(0), "");
  });
}

TEST_P(Outbox, gives_a_message_to_one_sender_at_a_time_and_again_when_that_one_died) {
  write("1");
  EXPECT_EQ(take("first", kNow), Ids{"1"});
  EXPECT_EQ(take("second", kNow + kClaimLasts - 1), Ids{});
  EXPECT_EQ(take("second", kNow + kClaimLasts), Ids{"1"});
  // The first one was only slow: what it says now does not count.
  database->write([&](database::Transaction& tx) {
    note_failure(tx, a_message("1"), "first", "slow", std::nullopt, kNow);
    return database::Outcome::keep;
  });
  EXPECT_TRUE(failed().empty());
}

TEST_P(Outbox, tries_again_later_and_later_and_then_tells_the_administrators) {
  write("1");
  std::vector<Instant> tried;
  for (Instant now = kNow; now < kNow + 23 * kHour; now += 5 * kSecond) {
    send(
        [&](const Message&) {
          tried.push_back(now);
          return Delivery{Outcome::later, "no way"};
        },
        now);
    if (!failed().empty()) break;
  }
  ASSERT_EQ(tried.size(), 12U);
  for (std::size_t i = 1; i < tried.size(); ++i) {
    const auto wait = std::min<Instant>(2 * kHour, (30 * kSecond) << (i - 1));
    EXPECT_GE(tried[i] - tried[i - 1], wait * 3 / 4);
    EXPECT_LE(tried[i] - tried[i - 1], wait * 5 / 4 + 5 * kSecond);
  }
  ASSERT_EQ(failed().size(), 1U);
  EXPECT_EQ(failed()[0].failure, "no way");
  EXPECT_EQ(failed()[0].tries, 12);
}

TEST_P(Outbox, gives_up_at_once_where_nobody_lives_and_what_nobody_needs_any_more) {
  write("1");
  send([&](const Message&) { return Delivery{Outcome::never, "no such mailbox"}; }, kNow);
  write("2");
  send([&](const Message&) -> Delivery { throw std::logic_error("too late"); }, kNow + kDay);
  ASSERT_EQ(failed().size(), 2U);
  EXPECT_EQ(failed()[0].failure, "too late");
  EXPECT_EQ(failed()[1].failure, "no such mailbox");
  database->write([&](database::Transaction& tx) {
    forget_old(tx, kNow + 31 * kDay);
    return database::Outcome::keep;
  });
  EXPECT_TRUE(failed().empty());
}

TEST_P(Outbox, forgets_a_message_whose_receiver_has_left_and_leaves_other_channels_alone) {
  write("1");
  send_due(
      *database, Channel::push, [](const Message&) -> Delivery { throw std::logic_error("a letter"); }, kNow,
      [] { return true; });
  send([&](const Message&) { return Delivery{Outcome::gone, ""}; }, kNow);
  EXPECT_TRUE(failed().empty());
  database->read(
      [&](database::Transaction& tx) { EXPECT_TRUE(tx.query("SELECT 1 FROM outbox_messages").empty()); });
}

TEST_P(Outbox, is_sent_once_by_several_senders_of_whom_some_die) {
  std::mt19937_64 random(7);
  std::set<std::string> all;
  for (int i = 0; i < 60; ++i) {
    write(std::to_string(i));
    all.insert(std::to_string(i));
  }
  std::mutex mutex;
  std::map<std::string, int> held;  // with how many senders at once
  std::multiset<std::string> sent;
  // A sender that is killed has taken messages and says no more; they go out when its claim has run out.
  const auto lost = take("dead", kNow, 5);
  const auto work = [&](Instant now) {
    send(
        [&](const Message& message) {
          {
            const std::lock_guard lock(mutex);
            EXPECT_EQ(++held[message.id], 1);
          }
          std::this_thread::yield();
          const std::lock_guard lock(mutex);
          --held[message.id];
          sent.insert(message.id);
          return Delivery{};
        },
        now);
  };
  for (const auto now : {kNow, kNow + kClaimLasts}) {
    std::vector<std::thread> senders;
    for (int i = 0; i < 4; ++i) senders.emplace_back([&] { work(now); });
    for (auto& sender : senders) sender.join();
    EXPECT_EQ(sent.size(), now == kNow ? all.size() - lost.size() : all.size());
  }
  EXPECT_EQ(std::set<std::string>(sent.begin(), sent.end()), all);
}

INSTANTIATE_TEST_SUITE_P(Engines, Outbox, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::outbox
