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
  for (std::size_t from = 0; from < deeds_.size(); from += kBatch) {
    const auto batch = std::span(deeds_).subspan(from, std::min(kBatch, deeds_.size() - from));
    database.write([batch](database::Transaction& tx) {
      for (const auto& deed : batch) deed.act(tx);
      return database::Outcome::keep;
    });
  }
  deeds_.clear();
}

}  // namespace guanxi::demo
