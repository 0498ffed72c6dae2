#include "prospects/calendar_feed.h"

#include <algorithm>
#include <set>

#include "platform/content_lines/content_lines.h"
#include "prospects/choice_words.h"
#include "prospects/plans_ahead.h"

namespace guanxi::prospects {
namespace {

using content_lines::Writer;

constexpr Instant kBack = 30 * kDay;
constexpr Instant kAhead = 180 * kDay;
/// Of each kind in each store: more than anybody could keep.
constexpr std::int64_t kMost = 1000;
/// How long the hour of an appointment is in a calendar; nobody says how long they will stay.
constexpr Instant kShownFor = kHour;

/// What is planned in one store.
struct Plans {
  std::vector<Appointment> appointments;
  std::vector<TestDrive> drives;
  std::vector<NamedCard> due;
  std::map<std::string, Instant> edits;
};

Plans plans_of(database::Transaction& tx, const std::string& store_id, const std::string& person_id,
               Instant now) {
  const Taken span{now - kBack, now + kAhead};
  DueFilter due;
  due.salesperson_id = person_id;
  due.before = span.to;
  due.limit = kMost;
  return {appointments_of_salesperson(tx, store_id, person_id, span.from, span.to, kMost),
          drives_of_salesperson(tx, store_id, person_id, span, kMost), select_due(tx, store_id, due),
          edits_of_salesperson(tx, store_id, person_id, span.from, span.to)};
}

std::map<std::string, NamedCard> cards_of(database::Transaction& tx, const std::string& store_id,
                                          const Plans& plans) {
  std::set<std::string> ids;
  for (const auto& appointment : plans.appointments) ids.insert(appointment.card_id);
  for (const auto& drive : plans.drives) ids.insert(drive.card_id);
  if (ids.empty()) return {};
  const std::vector<std::string> all(ids.begin(), ids.end());
  return select_cards_by_id(tx, store_id, all);
}

/// Writes what is planned in one store.
class StoreLines {
 public:
  StoreLines(Writer& lines, const dealership::Store& store, const Plans& plans, Language language,
             const std::string& address)
      : lines_(lines),
        store_(store),
        plans_(plans),
        zone_(store.zone()),
        language_(language),
        address_(address) {}

  void add(const Appointment& appointment, const NamedCard& card) {
    begin("VEVENT", "appointment-" + appointment.id, appointment.version);
    const auto changed = latest(appointment.made_at, appointment.settled_at, edit_of(appointment.id));
    add_times(appointment.made_at, changed);
    add_span(appointment.at, appointment.at + kShownFor);
    add_place(appointment.standing == AppointmentStanding::cancelled);
    const auto what = add_whom(word_for(appointment.purpose, language_), card, "");
    if (appointment.standing == AppointmentStanding::invited) add_reminder(what);
    lines_.end("VEVENT");
  }

  void add(const TestDrive& drive, const NamedCard& card, const std::string& car) {
    begin("VEVENT", "drive-" + drive.id, drive.version);
    add_times(drive.booked_at, latest(drive.booked_at, drive.settled_at, edit_of(drive.id)));
    add_span(drive.taken.from, drive.taken.to);
    add_place(drive.standing == DriveStanding::cancelled);
    const auto what = add_whom(word_for(AppointmentPurpose::test_drive, language_), card, car);
    if (drive.standing == DriveStanding::booked) add_reminder(what);
    lines_.end("VEVENT");
  }

  /// The next date of a card. It stays one thing to do, whose date moves with every follow-up.
  void add(const NamedCard& named) {
    const Card& card = named.card;
    begin("VTODO", "follow-up-" + card.id, card.version);
    add_times(card.opened_at, latest(card.opened_at, card.followed_at, card.said_at));
    if (card.next->timed) {
      content_lines::add_moment(lines_, "DUE", store_.time_zone, zone_, card.next->at);
    } else {
      lines_.add("DUE;VALUE=DATE", content_lines::date(zone_.day(card.next->at)));
    }
    lines_.add("STATUS", "NEEDS-ACTION");
    add_whom(language_ == Language::zh ? "跟进" : "Follow up", named, "");
    lines_.end("VTODO");
  }

 private:
  static Instant latest(Instant one, std::optional<Instant> other, std::optional<Instant> third) {
    return std::max({one, other.value_or(one), third.value_or(one)});
  }
  std::optional<Instant> edit_of(const std::string& id) const {
    const auto found = plans_.edits.find(id);
    return found == plans_.edits.end() ? std::nullopt : std::optional(found->second);
  }
  void begin(const char* component, const std::string& id, std::int64_t version) {
    lines_.begin(component);
    lines_.add("UID", id + "@guanxi");
    lines_.add("SEQUENCE", std::to_string(version - 1));
  }
  /// Without a METHOD, DTSTAMP is when what is told was last changed (RFC 5545 §3.8.7.2): the same for the
  /// same content, so that an unchanged calendar is an unchanged text.
  void add_times(Instant made, Instant changed) {
    lines_.add("DTSTAMP", content_lines::utc(changed));
    lines_.add("CREATED", content_lines::utc(made));
    lines_.add("LAST-MODIFIED", content_lines::utc(changed));
  }
  void add_span(Instant from, Instant to) {
    content_lines::add_moment(lines_, "DTSTART", store_.time_zone, zone_, from);
    content_lines::add_moment(lines_, "DTEND", store_.time_zone, zone_, to);
  }
  void add_place(bool cancelled) {
    lines_.add_text("LOCATION", store_.address ? store_.name + ", " + *store_.address : store_.name);
    lines_.add("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
  }
  /// @returns the summary
  std::string add_whom(const std::string& what, const NamedCard& card, const std::string& car) {
    auto text = what + (language_ == Language::zh ? "：" : ": ") + card.customer_name;
    const auto& model = car.empty() ? card.model.value_or("") : car;
    if (!model.empty()) text += " · " + model;
    lines_.add_text("SUMMARY", text);
    lines_.add_text("CATEGORIES", label_of(store_, card.card.grade));
    if (!address_.empty())
      lines_.add("URL", address_ + "/stores/" + store_.id + "/prospects/" + card.card.id);
    return text;
  }
  /// Half an hour before, for calendars that take reminders from a feed (RFC 5545 §3.6.6).
  void add_reminder(const std::string& what) {
    lines_.begin("VALARM");
    lines_.add("ACTION", "DISPLAY");
    lines_.add("TRIGGER", "-PT30M");
    lines_.add_text("DESCRIPTION", what);
    lines_.end("VALARM");
  }

  Writer& lines_;
  const dealership::Store& store_;
  const Plans& plans_;
  TimeZone zone_;
  Language language_;
  const std::string& address_;
};

void begin_calendar(Writer& lines, Language language) {
  lines.begin("VCALENDAR");
  lines.add("VERSION", "2.0");
  lines.add("PRODID", "-//Guanxi//Guanxi//ZH");
  lines.add("CALSCALE", "GREGORIAN");
  const auto* name = language == Language::zh ? "关系 · 我的安排" : "Guanxi · my plans";
  lines.add_text("NAME", name);
  lines.add_text("X-WR-CALNAME", name);
  lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
  lines.add("X-PUBLISHED-TTL", "PT1H");
}

void add_store(database::Transaction& tx, Writer& lines, const dealership::Store& store, const Plans& plans,
               Language language, const std::string& address) {
  StoreLines writer(lines, store, plans, language, address);
  const auto cards = cards_of(tx, store.id, plans);
  std::map<std::string, std::string> cars;
  if (!plans.drives.empty()) {
    for (const auto& car : test_cars_of(tx, store.id)) cars.emplace(car.id, car.name);
  }
  for (const auto& appointment : plans.appointments) writer.add(appointment, cards.at(appointment.card_id));
  for (const auto& drive : plans.drives) writer.add(drive, cards.at(drive.card_id), cars.at(drive.car_id));
  for (const auto& card : plans.due) writer.add(card);
}

}  // namespace

std::string calendar_feed(database::Transaction& tx, const Actor& actor, const std::string& address,
                          Instant now) {
  const auto person = dealership::find_person(tx, actor.id);
  CHECK(person.has_value());
  std::vector<std::pair<dealership::Store, Plans>> planned;
  auto earliest = now - kBack;
  std::set<std::string> zones;
  for (const auto& store : dealership::stores_of(tx, *person)) {
    if (store.retired) continue;
    const auto& plans = planned.emplace_back(store, plans_of(tx, store.id, actor.id, now)).second;
    if (!plans.due.empty()) earliest = std::min(earliest, plans.due.front().card.next->at);
    zones.insert(store.time_zone);
  }
  Writer lines;
  begin_calendar(lines, actor.language);
  for (const auto& zone : zones) content_lines::add_zone(lines, zone, earliest, now + kAhead + kDay);
  for (const auto& [store, plans] : planned) add_store(tx, lines, store, plans, actor.language, address);
  lines.end("VCALENDAR");
  return lines.text();
}

}  // namespace guanxi::prospects
