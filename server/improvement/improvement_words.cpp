#include "improvement/improvement.h"

namespace guanxi::improvement {

std::span<const Word> words() {
  static const Word all[] = {
      {"not_a_month", "请写成“2026-03”这样的月份。", "Write a month like 2026-03."},
      {"months_upside_down", "结束月份早于开始月份。", "The last month is before the first."},
      {"too_many_months", "最多看 {max} 个月。", "At most {max} months."},
      {"people_in_their_store", "人只在自己的门店里比较：请先点开门店。",
       "People are compared within their store: open the store first."},
      {"only_in_groups", "只有集团才能并排看门店。", "Stores stand side by side only in a group."},
  };
  return all;
}

}  // namespace guanxi::improvement
