#include "platform/statistics/multiple.h"

#include <algorithm>
#include <numeric>

#include "platform/result.h"

namespace guanxi::statistics {

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
  for (const double p : p_values) CHECK(p >= 0 && p <= 1);
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return p_values[i]; });

  std::vector<double> adjusted(p_values.size());
  const auto count = static_cast<double>(p_values.size());
  double smallest = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const std::size_t i = order[rank - 1];
    smallest = std::min(smallest, p_values[i] * (count / static_cast<double>(rank)));
    adjusted[i] = smallest;
  }
  return adjusted;
}

}  // namespace guanxi::statistics
