#include "demo/crowd.h"

#include <fmt/format.h>

#include "demo/visitors.h"
#include "platform/result.h"
#include "platform/text/search_keys.h"

namespace guanxi::demo {
namespace {

constexpr std::uint64_t kOwnNumbers = 100000000;  // behind a prefix

constexpr std::string_view kChinese[] = {"130", "131", "132", "133", "135", "136", "137", "138", "139", "147",
                                         "150", "151", "152", "153", "155", "156", "157", "158", "159", "166",
                                         "173", "175", "176", "177", "178", "180", "181", "182", "183", "185",
                                         "186", "187", "188", "189", "191", "198", "199"};

constexpr std::string_view kGermanWomen[] = {"Anna",  "Lena", "Julia", "Sophie", "Katharina",
                                             "Petra", "Jana", "Greta", "Ayşe",   "Ingrid"};
constexpr std::string_view kGermanMen[] = {"Jonas", "Lukas", "Paul",   "Jürgen", "Thomas",
                                           "Max",   "Felix", "Stefan", "Emre",   "Wolfgang"};
constexpr std::string_view kGermanSurnames[] = {
    "Berg",   "Müller", "Schmidt", "Weber",  "Yılmaz", "Koch",     "Richter", "Nowak",
    "Krause", "Vogel",  "Lange",   "Winter", "Groß",   "Albrecht", "Becker",  "Hoffmann"};

std::uint64_t mix(std::uint64_t bits) { return Dice(bits).roll(); }

}  // namespace

const KnownName& NameBook::draw(Dice& dice, std::string_view country) {
  CalledName called = new_name(dice);
  std::string name = called.full();
  if (country == "DE") {
    const bool woman = called.sex == dealership::Sex::female;
    name = std::string(woman ? dice.one_of(kGermanWomen) : dice.one_of(kGermanMen)).append(" ");
    name += dice.one_of(kGermanSurnames);
  }
  auto& known = names_[name];
  if (known.name.empty()) known = {name, latin(name), called.sex, text::name_keys(name)};
  return known;
}

std::uint64_t Shuffle::operator()(std::uint64_t number) const {
  constexpr int kHalf = 16;
  constexpr std::uint64_t kMask = (1U << kHalf) - 1;
  CHECK(number < size_ && size_ <= (std::uint64_t{1} << 2 * kHalf));
  do {  // what falls outside is shuffled on until it falls inside
    std::uint64_t left = number >> kHalf;
    std::uint64_t right = number & kMask;
    for (std::uint64_t round = 0; round < 4; ++round) {
      const auto next = left ^ (mix(key_ ^ (round << 40) ^ right) & kMask);
      left = right;
      right = next;
    }
    number = left << kHalf | right;
  } while (number >= size_);
  return number;
}

Crowd::Crowd(NameBook& names, std::string country, std::string plates, std::uint64_t key)
    : names_(names),
      country_(std::move(country)),
      plates_(std::move(plates)),
      shuffle_((country_ == "CN" ? std::size(kChinese) : 1) * kOwnNumbers, key) {}

std::string Crowd::phone_of(std::uint64_t number) const {
  const auto prefix = country_ == "CN" ? kChinese[number / kOwnNumbers] : "151";
  return fmt::format("{}{}{:08}", country_ == "CN" ? "+86" : "+49", prefix, number % kOwnNumbers);
}

Stranger Crowd::next(Dice& dice) {
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  const auto number = shuffle_(met_++);
  Stranger stranger{&names_.draw(dice, country_), {}, {}, {}};
  const bool only_wechat = dice.chance(0.07);
  if (!only_wechat) stranger.phone = phone_of(number);
  // As people call themselves there: the name in letters, and something to be unlike the others.
  if (only_wechat || dice.chance(0.3))
    stranger.wechat = fmt::format("{}_{:x}", stranger.name->letters, number);
  if (dice.chance(0.12)) {
    stranger.plate =
        fmt::format("{}{:03}{}{}", plates_, dice.below(1000), dice.one_of(kLetters), dice.below(10));
  }
  return stranger;
}

}  // namespace guanxi::demo
