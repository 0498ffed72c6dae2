#include "demo/cast.h"

namespace guanxi::demo {
namespace {

using enum dealership::Role;

constexpr CastStore kStores[] = {
    {"HZ01", "杭州滨江店", "浙江省杭州市滨江区江南大道 3888 号", "0571-5550 1688", 1.0},
    {"SH02", "上海浦东店", "上海市浦东新区沪南公路 2218 号", "021-5550 6868", 1.15}};

// Asking and getting are apart on purpose: one does not ask, another asks and is refused, and only the log
// tells which.
constexpr CastMember kMembers[] = {
    {"qiantai", "赵敏", receptionist, 0},
    {"chenwei", "陈伟", salesperson, 0, {0.97, 0.88, 0.1, 0.05, 0.9}},
    {"lina", "李娜", salesperson, 0, {0.95, 0.84, 0.1, 0.05, 0.9}},
    {"wanglei", "王磊", salesperson, 0, {0.90, 0.82, 0.3, 0.15, 0.6}},
    {"zhoujie", "周杰", salesperson, 0, {0.74, 0.86, 0.8, 0.40, 0.3}},
    {"sunyue", "孙悦", salesperson, 0, {0.93, 0.66, 0.1, 0.10, 0.7}},
    {"jingli", "林强", sales_manager, 0},
    {"kefu", "何静", care_specialist, 0},
    {"qiantai2", "沈佳怡", receptionist, 1},
    {"xuhao", "徐浩", salesperson, 1, {0.96, 0.86, 0.2, 0.10, 0.8}},
    {"gutingting", "顾婷婷", salesperson, 1, {0.97, 0.83, 0.1, 0.05, 0.9}},
    {"luyifan", "陆一帆", salesperson, 1, {0.88, 0.80, 0.5, 0.20, 0.5}},
    {"fangmin", "方敏", salesperson, 1, {0.92, 0.85, 0.2, 0.10, 0.8}},
    {"tangrui", "唐睿", salesperson, 1, {0.70, 0.78, 0.7, 0.45, 0.3}},
    {"yaolan", "姚兰", salesperson, 1, {0.90, 0.70, 0.1, 0.15, 0.6}},
    {"jingli2", "高建军", sales_manager, 1},
    {"kefu2", "钱莉", care_specialist, 1},
    {"shichang", "马超", marketer, -1},
    {"zongjingli", "郑国栋", general_manager, -1},
    {"admin", "吴海涛", administrator, -1},
};

constexpr CastModel kModels[] = {
    {"小满", "城市版", 69800, 0.8},        {"小满", "远行版", 86800, 0.9},
    {"星河 3", "标准续航版", 109800, 1.2}, {"星河 3", "长续航版", 136800, 1.4},
    {"星河 6", "激光雷达版", 189800, 1.0}, {"云岭 5", "1.5T 舒享版", 129800, 1.5},
    {"云岭 5", "混动尊享版", 158800, 1.8}, {"云岭 7", "2.0T 四驱版", 198800, 1.0},
    {"云岭 7", "增程六座版", 239800, 1.3}, {"启程 M8", "七座豪华版", 259800, 0.6},
    {"启程 M8", "行政版", 329800, 0.3},
};

}  // namespace

std::span<const CastStore> stores() { return kStores; }
std::span<const CastMember> members() { return kMembers; }
std::span<const CastModel> models() { return kModels; }

std::string_view post_of(dealership::Role role) {
  switch (role) {
    case receptionist:
      return "前台";
    case salesperson:
      return "销售顾问";
    case sales_manager:
      return "销售经理";
    case care_specialist:
      return "客服专员";
    case marketer:
      return "市场专员";
    case general_manager:
      return "总经理";
    case administrator:
      return "系统管理员";
  }
  throw Bug("a post without a name");
}

}  // namespace guanxi::demo
