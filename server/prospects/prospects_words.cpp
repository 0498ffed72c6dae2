#include "prospects/prospects.h"

namespace guanxi::prospects {

std::span<const Word> words() {
  static const Word all[] = {
      {"card_closed", "这张意向卡已经结束。", "This card has been closed."},
      {"loss_is_asked", "战败申请正在等待审核。",
       "This prospect is said to be lost; a manager has to decide first."},
      {"no_loss_asked", "没有人申请过战败。", "Nobody has said that this prospect is lost."},
      {"reason_needed", "手动改级别时请说明原因。", "Say why the grade is another one than the day says."},
      {"only_with_grade", "只有手动改级别时才填写原因。", "Only together with a grade."},
      {"next_needed", "请约定下次跟进的日期。", "Every follow-up ends with the next date."},
      {"day_or_time", "日期和时间只填一个。", "Either a day or a time, not both."},
      {"only_with_next", "申请战败时没有下次日期。", "There is no next date when the prospect is given up."},
      {"before_the_follow_up", "早于这次跟进。", "This is before the follow-up itself."},
      {"too_far_ahead", "最多提前 {max} 天。", "At most {max} days ahead."},
      {"before_the_card", "早于这张意向卡。", "This is before the card was opened."},
      {"they_were_there", "客户本人在场，不能算没联系上。", "They were there, so they were reached."},
      {"from_tomorrow_on", "新规则最早从明天起生效。", "New rules hold from tomorrow on at the earliest."},
      {"window_too_short", "不能短于前一级别的天数。",
       "This cannot end before the window of the grade above."},
      {"order_is_open", "这位客户已经下订。", "This prospect has an open order."},
      {"no_open_order", "没有未交车的订单。", "There is no open order."},
      {"more_than_the_price", "定金不能超过成交价。", "The deposit is more than the price."},
      {"before_the_order", "早于订单日期。", "This is before the order."},
      {"before_the_target", "不能短于目标时间。", "This cannot be shorter than the target."},
      {"before_it_moves_on", "不能短于转派时间。",
       "This cannot be shorter than the time until a lead moves on."},
      {"says_nothing", "请填写条件或人员，否则这条规则没有作用。",
       "Say which leads or whom this is about; as it is, the rule changes nothing."},
      {"too_many_rules", "最多 {max} 条规则。", "At most {max} rules."},
      {"say_why", "请说明为什么放弃。", "Say why the prospect is given up."},
  };
  return all;
}

}  // namespace guanxi::prospects
