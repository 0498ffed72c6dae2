#include "platform/words/words.h"

#include "platform/result.h"

namespace guanxi {

void Words::add(std::span<const Word> words) {
  for (const auto& word : words) {
    CHECK(!words_.contains(word.code));  // two rooms must not say different things under one code
    words_[word.code] = word;
  }
}

std::string Words::say(Language language, std::string_view code, const WordParams& params) const {
  const auto found = words_.find(code);
  if (found == words_.end()) return std::string(code);
  std::string text(language == Language::zh ? found->second.zh : found->second.en);
  for (const auto& [name, value] : params) {
    const std::string mark = "{" + name + "}";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

Language preferred_language(std::string_view accept_language) {
  const auto zh = accept_language.find("zh");
  const auto en = accept_language.find("en");
  return en < zh ? Language::en : Language::zh;
}

std::span<const Word> platform_words() {
  static const Word all[] = {
      {"invalid_input", "有些内容需要改正。", "Some of this needs correcting."},
      {"broken_json", "请求不是有效的 JSON（UTF-8）。", "The request is not valid JSON in UTF-8."},
      {"broken_request", "无法读懂这个请求。", "The request cannot be read."},
      {"required", "这一项必须填写。", "This is required."},
      {"unknown_field", "没有这个字段。", "There is no such field."},
      {"empty", "不能为空。", "This must not be empty."},
      {"not_text", "应为文字。", "This must be text."},
      {"not_true_or_false", "应为是或否。", "This must be true or false."},
      {"not_a_whole_number", "应为整数。", "This must be a whole number."},
      {"not_an_object", "应为对象。", "This must be an object."},
      {"not_a_list", "应为列表。", "This must be a list."},
      {"not_a_choice", "不在可选项之中。", "This is not one of the choices."},
      {"not_an_id", "不是有效的编号（UUID）。", "This is not a valid id (UUID)."},
      {"not_a_day", "不是有效的日期（YYYY-MM-DD）。", "This is not a day (YYYY-MM-DD)."},
      {"day_too_far", "日期太远，最晚到 2199 年。", "This day is too far away; 2199 is the last year."},
      {"not_a_time", "不是有效的时间（RFC 3339）。", "This is not a time (RFC 3339)."},
      {"control_characters", "含有不允许的控制字符。", "This holds control characters."},
      {"too_long", "最多 {max} 个字。", "At most {max} characters."},
      {"too_short", "至少 {min} 个字。", "At least {min} characters."},
      {"too_small", "不能小于 {min}。", "At least {min}."},
      {"too_large_number", "不能大于 {max}。", "At most {max}."},
      {"too_many_items", "最多 {max} 项。", "At most {max} entries."},
      {"too_large", "内容太大。", "This is too large."},
      {"header_too_large", "请求头太大。", "The request's header is too large."},
      {"unsupported_media_type", "只接受 {expected}。", "Only {expected} is accepted."},
      {"not_signed_in", "请先登录。", "Please sign in."},
      {"wrong_login", "账号或密码不对。", "The login or the password is wrong."},
      {"too_many_attempts", "尝试次数过多，请 {seconds} 秒后再试。",
       "Too many attempts; please wait {seconds} seconds."},
      {"password_change_required", "请先修改初始密码。", "Please change your first password."},
      {"forbidden", "您没有这项权限。", "You are not allowed to do this."},
      {"not_found", "找不到，或不在您的可见范围内。", "Not found, or not yours to see."},
      {"no_such_route", "没有这个地址。", "There is nothing at this address."},
      {"method_not_allowed", "这个地址不支持该操作。", "This address does not take that method."},
      {"missing_request_mark", "请求缺少 X-Requested-With 头。", "The X-Requested-With header is missing."},
      {"missing_if_match", "修改时必须带 If-Match 版本。", "An edit must name its version in If-Match."},
      {"edited_meanwhile", "别人刚刚改过，请对照两个版本。", "Somebody else has edited this meanwhile."},
      {"in_use", "已被使用。", "This is taken already."},
      {"bad_cursor", "翻页标记无效。", "The page mark is not valid."},
      {"busy", "现在太忙，请稍后再试。", "Too busy just now; please try again."},
      {"failure", "服务器出错，记录没有保存。编号 {request_id}",
       "The server failed; nothing was saved. Number {request_id}"},
      {"unreadable_file", "无法识别的文件，请使用 CSV 或 XLSX。",
       "Not a readable file; please use CSV or XLSX."},
      {"broken_row", "第 {row} 行损坏。", "Row {row} is broken."},
      {"file_too_large", "文件解开后太大。", "The file is too large when unpacked."},
  };
  return all;
}

}  // namespace guanxi
