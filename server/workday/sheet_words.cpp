#include "workday/sheet_words.h"

#include <fmt/format.h>

namespace guanxi::workday {
namespace {

std::string pick(Language language, const char* zh, const char* en) {
  return language == Language::zh ? zh : en;
}

}  // namespace

std::string word_for(FindingKind kind, Language language) {
  switch (kind) {
    case FindingKind::burst:
      return pick(language, "几分钟内集中写下", "written within minutes");
    case FindingKind::unreached:
      return pick(language, "一再跟进没联系上", "followed up, never reached");
    case FindingKind::unsaid:
      return pick(language, "记为联系上，内容说没有", "reached, the text says not");
    case FindingKind::unworked:
      return pick(language, "没怎么跟进就放弃", "given up with little work");
  }
  throw Bug("a finding without a word");
}

std::string word_for(prospects::FollowUpWay way, Language language) {
  using enum prospects::FollowUpWay;
  switch (way) {
    case call:
      return pick(language, "电话", "call");
    case message:
      return pick(language, "微信/短信", "message");
    case visit:
      return pick(language, "到店", "visit");
    case test_drive:
      return pick(language, "试驾", "test drive");
    case home_visit:
      return pick(language, "上门", "home visit");
    case event:
      return pick(language, "活动", "event");
  }
  throw Bug("a way without a word");
}

std::string yes_or_no(bool yes, Language language) {
  return yes ? pick(language, "是", "yes") : pick(language, "否", "no");
}

std::string clock_time(const TimeZone& zone, Instant at) {
  const auto local = zone.local(at);
  return fmt::format("{:02}:{:02}", local.hour, local.minute);
}

}  // namespace guanxi::workday
