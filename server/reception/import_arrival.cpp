#include "reception/import_arrival.h"

#include <algorithm>

#include "platform/clock/digits.h"
#include "platform/text/search_keys.h"
#include "reception/import_values.h"

namespace guanxi::reception {
namespace {

constexpr int kNoon = 12 * 60;  // where a visit stands whose row names only the day

/// A day and, when it is known, the minute of it.
struct Moment {
  std::string day;
  std::optional<int> minute;
};

Instant instant_of(const TimeZone& zone, const std::string& day, int minute) {
  const std::string_view text = day;
  return zone.instant({digits::read(text.substr(0, 4)), digits::read(text.substr(5, 2)),
                       digits::read(text.substr(8, 2)), minute / 60, minute % 60, 0, 0});
}

/// A time alone, or the time of a date.
std::expected<std::optional<int>, RowRefusal> read_minute(const RowCells& row, Field field,
                                                          int default_year) {
  const auto cell = row.cell(field);
  if (text::fold(cell).empty()) return std::nullopt;
  if (const auto minute = tables::parse_minute_of_day(cell)) return minute;
  if (const auto date = tables::parse_date(cell, default_year); date && date->minute_of_day) {
    return date->minute_of_day;
  }
  return std::unexpected(row.refusal(field, "no_clock_time"));
}

std::expected<Moment, RowRefusal> read_arrival(const RowCells& row, int default_year) {
  const auto whole = tables::parse_date(row.cell(Field::arrived_at), default_year);
  const auto date = tables::parse_date(row.cell(Field::arrived_on), default_year);
  // "9:30" in the column for day and time is fine beside a column with the day.
  const bool only_time = !whole && date && tables::parse_minute_of_day(row.cell(Field::arrived_at));
  if (!whole && !only_time && !row.cell(Field::arrived_at).empty()) {
    return std::unexpected(row.refusal(Field::arrived_at, "not_a_date"));
  }
  if (!date && !row.cell(Field::arrived_on).empty()) {
    return std::unexpected(row.refusal(Field::arrived_on, "not_a_date"));
  }
  if (!whole && !date) return std::unexpected(RowRefusal{"date_needed", std::nullopt, ""});
  Moment moment{whole ? whole->day : date->day, whole ? whole->minute_of_day : date->minute_of_day};
  if (only_time) moment.minute = tables::parse_minute_of_day(row.cell(Field::arrived_at));
  if (const auto minute = TRY(read_minute(row, Field::arrived_time, default_year))) moment.minute = minute;
  return moment;
}

/// Noon, or earlier when they had left by then or it is not noon yet; not before the day itself.
Instant assumed_arrival(const ImportContext& context, const std::string& day,
                        std::optional<Instant> left_at) {
  const auto noon = instant_of(context.zone, day, kNoon);
  const auto latest = std::min(left_at.value_or(noon), context.now);
  return std::max(std::min(noon, latest), context.zone.start_of(day));
}

/// The day is that of the arrival, unless the cell names one itself: some stay past midnight.
std::expected<std::optional<Instant>, RowRefusal> read_left(const RowCells& row, const ImportContext& context,
                                                            const std::string& day) {
  const auto minute = TRY(read_minute(row, Field::left_time, context.default_year));
  if (!minute) return std::nullopt;
  const auto whole = tables::parse_date(row.cell(Field::left_time), context.default_year);
  return instant_of(context.zone, whole ? whole->day : day, *minute);
}

Field date_field(const RowCells& row) {
  return row.cell(Field::arrived_on).empty() ? Field::arrived_at : Field::arrived_on;
}

}  // namespace

std::expected<bool, RowRefusal> read_times(const RowCells& row, const ImportContext& context, Visit& visit) {
  const auto arrival = TRY(read_arrival(row, context.default_year));
  visit.left_at = TRY(read_left(row, context, arrival.day));
  visit.arrived_at = arrival.minute ? instant_of(context.zone, arrival.day, *arrival.minute)
                                    : assumed_arrival(context, arrival.day, visit.left_at);
  const auto checked = check_times(visit.arrived_at, visit.left_at, context.now);
  if (!checked) {
    const auto& wrong = checked.error().errors.at(0);
    return std::unexpected(
        row.refusal(wrong.pointer == "/left_at" ? Field::left_time : date_field(row), wrong.code));
  }
  visit.day = context.zone.day(visit.arrived_at);
  visit.hour = context.zone.local(visit.arrived_at).hour;
  return arrival.minute.has_value();
}

std::expected<void, RowRefusal> read_appointment(const RowCells& row, const ImportContext& context,
                                                 Visit& visit) {
  if (says_none(row.cell(Field::appointed_at))) return {};
  const auto minute = TRY(read_minute(row, Field::appointed_at, context.default_year));
  if (!minute || visit.kind == Kind::call) return {};
  const auto whole = tables::parse_date(row.cell(Field::appointed_at), context.default_year);
  visit.way = Way::appointment;
  visit.appointed_at = instant_of(context.zone, whole ? whole->day : visit.day, *minute);
  const auto checked = check_appointment(visit);
  if (!checked) return std::unexpected(row.refusal(Field::appointed_at, checked.error().errors.at(0).code));
  return {};
}

}  // namespace guanxi::reception
