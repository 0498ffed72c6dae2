#include "dealership/default_lists.h"

namespace guanxi::dealership {

std::span<const DefaultEntry> default_lists() {
  using enum List;
  static const DefaultEntry all[] = {
      {unfiled, "U1", "没有索取", "Not asked"},
      {unfiled, "U1.forgot", "忘了问", "Forgot to ask"},
      {unfiled, "U1.busy", "太忙，没人接待", "Too busy, nobody free"},
      {unfiled, "U1.judged", "觉得不像买家", "Judged not a buyer"},
      {unfiled, "U1.left_early", "接待前就走了（3 分钟内）", "Left before being received (under 3 min)"},
      {unfiled, "U1.handover_failed", "转接没接上", "The handover failed"},
      {unfiled, "U2", "问了，不肯留", "Asked, refused"},
      {unfiled, "U2.fears_calls", "怕被打扰", "Fears calls"},
      {unfiled, "U2.will_return", "“我会再来”", "\"Will come back\""},
      {unfiled, "U2.no_benefit", "留了也没好处", "Sees no benefit in it"},
      {unfiled, "U2.distrust", "不信任", "Distrust"},
      {unfiled, "U3", "需求没满足", "Need not met"},
      {unfiled, "U3.not_probed", "没问清需求", "Needs were not probed"},
      {unfiled, "U3.unclear", "讲解不清楚", "Explanation unclear"},
      {unfiled, "U3.no_car", "没有展车或试驾车", "No display or test car"},
      {unfiled, "U3.no_price", "价格没答复", "No answer on the price"},
      {unfiled, "U3.unsuitable", "产品不合适", "Product unsuitable"},
      {unfiled, "U4", "已在别处买定", "Bought or decided elsewhere"},
      {unfiled, "U4.competitor", "买了竞品", "A competitor's product"},
      {unfiled, "U4.same_brand", "在同品牌其他店买了", "Same brand, another dealer"},
      {unfiled, "U9", "原因不明", "Unknown"},
      {unfiled, "U9.unknown", "原因不明", "Unknown"},

      {exclusion, "X1", "办其他事", "Other business here"},
      {exclusion, "X1.paperwork", "办手续、付款", "Paperwork or payment"},
      {exclusion, "X1.delivery", "提车", "Taking delivery"},
      {exclusion, "X1.cancellation", "退订", "Cancelling an order"},
      {exclusion, "X1.service", "维修保养", "Service or repair"},
      {exclusion, "X2", "不是来看车的", "Not here to buy"},
      {exclusion, "X2.companion", "陪同别的客户", "Companion of another party"},
      {exclusion, "X2.staff", "员工、供应商、求职", "Staff, vendor or job-seeker"},
      {exclusion, "X2.scout", "同行探价", "Competitor's scout"},
      {exclusion, "X2.inspector", "厂家检查", "Manufacturer's inspector"},
      {exclusion, "X2.passer_by", "问路、用洗手间", "Passer-by (directions, toilet)"},

      {channel, "natural", "自然进店", "Natural"},
      {channel, "natural.passing", "路过", "Passing by"},
      {channel, "natural.outdoor", "户外广告", "Outdoor advertising"},
      {channel, "portal", "汽车垂直网站", "Vertical portal"},
      {channel, "portal.autohome", "汽车之家", "Autohome"},
      {channel, "portal.yiche", "易车", "Yiche"},
      {channel, "portal.pcauto", "太平洋汽车", "PCauto"},
      {channel, "video", "短视频与直播", "Short video and live"},
      {channel, "video.douyin", "抖音", "Douyin"},
      {channel, "video.kuaishou", "快手", "Kuaishou"},
      {channel, "search", "搜索与官网", "Search and own site"},
      {channel, "search.engine", "搜索引擎", "Search engine"},
      {channel, "search.site", "官网", "Own site"},
      {channel, "oem", "厂家派发", "Assigned by the manufacturer"},
      {channel, "call_in", "来电", "Call-in"},
      {channel, "event", "活动与车展", "Event and show"},
      {channel, "event.show", "车展", "Auto show"},
      {channel, "event.store", "店内活动", "In-store event"},
      {channel, "event.road_show", "外展路演", "Road show"},
      {channel, "outbound", "外拓邀约", "Outbound"},
      {channel, "referral", "转介绍", "Referral"},
      {channel, "referral.owner", "老客户介绍", "By an owner"},
      {channel, "referral.friend", "亲友同事介绍", "By friends or staff"},
      {channel, "repurchase", "保有客户增换购", "Owner repurchase"},
      {channel, "group", "集团内转介", "Group transfer"},
      {channel, "sub_dealer", "二级网点", "Sub-dealer"},
  };
  return all;
}

}  // namespace guanxi::dealership
