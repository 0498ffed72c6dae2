#include "improvement/unfiled_export.h"

#include <map>

#include "improvement/cohorts.h"

namespace guanxi::improvement {
namespace {

using dealership::List;
using tables::Percent;
using tables::Sheet;
using tables::SheetCell;

constexpr const char* kWeekdaysZh[] = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
constexpr const char* kWeekdaysEn[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

SheetCell percent(const std::optional<double>& share) {
  return share ? SheetCell(Percent{*share}) : SheetCell(std::monostate());
}

/// The words of one language for values.
class Labels {
 public:
  Labels(database::Transaction& tx, const std::string& store_id, Language language)
      : zh_(language == Language::zh) {
    for (const auto list : {List::channel, List::unfiled}) {
      for (const auto& entry : dealership::list_entries(tx, store_id, list)) {
        codes_[entry.code] = zh_ ? entry.label_zh : entry.label_en;
      }
    }
  }

  std::string pick(const char* zh, const char* en) const { return zh_ ? zh : en; }
  std::string code(const std::string& code) const {
    const auto found = codes_.find(code);
    return found == codes_.end() ? code : found->second;
  }
  std::string value(Dimension by, const std::string& value, const std::optional<std::string>& name) const {
    if (name) return *name;
    if (value.empty()) return pick("未知", "Not known");
    if (by == Dimension::channel || by == Dimension::reason) return code(value);
    if (by == Dimension::hour) return hour(value);
    if (by == Dimension::minutes) return value + pick(" 分钟起", " min or more");
    if (by == Dimension::second_face) return value == "1" ? pick("有", "yes") : pick("无", "no");
    return value;
  }

  /// What visits are told apart by.
  std::string dimension(Dimension by) const {
    switch (by) {
      case Dimension::all:
        return pick("全部", "All");
      case Dimension::reason:
        return pick("原因", "Reason");
      case Dimension::person:
        return pick("销售顾问", "Salesperson");
      case Dimension::hour:
        return pick("星期与时段", "Weekday and hour");
      case Dimension::channel:
        return pick("信息来源", "Channel");
      case Dimension::model:
        return pick("车型", "Model");
      case Dimension::minutes:
        return pick("停留时间", "Minutes stayed");
      case Dimension::asks:
        return pick("索取次数", "Times asked");
      case Dimension::second_face:
        return pick("第二人接待", "Second face");
      case Dimension::store:
        return pick("门店", "Store");
      case Dimension::fate:
        return pick("去向", "What became of them");
      case Dimension::on_duty:
        break;
    }
    return pick("当天在岗人数", "Staff on duty");
  }

 private:
  /// "6-14", "6-" or "-14".
  std::string hour(const std::string& value) const {
    const auto dash = value.find('-');
    std::string text;
    if (dash > 0) {
      const auto weekday = static_cast<std::size_t>(value[0] - '1');
      text = zh_ ? kWeekdaysZh[weekday] : kWeekdaysEn[weekday];
    }
    if (dash + 1 < value.size()) text += (text.empty() ? "" : " ") + value.substr(dash + 1) + ":00";
    return text;
  }

  bool zh_;
  std::map<std::string, std::string> codes_;
};

std::string signal_of(const MonthPoint& point, const Labels& labels) {
  if (point.outside) return labels.pick("超出界限", "outside");
  return point.in_run ? labels.pick("连续同侧", "run") : "";
}

Sheet months_sheet(const Look& look, const Labels& labels) {
  Sheet sheet;
  sheet.title = labels.pick("未留档率 按月", "Unfiled by month");
  sheet.headings = {labels.pick("月份", "Month"),
                    labels.pick("留档", "Filed"),
                    labels.pick("未留档", "Unfiled"),
                    labels.pick("未完善", "Open"),
                    labels.pick("未留档率", "Unfiled rate"),
                    labels.pick("下限", "Lower limit"),
                    labels.pick("上限", "Upper limit"),
                    labels.pick("信号", "Signal"),
                    labels.pick("登记批次", "Logged"),
                    labels.pick("点数批次", "Counted"),
                    labels.pick("登记完整率", "Completeness")};
  for (const auto& point : month_chart(look).points) {
    sheet.rows.push_back({point.month, point.filing.filed, point.filing.unfiled, point.filing.open,
                          percent(point.rate), percent(point.low), percent(point.high),
                          signal_of(point, labels), point.completeness.logged, point.completeness.counted,
                          percent(point.completeness.share)});
  }
  return sheet;
}

Sheet causes_sheet(const Look& look, const Labels& labels) {
  Sheet sheet;
  sheet.title = labels.pick("未留档原因", "Causes");
  sheet.headings = {labels.pick("一级原因", "Cause"), labels.pick("二级原因", "Reason"),
                    labels.pick("批次", "Visits"), labels.pick("占比", "Share"),
                    labels.pick("累计", "Cumulative")};
  for (const auto& cause : causes(look).causes) {
    sheet.rows.push_back(
        {labels.code(cause.code), "", cause.count, Percent{cause.share}, Percent{cause.cumulative}});
    for (const auto& reason : cause.reasons) {
      sheet.rows.push_back({labels.code(cause.code), labels.code(reason.code), reason.count,
                            Percent{cause.share * reason.share}, std::monostate()});
    }
  }
  return sheet;
}

Sheet groups_sheet(const Groups& groups, const Labels& labels) {
  Sheet sheet;
  sheet.title = labels.dimension(groups.by);
  sheet.headings = {labels.pick("分组", "Group"),
                    labels.pick("留档", "Filed"),
                    labels.pick("未留档", "Unfiled"),
                    labels.pick("未完善", "Open"),
                    labels.pick("未留档率", "Unfiled rate"),
                    labels.pick("区间下限", "Interval from"),
                    labels.pick("区间上限", "Interval to"),
                    labels.pick("收缩估计", "Shrunken estimate"),
                    labels.pick("还需批次", "More visits needed")};
  for (const auto& group : groups.groups) {
    const auto name = labels.value(groups.by, group.value, group.name);
    sheet.rows.push_back({name, group.filed, group.unfiled, group.open, percent(group.rate),
                          percent(group.low), percent(group.high), percent(group.shrunken),
                          group.more_visits});
  }
  return sheet;
}

Sheet store_months_sheet(const Look& look, const std::vector<dealership::Store>& stores,
                         const Labels& labels) {
  Sheet sheet;
  sheet.title = labels.pick("各门店未留档率", "Unfiled by store and month");
  sheet.headings = {labels.pick("门店", "Store"),
                    labels.pick("月份", "Month"),
                    labels.pick("留档", "Filed"),
                    labels.pick("未留档", "Unfiled"),
                    labels.pick("未留档率", "Unfiled rate"),
                    labels.pick("下限", "Lower limit"),
                    labels.pick("上限", "Upper limit"),
                    labels.pick("信号", "Signal")};
  for (const auto& store : stores) {
    for (const auto& point : months_of_store(look, store, stores.size()).points) {
      sheet.rows.push_back({store.name, point.month, point.filing.filed, point.filing.unfiled,
                            percent(point.rate), percent(point.low), percent(point.high),
                            signal_of(point, labels)});
    }
  }
  return sheet;
}

Sheet differences_sheet(const Differences& differences, const Labels& labels) {
  Sheet sheet;
  sheet.title = labels.pick("留档与未留档的差别", "What differs");
  sheet.headings = {labels.pick("分组", "Group"),
                    labels.pick("未留档", "Unfiled"),
                    labels.pick("批次", "Visits"),
                    labels.pick("其余未留档", "Rest unfiled"),
                    labels.pick("其余批次", "Rest visits"),
                    labels.pick("差", "Difference"),
                    labels.pick("区间下限", "Interval from"),
                    labels.pick("区间上限", "Interval to"),
                    labels.pick("校正后 p", "Corrected p")};
  for (const auto& found : differences.found) {
    sheet.rows.push_back({labels.value(found.by, found.value, found.name), found.unfiled, found.of,
                          found.rest_unfiled, found.rest_of, Percent{found.difference}, Percent{found.low},
                          Percent{found.high}, found.p});
  }
  return sheet;
}

Sheet cohorts_sheet(const Look& look, const Labels& labels) {
  Sheet sheet;
  sheet.title = labels.pick("首次来店的去向", "What became of first visits");
  sheet.headings = {labels.pick("月份", "Month"),          labels.pick("首次来店", "First visits"),
                    labels.pick("天数", "Days"),           labels.pick("已满天数", "Reached"),
                    labels.pick("成交", "Ordered"),        labels.pick("跟进中", "In follow-up"),
                    labels.pick("战败", "Lost"),           labels.pick("未留档", "Unfiled"),
                    labels.pick("成交率", "Closing rate"), labels.pick("区间下限", "Interval from"),
                    labels.pick("区间上限", "Interval to")};
  for (const auto& cohort : cohorts(look).months) {
    for (const auto& age : cohort.ages) {
      sheet.rows.push_back({cohort.month, cohort.first_visits, age.days, age.reached, age.closed,
                            age.follow_up, age.lost, age.unfiled, percent(age.rate), Percent{age.low},
                            Percent{age.high}});
    }
  }
  return sheet;
}

}  // namespace

Result<tables::Sheet> sheet_of(database::Transaction& tx, const Look& look,
                               const std::vector<dealership::Store>& stores, Part part, Dimension by,
                               Language language) {
  const Labels labels(tx, stores.front().id, language);
  switch (part) {
    case Part::months:
      return months_sheet(look, labels);
    case Part::causes:
      return causes_sheet(look, labels);
    case Part::groups:
      return groups_sheet(TRY(groups(tx, look, by)), labels);
    case Part::store_months:
      return store_months_sheet(look, stores, labels);
    case Part::cohorts:
      return cohorts_sheet(look, labels);
    case Part::differences:
      break;
  }
  return differences_sheet(differences(tx, look), labels);
}

}  // namespace guanxi::improvement
