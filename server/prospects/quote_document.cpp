#include "prospects/quote_document.h"

#include <fmt/format.h>

#include "platform/money/currency.h"
#include "prospects/choice_words.h"

namespace guanxi::prospects {
namespace {

/// Writes one quote in one language.
class Writer {
 public:
  Writer(const QuotePaper& paper, Language language) : paper_(paper), language_(language) {}

  documents::Document write() const {
    documents::Document document;
    document.title = say("报价单 ", "Quotation ") + paper_.number;
    document.author = paper_.store_name;
    document.language = say("zh-CN", "en-GB");
    document.made_at = paper_.given_at;
    document.foot = fmt::format("{} · {}", paper_.number, version());
    document.page_of = [chinese = language_ == Language::zh](int page, int pages) {
      return chinese ? fmt::format("第 {} 页，共 {} 页", page, pages)
                     : fmt::format("Page {} of {}", page, pages);
    };
    auto& blocks = document.blocks;
    blocks.emplace_back(documents::Heading{say("汽车报价单", "Quotation")});
    blocks.emplace_back(documents::Ends{paper_.store_name, fmt::format("{}  {}", paper_.number, version())});
    if (const auto text = whereabouts(); !text.empty())
      blocks.emplace_back(documents::Text{text, documents::Size::small});
    if (const auto text = notice(); !text.empty()) blocks.emplace_back(documents::Notice{text});
    blocks.emplace_back(facts());
    blocks.emplace_back(lines());
    blocks.emplace_back(sums());
    if (paper_.loan) blocks.emplace_back(loan());
    if (paper_.remark)
      blocks.emplace_back(
          documents::Text{say("备注：", "Remark: ") + *paper_.remark, documents::Size::normal});
    blocks.emplace_back(documents::Text{small_print(), documents::Size::small});
    blocks.emplace_back(documents::Signatures{
        {say("销售顾问签字", "Salesperson"), say("客户签字", "Customer"), say("日期", "Date")}});
    return document;
  }

 private:
  std::string say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }
  std::string money(std::int64_t minor) const { return money::show(minor, paper_.currency, language_); }
  std::string version() const {
    return language_ == Language::zh ? fmt::format("第 {} 版", paper_.n)
                                     : fmt::format("version {}", paper_.n);
  }

  std::string day(const std::string& day) const {
    static constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};
    const int year = std::stoi(day.substr(0, 4)), month = std::stoi(day.substr(5, 2)),
              date = std::stoi(day.substr(8, 2));
    return language_ == Language::zh ? fmt::format("{}年{}月{}日", year, month, date)
                                     : fmt::format("{} {} {}", date, kMonths[month - 1], year);
  }

  /// Where the store is, and its telephone.
  std::string whereabouts() const {
    auto text = paper_.store_address.value_or("");
    if (paper_.store_phone)
      text += (text.empty() ? "" : "   ") + say("电话：", "Tel. ") + *paper_.store_phone;
    return text;
  }

  std::string notice() const {
    switch (paper_.state) {
      case QuoteState::superseded:
        return fmt::format(fmt::runtime(say("本版已被第 {} 版取代", "Superseded by version {}")),
                           paper_.versions);
      case QuoteState::withdrawn:
        return say("已撤回：", "Withdrawn: ") + paper_.withdraw_reason.value_or("");
      case QuoteState::expired:
        return say("已过有效期", "No longer valid");
      case QuoteState::given:
      case QuoteState::accepted:
        return "";
    }
    return "";
  }

  documents::Facts facts() const {
    documents::Facts facts;
    facts.facts = {{say("客户", "Customer"), paper_.customer_name},
                   {say("销售顾问", "Salesperson"), paper_.salesperson_name},
                   {say("报价日期", "Date"), day(paper_.given_on)},
                   {say("有效期至", "Valid until"), day(paper_.valid_until)},
                   {say("车型", "Model"), paper_.model},
                   {say("配置", "Trim"), paper_.trim.value_or("")},
                   {say("颜色", "Colour"), paper_.colour.value_or("")},
                   {say("付款方式", "Payment"), paper_.loan ? say("贷款", "loan") : say("全款", "cash")}};
    return facts;
  }

  documents::Table lines() const {
    using documents::Side;
    documents::Table table;
    table.columns = {{say("序号", "No."), 6, Side::centre},        {say("类别", "Kind"), 14, Side::left},
                     {say("项目", "Item"), 37, Side::left},        {say("数量", "Qty"), 7, Side::right},
                     {say("单价", "Unit price"), 17, Side::right}, {say("金额", "Amount"), 19, Side::right}};
    int number = 0;
    for (const auto& line : paper_.lines)
      table.rows.push_back({std::to_string(++number), word_for(line.kind, language_), line.text,
                            std::to_string(line.quantity), money(line.unit_price), money(line.amount)});
    return table;
  }

  documents::Sums sums() const {
    using documents::Weight;
    documents::Sums sums;
    const bool less = paper_.discount > 0 || paper_.trade_in > 0;
    if (less) sums.lines.push_back({say("合计", "Sum"), money(paper_.subtotal)});
    if (paper_.discount > 0) sums.lines.push_back({say("优惠", "Discount"), money(-paper_.discount)});
    if (paper_.trade_in > 0)
      sums.lines.push_back({say("旧车置换抵价", "Trade-in allowance"), money(-paper_.trade_in)});
    std::string total = say("应付总额", "Total");
    if (language_ == Language::zh && paper_.total_in_capitals)
      total += fmt::format("（大写：{}）", *paper_.total_in_capitals);
    sums.lines.push_back({total, money(paper_.total), Weight::strong});
    if (paper_.deposit > 0)
      sums.lines.push_back({say("其中定金", "Of which deposit"), money(paper_.deposit)});
    if (!paper_.loan) sums.lines.push_back({say("提车时付", "Due on delivery"), money(paper_.due)});
    return sums;
  }

  documents::Facts loan() const {
    const auto& loan = *paper_.loan;
    const auto rate = fmt::format("{}.{:02} %", loan.yearly_rate / 100, loan.yearly_rate % 100);
    documents::Facts facts;
    facts.facts = {{say("首付", "Down payment"), money(loan.down_payment)},
                   {say("提车时付", "Due on delivery"), money(paper_.due)},
                   {say("贷款金额", "Amount lent"), money(loan.lent)},
                   {say("期数", "Months"), std::to_string(loan.months)},
                   {say("年利率", "Yearly rate"), rate},
                   {say("月供", "Monthly"), money(loan.instalment)},
                   {say("还款合计", "Paid back"), money(loan.repaid)},
                   {say("其中利息", "Of which interest"), money(loan.repaid - loan.lent)}};
    return facts;
  }

  std::string small_print() const {
    auto text = say("本报价在有效期内有效，以双方签订的合同为准。",
                    "Valid until the day named above; what counts is the contract that both sides sign.");
    if (paper_.loan)
      text += say("月供按等额本息计算，以贷款机构的审批为准。",
                  " The monthly instalment is that of an ordinary annuity; the lender decides.");
    return text;
  }

  const QuotePaper& paper_;
  Language language_;
};

}  // namespace

documents::Document document_of(const QuotePaper& paper, Language language) {
  return Writer(paper, language).write();
}

std::string file_name_of(const QuotePaper& paper) {
  return fmt::format("quote-{}-v{}.pdf", paper.number, paper.n);
}

}  // namespace guanxi::prospects
