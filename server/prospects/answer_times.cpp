#include "prospects/answer_times.h"

#include "platform/database/columns.h"
#include "platform/facts/facts.h"
#include "prospects/prospects_facts.h"

namespace guanxi::prospects {
namespace {

AnswerTimes load_times(database::Columns& columns) {
  AnswerTimes times;
  for (auto* minutes : {&times.target, &times.reassign, &times.breach})
    minutes->value = columns.next<std::int64_t>();
  return times;
}

}  // namespace

AnswerTimes answer_times_on(database::Transaction& tx, std::string_view store_id, const std::string& day) {
  static constexpr std::string_view kSelect =
      "SELECT target, reassign, breach FROM prospects_answer_times WHERE store_id = $1 AND from_day <= $2"
      " ORDER BY from_day DESC LIMIT 1";
  const auto row = tx.query(kSelect, store_id, day).first();
  if (!row) return {};
  database::Columns columns(*row);
  return load_times(columns);
}

AnswerTimesPage answer_times_page(database::Transaction& tx, const dealership::Store& store, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT from_day, by_id, target, reassign, breach FROM prospects_answer_times WHERE store_id = $1"
      " ORDER BY from_day DESC";
  const auto today = store.zone().day(now);
  AnswerTimesPage page{};
  for (const auto& row : tx.query(kSelect, store.id)) {
    database::Columns columns(row);
    auto& view = page.set.emplace_back();
    view.from_day = columns.next<std::string>();
    view.by = dealership::name_of(tx, columns.next<std::string>());
    view.times = load_times(columns);
    if (*view.from_day <= today && !page.today.from_day) page.today = view;
  }
  return page;
}

Result<AnswerTimesPage> set_answer_times(database::Transaction& tx, const Actor& actor,
                                         const dealership::Store& store, const std::string& from_day,
                                         const AnswerTimes& input, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO prospects_answer_times (store_id, from_day, target, reassign, breach, by_id, at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (store_id, from_day) DO UPDATE SET"
      " target = excluded.target, reassign = excluded.reassign, breach = excluded.breach,"
      " by_id = excluded.by_id, at = excluded.at";
  if (!is_day(from_day)) return refuse(Refusal::not_found());
  if (from_day <= store.zone().day(now)) wrongs.note("", "from_tomorrow_on");
  if (input.reassign < input.target) wrongs.note("/reassign", "before_the_target");
  if (input.breach < input.reassign) wrongs.note("/breach", "before_it_moves_on");
  TRY(wrongs.verdict());
  tx.put(kUpsert, store.id, from_day, input.target.value, input.reassign.value, input.breach.value, actor.id,
         now);
  facts::announce(tx, {store.id, now, actor.id, "store", store.id}, AnswerTimesSet{from_day});
  return answer_times_page(tx, store, now);
}

}  // namespace guanxi::prospects
