// What was noticed as a table to be taken away: a line for each follow-up behind a finding.
#include <algorithm>
#include <limits>

#include "workday/sheet_words.h"
#include "workday/truth_page.h"

namespace guanxi::workday {
namespace {

std::vector<std::string> headings(Language language) {
  if (language == Language::zh)
    return {"序号",     "情形", "人员",   "客户", "意向卡状态", "日期",    "写下时间",
            "送达时间", "方式", "联系上", "内容", "级别",       "下次跟进"};
  return {"Number",  "What was seen", "Person",  "Customer", "Standing", "Day", "Written at",
          "Sent at", "Way",           "Reached", "Said",     "Grade",    "Next"};
}

std::vector<tables::SheetCell> cells_of(std::int64_t number, const Finding& finding, const FindingRow& row,
                                        const Store& store, Language language) {
  const auto zone = store.zone();
  return {number,
          word_for(finding.kind, language),
          finding.person.name,
          row.card.customer,
          prospects::word_for(row.card.standing, language),
          zone.day(row.at),
          clock_time(zone, row.at),
          row.sent_at ? zone.day(*row.sent_at) + " " + clock_time(zone, *row.sent_at) : "",
          word_for(row.way, language),
          yes_or_no(row.reached, language),
          row.said.value_or(""),
          prospects::label_of(store, row.grade),
          row.next_on.value_or("")};
}

}  // namespace

tables::Sheet truth_sheet(database::Transaction& tx, const Store& store, const TruthAsked& asked,
                          const FindingFilter& filter, Language language) {
  tables::Sheet sheet{language == Language::zh ? "实情" : "As it was", headings(language), {}};
  std::int64_t number = 0;
  constexpr auto kAll = std::numeric_limits<std::size_t>::max();
  for (const auto& finding : findings(tx, store, asked, filter, 0, kAll).items) {
    ++number;
    for (const auto& row : finding.rows)
      sheet.rows.push_back(cells_of(number, finding, row, store, language));
  }
  return sheet;
}

}  // namespace guanxi::workday
