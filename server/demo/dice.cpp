#include "demo/dice.h"

#include <fmt/format.h>

#include <numeric>

namespace guanxi::demo {

std::uint64_t Dice::roll() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t bits = state_;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
  return bits ^ (bits >> 31);
}

int Dice::below(int n) { return static_cast<int>(((roll() >> 32) * static_cast<std::uint64_t>(n)) >> 32); }

bool Dice::chance(double share) {
  constexpr double kUnit = 1.0 / 9007199254740992.0;  // 53 bits, all that a double holds exactly
  return static_cast<double>(roll() >> 11) * kUnit < share;
}

std::size_t Dice::weighted(std::span<const double> weights) {
  constexpr int kFine = 1 << 30;
  double place = std::accumulate(weights.begin(), weights.end(), 0.0) * below(kFine) / kFine;
  for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
    if (place < weights[i]) return i;
    place -= weights[i];
  }
  return weights.size() - 1;
}

std::string Dice::id(Instant at) {
  const auto time = static_cast<std::uint64_t>(at);
  const std::uint64_t bits = roll();
  const std::uint64_t tail = roll();
  return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", time >> 16, time & 0xFFFF, bits & 0xFFF,
                     0x8000 | ((bits >> 12) & 0x3FFF), tail & 0xFFFFFFFFFFFF);
}

}  // namespace guanxi::demo
