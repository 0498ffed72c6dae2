#include "reception/import_row.h"

#include <gtest/gtest.h>

#include "reception/reception.h"

namespace guanxi::reception {
namespace {

using enum Field;

constexpr Instant kMorning = 1772589600000;  // 2026-03-04 10:00 in Shanghai

ImportContext context() {
  dealership::Store store;
  store.id = "s";
  store.time_zone = "Asia/Shanghai";
  store.currency = "CNY";
  store.country = "CN";
  ImportContext made{store, store.zone(), "lin-id", kMorning, 2025, {}, {}, {}, {}, {}, {}};
  made.people.add("陈伟", "chen-id");
  made.people.add("chen", "chen-id");
  made.people.add("林强", "lin-id");
  made.people.add("张伟", "zhang-1");
  made.people.add("张伟", "zhang-2");
  made.models.add("山海 5", "m5");
  made.channels.add("抖音", "video.douyin");
  made.reasons.add("忘了问", "U1.forgot");
  made.exclusions.add("提车", "X1.delivery");
  return made;
}

const Words& all_words() {
  static const Words all = [] {
    Words made;
    for (const auto words : {platform_words(), dealership::words(), reception::words(), import_words()})
      made.add(words);
    return made;
  }();
  return all;
}

using CellsByField = std::vector<std::pair<Field, std::string>>;

std::expected<OldVisit, RowRefusal> row(const CellsByField& cells) {
  FieldColumns columns;
  tables::Cells texts;
  for (const auto& [field, text] : cells) {
    columns.push_back(field);
    texts.push_back(text);
  }
  return understand_row(texts, ColumnsByField(columns), context());
}

/// "code field value" of the refusal.
std::string refusal(CellsByField cells, bool dated = true) {
  if (dated) cells.emplace_back(arrived_on, "2025/5/1");
  const auto read = row(cells);
  if (read) return "taken";
  const auto& error = read.error();
  EXPECT_TRUE(all_words().knows(error.code)) << error.code;
  return error.code + (error.field ? " " + json::to_word(*error.field) : "") +
         (error.value.empty() ? "" : " " + error.value);
}

Instant at(std::string_view text) { return parse_instant(text).value(); }

TEST(ImportRowArrival, is_read_in_the_stores_zone) {
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {arrived_time, "9:30"}})->visit.arrived_at,
            at("2025-05-01T09:30:00+08:00"));
  EXPECT_EQ(row({{arrived_at, "2025-05-01 21:05"}})->visit.arrived_at, at("2025-05-01T21:05:00+08:00"));
  EXPECT_EQ(row({{arrived_on, "5月1日"}, {arrived_time, "下午3点"}})->visit.arrived_at,
            at("2025-05-01T15:00:00+08:00"));
  EXPECT_EQ(row({{arrived_on, "45047"}, {arrived_time, "0.39583"}})->visit.arrived_at,
            at("2023-05-01T09:30:00+08:00"));
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {arrived_at, "9:30"}})->visit.arrived_at,
            at("2025-05-01T09:30:00+08:00"));
  const auto visit = row({{arrived_at, "2025-05-01 21:05"}})->visit;
  EXPECT_EQ(visit.day, "2025-05-01");
  EXPECT_EQ(visit.hour, 21);
}

TEST(ImportRowArrival, without_a_time_is_noon_or_earlier) {
  const auto noon = row({{arrived_on, "2025/5/1"}});
  EXPECT_FALSE(noon->time_given);
  EXPECT_EQ(noon->visit.arrived_at, at("2025-05-01T12:00:00+08:00"));
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {left_time, "11:20"}})->visit.arrived_at,
            at("2025-05-01T11:20:00+08:00"));
  EXPECT_EQ(row({{arrived_on, "2026/3/4"}})->visit.arrived_at, kMorning);
}

TEST(ImportRowArrival, is_refused_when_it_is_none) {
  EXPECT_EQ(refusal({{phone, ""}}, false), "date_needed");
  EXPECT_EQ(refusal({{arrived_on, "合计"}}, false), "not_a_date arrived_on 合计");
  EXPECT_EQ(refusal({{arrived_at, "昨天"}}, false), "not_a_date arrived_at 昨天");
  EXPECT_EQ(refusal({{arrived_time, "早上"}}), "no_clock_time arrived_time 早上");
  EXPECT_EQ(refusal({{arrived_on, "2026/3/5"}}, false), "in_the_future arrived_on 2026/3/5");
  EXPECT_EQ(refusal({{arrived_at, "2026/3/4 10:05"}}, false), "in_the_future arrived_at 2026/3/4 10:05");
  EXPECT_EQ(refusal({{arrived_on, "1998/3/5"}}, false), "too_long_ago arrived_on 1998/3/5");
}

TEST(ImportRowAppointment, is_a_time_of_the_day_or_of_another) {
  const auto appointed = [](const CellsByField& cells) { return row(cells)->visit; };
  const auto visit =
      appointed({{arrived_at, "2025/5/1 10:10"}, {Field::way, "来店"}, {appointed_at, "10点"}});
  EXPECT_EQ(visit.way, Way::appointment);  // the paper form knows only 来店 and 来电
  EXPECT_EQ(visit.appointed_at, at("2025-05-01T10:00:00+08:00"));
  EXPECT_EQ(appointed({{arrived_at, "2025/5/1 10:10"}, {appointed_at, "2025-04-30 15:00"}}).appointed_at,
            at("2025-04-30T15:00:00+08:00"));
  const auto none = appointed({{arrived_at, "2025/5/1 10:10"}, {appointed_at, "无"}});
  EXPECT_EQ(none.appointed_at, std::nullopt);
  EXPECT_EQ(none.way, Way::walk_in);
  const auto call =
      appointed({{arrived_at, "2025/5/1 10:10"}, {Field::way, "来电"}, {appointed_at, "15:00"}});
  EXPECT_EQ(call.way, Way::call);
  EXPECT_EQ(call.appointed_at, std::nullopt);
  EXPECT_EQ(refusal({{appointed_at, "周末"}}), "no_clock_time appointed_at 周末");
  EXPECT_EQ(refusal({{appointed_at, "2023/5/1 9:00"}}), "far_from_the_visit appointed_at 2023/5/1 9:00");
}

TEST(ImportRowRegister, says_how_they_came_and_what_they_compare) {
  const auto details = [](CellsByField cells) {
    cells.emplace_back(arrived_on, "2025/5/1");
    return row(cells)->visit.details;
  };
  const auto read = details({{transport, "地铁"},
                             {colour, "白 / 黑"},
                             {current_car, "长河 轿车"},
                             {competing_model, "北辰 E7"},
                             {questionnaire, "√"}});
  EXPECT_EQ(read.transport, Transport::public_transport);
  EXPECT_EQ(read.colour, "白 / 黑");
  EXPECT_EQ(read.current_car, "长河 轿车");
  EXPECT_EQ(read.competing_model, "北辰 E7");
  EXPECT_EQ(read.questionnaire, true);
  const auto empty =
      details({{transport, ""}, {current_car, "无"}, {competing_model, "-"}, {questionnaire, ""}});
  EXPECT_EQ(empty.transport, std::nullopt);
  EXPECT_EQ(empty.current_car, std::nullopt);
  EXPECT_EQ(empty.competing_model, std::nullopt);
  EXPECT_EQ(empty.questionnaire, std::nullopt);
  EXPECT_EQ(refusal({{colour, std::string(41, 'x')}}), "too_long colour " + std::string(41, 'x'));
  EXPECT_EQ(refusal({{questionnaire, "下次"}}), "not_yes_or_no questionnaire 下次");
}

TEST(ImportRowRegister, leaves_rows_that_say_none_of_it_as_they_were) {
  const CellsByField plain = {{arrived_at, "2025/5/1 10:10"}, {story, "看车"}};
  auto more = plain;
  more.insert(more.end(), {{transport, ""}, {colour, ""}, {appointed_at, ""}});
  EXPECT_EQ(row(more)->content, row(plain)->content);
  more.back().second = "10:00";
  EXPECT_NE(row(more)->content, row(plain)->content);
}

TEST(ImportRowGrade, of_the_file_stays_in_the_story) {
  const auto told = [](CellsByField cells) {
    cells.emplace_back(arrived_on, "2025/5/1");
    return row(cells)->visit.details.story.value_or("nothing");
  };
  EXPECT_EQ(told({{grade, "H（7天内）"}, {story, "看了两次"}}), "看了两次\n原表级别：H（7天内）。");
  EXPECT_EQ(told({{grade, "F1"}}), "原表级别：F1。");
  EXPECT_EQ(told({{grade, " "}, {story, "看了两次"}}), "看了两次");
  EXPECT_EQ(told({{grade, "-"}}), "nothing");
  // As long a story as the desk may write stays whole.
  const std::string longest_story(2000, 'x');
  EXPECT_EQ(told({{grade, "A"}, {story, longest_story}}), longest_story);
}

TEST(ImportRowLeaving, comes_after_arriving) {
  EXPECT_EQ(row({{arrived_at, "2025/5/1 10:00"}, {left_time, "10:40"}})->visit.left_at,
            at("2025-05-01T10:40:00+08:00"));
  EXPECT_EQ(row({{arrived_at, "2025/5/1 23:30"}, {left_time, "2025/5/2 0:20"}})->visit.left_at,
            at("2025-05-02T00:20:00+08:00"));
  EXPECT_EQ(row({{arrived_at, "2025/5/1 10:00"}, {left_time, "-"}})->visit.left_at, std::nullopt);
  EXPECT_EQ(refusal({{arrived_time, "10:00"}, {left_time, "9:59"}}), "left_before_arriving left_time 9:59");
  EXPECT_EQ(refusal({{left_time, "很晚"}}), "no_clock_time left_time 很晚");
}

TEST(ImportRowPeople, are_found_by_name_and_login) {
  const auto person = [](std::string name) {
    return row({{arrived_on, "2025/5/1"}, {salesperson, name}})->visit.salesperson_id;
  };
  EXPECT_EQ(person("陈伟"), "chen-id");
  EXPECT_EQ(person(" 陈 伟 "), "chen-id");
  EXPECT_EQ(person("CHEN"), "chen-id");
  EXPECT_EQ(person(""), std::nullopt);
  EXPECT_EQ(refusal({{salesperson, "小李"}}), "unknown_person salesperson 小李");
  EXPECT_EQ(refusal({{salesperson, "张伟"}}), "several_people salesperson 张伟");
}

TEST(ImportRowLists, refuse_what_they_do_not_have) {
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {channel, "抖音"}, {model, "山海5"}})->visit.details.model_id,
            "m5");
  EXPECT_EQ(refusal({{channel, "飞鸽"}}), "unknown_channel channel 飞鸽");
  EXPECT_EQ(refusal({{model, "飞船"}}), "unknown_model model 飞船");
  EXPECT_EQ(refusal({{exclusion, "看风景"}}), "unknown_exclusion exclusion 看风景");
  EXPECT_EQ(refusal({{way, "飞来"}}), "unknown_way way 飞来");
  EXPECT_EQ(refusal({{occasion, "也许"}}), "unknown_occasion occasion 也许");
  EXPECT_EQ(refusal({{party_size, "一家"}}), "not_a_party_size party_size 一家");
  EXPECT_EQ(refusal({{sex, "家庭"}}), "unknown_sex sex 家庭");
  EXPECT_EQ(refusal({{grade, "高"}}), "unknown_grade grade 高");
  EXPECT_EQ(refusal({{price, "便宜"}}), "not_a_price price 便宜");
  EXPECT_EQ(refusal({{price, "20-15万"}}), "range_upside_down price 20-15万");
  EXPECT_EQ(refusal({{test_drive, "下周"}}), "not_yes_or_no test_drive 下周");
  EXPECT_EQ(refusal({{asks, "几次"}}), "not_a_count asks 几次");
  EXPECT_EQ(refusal({{purchase_day, "看情况"}}), "not_a_purchase_day purchase_day 看情况");
  EXPECT_EQ(refusal({{purchase_day, "2025/4/30"}}), "before_the_visit purchase_day 2025/4/30");
}

TEST(ImportRowCustomer, is_filed_with_name_and_contact) {
  const auto old =
      row({{arrived_on, "2025/5/1"}, {customer_name, "王小明"}, {phone, "１３８ 0013-8000"}, {sex, "先生"}})
          .value();
  EXPECT_EQ(old.visit.standing, Standing::filed);
  EXPECT_EQ(old.customer->name, "王小明");
  EXPECT_EQ(old.customer->contacts.phone, "+8613800138000");
  EXPECT_EQ(old.customer->sex, dealership::Sex::male);
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {customer_name, "王"}, {wechat, "wang_m"}})->visit.standing,
            Standing::filed);
  EXPECT_EQ(refusal({{customer_name, "王"}, {phone, "123"}}), "not_a_phone phone 123");
  EXPECT_EQ(refusal({{phone, "13800138000"}}), "name_needed customer_name");
  EXPECT_EQ(refusal({{customer_name, std::string(61, 'x')}}),
            "too_long customer_name " + std::string(60, 'x') + "…");
  EXPECT_EQ(refusal({{customer_name, "a\x01 b"}}), "control_characters customer_name a\x01 b");
  EXPECT_EQ(refusal({{story, std::string(2001, 'x')}}), "too_long story " + std::string(60, 'x') + "…");
}

TEST(ImportRowCustomer, without_contact_is_unfiled_and_anonymous) {
  for (const auto& [field, cell] :
       CellsByField{{phone, "无"}, {phone, "未留"}, {phone, "-"}, {wechat, "是"}, {wechat, "√"}}) {
    const auto old = row({{arrived_on, "2025/5/1"}, {customer_name, "王先生"}, {field, cell}}).value();
    EXPECT_EQ(old.visit.standing, Standing::unfiled) << cell;
    EXPECT_FALSE(old.customer) << cell;
    EXPECT_EQ(old.visit.reason_code, "U9.unknown");
  }
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {reason, "忘了问"}})->visit.reason_code, "U1.forgot");
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {reason, "天气不好"}})->visit.reason_code, "U9.unknown");
}

TEST(ImportRowExclusion, takes_two_people) {
  const auto by = [](std::string person) {
    return row({{arrived_on, "2025/5/1"},
                {exclusion, "提车"},
                {salesperson, person},
                {customer_name, "王"},
                {phone, "13800138000"}})
        ->visit;
  };
  EXPECT_EQ(by("陈伟").standing, Standing::excluded);
  EXPECT_EQ(by("陈伟").exclusion_asked_by, "chen-id");
  EXPECT_EQ(by("陈伟").exclusion_confirmed_by, "lin-id");
  EXPECT_EQ(by("林强").standing, Standing::exclusion_asked);
  EXPECT_EQ(by("").standing, Standing::exclusion_asked);
  EXPECT_EQ(by("").exclusion_asked_by, "lin-id");
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {exclusion, "否"}})->visit.standing, Standing::unfiled);
}

TEST(ImportRowContent, is_the_same_in_other_columns_and_formats) {
  const auto one = row({{arrived_on, "2025/5/1"},
                        {arrived_time, "9:30"},
                        {customer_name, "王小明"},
                        {phone, "13800138000"},
                        {test_drive, "是"}});
  const auto same = row({{phone, "+86 138 0013 8000"},
                         {test_drive, "√"},
                         {arrived_at, "2025-05-01 09:30:00"},
                         {customer_name, "王 小明"},
                         {model, ""}});
  const auto other = row({{arrived_on, "2025/5/1"},
                          {arrived_time, "9:31"},
                          {customer_name, "王小明"},
                          {phone, "13800138000"},
                          {test_drive, "是"}});
  EXPECT_EQ(one->content, same->content);
  EXPECT_NE(one->content, other->content);
}

TEST(ImportRowText, is_only_text) {
  const std::string story =
      "=cmd|' /C calc'!A0 <script>alert(1)</script> '; DROP TABLE reception_visits; --\r\n第二行";
  EXPECT_EQ(row({{arrived_on, "2025/5/1"}, {Field::story, story}})->visit.details.story,
            "=cmd|' /C calc'!A0 <script>alert(1)</script> '; DROP TABLE reception_visits; --\n第二行");
}

}  // namespace
}  // namespace guanxi::reception
