#include "reception/import_headers.h"

#include <string>
#include <unordered_map>

#include "platform/text/search_keys.h"

namespace guanxi::reception {
namespace {

struct Known {
  Field field;
  std::string_view words;  ///< with blanks between them, the plainest first; folded as text::fold does
};

constexpr Known kKnown[] = {
    {Field::arrived_on,
     "来店日期 到店日期 进店日期 来访日期 接待日期 来店电日期 来电日期 登记日期 客流日期 日期 visitdate "
     "dateofvisit arrivaldate arrivedon date day"},
    {Field::arrived_at,
     "来店时间 到店时间 进店时间 来访时间 接待时间 来店电时间 来电时间 登记时间 时间 arrivedat arrived "
     "arrivaltime timein datetime visittime time"},
    {Field::arrived_time, "到达时刻 来店时刻 timeofarrival"},
    {Field::left_time,
     "离店时间 离开时间 离去时间 走时 离店 lefttime leftat left timeout departuretime departure"},
    {Field::way,
     "来店方式 到店方式 来访方式 来店来电 来店电 客流类型 来店类型 到店类型 接触方式 visitorcall way visittype "
     "contacttype type"},
    {Field::occasion,
     "首次再次 首次二次 首次来店 首次到店 首次 来店性质 来店次数 到店次数 来访次数 第几次来店 第几次到店 fs "
     "firstoragain firstorrepeat freshorbeback occasion freshup"},
    {Field::party_size,
     "人数 来店人数 到店人数 客户人数 同行人数 来客人数 partysize party people heads headcount numberofpeople"},
    {Field::salesperson,
     "销售顾问 接待销售顾问 接待顾问 接待人 接待人员 接待销售 销售员 销售人员 业务员 责任人 负责人 跟进人 "
     "归属顾问 顾问 销售 salesperson salesconsultant consultant salesadvisor advisor salesrep rep receivedby sales"},
    {Field::customer_name,
     "客户姓名 顾客姓名 姓名 客户名称 客户名 顾客 客户 customername customer name guestname guest"},
    {Field::sex, "性别 称谓 先生女士 sex gender title"},
    {Field::phone,
     "电话 手机 手机号 手机号码 电话号码 联系电话 客户电话 联系手机 移动电话 联系方式 phone phonenumber mobile "
     "mobilephone mobilenumber telephone tel cellphone cell contactnumber contact"},
    {Field::wechat, "微信号 微信id 微信号码 微信 wechatid wechatname wechat weixin"},
    {Field::plate, "车牌 车牌号 车牌号码 牌照 plate platenumber licenseplate licenceplate"},
    {Field::channel,
     "信息渠道 渠道 客户来源 信息来源 来店渠道 渠道来源 线索来源 了解渠道 获知渠道 媒体来源 来源 channel "
     "source leadsource informationsource howheard"},
    {Field::model,
     "意向车型 拟购车型 咨询车型 关注车型 看车车型 需求车型 欲购车型 车型 model modelofinterest modelwanted "
     "interestedmodel vehicle car"},
    {Field::purchase_day,
     "购车日期 购买日期 预计购车日期 预计购车时间 计划购车时间 拟购时间 意向购车时间 购车时间 dayofpurchase "
     "purchaseday purchasedate expectedpurchase meanstobuy timeframe"},
    {Field::grade, "意向级别 客户级别 意向等级 客户等级 级别 等级 grade customergrade rating level"},
    {Field::price,
     "价位 意向价格 购车预算 预算 价格 预算下限 预算上限 price pricerange budget pricefrom priceto"},
    {Field::reason,
     "未留档原因 未留资原因 未留电话原因 未留原因 不留原因 未建卡原因 reasonunfiled unfiledreason "
     "whyunfiled nocontactreason"},
    {Field::asks, "索取次数 索要次数 要了几次联系方式 timesasked asks"},
    {Field::second_face,
     "第二人接待 第二个人出面 经理接待 经理接管 经理出面 secondface turnover to managerto"},
    {Field::story,
     "接待经过 接待情况 接待记录 洽谈内容 洽谈情况 谈判内容 客户情况 跟进情况 情况说明 备注 说明 story notes note "
     "remarks remark comments comment summary"},
    {Field::test_drive, "试驾 试乘试驾 试驾情况 testdrive demodrive demo"},
    {Field::quote, "报价 报价单 打印报价 quote quoted quotation writeup"},
    {Field::trade_in, "置换 置换评估 二手车置换 旧车评估 二手车评估 tradeinlookedat tradein trade appraisal"},
    {Field::exclusion,
     "非意向类型 非意向原因 非意向 无效原因 排除原因 kindofexclusion exclusion noprospect notaprospect"},
    {Field::appointed_at,
     "预约时间 邀约时间 约定时间 预约到店时间 邀约到店时间 预约来店时间 appointedfor appointmenttime appointedtime "
     "apptime"},
    {Field::transport,
     "交通工具 来店交通工具 到店交通工具 使用交通工具 交通方式 出行方式 transport transportation meansoftransport "
     "cameby"},
    {Field::colour,
     "意向颜色 颜色 车色 意向车色 拟购颜色 外观颜色 车身颜色 colour color colourwanted colorwanted"},
    {Field::current_car,
     "现有车辆 现有车型 现有车 现用车 现用车型 在用车 在用车型 目前用车 保有车型 currentcar currentvehicle presentcar"},
    {Field::competing_model,
     "对比车型 竞品车型 竞品 比较车型 竞争车型 关注竞品 对比竞品 competingmodel competitor comparedwith crossshopped"},
    {Field::email, "电子邮箱 邮箱 电子邮件 邮件 email mail emailaddress"},
    {Field::registered_on,
     "建档日期 建卡日期 建档时间 建卡时间 留档日期 录入日期 创建日期 创建时间 registeredon registered created createdon "
     "createdat dateadded dateregistered"},
    {Field::last_contact_on,
     "最近跟进日期 最近跟进时间 最近跟进 上次跟进日期 上次跟进时间 上次跟进 最后跟进日期 最后跟进时间 最近联系日期 最近联系 上次联系 "
     "lastcontact lastcontacton lastcontactdate lastfollowup lastfollowupdate lastactivity"},
    {Field::next_on,
     "下次跟进日期 下次跟进时间 下次跟进 计划跟进日期 计划跟进 下次联系日期 下次联系时间 下次联系 下次回访日期 下次回访 nextcontact "
     "nextcontacton nextcontactdate nextfollowup nextfollowupdate nextactivity followupdate"},
    {Field::questionnaire, "问卷 问卷调查 调查问卷 填写问卷 填问卷 questionnaire survey"},
};

using Table = std::unordered_map<std::string_view, HeaderMeaning>;

Table make_table() {
  Table table;
  for (const auto& [field, words] : kKnown) {
    int rank = 0;
    for (auto rest = words; !rest.empty(); ++rank) {
      const auto end = std::min(rest.find(' '), rest.size());
      table.emplace(rest.substr(0, end), HeaderMeaning{field, rank});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return table;
}

/// Words that forms put around the name of a column.
void drop_trimmings(std::string& header) {
  for (const std::string_view start : {"是否", "有无", "客户是否"}) {
    if (header.starts_with(start)) header.erase(0, start.size());
  }
  for (const std::string_view end : {"必填", "选填", "是否", "有无", "yn", "required", "optional"}) {
    if (header.ends_with(end) && header.size() > end.size()) header.resize(header.size() - end.size());
  }
}

}  // namespace

std::optional<HeaderMeaning> meaning_of(std::string_view header) {
  static const Table table = make_table();
  constexpr std::size_t longest = 100;  // bytes; a sentence is no header
  if (header.empty() || header.size() > longest) return std::nullopt;
  std::string folded = text::fold(header);
  auto found = table.find(folded);
  if (found == table.end()) {
    drop_trimmings(folded);
    found = table.find(folded);
  }
  if (found == table.end()) return std::nullopt;
  return found->second;
}

}  // namespace guanxi::reception
