#include "reception/visit_export.h"

#include <map>

#include "dealership/dealership.h"
#include "platform/tables/csv_writer.h"
#include "platform/text/phone.h"

namespace guanxi::reception {
namespace {

using dealership::List;

constexpr int kMostDays = 366;
constexpr std::int64_t kBatch = 5000;

struct Heading {
  const char* zh;
  const char* en;
};

constexpr Heading kHeadings[] = {
    {"日期", "Date"},
    {"来店时间", "Arrived"},
    {"离店时间", "Left"},
    {"分钟", "Minutes"},
    {"来店/来电", "Visit or call"},
    {"预约时间", "Appointed for"},
    {"交通工具", "Transport"},
    {"首次/再次", "First or again"},
    {"人数", "Party size"},
    {"销售顾问", "Salesperson"},
    {"信息渠道", "Channel"},
    {"结果", "Outcome"},
    {"姓名", "Name"},
    {"性别", "Sex"},
    {"电话", "Phone"},
    {"微信", "WeChat"},
    {"意向车型", "Model"},
    {"意向颜色", "Colour"},
    {"现有车辆", "Current car"},
    {"对比车型", "Competing model"},
    {"预算下限", "Price from"},
    {"预算上限", "Price to"},
    {"购车时间", "Means to buy"},
    {"购车日期", "Day of purchase"},
    {"未留档原因", "Reason unfiled"},
    {"索取次数", "Times asked"},
    {"第二人接待", "Second face"},
    {"试驾", "Test drive"},
    {"报价", "Quote"},
    {"置换评估", "Trade-in looked at"},
    {"问卷", "Questionnaire"},
    {"非意向类型", "Kind of exclusion"},
    {"接待经过", "Story"},
};

/// The words of one language for codes and choices.
class Labels {
 public:
  Labels(database::Transaction& tx, const std::string& store_id, Language language)
      : zh_(language == Language::zh) {
    for (const auto list : {List::channel, List::unfiled, List::exclusion}) {
      for (const auto& entry : dealership::list_entries(tx, store_id, list)) {
        labels_[{list, entry.code}] = zh_ ? entry.label_zh : entry.label_en;
      }
    }
  }

  std::string of(List list, const std::optional<std::string>& code) const {
    if (!code) return "";
    const auto found = labels_.find({list, *code});
    return found == labels_.end() ? *code : found->second;
  }
  std::string yes_or_no(const std::optional<bool>& answer) const {
    if (!answer) return "";
    return *answer ? (zh_ ? "是" : "yes") : (zh_ ? "否" : "no");
  }
  const char* pick(const char* zh, const char* en) const { return zh_ ? zh : en; }

 private:
  bool zh_;
  std::map<std::pair<List, std::string>, std::string> labels_;
};

std::string outcome(const Labels& labels, Standing standing) {
  switch (standing) {
    case Standing::open:
      return labels.pick("未完善", "open");
    case Standing::filed:
      return labels.pick("留档", "filed");
    case Standing::unfiled:
      return labels.pick("未留档", "unfiled");
    case Standing::exclusion_asked:
      return labels.pick("非意向（待确认）", "no prospect (to be confirmed)");
    case Standing::excluded:
      return labels.pick("非意向", "no prospect");
  }
  throw Bug("a standing without a word");
}

std::string purchase(const Labels& labels, const std::optional<PurchaseWhen>& when) {
  if (!when) return "";
  switch (*when) {
    case PurchaseWhen::this_week:
      return labels.pick("本周", "this week");
    case PurchaseWhen::this_month:
      return labels.pick("本月", "this month");
    case PurchaseWhen::next_month:
      return labels.pick("下月", "next month");
    case PurchaseWhen::date:
      return labels.pick("指定日期", "on a date");
    case PurchaseWhen::unknown:
      return labels.pick("未知", "unknown");
  }
  throw Bug("a time of purchase without a word");
}

std::string transport_text(const Labels& labels, const std::optional<Transport>& transport) {
  if (!transport) return "";
  switch (*transport) {
    case Transport::on_foot:
      return labels.pick("步行", "on foot");
    case Transport::bicycle:
      return labels.pick("自行车", "bicycle");
    case Transport::motorbike:
      return labels.pick("摩托车", "motorbike");
    case Transport::car:
      return labels.pick("自驾", "car");
    case Transport::taxi:
      return labels.pick("出租车", "taxi");
    case Transport::public_transport:
      return labels.pick("公共交通", "public transport");
    case Transport::other:
      return labels.pick("其他", "other");
  }
  throw Bug("a transport without a word");
}

std::string clock_text(const TimeZone& zone, const std::optional<Instant>& instant) {
  if (!instant) return "";
  const auto local = zone.local(*instant);
  char text[8];
  std::snprintf(text, sizeof text, "%02d:%02d", local.hour % 100, local.minute % 100);
  return text;
}

/// Day and time: an appointment may have been for another day than the visit.
std::string moment_text(const TimeZone& zone, const std::optional<Instant>& instant) {
  return instant ? zone.day(*instant) + " " + clock_text(zone, instant) : "";
}

/// Minor units as a plain decimal: 12000000 -> "120000.00".
std::string money(const std::optional<std::int64_t>& minor) {
  if (!minor) return "";
  const auto cents = *minor % 100;
  return std::to_string(*minor / 100) + (cents < 10 ? ".0" : ".") + std::to_string(cents);
}

template <class T>
std::string number(const std::optional<T>& value) {
  return value ? std::to_string(*value) : "";
}

std::string sex_text(const Labels& labels, const std::optional<std::string>& sex) {
  if (!sex) return "";
  return *sex == "female" ? labels.pick("女", "female") : labels.pick("男", "male");
}

/// As people of the country write it: a spreadsheet takes "+8613800138000" for a number.
std::string phone_text(const std::optional<std::string>& phone, const Store& store) {
  return phone ? text::format_phone(*phone, store.country) : "";
}

std::vector<std::string> cells(const NamedVisit& named, const Labels& labels, const Store& store) {
  const auto zone = store.zone();
  const Visit& visit = named.visit;
  const Details& details = visit.details;
  const auto minutes =
      visit.left_at ? std::optional((*visit.left_at - visit.arrived_at) / kMinute) : std::nullopt;
  return {visit.day,
          clock_text(zone, visit.arrived_at),
          clock_text(zone, visit.left_at),
          number(minutes),
          visit.kind == Kind::call ? labels.pick("来电", "call") : labels.pick("来店", "visit"),
          moment_text(zone, visit.appointed_at),
          transport_text(labels, details.transport),
          visit.occasion == Occasion::first ? labels.pick("首次", "first") : labels.pick("再次", "again"),
          std::to_string(visit.party_size),
          named.salesperson.value_or(""),
          labels.of(List::channel, visit.channel_code),
          outcome(labels, visit.standing),
          named.customer_name.value_or(""),
          sex_text(labels, named.customer_sex),
          phone_text(named.customer_phone, store),
          named.customer_wechat.value_or(""),
          named.model.value_or(""),
          details.colour.value_or(""),
          details.current_car.value_or(""),
          details.competing_model.value_or(""),
          money(details.price_from),
          money(details.price_to),
          purchase(labels, details.purchase_when),
          details.purchase_day.value_or(""),
          labels.of(List::unfiled, visit.reason_code),
          number(details.asks),
          labels.yes_or_no(details.second_face),
          labels.yes_or_no(details.test_drive),
          labels.yes_or_no(details.quote),
          labels.yes_or_no(details.trade_in),
          labels.yes_or_no(details.questionnaire),
          labels.of(List::exclusion, visit.exclusion_code),
          details.story.value_or("")};
}

}  // namespace

Result<http::Download> visits_csv(database::Transaction& tx, const Actor& actor, const Store& store,
                                  const std::string& from, const std::string& to) {
  if (to < from) return refuse(Refusal::field("/to", "range_upside_down"));
  if (days_between(from, to) >= kMostDays) {
    return refuse(Refusal::field("/to", "too_many_days", {{"max", std::to_string(kMostDays)}}));
  }
  const auto zone = store.zone();
  const Labels labels(tx, store.id, actor.language);
  tables::CsvWriter csv;
  std::vector<std::string> headings;
  for (const auto& heading : kHeadings) headings.push_back(labels.pick(heading.zh, heading.en));
  csv.row(headings);

  VisitFilter filter;
  filter.from = zone.start_of(from);
  filter.to = filter.before_at = zone.start_of(add_days(to, 1));
  filter.limit = kBatch;
  for (;;) {
    const auto visits = select_visits(tx, store.id, filter);
    for (const auto& visit : visits) csv.row(cells(visit, labels, store));
    if (static_cast<std::int64_t>(visits.size()) < kBatch) break;
    filter.before_at = visits.back().visit.arrived_at;
    filter.before_id = visits.back().visit.id;
  }
  return http::Download{"text/csv; charset=utf-8", "visits-" + store.code + "-" + from + "-" + to + ".csv",
                        csv.text()};
}

}  // namespace guanxi::reception
