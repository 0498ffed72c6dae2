#include "demo/years_cast.h"

#include <fmt/format.h>

#include <algorithm>

#include "demo/cast.h"
#include "demo/rhythm.h"
#include "demo/visitors.h"
#include "platform/text/search_keys.h"

namespace guanxi::demo {
namespace {

using dealership::Role;

constexpr int kStoresOfGroup = 300;

struct City {
  const char *name, *code, *plates;
};
constexpr City kCities[] = {
    {"杭州", "HZ", "浙A"}, {"上海", "SH", "沪A"}, {"南京", "NJ", "苏A"}, {"苏州", "SZ", "苏E"},
    {"宁波", "NB", "浙B"}, {"合肥", "HF", "皖A"}, {"武汉", "WH", "鄂A"}, {"长沙", "CS", "湘A"},
    {"成都", "CD", "川A"}, {"重庆", "CQ", "渝A"}, {"西安", "XA", "陕A"}, {"郑州", "ZZ", "豫A"},
    {"济南", "JN", "鲁A"}, {"青岛", "QD", "鲁B"}, {"北京", "BJ", "京A"}, {"天津", "TJ", "津A"},
    {"沈阳", "SY", "辽A"}, {"大连", "DL", "辽B"}, {"广州", "GZ", "粤A"}, {"深圳", "SN", "粤B"},
    {"东莞", "DG", "粤S"}, {"佛山", "FS", "粤E"}, {"福州", "FZ", "闽A"}, {"厦门", "XM", "闽D"},
    {"南昌", "NC", "赣A"}, {"昆明", "KM", "云A"}, {"贵阳", "GY", "贵A"}, {"南宁", "NN", "桂A"},
    {"太原", "TY", "晋A"}, {"无锡", "WX", "苏B"}};
constexpr const char* kAreas[] = {"滨江", "浦东", "城西", "高新", "经开", "城北",
                                  "江南", "空港", "新城", "湖东", "城南"};

/// One shop abroad, in a zone with daylight saving, and one far in the west.
constexpr std::size_t kBerlin = 20, kUrumqi = 21;

class Caster {
 public:
  Caster(const YearsOptions& options, const Period& period)
      : options_(options),
        period_(period),
        dice_(options.seed),
        founded_at_(TimeZone::find("Asia/Shanghai")->start_of(period.first_day) - kDay + 9 * kHour) {}

  Concern cast() {
    const auto count = static_cast<std::size_t>(options_.stores);
    const std::size_t groups = (count + kStoresOfGroup - 1) / kStoresOfGroup;
    for (std::size_t i = 0; i < groups; ++i) {
      concern_.groups.push_back(new_id());
      const auto login = i == 0 ? "zongjingli" : fmt::format("zongjingli{}", i + 1);
      concern_.general_managers.push_back(employ(Role::general_manager, login));
    }
    for (std::size_t i = 0; i < count; ++i) add_branch(i, i * groups / count);
    double sizes = 0;
    for (const auto& branch : concern_.branches) sizes += branch.size;
    for (auto& branch : concern_.branches) branch.size *= static_cast<double>(count) / sizes;
    for (std::size_t i = 0; i < count; ++i) staff(concern_.branches[i], i == 0);
    return std::move(concern_);
  }

 private:
  /// Later ones stand behind earlier ones.
  RowId new_id() { return Moment(dice_, founded_at_ + ++made_).next(); }

  void add_branch(std::size_t number, std::size_t group) {
    const auto& city = kCities[number % std::size(kCities)];
    const auto* area =
        number == 0 ? "滨江" : kAreas[(number / std::size(kCities) + number) % std::size(kAreas)];
    Branch branch{};
    branch.id = new_id();
    branch.sensor_id = new_id();
    branch.group = group;
    branch.size = dice_.between(50, 180) / 100.0;
    branch.luck = dice_.roll();
    branch.code = fmt::format("{}{:02}", city.code, number + 1);
    branch.name = fmt::format("{}{}店", city.name, area);
    if (number >= std::size(kCities) * std::size(kAreas)) branch.name += std::to_string(number + 1);
    branch.plates = city.plates;
    branch.time_zone = "Asia/Shanghai";
    branch.country = "CN";
    branch.currency = "CNY";
    if (number == kBerlin) {
      branch.code = fmt::format("BE{:02}", number + 1);
      branch.name = "柏林米特店";
      branch.plates = "B";
      branch.time_zone = "Europe/Berlin";
      branch.country = "DE";
      branch.currency = "EUR";
    } else if (number == kUrumqi) {
      branch.code = fmt::format("WQ{:02}", number + 1);
      branch.name = "乌鲁木齐高新店";
      branch.plates = "新A";
      branch.time_zone = "Asia/Urumqi";
    }
    concern_.branches.push_back(std::move(branch));
  }

  Employee employ(Role role, std::string login) {
    return {new_id(), new_name(dice_).full(), std::move(login), role, founded_at_, std::nullopt};
  }

  void staff(Branch& branch, bool first) {
    const auto at = "@" + text::fold(branch.code);
    branch.receptionist = employ(Role::receptionist, first ? "qiantai" : "qiantai" + at);
    branch.manager = employ(Role::sales_manager, first ? "jingli" : "jingli" + at);
    branch.administrator = employ(Role::administrator, first ? "admin" : "admin" + at);
    const auto places = std::clamp(static_cast<int>(6 + 4.5 * (branch.size - 0.5)), 6, 12);
    number_ = 0;
    for (int place = 0; place < places; ++place) hold_place(branch, first, static_cast<std::size_t>(place));
    if (!first) return;
    for (const auto& member : members()) {
      for (auto* employee : {&branch.receptionist, &branch.manager, &branch.administrator,
                             &concern_.general_managers.front()}) {
        if (employee->login == member.login) employee->name = member.name;
      }
    }
  }

  /// One place on the floor: who leaves is followed by somebody new, some weeks later.
  void hold_place(Branch& branch, bool first, std::size_t place) {
    std::vector<const CastMember*> known;
    for (const auto& member : members()) {
      if (member.store == 0 && member.role == Role::salesperson) known.push_back(&member);
    }
    Instant from = founded_at_;
    for (bool open = true; open;) {
      auto person = salesperson(branch, from);
      const bool well_known = first && place < known.size() && from == founded_at_;
      if (well_known) {
        person.name = known[place]->name;
        person.login = known[place]->login;
      }
      if (place >= kSettled && !well_known) person.until = leaving(branch, from);
      open = person.until.has_value();
      if (open) from = *person.until + dice_.between(3, 25) * kDay - 12 * kHour;
      branch.salespeople.push_back(std::move(person));
      if (from >= period_.now) return;
    }
  }

  Employee salesperson(const Branch& branch, Instant from) {
    const auto name = new_name(dice_);
    const auto login = fmt::format("{}{:02}@{}", latin(name.surname), ++number_, text::fold(branch.code));
    const auto id = from == founded_at_ ? new_id() : Moment(dice_, from).next();
    return {id, name.full(), login, Role::salesperson, from, std::nullopt};
  }

  /// In the evening of a last day of a month, or never.
  std::optional<Instant> leaving(const Branch& branch, Instant from) {
    constexpr double kMonthly = 0.023;
    const auto zone = *TimeZone::find(branch.time_zone);
    auto month = zone.day(from).substr(0, 8) + "01";
    for (;;) {
      month = add_months(month, 1);
      const auto at = zone.start_of(month) - 3 * kHour;
      if (at >= period_.now) return std::nullopt;
      if (at > from + 20 * kDay && dice_.chance(kMonthly)) return at;
    }
  }

  const YearsOptions& options_;
  const Period& period_;
  Dice dice_;
  Instant founded_at_;
  Instant made_ = 0;
  int number_ = 0;
  Concern concern_;
};

}  // namespace

Period period_of(const YearsOptions& options) {
  const auto zone = *TimeZone::find("Asia/Shanghai");
  const Instant now = options.now != 0 ? options.now : SystemClock().now();
  const auto last_day = zone.day(now);
  return {add_days(add_months(last_day, -options.months), 1), last_day, now};
}

Concern cast_concern(const YearsOptions& options, const Period& period) {
  return Caster(options, period).cast();
}

}  // namespace guanxi::demo
