#include "reception/import.h"

namespace guanxi::reception {

std::span<const Word> import_words() {
  static const Word all[] = {
      {"empty_file", "文件里没有数据行。", "The file has no rows."},
      {"too_many_columns", "最多 {max} 列。", "At most {max} columns."},
      {"other_columns", "文件有 {count} 列，每列一项。", "The file has {count} columns; one entry for each."},
      {"field_twice", "已有另一列是这一项。", "Another column has this meaning already."},
      {"date_column_needed", "至少要有一列是来店日期。", "One column must be the day of arrival."},
      {"import_at_work", "正在处理中，请稍候。", "This import is at work; please wait."},
      {"mapping_is_settled", "已经导入过，各列不能再改；请重新上传文件。",
       "This has been brought in already, so its columns stay; please upload the file again."},
      {"trial_needed", "请先试算，看清每一行会怎样。",
       "Please try it first and see what becomes of each row."},
      {"import_broke_off", "处理多次中断，请再试；仍不行请联系管理员。",
       "This broke off several times. Please try again, and tell the administrator if it goes on."},
      {"row_is_there", "这一行已经导入过。", "This row has been brought in already."},
      {"customer_was_there", "登记里已有这位客户同一时间的来访。",
       "The log has a visit of this customer at this very time."},
      {"date_needed", "没有来店日期。", "There is no day of arrival."},
      {"not_a_date", "看不懂日期“{value}”。", "“{value}” is not a date that can be understood."},
      {"no_clock_time", "看不懂时间“{value}”。", "“{value}” is not a time of day."},
      {"not_a_purchase_day", "看不懂购车时间“{value}”。",
       "“{value}” is neither a date nor a time of purchase."},
      {"unknown_way", "看不懂来店方式“{value}”。", "“{value}” is no way of coming."},
      {"unknown_occasion", "看不懂首次/再次“{value}”。", "“{value}” is neither first nor again."},
      {"not_a_party_size", "人数应为 1 到 99：“{value}”。", "People are 1 to 99, not “{value}”."},
      {"unknown_person", "本店没有叫“{value}”的人。", "Nobody of this store is called “{value}”."},
      {"several_people", "本店有几个人叫“{value}”，请写账号。",
       "Several people of this store are called “{value}”; please write the login."},
      {"unknown_channel", "渠道列表里没有“{value}”。", "The list of channels has no “{value}”."},
      {"several_channels", "有几个渠道叫“{value}”。", "Several channels are called “{value}”."},
      {"unknown_model", "没有车型“{value}”。", "There is no model “{value}”."},
      {"several_models", "有几个车型叫“{value}”，请写全名。",
       "Several models are called “{value}”; please write the full name."},
      {"unknown_exclusion", "非意向类型里没有“{value}”。", "The list of exclusions has no “{value}”."},
      {"several_exclusions", "有几个非意向类型叫“{value}”。", "Several exclusions are called “{value}”."},
      {"unknown_sex", "看不懂性别“{value}”。", "“{value}” is neither female nor male."},
      {"unknown_grade", "看不懂级别“{value}”。", "“{value}” is no grade."},
      {"not_a_price", "看不懂价格“{value}”。", "“{value}” is no price."},
      {"not_yes_or_no", "看不懂是或否：“{value}”。", "“{value}” is neither yes nor no."},
      {"not_a_count", "看不懂次数“{value}”。", "“{value}” is no count."},
      {"name_needed", "有联系方式，但没有姓名。", "There is a contact, but no name."},
      {"wechat_of_another", "微信“{value}”属于另一位电话不同的客户。",
       "The WeChat name “{value}” belongs to a customer with another phone."},
  };
  return all;
}

}  // namespace guanxi::reception
