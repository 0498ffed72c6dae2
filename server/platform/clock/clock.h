// Time: instants are UTC milliseconds; days and hours are always a store's own.
#pragma once

#include <cctz/time_zone.h>

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guanxi {

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
using Instant = std::int64_t;

constexpr Instant kSecond = 1000;
constexpr Instant kMinute = 60 * kSecond;
constexpr Instant kHour = 60 * kMinute;
constexpr Instant kDay = 24 * kHour;

/// Where the time comes from, so that no test depends on today.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock : public Clock {
 public:
  Instant now() const override;
};

/// A clock that stands still until it is set. For tests and for the demo.
class FixedClock : public Clock {
 public:
  explicit FixedClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }
  void advance(Instant by) { now_ += by; }

 private:
  std::atomic<Instant> now_;
};

/// A local reading of the wall clock. `weekday`: 1 = Monday … 7 = Sunday.
struct LocalTime {
  int year, month, day, hour, minute, second, weekday;
};

/// An IANA time zone ("Asia/Shanghai"), read from the system's tzdata.
/// @returns nothing when there is no such zone.
class TimeZone {
 public:
  static std::optional<TimeZone> find(const std::string& name);

  LocalTime local(Instant instant) const;
  /// The day in this zone as "YYYY-MM-DD".
  std::string day(Instant instant) const;
  /// The instant of a local reading. One that daylight saving skips is moved forward by the gap; of one that
  /// happens twice, the first.
  Instant instant(const LocalTime& local) const;
  /// The first instant of a day "YYYY-MM-DD" (not always 00:00: some zones skip midnight).
  Instant start_of(std::string_view day) const;

 private:
  explicit TimeZone(cctz::time_zone zone) : zone_(zone) {}
  cctz::time_zone zone_;
};

/// Whether the text is a calendar day "YYYY-MM-DD" between 1900-01-01 and 9999-12-31.
bool is_day(std::string_view text);
/// The day `days` later (or earlier when negative). `day` must be a day.
std::string add_days(std::string_view day, int days);
/// Days from one day to another; negative when `to` is earlier.
int days_between(std::string_view from, std::string_view to);

/// "2026-03-01T09:30:00.000Z"
std::string format_instant(Instant instant);
/// Reads RFC 3339 with an offset or Z; nothing when it is anything else, a leap second, or outside of
/// 1900-01-02 to 9999-12-30, so that what was read has a day (see is_day) in every time zone. Finer than
/// milliseconds is cut off.
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace guanxi
