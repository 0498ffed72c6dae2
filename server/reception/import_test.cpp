#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>

#include "reception/import_fixture.h"

namespace guanxi::reception {
namespace {

using fixture::ImportHouse;

const std::string kLog =
    "日期,来店时间,离店时间,人数,销售顾问,客户姓名,电话,意向车型,级别,信息渠道,未留档原因,非意向,接待经过\n"
    "2025/5/1,9:30,10:10,2,陈伟,王小明,13800138000,山海 5,A,抖音,,,\"看了山海 5，\n周末再来\"\n"
    "2025/5/1,11:00,,1,李娜,,,,,,忘了问,,\n"
    "2025/5/3,15:00,15:30,1,王强,王小明,138 0013 8000,山海 5,H,抖音,,,带家人来看\n"
    "2025/5/4,10:00,,1,陈伟,,,,,,,提车,\n"
    "2025/5/4,10:30,,1,小张,,,,,,,,\n"
    "2025/5/5,,,1,陈伟,赵四,12345,,,,,,\n";

class Imports : public testing::TestWithParam<database::Engine> {
 protected:
  ImportHouse house{GetParam()};

  std::vector<database::Row> rows_of(const std::string& sql) {
    std::vector<database::Row> rows;
    house.database().read([&](database::Transaction& tx) {
      for (const auto& row : tx.query(sql)) rows.push_back(row);
    });
    return rows;
  }
};

std::string as_xlsx(const std::vector<std::vector<std::string>>& rows) {
  const auto path = std::filesystem::temp_directory_path() / (new_uuid(fixture::kMorning) + ".xlsx");
  lxw_workbook* book = workbook_new(path.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  lxw_format* day = workbook_add_format(book);
  format_set_num_format(day, "yyyy-mm-dd");
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const auto row = static_cast<lxw_row_t>(r);
      const auto column = static_cast<lxw_col_t>(c);
      const auto& cell = rows[r][c];
      int y = 0, m = 0, d = 0;
      if (std::sscanf(cell.c_str(), "%d/%d/%d", &y, &m, &d) == 3) {
        lxw_datetime date{y, m, d, 0, 0, 0};
        worksheet_write_datetime(sheet, row, column, &date, day);
      } else {
        worksheet_write_string(sheet, row, column, cell.c_str(), nullptr);
      }
    }
  }
  workbook_close(book);
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::filesystem::remove(path);
  return bytes;
}

TEST_P(Imports, a_file_is_read_and_its_columns_guessed) {
  const auto import = house.upload(kLog, "2025%E5%B9%B4.csv");
  ASSERT_EQ(import.status, 201) << import.text;
  EXPECT_EQ(import.state(), "mapping");
  EXPECT_EQ(import.number_at("rows_total"), 6);
  EXPECT_EQ(import.number_at("default_year"), 2025);
  EXPECT_EQ(import.body.at("created_by").at("name").as_string(), "林强");
  EXPECT_EQ(boost::json::serialize(import.body.at("format")),
            R"({"xlsx":false,"encoding":"UTF-8","delimiter":","})");
  EXPECT_EQ(
      boost::json::serialize(import.body.at("columns")),
      R"(["arrived_on","arrived_time","left_time","party_size","salesperson","customer_name","phone","model",)"
      R"("grade","channel","reason","exclusion","story"])");
  EXPECT_EQ(import.body.at("preview").as_array().size(), 6U);
  EXPECT_EQ(house.ask("GET", "").body.at("items").as_array().size(), 1U);
}

TEST_P(Imports, a_broken_file_changes_nothing) {
  const auto answer = house.upload("日期,电话\n2025/5/1,\"138\n");
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(answer.body.at("errors").at(0).at("code").as_string(), "broken_row");
  EXPECT_EQ(house.upload("\x89PNG\r\n\x1a\n").status, 422);
  EXPECT_EQ(house.count("SELECT count(*) FROM reception_imports"), 0);
  EXPECT_EQ(house.count("SELECT count(*) FROM reception_import_files"), 0);
}

TEST_P(Imports, a_trial_says_what_a_run_does_and_changes_nothing) {
  const auto id = house.upload(kLog).text_at("id");
  const auto facts = house.count("SELECT count(*) FROM fact_log");
  const auto tried = house.tried(id);
  EXPECT_EQ(tried.state(), "tried");
  EXPECT_EQ(tried.counts(), "4/0/2");
  EXPECT_EQ(tried.number_at("rows_done"), 6);
  EXPECT_EQ(house.visits(), 0);
  EXPECT_EQ(house.count("SELECT count(*) FROM dealership_customers"), 0);
  EXPECT_EQ(house.count("SELECT count(*) FROM fact_log"), facts);

  const auto refused = house.ask("GET", "/" + id + "/rows?result=refuse");
  EXPECT_EQ(boost::json::serialize(refused.body.at("items").at(0).at("detail")),
            R"("销售顾问：本店没有叫“小张”的人。")");
  EXPECT_EQ(refused.body.at("items").at(0).at("number").as_int64(), 6);
  EXPECT_EQ(refused.body.at("items").at(1).at("code").as_string(), "not_a_phone");
  EXPECT_EQ(refused.body.at("items").at(1).at("cells").at(6).as_string(), "12345");
}

TEST_P(Imports, a_run_keeps_dates_and_people) {
  const auto done = house.bring(kLog);
  EXPECT_EQ(done.counts(), "4/0/2");
  const auto visits = rows_of(
      "SELECT arrived_at, left_at, day, salesperson_id, standing, occasion, party_size, reason_code, exclusion_code,"
      " exclusion_confirmed_by, opened_by, story, model_id, purchase_when, closed_at, channel_code"
      " FROM reception_visits ORDER BY arrived_at");
  ASSERT_EQ(visits.size(), 4U);
  using Text = std::optional<std::string>;
  EXPECT_EQ(visits[0].get<Instant>(0), parse_instant("2025-05-01T09:30:00+08:00"));
  EXPECT_EQ(visits[0].get<Instant>(1), parse_instant("2025-05-01T10:10:00+08:00"));
  EXPECT_EQ(visits[0].get<std::string>(2), "2025-05-01");
  EXPECT_EQ(visits[0].get<Text>(3), house.person("chen"));
  EXPECT_EQ(visits[0].get<std::string>(4), "filed");
  EXPECT_EQ(visits[0].get<std::string>(5), "first");
  EXPECT_EQ(visits[0].get<std::int64_t>(6), 2);
  EXPECT_EQ(visits[0].get<Text>(10), std::nullopt);
  EXPECT_EQ(visits[0].get<Text>(11), "看了山海 5，\n周末再来\n原表级别：A。");
  EXPECT_EQ(visits[0].get<Text>(12), house.model());
  EXPECT_EQ(visits[0].get<Text>(13), "this_month");
  EXPECT_EQ(visits[0].get<Instant>(14), visits[0].get<Instant>(1));
  EXPECT_EQ(visits[0].get<Text>(15), "video.douyin");
  EXPECT_EQ(visits[1].get<std::string>(4), "unfiled");
  EXPECT_EQ(visits[1].get<Text>(7), "U1.forgot");
  EXPECT_EQ(visits[2].get<Text>(3), house.person("wang")) << "also those who have left";
  EXPECT_EQ(visits[2].get<std::string>(5), "again");
  EXPECT_EQ(visits[3].get<std::string>(4), "excluded");
  EXPECT_EQ(visits[3].get<Text>(8), "X1.delivery");
  EXPECT_EQ(visits[3].get<Text>(9), house.person("lin"));
}

TEST_P(Imports, a_run_files_customers_once_and_announces_each_visit_once) {
  house.bring(kLog);
  const auto customers =
      rows_of("SELECT name, phone, salesperson_id, created_at, last_visit_at FROM dealership_customers");
  ASSERT_EQ(customers.size(), 1U);
  EXPECT_EQ(customers[0].get<std::string>(0), "王小明");
  EXPECT_EQ(customers[0].get<std::string>(1), "+8613800138000");
  EXPECT_EQ(customers[0].get<std::string>(2), house.person("chen"));
  EXPECT_EQ(customers[0].get<Instant>(3), parse_instant("2025-05-01T09:30:00+08:00"));
  EXPECT_EQ(customers[0].get<Instant>(4), parse_instant("2025-05-03T15:00:00+08:00"));
  EXPECT_EQ(house.count("SELECT count(*) FROM fact_log WHERE subject_kind = 'visit'"), 4);
  EXPECT_EQ(house.count("SELECT count(*) FROM fact_log WHERE kind = 'visit_filed'"), 2);
  EXPECT_EQ(house.count("SELECT count(*) FROM fact_log WHERE kind = 'visit_left_unfiled'"), 1);
  EXPECT_EQ(house.count("SELECT count(*) FROM fact_log WHERE kind = 'exclusion_confirmed'"), 1);
  EXPECT_EQ(house.count("SELECT count(*) FROM fact_log WHERE kind = 'import_finished'"), 1);
  EXPECT_EQ(house.count(
                "SELECT count(*) FROM reception_import_rows r JOIN reception_visits v ON v.id = r.visit_id"),
            4);
}

TEST_P(Imports, say_which_days_they_brought) {
  const std::string log =
      "日期,姓名,电话\n2025/5/3,王一,13800138001\n2025/4/28,王二,13800138002\n2025/5/9,,\n2030/1/1,王三,13800138003\n";
  const auto id = house.upload(log).text_at("id");
  EXPECT_TRUE(house.show(id).body.at("first_day").is_null());
  for (const auto& answer : {house.tried(id), house.run(id), house.bring(log)}) {
    EXPECT_EQ(answer.text_at("first_day"), "2025-04-28") << answer.text;
    EXPECT_EQ(answer.text_at("last_day"), "2025-05-09");  // the row of 2030 was refused
  }
  const auto none = house.bring("日期,姓名,电话\n2030/1/1,王三,13800138003\n");
  EXPECT_TRUE(none.body.at("first_day").is_null());
  EXPECT_TRUE(none.body.at("last_day").is_null());
}

TEST_P(Imports, the_same_file_again_adds_nothing) {
  house.bring(kLog);
  const auto facts = house.count("SELECT count(*) FROM fact_log WHERE subject_kind = 'visit'");
  const auto again = house.bring(kLog, "other%20name.csv");
  EXPECT_EQ(again.counts(), "0/4/2");
  EXPECT_EQ(house.visits(), 4);
  EXPECT_EQ(house.count("SELECT count(*) FROM fact_log WHERE subject_kind = 'visit'"), facts);
  EXPECT_EQ(house.run(again.text_at("id")).counts(), "0/4/2") << "nor does running it once more";
}

TEST_P(Imports, the_same_rows_as_a_workbook_in_other_columns_add_nothing) {
  house.bring(kLog);
  const auto workbook = as_xlsx({
      {"来店登记表"},
      {"备注", "电话", "姓名", "接待人", "来店日期", "到店时间", "离店时间", "来店人数", "车型", "客户级别",
       "渠道", "未留档原因", "非意向类型"},
      {"看了山海 5，\n周末再来", "13800138000", "王小明", "chen", "2025/5/1", "09:30", "10:10", "2", "山海5",
       "A级", "抖音", "", ""},
      {"", "", "", "李娜", "2025/5/1", "11:00", "", "1", "", "", "", "忘了问", ""},
      {"带家人来看", "13800138000", "王小明", "王强", "2025/5/3", "15:00", "15:30", "1", "山海 5", "H",
       "抖音", "", ""},
      {"", "", "", "陈伟", "2025/5/4", "10:00", "", "1", "", "", "", "", "提车"},
  });
  EXPECT_EQ(house.bring(workbook, "log.xlsx").counts(), "0/4/0");
  EXPECT_EQ(house.visits(), 4);
}

TEST_P(Imports, of_two_files_that_overlap_only_the_new_rows_are_added) {
  const std::string head = "日期,来店时间,销售顾问,客户姓名,电话\n";
  const std::string may =
      "2025/5/30,9:30,陈伟,王小明,13800138000\n2025/5/31,9:30,陈伟,,\n2025/5/31,9:30,陈伟,,\n";
  const std::string june = "2025/6/1,9:30,陈伟,李雷,13900139000\n2025/6/2,10:00,李娜,王小明,13800138000\n";
  EXPECT_EQ(house.bring(head + may).counts(), "3/0/0") << "two rows that say the same are two visits";
  EXPECT_EQ(house.bring(head + may + june).counts(), "2/3/0");
  EXPECT_EQ(house.bring(head + june + may).counts(), "0/5/0");
  EXPECT_EQ(house.visits(), 5);
  EXPECT_EQ(house.count("SELECT count(*) FROM dealership_customers"), 2);
  EXPECT_EQ(house.count("SELECT count(*) FROM reception_visits WHERE occasion = 'again'"), 1);
}

TEST_P(Imports, encodings_do_not_matter) {
  const std::string utf8 = "日期,时间,接待人,姓名,电话\n2025/5/1,9:30,陈伟,王小明,13800138000\n";
  const std::string gb18030 =
      "\xC8\xD5\xC6\xDA,\xCA\xB1\xBC\xE4,\xBD\xD3\xB4\xFD\xC8\xCB,\xD0\xD5\xC3\xFB,\xB5\xE7\xBB\xB0\r\n"
      "2025-05-01,09:30,\xB3\xC2\xCE\xB0,\xCD\xF5\xD0\xA1\xC3\xF7,13800138000\r\n";
  EXPECT_EQ(house.bring(utf8).counts(), "1/0/0");
  EXPECT_EQ(house.bring("\xEF\xBB\xBF" + utf8).counts(), "0/1/0");
  const auto import = house.bring(gb18030);
  EXPECT_EQ(import.body.at("format").at("encoding").as_string(), "GB18030");
  EXPECT_EQ(import.counts(), "0/1/0");
}

TEST_P(Imports, delimiters_and_utf16_do_not_matter) {
  const std::u16string text = u"日期;时间;接待人;姓名;电话\r\n2025/5/1;9:30;陈伟;王小明;13800138000\r\n";
  std::string utf16 = "\xFF\xFE";
  for (const char16_t unit : text) (utf16 += static_cast<char>(unit & 0xFF)) += static_cast<char>(unit >> 8);
  const auto import = house.bring(utf16);
  EXPECT_EQ(boost::json::serialize(import.body.at("format")),
            R"({"xlsx":false,"encoding":"UTF-16LE","delimiter":";"})");
  EXPECT_EQ(import.counts(), "1/0/0");
  EXPECT_EQ(
      house.bring("日期\t时间\t接待人\t姓名\t电话\n2025/5/1\t9:30\t陈伟\t王小明\t13800138000\n").counts(),
      "0/1/0");
}

TEST_P(Imports, descending_rows_tell_first_from_again) {
  house.bring("日期,客户姓名,电话,首次/再次\n2025/5/9,王小明,13800138000,\n2025/5/1,王小明,13800138000,\n");
  const auto visits = rows_of("SELECT occasion FROM reception_visits ORDER BY arrived_at");
  EXPECT_EQ(visits.at(0).get<std::string>(0), "first");
  EXPECT_EQ(visits.at(1).get<std::string>(0), "again");
}

TEST_P(Imports, the_mapping_is_corrected_and_remembered) {
  const std::string odd = "甲,乙,丙\n2025/5/1,王小明,13800138000\n";
  const auto import = house.upload(odd);
  EXPECT_EQ(boost::json::serialize(import.body.at("columns")), "[null,null,null]");
  EXPECT_EQ(house.ask("POST", "/" + import.text_at("id") + "/trial", "{}").status, 422);
  const auto twice = house.map(import, R"({"columns":["arrived_on","phone","phone"],"default_year":2024})");
  EXPECT_EQ(twice.status, 422);
  EXPECT_EQ(twice.body.at("errors").at(0).at("pointer").as_string(), "/columns/2");
  EXPECT_EQ(house.map(import, R"({"columns":["name","phone",null],"default_year":null})").status, 422);
  const auto mapped =
      house.map(import, R"({"columns":["arrived_on","customer_name","phone"],"default_year":2024})");
  EXPECT_EQ(mapped.status, 200) << mapped.text;
  EXPECT_EQ(mapped.number_at("default_year"), 2024);
  EXPECT_EQ(house.map(import, R"({"columns":["arrived_on",null,null],"default_year":2024})").status, 412);
  EXPECT_EQ(boost::json::serialize(house.upload(odd).body.at("columns")),
            R"(["arrived_on","customer_name","phone"])");
  EXPECT_EQ(house.ask("POST", "/" + mapped.text_at("id") + "/run", "{}").status, 409)
      << "not without a trial";
  EXPECT_EQ(house.tried(mapped.text_at("id")).counts(), "1/0/0");
  const auto done = house.run(mapped.text_at("id"));
  EXPECT_EQ(house.map(done, R"({"columns":["arrived_on",null,null],"default_year":2024})").status, 409);
}

TEST_P(Imports, refused_rows_come_back_with_the_reason_and_can_be_corrected) {
  const auto done = house.bring(kLog);
  const auto file = house.ask("GET", "/" + done.text_at("id") + "/refused.csv");
  EXPECT_EQ(
      file.text,
      "\xEF\xBB\xBF日期,来店时间,离店时间,人数,销售顾问,客户姓名,电话,意向车型,级别,信息渠道,未留档原因,非意向,接待经过,未导入原因\r\n"
      "2025/5/4,10:30,,1,小张,,,,,,,,,销售顾问：本店没有叫“小张”的人。\r\n"
      "2025/5/5,,,1,陈伟,赵四,12345,,,,,,,电话：这不是有效的电话号码。\r\n");
  auto corrected = file.text;
  corrected.replace(corrected.find("小张"), std::string("小张").size(), "李娜");
  corrected.replace(corrected.find("12345"), 5, "13912345678");
  EXPECT_EQ(house.bring(corrected).counts(), "2/0/0");
}

TEST_P(Imports, a_customer_on_file_is_used_and_completed) {
  house.bring("日期,姓名,微信\n2025/5/1,王小明,wang_m\n");
  EXPECT_EQ(house.bring("日期,姓名,微信,电话\n2025/6/1,王先生,wang_m,13800138000\n").counts(), "1/0/0");
  const auto customers = rows_of("SELECT name, phone, wechat FROM dealership_customers");
  ASSERT_EQ(customers.size(), 1U);
  EXPECT_EQ(customers[0].get<std::string>(0), "王小明");
  EXPECT_EQ(customers[0].get<std::string>(1), "+8613800138000");
  const auto contradiction = house.bring("日期,姓名,微信,电话\n2025/7/1,王先生,wang_m,13900139000\n");
  EXPECT_EQ(contradiction.counts(), "0/0/1");
  EXPECT_NE(house.ask("GET", "/" + contradiction.text_at("id") + "/rows").text.find("wechat_of_another"),
            std::string::npos);
}

TEST_P(Imports, a_visit_that_was_logged_at_the_desk_is_matched) {
  house.bring("日期,时间,姓名,电话\n2025/5/1,9:30,王小明,13800138000\n");
  const auto same = house.bring("日期,时间,姓名,电话,备注\n2025/5/1,9:30,王先生,13800138000,说得多一些\n");
  EXPECT_EQ(same.counts(), "0/1/0");
  const auto rows = house.ask("GET", "/" + same.text_at("id") + "/rows?result=match");
  EXPECT_EQ(rows.body.at("items").at(0).at("code").as_string(), "customer_was_there");
}

INSTANTIATE_TEST_SUITE_P(Engines, Imports, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::reception
