// The paper that is taken home, read back with another program.
#include "prospects/quote_document.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <thread>

#include "prospects/quotes_fixture.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using Papers = fixture::QuotesTown;

/// What a program of poppler-utils says of a file.
std::string run(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "";
  char piece[4096];
  for (std::size_t read; (read = fread(piece, 1, sizeof piece, pipe)) > 0;) text.append(piece, read);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return text;
}

class SavedPdf {
 public:
  explicit SavedPdf(const std::string& bytes)
      : name_(testing::TempDir() + "guanxi-quote-" + std::to_string(getpid()) + ".pdf") {
    std::ofstream(name_, std::ios::binary) << bytes;
  }
  ~SavedPdf() { std::remove(name_.c_str()); }
  /// As it is read from left to right; blanks between columns as one.
  std::string text() const {
    std::string text;
    for (const char c : run("pdftotext -layout -enc UTF-8 " + name_ + " -")) {
      if (c != ' ' || text.empty() || text.back() != ' ') text += c;
    }
    return text;
  }
  int pages() const {
    const auto told = run("pdfinfo " + name_);
    return std::stoi(told.substr(told.find("Pages:") + 6));
  }
  std::string fonts() const { return run("pdffonts " + name_); }

 private:
  std::string name_;
};

void expect_all(const std::string& text, const std::vector<std::string>& parts) {
  for (const auto& part : parts) EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST_P(Papers, say_what_the_quote_says_and_can_be_searched) {
  auto body = terms();
  body["loan"] = loan();
  const auto given = give(a_card(), body);
  const auto answer = pdf(given, 1);
  ASSERT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.at("Content-Disposition"), "attachment; filename=\"quote-Q-2026-000001-v1.pdf\"");
  EXPECT_TRUE(answer.text.starts_with("%PDF-1."));
  const SavedPdf file(answer.text);
  EXPECT_EQ(file.pages(), 1);
  expect_all(file.text(),
             {"汽车报价单", "Q-2026-000001", "第 1 版", "王小明", "陈伟", "2026年3月4日", "2026年3月11日",
              "山海 5", "豪华型", "珍珠白", "精品 脚垫 2 ¥300.00 ¥600.00",
              "保险 交强险和商业险 1 ¥5,680.00 ¥5,680.00", "¥191,080.00", "人民币壹拾玖万壹仟零捌拾元整",
              "3.88 %", "¥3,863.01", "送两次保养", "第 1 页，共 1 页"});
  // Every font travels with the file, and its characters have their meaning with them.
  EXPECT_EQ(file.fonts().find(" no "), std::string::npos) << file.fonts();
  EXPECT_EQ(pdf(given, 1).text, answer.text);  // the same paper is the same file
}

TEST_P(Papers, are_in_the_readers_language_or_the_one_asked_for) {
  const auto given = give(a_card(), terms());
  expect_all(SavedPdf(pdf(given, 1, "?language=en").text).text(),
             {"Quotation", "version 1", "4 March 2026", "11 March 2026", "Total", "¥191,080.00",
              "Page 1 of 1", "脚垫"});
  ASSERT_LT(town.put("chen", "/session/preferences", R"({"language":"en","theme":"system"})").status, 300);
  expect_all(SavedPdf(pdf(given, 1).text).text(), {"Quotation", "cash"});
  expect_all(SavedPdf(pdf(given, 1, "?language=zh").text).text(), {"汽车报价单", "全款"});
  EXPECT_EQ(pdf(given, 1, "?language=fr").status, 422);
  EXPECT_EQ(pdf(given, 2).status, 404);
}

TEST_P(Papers, say_where_the_store_is_as_it_was_then) {
  const auto first = give(a_card(), terms());
  EXPECT_TRUE(paper(first, 1).body.at("store_address").is_null());
  EXPECT_EQ(SavedPdf(pdf(first, 1).text).text().find("电话"), std::string::npos);
  ASSERT_EQ(town.edit_home({{"address", "江南大道 3888 号"}, {"phone", "0571-8888 1688"}}).status, 200);
  const auto second = revise(first, terms());
  EXPECT_EQ(paper(second, 2).text_at("store_address"), "江南大道 3888 号");
  EXPECT_EQ(paper(second, 2).text_at("store_phone"), "0571-8888 1688");
  expect_all(SavedPdf(pdf(second, 2).text).text(), {"江南大道 3888 号", "电话：0571-8888 1688"});
  expect_all(SavedPdf(pdf(second, 2, "?language=en").text).text(), {"Tel. 0571-8888 1688"});
  EXPECT_TRUE(paper(second, 1).body.at("store_address").is_null()) << "what was printed stays as it was";
  ASSERT_EQ(town.edit_home({{"address", nullptr}}).status, 200);
  EXPECT_EQ(paper(second, 2).text_at("store_address"), "江南大道 3888 号");
}

TEST_P(Papers, say_when_they_no_longer_hold) {
  const auto first = give(a_card(), terms());
  const auto second = revise(first, terms());
  expect_all(SavedPdf(pdf(second, 1).text).text(), {"本版已被第 2 版取代"});
  EXPECT_EQ(SavedPdf(pdf(second, 2).text).text().find("取代"), std::string::npos);
  withdraw(second, "库存没了");
  expect_all(SavedPdf(pdf(second, 2).text).text(), {"已撤回：库存没了"});
}

TEST_P(Papers, go_on_on_a_second_page_under_the_same_headings) {
  auto body = terms();
  bj::array lines;
  for (int i = 1; i <= 60; ++i)
    lines.push_back(line("accessory", ("精品第" + std::to_string(i) + "件").c_str(), 100 * i));
  body["lines"] = lines;
  body["discount"] = 0;
  body["deposit"] = 0;
  std::string remark;
  for (int i = 0; i < 120; ++i) remark += "行" + std::to_string(i % 10) + "\n";
  body["remark"] = remark;
  const SavedPdf file(pdf(give(a_card(), body), 1).text);
  EXPECT_GE(file.pages(), 3);
  const auto text = file.text();
  expect_all(text,
             {"精品第1件", "精品第60件", "¥1,830.00", "第 1 页，共 " + std::to_string(file.pages()) + " 页",
              "第 2 页，共 " + std::to_string(file.pages()) + " 页"});
  const auto again = text.find("单价", text.find("单价") + 1);
  EXPECT_NE(again, std::string::npos);
}

TEST_P(Papers, are_drawn_by_many_at_the_same_time) {
  const auto given = give(a_card(), terms());
  const auto expected = pdf(given, 1).text;
  std::vector<std::thread> people;
  std::atomic<int> same = 0;
  for (int i = 0; i < 4; ++i) people.emplace_back([&] { same += pdf(given, 1).text == expected ? 1 : 0; });
  for (auto& person : people) person.join();
  EXPECT_EQ(same, 4);
}

INSTANTIATE_TEST_SUITE_P(Engines, Papers, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
