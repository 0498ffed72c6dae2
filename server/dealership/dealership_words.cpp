#include "dealership/dealership.h"

namespace guanxi::dealership {

std::span<const Word> words() {
  static const Word all[] = {
      {"no_such_group", "没有这个集团。", "There is no such group."},
      {"no_such_store", "没有这家门店。", "There is no such store."},
      {"no_such_time_zone", "没有这个时区。", "There is no such time zone."},
      {"no_such_currency", "没有这种货币。", "There is no such currency."},
      {"no_such_country", "没有这个国家或地区。", "There is no such country."},
      {"not_a_time_of_day", "应为 09:00 这样的时间。", "This must be a time such as 09:00."},
      {"closes_before_opening", "打烊必须晚于开门。", "Closing must be later than opening."},
      {"weekday_twice", "同一天出现了两次。", "This weekday is named twice."},
      {"role_needed", "至少选择一个岗位。", "Choose at least one post."},
      {"last_administrator", "这是最后一位系统管理员。", "This is the last administrator."},
      {"no_such_parent", "没有这个一级分类。", "There is no such first-level entry."},
      {"label_exists", "同一分类下已有这个名称。", "An entry of this name is there already."},
      {"label_exists_retired", "已有这个名称，但已停用；请恢复使用那一项。",
       "An entry of this name is there, but retired; please bring that one back."},
      {"model_exists", "已有品牌、车系和名称都相同的车型。",
       "A model of this brand, series and name is there already."},
      {"model_exists_retired", "已有相同的车型，但已停用；请恢复使用那一个。",
       "This model is there, but retired; please bring that one back."},
      {"retired_choice", "这一项已停用。", "This entry is retired."},
      {"second_level_needed", "请选择二级分类。", "Please choose a second-level entry."},
      {"not_a_phone", "这不是有效的电话号码。", "This is not a valid phone number."},
      {"not_a_phone_line", "只写数字、空格、+、- 和括号，至少 5 位数字。",
       "Only digits, blanks, +, - and brackets; five digits at least."},
      {"label_twice", "两个级别不能叫同一个名称。", "Two grades cannot have the same name."},
      {"letter_of_another_grade", "这是另一个级别的字母，不能用作这个级别的名称。",
       "This is the letter of another grade, so this one cannot be called so."},
      {"contact_needed", "请填写电话或微信，否则无法联系到客户。",
       "A phone number or WeChat name is needed to reach the customer."},
      {"address_needed", "请先填写并确认邮箱。", "Enter and confirm an e-mail address first."},
      {"wrong_code", "验证码不对。", "This is not the code."},
      {"code_is_over", "验证码已失效，请重新发送。", "This code is no longer valid; have a new one sent."},
      {"not_a_push_address", "这不是推送服务的地址。", "This is not the address of a push service."},
      {"not_a_push_key", "这不是浏览器的推送密钥。", "This is not the push key of a browser."},
      {"not_an_email", "这不是有效的邮箱地址。", "This is not a valid e-mail address."},
      {"no_such_person", "本店没有这个人。", "Nobody of this store has that id."},
      {"ends_before_it_begins", "结束日期早于开始日期。", "The last day is before the first."},
      {"days_off_too_long", "一次休假最多 {max} 天。", "At most {max} days at once."},
      {"days_off_overlap", "这几天已经登记过休假。", "Some of these days are off already."},
      {"wrong_password", "当前密码不对。", "The present password is wrong."},
      {"password_is_login", "密码不能与账号相同。", "The password must differ from the login."},
      {"same_password", "新密码不能与旧密码相同。", "The new password must differ from the old one."},
      {"link_used_up", "这个链接无效或已用过。", "This link is not valid or has been used."},
  };
  return all;
}

}  // namespace guanxi::dealership
