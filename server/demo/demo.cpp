#include "demo/demo.h"

#include <fmt/format.h>

#include "demo/deeds.h"
#include "demo/diary.h"
#include "demo/founding.h"
#include "platform/identity/password.h"
#include "platform/text/utf8.h"
#include "wiring.h"

namespace guanxi::demo {
namespace {

/// Han characters are two columns wide.
std::string padded(std::string_view text, int columns) {
  for (std::size_t at = 0; at < text.size();) columns -= text::next_code_point(text, at) < 0x2E80 ? 1 : 2;
  return std::string(text) + std::string(static_cast<std::size_t>(std::max(columns, 1)), ' ');
}

std::string login_table() {
  std::string table = fmt::format("{}: everybody signs in with the password {}\n\n", kGroup, kPassword);
  const auto row = [&](std::string_view login, std::string_view name, std::string_view post,
                       std::string_view store) {
    table += fmt::format("  {}{}{}{}\n", padded(login, 14), padded(name, 10), padded(post, 14), store);
  };
  row("账号", "姓名", "岗位", "门店");
  for (const auto& member : members()) {
    const auto store = member.store < 0 ? "集团" : stores()[static_cast<std::size_t>(member.store)].name;
    row(member.login, member.name, post_of(member.role), store);
  }
  return table;
}

}  // namespace

void require_empty(database::Database& database) {
  bool empty = false;
  database.read([&](database::Transaction& tx) { empty = dealership::setup_needed(tx); });
  if (!empty)
    throw database::Failure("there are people in this database already; the demo needs an empty one");
}

std::string fill(database::Database& database, const Options& options) {
  wire_rooms();
  require_empty(database);
  const Instant now = options.now != 0 ? options.now : SystemClock().now();
  Dice dice(options.seed);
  const auto hash = identity::hash_password(kPassword);  // one for all: a hash takes some 30 ms
  Founded founded;
  database.write([&](database::Transaction& tx) {
    founded = found(tx, dice, hash, now - (options.days + 1) * kDay);
    return database::Outcome::keep;
  });
  Visitors visitors;
  Deeds deeds;
  std::vector<std::unique_ptr<Diary>> diaries;  // deeds look back at their diary
  for (const auto& shop : founded.shops) {
    auto& diary = *diaries.emplace_back(
        std::make_unique<Diary>(shop, founded.models, visitors, deeds, Dice(dice.roll()), now));
    const auto today = shop.store.zone().day(now);
    for (int back = options.days - 1; back >= 0; --back) diary.fill_day(add_days(today, -back));
    diary.fill_this_moment();
  }
  deeds.carry_out(database, now);
  return login_table();
}

}  // namespace guanxi::demo
