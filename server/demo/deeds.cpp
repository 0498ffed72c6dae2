#include "demo/deeds.h"

#include <algorithm>
#include <span>

namespace guanxi::demo {

void Deeds::carry_out(database::Database& database, Instant now) {
  // Many deeds share a COMMIT: one each would cost minutes on a slow disk.
  constexpr std::size_t kBatch = 250;
  const auto earlier = [](const Deed& left, const Deed& right) { return left.at < right.at; };
  std::stable_sort(deeds_.begin(), deeds_.end(), earlier);
  std::erase_if(deeds_, [now](const Deed& deed) { return deed.at > now; });
  std::span<const Deed> left(deeds_);
  while (!left.empty()) {
    const auto is_by_itself = [](const Deed& deed) { return static_cast<bool>(deed.by_itself); };
    const auto until = std::ranges::find_if(left, is_by_itself) - left.begin();
    const auto batch = left.first(std::min(kBatch, static_cast<std::size_t>(until)));
    if (batch.empty()) {
      left.front().by_itself(database);
      left = left.subspan(1);
      continue;
    }
    database.write([batch](database::Transaction& tx) {
      for (const auto& deed : batch) deed.act(tx);
      return database::Outcome::keep;
    });
    left = left.subspan(batch.size());
  }
  deeds_.clear();
}

}  // namespace guanxi::demo
