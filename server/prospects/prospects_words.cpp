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
      {"party_role_needed", "请选择至少一种角色。", "Choose at least one role."},
      {"party_is_full", "一张意向卡最多记 20 位同行人。", "A party has twenty people at most."},
      {"is_the_customer", "这是意向卡的客户本人，不能移除。", "This is the customer of the card."},
      {"stands_on_record", "客户本人的姓名和联系方式请在客户档案里修改。",
       "The customer's name and contacts are corrected on the customer's page."},
      {"already_merged", "这两份档案已经合并。", "These two have been merged already."},
      {"told_apart", "已有人确认这是两个人。", "Somebody has said that these are two people."},
      {"both_ordered", "两边都有未交车的订单，请先交车或退订其中一单。",
       "Both have an open order; deliver or cancel one of them first."},
      {"something_new", "合并之后客户又有了新的记录，不能再撤销。",
       "Something new has happened to this customer since; the merge can no longer be undone."},
      {"unknown_column", "没有这一列，或者写了两次。", "There is no such column, or it stands twice."},
      {"managers_only", "只有经理能把筛选给大家用。", "Only a manager can share a filter."},
      {"too_many_filters", "筛选太多了，请先删掉一些。", "There are too many filters; remove some first."},
      {"named_twice", "写了两次。", "This stands twice."},
      {"not_their_card", "这张卡已经不在他手上。", "This card is no longer theirs."},
      {"cards_have_changed", "这期间卡有了变化，请重新看一遍再确认。",
       "The cards have changed meanwhile. Look at them again before you confirm."},
      {"card_left_behind", "离职的人不能再留着卡。", "Whoever leaves can keep no card."},
      {"cards_elsewhere", "他在别的门店还有卡，请先在那里转交。",
       "They still have cards in another store; hand those over first."},
      {"not_oneself", "不能让自己离职。", "You cannot send yourself away."},
      {"only_administrators", "他还有别的岗位，请管理员来停用账号。",
       "They hold other posts too; an administrator has to retire the account."},
      {"say_why", "请说明为什么放弃。", "Say why the prospect is given up."},
  };
  return all;
}

}  // namespace guanxi::prospects
