#include "prospects/choice_words.h"

#include <map>

namespace guanxi::prospects {
namespace {

struct Said {
  const char *zh, *en;
};

template <class Choice>
std::string pick(const std::map<Choice, Said>& words, Choice choice, Language language) {
  const auto& said = words.at(choice);
  return language == Language::zh ? said.zh : said.en;
}

}  // namespace

std::string label_of(const dealership::Store& store, Grade grade) {
  return store.grade_labels.of(json::to_word(grade));
}

std::string word_for(CardStanding standing, Language language) {
  static const std::map<CardStanding, Said> words = {
      {CardStanding::following, {"跟进中", "following up"}},
      {CardStanding::loss_asked, {"战败待审", "loss to be decided"}},
      {CardStanding::ordered, {"已订", "ordered"}},
      {CardStanding::delivered, {"已交车", "delivered"}},
      {CardStanding::lost, {"战败", "lost"}}};
  return pick(words, standing, language);
}

std::string word_for(reception::PurchaseWhen when, Language language) {
  using enum reception::PurchaseWhen;
  static const std::map<reception::PurchaseWhen, Said> words = {{this_week, {"本周", "this week"}},
                                                                {this_month, {"本月", "this month"}},
                                                                {next_month, {"下月", "next month"}},
                                                                {date, {"指定日期", "on a date"}},
                                                                {unknown, {"未知", "unknown"}}};
  return pick(words, when, language);
}

std::string word_for(AppointmentPurpose purpose, Language language) {
  using enum AppointmentPurpose;
  static const std::map<AppointmentPurpose, Said> words = {{visit, {"看车", "Look at cars"}},
                                                           {test_drive, {"试驾", "Test drive"}},
                                                           {quote, {"报价商谈", "Quote and talk"}},
                                                           {signing, {"签合同", "Sign"}},
                                                           {delivery, {"交车", "Delivery"}}};
  return pick(words, purpose, language);
}

std::string word_for(Sureness sureness, Language language) {
  static const std::map<Sureness, Said> words = {{Sureness::sure, {"很确定", "sure"}},
                                                 {Sureness::likely, {"多半", "likely"}},
                                                 {Sureness::vague, {"说不准", "vague"}}};
  return pick(words, sureness, language);
}

std::string word_for(QuoteLineKind kind, Language language) {
  using enum QuoteLineKind;
  static const std::map<QuoteLineKind, Said> words = {{vehicle, {"车辆", "Vehicle"}},
                                                      {accessory, {"精品", "Accessory"}},
                                                      {insurance, {"保险", "Insurance"}},
                                                      {registration, {"上牌", "Registration"}},
                                                      {purchase_tax, {"购置税", "Purchase tax"}},
                                                      {extended_warranty, {"延保", "Extended warranty"}},
                                                      {service, {"服务", "Service"}},
                                                      {other, {"其他", "Other"}}};
  return pick(words, kind, language);
}

std::string heading_of(CardColumn column, Language language) {
  using enum CardColumn;
  static const std::map<CardColumn, Said> words = {{customer, {"客户", "Customer"}},
                                                   {phone, {"电话", "Phone"}},
                                                   {wechat, {"微信", "WeChat"}},
                                                   {salesperson, {"销售顾问", "Salesperson"}},
                                                   {grade, {"级别", "Grade"}},
                                                   {standing, {"状态", "Standing"}},
                                                   {model, {"意向车型", "Model"}},
                                                   {colour, {"颜色", "Colour"}},
                                                   {competing_model, {"对比车型", "Competing model"}},
                                                   {price, {"价位", "Price"}},
                                                   {purchase, {"购车时间", "Means to buy"}},
                                                   {expected_on, {"购车日期", "Day of purchase"}},
                                                   {sureness, {"确定程度", "How sure"}},
                                                   {next, {"下次跟进", "Next follow-up"}},
                                                   {promise, {"承诺", "Promised"}},
                                                   {followed_at, {"上次跟进", "Followed up last"}},
                                                   {reached_at, {"上次联系上", "Reached last"}},
                                                   {tries, {"未联系上次数", "Tries since"}},
                                                   {opened_at, {"建卡日期", "Opened"}},
                                                   {closed_at, {"结束日期", "Closed"}}};
  return pick(words, column, language);
}

}  // namespace guanxi::prospects
