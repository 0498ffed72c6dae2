#include "demo/visitors.h"

#include <fmt/format.h>

#include "platform/text/search_keys.h"

namespace guanxi::demo {
namespace {

using dealership::Sex;

// The most frequent surnames stand more than once; the last ones are read otherwise than they look.
constexpr std::string_view kSurnames[] = {
    "王", "王", "王", "李", "李", "李", "张", "张", "张", "刘", "刘", "陈", "陈",   "陈",  "杨", "杨",
    "黄", "赵", "吴", "周", "徐", "徐", "孙", "马", "朱", "胡", "郭", "何", "林",   "高",  "罗", "郑",
    "梁", "谢", "宋", "唐", "许", "邓", "韩", "冯", "曹", "彭", "曾", "肖", "田",   "董",  "潘", "袁",
    "蔡", "蒋", "余", "于", "杜", "叶", "程", "魏", "苏", "吕", "丁", "沈", "沈",   "任",  "姚", "卢",
    "傅", "钟", "姜", "崔", "谭", "廖", "范", "汪", "陆", "陆", "金", "石", "戴",   "贾",  "韦", "夏",
    "邱", "方", "侯", "邹", "熊", "孟", "秦", "顾", "顾", "俞", "单", "仇", "欧阳", "诸葛"};

constexpr std::string_view kMen[] = {
    "伟",   "强",   "磊",   "军",   "勇",   "涛",   "杰",   "明",   "超",   "刚",   "平",   "辉",   "鹏",
    "飞",   "波",   "斌",   "宇",   "浩",   "凯",   "健",   "俊",   "帆",   "洋",   "宁",   "建国", "建华",
    "志强", "志远", "国庆", "文斌", "海波", "晓东", "小军", "俊杰", "浩然", "子轩", "宇航", "子豪", "一鸣",
    "家豪", "天佑", "振华", "永康", "立新", "少华", "春生", "学军", "成龙", "嘉诚", "明哲", "思远", "承泽"};

constexpr std::string_view kWomen[] = {
    "芳",   "娜",   "敏",   "静",   "丽",   "艳",   "娟",   "霞",   "燕",   "玲",   "婷",   "雪",   "慧",
    "莹",   "倩",   "蓉",   "洁",   "琳",   "颖",   "佳",   "秀英", "桂英", "玉兰", "丽华", "晓燕", "海燕",
    "春梅", "美玲", "雅琴", "雨欣", "欣怡", "梓涵", "诗涵", "思琪", "佳怡", "晓琳", "文静", "雪梅", "婉婷",
    "若曦", "嘉敏", "明月", "丹丹", "媛媛", "晶晶", "红梅", "秋月", "小红", "子晴", "可欣", "依依", "心怡"};

constexpr std::string_view kPrefixes[] = {"130", "131", "132", "133", "135", "136", "137", "138", "138",
                                          "139", "139", "150", "151", "152", "155", "156", "157", "158",
                                          "158", "159", "166", "173", "176", "177", "178", "180", "181",
                                          "182", "185", "186", "187", "188", "189", "191", "198", "199"};

std::string new_plate(Dice& dice, const dealership::Store& store) {
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  const auto letter = [&] { return kLetters[static_cast<std::size_t>(dice.below(kLetters.size()))]; };
  const bool shanghai = store.code.starts_with("SH");
  return fmt::format("{}{}{:03}{}{}", shanghai ? "沪" : "浙", shanghai ? letter() : 'A', dice.below(1000),
                     letter(), dice.below(10));
}

}  // namespace

CalledName new_name(Dice& dice) {
  const auto sex = dice.chance(0.66) ? Sex::male : Sex::female;
  const auto given = sex == Sex::male ? dice.one_of(kMen) : dice.one_of(kWomen);
  return {dice.one_of(kSurnames), given, sex};
}

std::string latin(std::string_view name) {
  std::string letters;
  for (const auto& key : text::name_keys(name)) {
    if (key[0] >= 'a' && key[0] <= 'z' && key.size() > letters.size()) letters = key;
  }
  return letters;
}

std::string Visitors::new_phone(Dice& dice) {
  std::string phone;
  do {
    phone = fmt::format("{}{:08}", dice.one_of(kPrefixes), dice.below(100000000));
  } while (!taken_.insert(phone).second);
  return phone;
}

Visitor Visitors::next(Dice& dice, const dealership::Store& store) {
  Visitor visitor;
  const auto name = new_name(dice);
  visitor.sex = name.sex;
  visitor.name = name.full();
  const auto phone = new_phone(dice);
  const bool only_wechat = dice.chance(0.07);
  if (!only_wechat) visitor.phone = phone;
  if (only_wechat || dice.chance(0.3)) {
    // As people call themselves there: the name in letters, and something to be unlike the others.
    auto letters = latin(visitor.name) + "_" + phone.substr(5);
    while (!taken_.insert(letters).second) letters += static_cast<char>('0' + dice.below(10));
    visitor.wechat = letters;
  }
  if (dice.chance(0.12)) visitor.plate = new_plate(dice, store);
  return visitor;
}

}  // namespace guanxi::demo
