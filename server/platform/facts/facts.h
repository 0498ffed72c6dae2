// What happened. A room announces a fact in the transaction that makes it true: it is written to the log,
// passed to whoever was wired to it, and after COMMIT to the screens that are open.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/database/database.h"
#include "platform/json/writer.h"

namespace guanxi::facts {

/// Under this id stand facts that belong to no single store.
inline constexpr std::string_view kNoStore = "00000000-0000-0000-0000-000000000000";

/// Where, when, by whom and about what.
struct Happening {
  std::string store_id;
  Instant at;
  std::string actor_id;  ///< empty: the system itself
  std::string subject_kind;
  std::string subject_id;
};

/// Writes the row of the log and tells the open screens. `data` is a JSON object.
void write(database::Transaction& tx, const Happening& happening, std::string_view kind,
           const std::string& data);

/// One row of the log.
struct Entry {
  std::string id;
  Instant at;
  std::string kind;
  std::optional<std::string> actor_id;
  std::string subject_kind, subject_id;
  std::string data;  ///< JSON object
};

/// Which rows of the log; empty fields do not restrict.
struct Filter {
  std::optional<std::string> subject_id, actor_id, kind;
  std::string before_id = "g";  ///< only older ones; "g" stands behind every id
  std::int64_t limit = 50;
};

/// Rows of one store, the latest first.
std::vector<Entry> read(database::Transaction& tx, std::string_view store_id, const Filter& filter);

/// Rows of one store whose ids come after `id`, the earliest first.
std::vector<Entry> read_after(database::Transaction& tx, std::string_view store_id, std::string_view id);
/// Those of two kinds.
std::vector<Entry> read_after(database::Transaction& tx, std::string_view store_id, std::string_view id,
                              const std::array<std::string_view, 2>& kinds);

/// How many facts of a store come after `id`, and the last of them; an empty text when there are none.
struct Tail {
  std::int64_t count;
  std::string last_id;
};
Tail tail_after(database::Transaction& tx, std::string_view store_id, std::string_view id);

/// Who listens to facts of type F. Filled once at the start, by wiring.cpp.
template <class F>
std::vector<std::function<void(database::Transaction&, const Happening&, const F&)>>& listeners() {
  static std::vector<std::function<void(database::Transaction&, const Happening&, const F&)>> all;
  return all;
}

/// Announces a fact: a described struct with `static constexpr std::string_view kind`.
template <class F>
void announce(database::Transaction& tx, const Happening& happening, const F& fact) {
  write(tx, happening, F::kind, json::to_text(fact));
  for (const auto& listener : listeners<F>()) listener(tx, happening, fact);
}

}  // namespace guanxi::facts
