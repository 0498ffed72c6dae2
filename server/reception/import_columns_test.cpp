#include "reception/import_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reception/import_file.h"

namespace guanxi::reception {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FieldColumns guess(const tables::Cells& headers, const std::vector<FileRow>& samples = {}) {
  return guess_columns(ImportKind::visits, headers, samples);
}

std::string word(const std::optional<Field>& field) { return field ? json::to_word(*field) : "-"; }

std::vector<std::string> words(const FieldColumns& columns) {
  std::vector<std::string> all;
  for (const auto& field : columns) all.push_back(word(field));
  return all;
}

TEST(ImportHeaders, of_a_printed_reception_form_are_known) {
  EXPECT_THAT(words(guess({"序号", "日期", "来店时间", "离店时间", "来店人数", "来店/来电", "首次/再次",
                           "接待人员", "客户姓名", "性别", "联系电话", "是否加微信", "意向车型", "信息来源",
                           "意向级别", "是否试乘试驾", "未留档原因", "接待经过"})),
              ElementsAre("-", "arrived_on", "arrived_time", "left_time", "party_size", "way", "occasion",
                          "salesperson", "customer_name", "sex", "phone", "-", "model", "channel", "grade",
                          "test_drive", "reason", "story"));
}

TEST(ImportHeaders, of_the_registers_further_columns_are_known) {
  EXPECT_THAT(words(guess({"日期", "预约时间", "交通工具", "意向颜色", "现有车辆", "对比车型", "是否填写问卷",
                           "车型"})),
              ElementsAre("arrived_on", "appointed_at", "transport", "colour", "current_car",
                          "competing_model", "questionnaire", "model"));
  EXPECT_THAT(words(guess({"Date", "Appointed for", "Transport", "Color", "Current car", "Competing model",
                           "Questionnaire Y/N"})),
              ElementsAre("arrived_on", "appointed_at", "transport", "colour", "current_car",
                          "competing_model", "questionnaire"));
}

TEST(ImportHeaders, of_a_dealer_system_are_known) {
  EXPECT_THAT(
      words(guess({"到店日期", "到店时间", "销售顾问*", "客户名称（必填）", "手机号码", "微信号", "车牌号码",
                   "拟购车型", "预计购车时间", "客户级别", "购车预算(万)", "渠道来源", "报价", "置换",
                   "备 注"})),
      ElementsAre("arrived_on", "arrived_time", "salesperson", "customer_name", "phone", "wechat", "plate",
                  "model", "purchase_day", "grade", "-", "channel", "quote", "trade_in", "story"));
}

TEST(ImportHeaders, of_an_up_log_are_known) {
  EXPECT_THAT(
      words(guess({"Date", "Time In", "Time Out", "Sales Person", "Customer", "Phone #", "Vehicle", "Source",
                   "Fresh up?", "Demo", "Write-up", "T.O.", "Trade-in", "Notes"})),
      ElementsAre("arrived_on", "arrived_time", "left_time", "salesperson", "customer_name", "phone", "model",
                  "channel", "occasion", "test_drive", "quote", "second_face", "trade_in", "story"));
}

TEST(ImportHeaders, of_our_own_export_are_known) {
  const auto columns =
      words(guess({"日期",      "来店时间", "离店时间", "分钟",       "来店/来电", "预约时间",   "交通工具",
                   "首次/再次", "人数",     "销售顾问", "信息渠道",   "结果",      "姓名",       "性别",
                   "电话",      "微信",     "意向车型", "意向颜色",   "现有车辆",  "对比车型",   "预算下限",
                   "预算上限",  "购车时间", "购车日期", "未留档原因", "索取次数",  "第二人接待", "试驾",
                   "报价",      "置换评估", "问卷",     "非意向类型", "接待经过"}));
  EXPECT_THAT(columns,
              ElementsAre("arrived_on", "arrived_time", "left_time", "-", "way", "appointed_at", "transport",
                          "occasion", "party_size", "salesperson", "channel", "-", "customer_name", "sex",
                          "phone", "wechat", "model", "colour", "current_car", "competing_model", "price",
                          "-", "-", "purchase_day", "reason", "asks", "second_face", "test_drive", "quote",
                          "trade_in", "questionnaire", "exclusion", "story"));
}

TEST(ImportHeaders, mean_day_or_time_by_what_stands_below) {
  const std::vector<FileRow> times = {{2, {"2023/5/1", "9:30"}}},
                             both = {{2, {"", ""}}, {3, {"x", "2023/5/1 9:30"}}};
  EXPECT_THAT(words(guess({"日期", "来店时间"}, times)), ElementsAre("arrived_on", "arrived_time"));
  EXPECT_THAT(words(guess({"序号", "来店时间"}, both)), ElementsAre("-", "arrived_at"));
  EXPECT_THAT(words(guess({"序号", "来店时间"})), ElementsAre("-", "arrived_at"));
}

TEST(ImportHeaders, give_a_field_to_the_plainest_column_only) {
  EXPECT_THAT(words(guess({"联系方式", "电话", "日期"})), ElementsAre("-", "phone", "arrived_on"));
}

TEST(ImportLayout, passes_over_titles_above_the_headers) {
  const auto layout = find_layout(
      {{1, {"远景汽车杭州店"}}, {2, {"2023年5月 来店登记表"}}, {4, {"日期", "电话"}}, {5, {"5月1日", ""}}});
  EXPECT_EQ(layout.header_row, 4);
  EXPECT_THAT(layout.headers, ElementsAre("日期", "电话"));
  EXPECT_EQ(guess_year("log.csv", layout.title, 2026), 2023);
}

TEST(ImportLayout, takes_the_first_row_when_no_header_is_known) {
  EXPECT_EQ(find_layout({{1, {"甲", "乙"}}, {2, {"2023/5/1", "王"}}}).header_row, 1);
}

TEST(ImportLayout, knows_a_file_without_headers) {
  const auto layout = find_layout({{1, {"2023/5/1", "王小明"}}, {2, {"2023/5/2", "李雷"}}});
  EXPECT_EQ(layout.header_row, 0);
  EXPECT_THAT(layout.headers, ElementsAre("", ""));
  EXPECT_EQ(read_file(ImportKind::visits, "2023/5/1,王小明\n2023/5/2,李雷\n")->rows, 2);
}

TEST(ImportLayout, is_as_wide_as_the_rows) {
  const auto found = read_file(ImportKind::visits, "日期,电话\n2023/5/1,13800138000,多出来的\n").value();
  EXPECT_THAT(found.layout.headers, ElementsAre("日期", "电话", ""));
  EXPECT_THAT(found.preview.at(0), ElementsAre("2023/5/1", "13800138000", "多出来的"));
}

TEST(ImportYear, comes_from_the_name_or_the_title_or_is_this_one) {
  EXPECT_EQ(guess_year("2024年来店登记.xlsx", "2023年", 2026), 2024);
  EXPECT_EQ(guess_year("客流202305.csv", "", 2026), 2023);
  EXPECT_EQ(guess_year("20230501-0531.csv", "", 2026), 2023);
  EXPECT_EQ(guess_year("log 13820230001.csv", "", 2026), 2026);
  EXPECT_EQ(guess_year("plan 2030.csv", "", 2026), 2026);
}

TEST(ImportMapping, needs_a_date_and_each_field_once) {
  const auto errors = [](const FieldColumns& columns) {
    std::vector<std::string> all;
    const auto checked = check_columns(ImportKind::visits, columns, 3);
    if (!checked) {
      for (const auto& error : checked.error().errors) all.push_back(error.pointer + " " + error.code);
    }
    return all;
  };
  using enum Field;
  EXPECT_THAT(errors({arrived_on, std::nullopt, phone}), IsEmpty());
  EXPECT_THAT(errors({arrived_at, std::nullopt, phone}), IsEmpty());
  EXPECT_THAT(errors({arrived_on, phone, phone}), ElementsAre("/columns/2 field_twice"));
  EXPECT_THAT(errors({arrived_time, phone, phone}),
              ElementsAre("/columns/2 field_twice", "/columns date_column_needed"));
  EXPECT_THAT(errors({arrived_on}), ElementsAre("/columns other_columns"));
}

TEST(ImportMapping, is_found_again_by_the_headers) {
  EXPECT_EQ(headers_hash(ImportKind::visits, {"日期", "电 话"}),
            headers_hash(ImportKind::visits, {" 日期", "电话"}));
  EXPECT_NE(headers_hash(ImportKind::visits, {"日期", "电话"}),
            headers_hash(ImportKind::visits, {"电话", "日期"}));
  EXPECT_EQ(headers_hash(ImportKind::visits, {"日期", "电话"}),
            headers_hash(ImportKind::visits, {"日期", "电话", std::string(kRefusedHeadingZh)}));
}

TEST(ImportMapping, of_a_list_of_prospects_has_other_fields) {
  const tables::Cells headers{"客户姓名", "联系电话",     "意向级别", "登记日期",
                              "上次跟进", "下次跟进日期", "来店人数"};
  EXPECT_THAT(
      words(guess_columns(ImportKind::prospects, headers, {})),
      ElementsAre("customer_name", "phone", "grade", "registered_on", "last_contact_on", "next_on", "-"));
  EXPECT_THAT(words(guess_columns(ImportKind::prospects, {"建档日期", "日期", "name", "e-mail"}, {})),
              ElementsAre("registered_on", "-", "customer_name", "email"));
  EXPECT_NE(headers_hash(ImportKind::visits, headers), headers_hash(ImportKind::prospects, headers));
  const auto errors = [](const FieldColumns& columns) {
    std::vector<std::string> all;
    const auto checked = check_columns(ImportKind::prospects, columns, 2);
    if (!checked) {
      for (const auto& error : checked.error().errors) all.push_back(error.pointer + " " + error.code);
    }
    return all;
  };
  using enum Field;
  EXPECT_THAT(errors({customer_name, email}), IsEmpty());
  EXPECT_THAT(errors({customer_name, next_on}), ElementsAre("/columns contact_column_needed"));
  EXPECT_THAT(errors({arrived_on, phone}),
              ElementsAre("/columns/0 other_kind", "/columns name_column_needed"));
}

TEST(ImportFile, that_is_none_is_refused) {
  const auto code = [](std::string_view bytes) {
    return read_file(ImportKind::visits, bytes).error().errors.at(0).code;
  };
  EXPECT_EQ(code("\x89PNG\r\n"), "unreadable_file");
  EXPECT_EQ(code(""), "empty_file");
  EXPECT_EQ(code("日期,电话\n"), "empty_file");
  EXPECT_EQ(code("日期,电话\n2023/5/1,\"138\n"), "broken_row");
  EXPECT_EQ(code("日期" + std::string(300, ',') + "\n"), "too_many_columns");
}

}  // namespace
}  // namespace guanxi::reception
