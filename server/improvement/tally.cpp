#include "improvement/tally.h"

#include <charconv>

namespace guanxi::improvement {
namespace {

/// The shortest stay of each class, in minutes. Under three, nobody can have received them.
constexpr std::int64_t kStays[] = {60, 30, 10, 3, 0};

std::string class_of_stay(std::int64_t minutes) {
  for (const auto least : kStays) {
    if (minutes >= least) return std::to_string(least);
  }
  return "0";
}

template <class T>
std::string text_of(const std::optional<T>& number) {
  return number ? std::to_string(static_cast<std::int64_t>(*number)) : "";
}

/// Reads a number and steps over the character behind it.
std::int64_t take_number(std::string_view& text) {
  std::int64_t number = 0;
  const auto* end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
  text.remove_prefix(std::min(static_cast<std::size_t>(end - text.data()) + 1, text.size()));
  return number;
}

}  // namespace

const std::vector<Dimension>& all_dimensions() {
  using enum Dimension;
  static const std::vector<Dimension> each = {Dimension::all, reason, person,      hour,    channel, model,
                                              minutes,        asks,   second_face, on_duty, fate};
  return each;
}

bool has_rate(Dimension dimension) {
  using enum Dimension;
  return dimension != reason && dimension != asks && dimension != second_face;
}

Cell& Cell::operator+=(const Cell& other) {
  filed += other.filed;
  unfiled += other.unfiled;
  open += other.open;
  return *this;
}

void Cell::count(Outcome outcome) {
  ++(outcome == Outcome::filed ? filed : outcome == Outcome::unfiled ? unfiled : open);
}

OnDuty on_duty(database::Transaction& tx, const std::string& store_id, const std::string& from_day,
               const std::string& before_day) {
  static constexpr std::string_view kSelect =
      "SELECT day, people FROM reception_people_on_duty WHERE store_id = $1 AND day >= $2 AND day < $3";
  OnDuty duty;
  for (const auto& row : tx.query(kSelect, store_id, from_day, before_day)) {
    duty[row.get<std::string>(0)] = row.get<std::int64_t>(1);
  }
  return duty;
}

std::string value_of(const FirstVisit& visit, Dimension dimension, const OnDuty& duty) {
  switch (dimension) {
    case Dimension::all:
    case Dimension::store:
    case Dimension::fate:
      return "";
    case Dimension::reason:
      return visit.reason_code.value_or("");
    case Dimension::person:
      return visit.salesperson_id.value_or("");
    case Dimension::hour:
      return std::to_string(visit.weekday) + "-" + std::to_string(visit.hour);
    case Dimension::channel:
      return visit.channel_code.value_or("");
    case Dimension::model:
      return visit.model_id.value_or("");
    case Dimension::minutes:
      return visit.minutes ? class_of_stay(*visit.minutes) : "";
    case Dimension::asks:
      return text_of(visit.asks);
    case Dimension::second_face:
      return text_of(visit.second_face);
    case Dimension::on_duty:
      break;
  }
  const auto found = duty.find(visit.day);
  return found == duty.end() ? "" : std::to_string(found->second);
}

Tally tally_of(const std::vector<FirstVisit>& visits, Dimension dimension, const OnDuty& duty) {
  Tally tally;
  for (const auto& visit : visits) {
    if (!has_rate(dimension) && visit.outcome != Outcome::unfiled) continue;
    tally[value_of(visit, dimension, duty)].count(visit.outcome);
  }
  return tally;
}

void add(Tally& sum, const Tally& other) {
  for (const auto& [value, cell] : other) sum[value] += cell;
}

Cell total_of(const Tally& tally) {
  Cell total;
  for (const auto& [value, cell] : tally) total += cell;
  return total;
}

std::string write_tally(const Tally& tally) {
  std::string text;
  for (const auto& [value, cell] : tally) {
    if (!text.empty()) text += ';';
    text += value + "=" + std::to_string(cell.filed) + "," + std::to_string(cell.unfiled) + "," +
            std::to_string(cell.open);
  }
  return text;
}

void add_written(Tally& sum, std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('=');
    const auto value = text.substr(0, end);
    auto found = sum.find(value);
    if (found == sum.end()) found = sum.try_emplace(std::string(value)).first;
    auto& cell = found->second;
    text.remove_prefix(std::min(end + 1, text.size()));
    cell.filed += take_number(text);
    cell.unfiled += take_number(text);
    cell.open += take_number(text);
  }
}

Tally read_tally(std::string_view text) {
  Tally tally;
  add_written(tally, text);
  return tally;
}

}  // namespace guanxi::improvement
