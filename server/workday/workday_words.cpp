#include "workday/workday.h"

namespace guanxi::workday {

std::span<const Word> words() {
  static const Word all[] = {
      {"no_such_day_ahead", "请选今天起两周内的一天。", "Choose a day within two weeks from today."},
  };
  return all;
}

}  // namespace guanxi::workday
