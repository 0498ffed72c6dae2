#include "demo/row_id.h"

namespace guanxi::demo {

RowId Moment::next() {
  static constexpr char kHex[] = "0123456789abcdef";
  const std::uint64_t stamp = stamp_++;
  const std::uint64_t high = ((stamp >> 12) << 16) | 0x7000 | (stamp & 0xFFF);
  const std::uint64_t low = (dice_.roll() & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000;
  RowId id;
  std::size_t at = 0;
  for (int digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) id.text[at++] = '-';
    const std::uint64_t half = digit < 16 ? high : low;
    id.text[at++] = kHex[(half >> (60 - 4 * (digit % 16))) & 0xF];
  }
  return id;
}

}  // namespace guanxi::demo
