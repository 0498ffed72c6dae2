#include "reception/reception.h"

namespace guanxi::reception {

std::span<const Word> words() {
  static const Word all[] = {
      {"purpose_needed", "请说明客户同意用于什么。", "Say what the customer agreed to."},
      {"in_the_future", "时间不能晚于现在。", "This lies in the future."},
      {"too_long_ago", "时间太早了。", "This is too long ago."},
      {"left_before_arriving", "离店时间早于来店时间。", "They cannot leave before they arrive."},
      {"range_upside_down", "上限低于下限。", "The upper end is below the lower one."},
      {"only_with_date", "只有选择“指定日期”时才能填写。", "Only together with \"on a date\"."},
      {"only_with_appointment", "只有邀约到店才有预约时间。", "Only appointments have an appointed time."},
      {"far_from_the_visit", "离来店时间太远了。", "This is too far from the visit."},
      {"before_the_visit", "早于来店日期。", "This is before the day of the visit."},
      {"only_when_unfiled", "只有未留档的来访才有原因。", "Only unfiled visits have a reason."},
      {"already_closed", "这条来访已经完善。", "This visit has been closed already."},
      {"already_on_file", "这位客户已有档案，不能记为未留档。",
       "This customer is on file; the visit cannot be unfiled."},
      {"other_customer", "这条来访属于另一位客户。", "This visit belongs to another customer."},
      {"no_exclusion_asked", "没有人申请过“非意向”。", "Nobody has said that this is no prospect."},
      {"needs_second_person", "必须由另一个人确认。", "Another person has to confirm this."},
      {"still_open", "这条来访还没有完善。", "This visit is still open."},
      {"day_off_today", "今天登记了休假；要上岗，请先取消休假。",
       "Today is a day off; take it back before coming on duty."},
      {"not_a_salesperson", "这个人不是本店的销售顾问。", "This is not a salesperson of this store."},
      {"same_salesperson", "已经由这位销售顾问接待。", "This salesperson has the visit already."},
      {"not_on_duty", "这位销售顾问今天不在轮排中。", "This salesperson is not in today's rotation."},
      {"nothing_to_take_back", "这个小时没有可以撤回的计数。",
       "There is no count in this hour to take back."},
      {"too_many_days", "最多 {max} 天。", "At most {max} days."},
      {"no_such_model", "没有这个车型。", "There is no such model."},
      {"no_such_customer", "没有这位客户。", "There is no such customer."},
  };
  return all;
}

}  // namespace guanxi::reception
