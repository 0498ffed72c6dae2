#include "reception/import_values.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "platform/tables/reading.h"
#include "platform/tables/table_reader.h"
#include "platform/text/search_keys.h"
#include "platform/text/utf8.h"

namespace guanxi::reception {
namespace {

using Words = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view folded, Words words) {
  return std::ranges::find(words, folded) != words.end();
}

/// "未知" and the like: the column was filled in, but says nothing.
bool says_nothing(std::string_view folded) {
  return folded.empty() || is_one_of(folded, {"未知", "不详", "不明", "不清楚", "待定", "na", "unknown"});
}

/// The number at the start of a cell such as "2人" or "3次"; nothing when there is other text.
std::optional<std::int64_t> counted(std::string_view folded, Words units) {
  tables::Reading reading(folded);
  if (!reading.number(1, 9)) return std::nullopt;
  const auto length = folded.size() - reading.rest().size();
  if (!reading.done() && !is_one_of(reading.rest(), units)) return std::nullopt;
  return digits::read(folded.substr(0, length));
}

/// Spreadsheets give a number that was typed as 2 back as "2" or "2.0".
std::string_view without_zero_fraction(std::string_view cell) {
  if (cell.ends_with(".0")) cell.remove_suffix(2);
  return cell;
}

bool is_tick(std::string_view cell) { return is_one_of(cell, {"√", "✓", "✔", "☑", "○", "●", "▲"}); }
bool is_cross(std::string_view cell) { return is_one_of(cell, {"×", "✗", "✘", "✕", "☐"}); }

}  // namespace

bool says_none(std::string_view cell) {
  const auto folded = text::fold(cell);
  return folded.empty() || is_cross(cell) ||
         is_one_of(folded, {"无", "没有", "没",   "未留", "未留档", "没留", "不留", "拒留", "拒绝",  "未提供",
                            "空", "否",   "none", "no",   "n",      "na",   "null", "nil",  "false", "0"});
}

Understood<bool> read_yes_no(std::string_view cell) {
  if (is_tick(cell)) return true;
  if (is_cross(cell)) return false;
  const auto folded = text::fold(without_zero_fraction(cell));
  if (says_nothing(folded)) return std::nullopt;
  if (is_one_of(folded, {"是", "有", "已", "对", "y", "yes", "1", "true", "t", "x"})) return true;
  if (is_one_of(folded, {"否", "无", "没有", "没", "未", "不", "n", "no", "0", "false", "f"})) return false;
  return std::unexpected("not_yes_or_no");
}

Understood<std::int64_t> read_party_size(std::string_view cell) {
  const auto folded = text::fold(without_zero_fraction(cell));
  if (says_nothing(folded)) return std::nullopt;
  const auto size = counted(folded, {"人", "位", "个", "people"});
  if (!size || *size < 1 || *size > 99) return std::unexpected("not_a_party_size");
  return *size;
}

Understood<std::int64_t> read_asks(std::string_view cell) {
  const auto folded = text::fold(without_zero_fraction(cell));
  if (says_nothing(folded) && !is_tick(cell) && !is_cross(cell)) return std::nullopt;
  if (const auto times = counted(folded, {"次", "times"})) return std::min<std::int64_t>(*times, 2);
  const auto yes = read_yes_no(cell);
  if (!yes) return std::unexpected("not_a_count");
  return *yes ? std::optional<std::int64_t>(**yes ? 1 : 0) : std::nullopt;
}

Understood<WayRead> read_way(std::string_view cell) {
  const auto folded = text::fold(cell);
  if (says_nothing(folded)) return std::nullopt;
  if (is_one_of(folded, {"来店", "到店", "进店", "自然到店", "自然进店", "自然来店", "自然", "展厅", "散客",
                         "走访", "walkin", "visit", "showroom", "up"})) {
    return WayRead{Way::walk_in, std::nullopt};
  }
  if (is_one_of(folded, {"首次", "首次来店", "首次到店", "首次进店", "freshup", "fresh", "first"})) {
    return WayRead{Way::walk_in, Occasion::first};
  }
  if (is_one_of(folded, {"邀约", "邀约到店", "邀约来店", "邀约进店", "预约", "预约到店", "预约来店",
                         "appointment", "appt", "invited"})) {
    return WayRead{Way::appointment, std::nullopt};
  }
  if (is_one_of(folded,
                {"来电", "电话", "电话咨询", "呼入", "来电咨询", "call", "phone", "phoneup", "callin"})) {
    return WayRead{Way::call, std::nullopt};
  }
  if (is_one_of(folded, {"再次", "再次来店", "再次到店", "再次进店", "二次", "二次来店", "二次到店",
                         "二次进店", "复访", "again", "beback", "return", "repeat"})) {
    return WayRead{Way::again, Occasion::again};
  }
  return std::unexpected("unknown_way");
}

std::optional<Transport> read_transport(std::string_view cell) {
  const auto folded = text::fold(cell);
  if (says_nothing(folded) || says_none(cell)) return std::nullopt;
  const auto is = [&folded](Words words) { return is_one_of(folded, words); };
  if (is({"步行", "走路", "徒步", "onfoot", "foot", "walk", "walking", "walked"})) return Transport::on_foot;
  if (is({"自行车", "单车", "共享单车", "电瓶车", "电动自行车", "骑车", "bicycle", "bike"}))
    return Transport::bicycle;
  if (is({"摩托车", "摩托", "motorbike", "motorcycle"})) return Transport::motorbike;
  if (is({"自驾", "自驾车", "开车", "驾车", "汽车", "轿车", "小车", "私家车", "car", "owncar"}))
    return Transport::car;
  if (is({"出租车", "出租", "的士", "打车", "打的", "网约车", "滴滴", "taxi", "cab"})) return Transport::taxi;
  if (is({"公共交通", "公交", "公交车", "公车", "地铁", "轻轨", "巴士", "publictransport", "bus", "metro",
          "subway"})) {
    return Transport::public_transport;
  }
  return Transport::other;
}

Understood<Occasion> read_occasion(std::string_view cell) {
  const auto folded = text::fold(without_zero_fraction(cell));
  if (is_tick(cell)) return Occasion::first;
  if (is_cross(cell)) return Occasion::again;
  if (says_nothing(folded)) return std::nullopt;
  if (is_one_of(folded, {"首次", "首访", "首次来店", "首次到店", "首次进店", "第一次", "初次", "新客户",
                         "新客", "是", "f", "first", "fresh", "new", "freshup", "yes", "y", "true"})) {
    return Occasion::first;
  }
  if (is_one_of(folded,
                {"再次",     "再访",     "二访",     "复访",   "再次来店", "再次到店", "再次进店", "二次",
                 "二次来店", "二次到店", "二次进店", "第二次", "多次",     "老客户",   "否",       "s",
                 "again",    "beback",   "repeat",   "return", "no",       "n",        "false"})) {
    return Occasion::again;
  }
  const auto which =
      counted(folded.starts_with("第") ? folded.substr(std::string("第").size()) : folded, {"次"});
  if (!which || *which < 1) return std::unexpected("unknown_occasion");
  return *which == 1 ? Occasion::first : Occasion::again;
}

Understood<dealership::Sex> read_sex(std::string_view cell) {
  const auto folded = text::fold(cell);
  if (says_nothing(folded)) return std::nullopt;
  if (is_one_of(folded, {"男", "男士", "男性", "先生", "m", "male", "mr", "man"}))
    return dealership::Sex::male;
  if (is_one_of(folded, {"女", "女士", "女性", "小姐", "f", "female", "ms", "mrs", "miss", "woman"})) {
    return dealership::Sex::female;
  }
  return std::unexpected("unknown_sex");
}

Understood<PurchaseRead> read_purchase(std::string_view cell, int default_year) {
  if (const auto date = tables::parse_date(cell, default_year))
    return PurchaseRead{PurchaseWhen::date, date->day};
  const auto folded = text::fold(cell);
  if (says_nothing(folded) ||
      is_one_of(folded, {"不确定", "未定", "暂无", "指定日期", "ondate", "onadate"})) {
    return std::nullopt;
  }
  if (is_one_of(folded, {"本周", "一周内", "7天内", "七天内", "近期", "thisweek"})) {
    return PurchaseRead{PurchaseWhen::this_week, std::nullopt};
  }
  if (is_one_of(folded,
                {"本月", "当月", "一个月内", "1个月内", "30天内", "半个月内", "15天内", "thismonth"})) {
    return PurchaseRead{PurchaseWhen::this_month, std::nullopt};
  }
  if (is_one_of(folded, {"下月", "下个月", "次月", "nextmonth"})) {
    return PurchaseRead{PurchaseWhen::next_month, std::nullopt};
  }
  return std::unexpected("not_a_purchase_day");
}

Understood<PurchaseWhen> read_grade(std::string_view cell) {
  const auto folded = text::fold(cell);
  if (says_nothing(folded)) return std::nullopt;
  // "H", "H级", "h（7天内）", but not "hot".
  const bool letter_alone = folded.size() == 1 || folded[1] < 'a' || folded[1] > 'z';
  if (letter_alone && folded[0] == 'h') return PurchaseWhen::this_week;
  if (letter_alone && (folded[0] == 'a' || folded[0] == 'b')) return PurchaseWhen::this_month;
  if (letter_alone && folded[0] == 'c') return PurchaseWhen::next_month;
  const bool other_grade = std::string_view("nodfltmx").find(folded[0]) != std::string_view::npos;
  if (letter_alone && other_grade) return std::nullopt;
  return std::unexpected("unknown_grade");
}

std::string with_letter(std::string_view cell, const dealership::GradeLabels& labels) {
  constexpr std::string_view kGrade = "级";
  if (const auto code = labels.code_of(cell)) return *code;
  const auto bare = cell.ends_with(kGrade) ? cell.substr(0, cell.size() - kGrade.size()) : cell;
  return labels.code_of(without_zero_fraction(bare)).value_or(std::string(cell));
}

}  // namespace guanxi::reception
