#include "platform/content_lines/content_lines.h"

#include <fmt/format.h>

#include <cstdlib>

#include "platform/clock/clock_changes.h"

namespace guanxi::content_lines {
namespace {

/// Octets of a line without its end (RFC 5545 §3.1).
constexpr std::size_t kLongestLine = 75;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f'; }

std::string stamp(const LocalTime& time) {
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", time.year, time.month, time.day, time.hour,
                     time.minute, time.second);
}

/// 28800 -> "+0800"; the seconds of old local times are written, too.
std::string offset_text(int seconds) {
  const int size = std::abs(seconds);
  auto text = fmt::format("{}{:02}{:02}", seconds < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) text += fmt::format("{:02}", size % 60);
  return text;
}

void add_observance(Writer& lines, const ClockChange& change) {
  const auto* kind = change.daylight ? "DAYLIGHT" : "STANDARD";
  lines.begin(kind);
  // The moment of the change as the clocks showed it that were in use before.
  const auto shown = utc(change.at + change.before * kSecond);
  lines.add("DTSTART", shown.substr(0, shown.size() - 1));
  lines.add("TZOFFSETFROM", offset_text(change.before));
  lines.add("TZOFFSETTO", offset_text(change.offset));
  lines.add_text("TZNAME", change.abbreviation);
  lines.end(kind);
}

}  // namespace

std::string escape(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (c == '\n' || c == '\r') {
      escaped += "\\n";
    } else if (c == '\\' || c == ',' || c == ';') {
      escaped += '\\';
      escaped += c;
    } else if (!is_control(c)) {
      escaped += c;
    }
  }
  return escaped;
}

std::string utc(Instant instant) {
  const auto text = format_instant(instant);
  return date(text.substr(0, 10)) + "T" + text.substr(11, 2) + text.substr(14, 2) + text.substr(17, 2) + "Z";
}

std::string local(const TimeZone& zone, Instant instant) { return stamp(zone.local(instant)); }

std::string date(std::string_view day) {
  return std::string(day.substr(0, 4)) + std::string(day.substr(5, 2)) + std::string(day.substr(8, 2));
}

void Writer::add(std::string_view name, std::string_view value) {
  const auto line = std::string(name) + ":" + std::string(value);
  std::string_view rest = line;
  auto room = kLongestLine;
  while (rest.size() > room) {
    auto cut = room;
    while (cut > 1 && continues_character(rest[cut])) --cut;
    text_.append(rest.substr(0, cut)).append("\r\n ");
    rest.remove_prefix(cut);
    room = kLongestLine - 1;  // the blank that continues a line is one of its octets
  }
  text_.append(rest).append("\r\n");
}

void add_zone(Writer& lines, const std::string& name, Instant from, Instant to) {
  lines.begin("VTIMEZONE");
  lines.add("TZID", name);
  auto changes = clock_changes(name, from, to);
  if (changes.empty() || changes.front().at > from) {
    // It has been like this for as long as is known.
    const auto local = TimeZone::find(name)->local(from);
    const TimeZone utc_zone = *TimeZone::find("UTC");
    const auto offset = static_cast<int>((utc_zone.instant(local) - from / kSecond * kSecond) / kSecond);
    changes.insert(changes.begin(), {0, offset, offset, false, name});
  }
  for (const auto& change : changes) add_observance(lines, change);
  lines.end("VTIMEZONE");
}

void add_moment(Writer& lines, std::string_view name, const std::string& zone_name, const TimeZone& zone,
                Instant at) {
  const auto whole = at - at % kSecond;
  if (zone.instant(zone.local(whole)) == whole) {
    lines.add(std::string(name) + ";TZID=" + zone_name, local(zone, whole));
  } else {
    lines.add(name, utc(whole));
  }
}

}  // namespace guanxi::content_lines
