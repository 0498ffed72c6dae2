// Content lines: how iCalendar (RFC 5545) and vCard (RFC 2426, RFC 6350) write things down. One property a
// line, folded at 75 octets, ended by CRLF.
#pragma once

#include <string>
#include <string_view>

#include "platform/clock/clock.h"

namespace guanxi::content_lines {

/// A text as the value of a property: backslash, comma, semicolon and line ends are escaped (RFC 5545
/// §3.3.11), control characters left out.
std::string escape(std::string_view text);

/// "20260304T020000Z"
std::string utc(Instant instant);
/// "20260304T100000", read off the clocks of a zone.
std::string local(const TimeZone& zone, Instant instant);
/// "2026-03-04" -> "20260304"
std::string date(std::string_view day);

/// Lines one after another.
class Writer {
 public:
  /// BEGIN and END of a component: "VEVENT".
  void begin(std::string_view component) { add("BEGIN", component); }
  void end(std::string_view component) { add("END", component); }
  /// A property with a value that is written as it is; `name` may carry parameters: "DTSTART;VALUE=DATE".
  void add(std::string_view name, std::string_view value);
  /// A property whose value is a text.
  void add_text(std::string_view name, std::string_view text) { add(name, escape(text)); }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Writes a zone as a VTIMEZONE that says how its clocks stand from `from` up to `to`: each change is named
/// by its day rather than by a rule, so that it is the same as in the system's own tables. After the last one
/// named nothing changes.
void add_zone(Writer& lines, const std::string& name, Instant from, Instant to);

/// A property that is a moment: read off the clocks of the zone, unless that reading happens twice and the
/// first one is meant by it; then in UTC.
void add_moment(Writer& lines, std::string_view name, const std::string& zone_name, const TimeZone& zone,
                Instant at);

}  // namespace guanxi::content_lines
