#include "demo/choices.h"

namespace guanxi::demo {

using reception::PurchaseWhen;
using reception::Way;

Choices channels_of(Way way, Dice& dice) {
  Choices channels;
  if (way == Way::appointment) {
    channels = {{"portal.autohome", "portal.yiche", "portal.pcauto", "video.douyin", "video.kuaishou", "oem",
                 "outbound", "event.show", "repurchase"},
                {4, 2, 0.8, 4, 1.2, 2, 1.5, 1, 0.5}};
  } else if (way == Way::call) {
    channels = {{"call_in", "search.engine", "portal.autohome"}, {4, 1, 1}};
  } else {
    channels = {{"natural.passing", "natural.outdoor", "video.douyin", "portal.autohome", "portal.yiche",
                 "search.site", "event.store", "event.road_show", "event.show", "referral.friend",
                 "referral.owner", "group", "sub_dealer"},
                {5, 1.5, 3, 2, 1, 0.7, 1, 0.6, 0.8, 2, 2, 0.3, 0.3}};
  }
  for (auto& weight : channels.weights) weight *= dice.between(60, 150) / 100.0;
  return channels;
}

Choices exclusions() {
  return {{"X1.paperwork", "X1.delivery", "X1.cancellation", "X1.service", "X2.companion", "X2.staff",
           "X2.scout", "X2.inspector", "X2.passer_by"},
          {2, 1.5, 0.3, 4, 2, 1, 0.8, 0.2, 2}};
}

Noticed draw_noticed(Dice& dice, bool is_call) {
  using reception::Transport;
  constexpr Transport kTransports[] = {Transport::car,     Transport::taxi,    Transport::public_transport,
                                       Transport::on_foot, Transport::bicycle, Transport::motorbike,
                                       Transport::other};
  constexpr double kShares[] = {5, 1.6, 1.6, 1, 0.6, 0.15, 0.05};
  constexpr std::string_view kColours[] = {"珍珠白", "曜石黑", "星空灰", "极光蓝", "枫叶红", "黑白都行"};
  constexpr std::string_view kCars[] = {"长河 轿车 2016 款", "北辰 SUV 2018 款", "星途 面包车",
                                        "海燕 两厢 2014 款", "山海 5 2019 款",   "还没有车"};
  constexpr std::string_view kRivals[] = {"北辰 E7", "长河 S5", "星途 M6", "海燕 EV"};
  Noticed noticed;
  if (!is_call && dice.chance(0.8)) noticed.transport = kTransports[dice.weighted(kShares)];
  if (dice.chance(0.45)) noticed.colour = dice.one_of(kColours);
  if (dice.chance(0.4)) noticed.current_car = dice.one_of(kCars);
  if (dice.chance(0.3)) noticed.competing_model = dice.one_of(kRivals);
  if (!is_call && dice.chance(0.5)) noticed.questionnaire = dice.chance(0.4);
  return noticed;
}

Instant draw_appointed(Dice& dice, Instant arrived_at) {
  constexpr Instant kQuarter = 15 * kMinute;  // nobody is invited for seven past
  const auto near = arrived_at + dice.between(-25, 20) * kMinute;
  return (near + kQuarter / 2) / kQuarter * kQuarter;
}

void draw_intent(Dice& dice, reception::Details& details, std::int64_t list_price, const std::string& day) {
  constexpr PurchaseWhen kWhen[] = {PurchaseWhen::this_week, PurchaseWhen::this_month,
                                    PurchaseWhen::next_month, PurchaseWhen::date, PurchaseWhen::unknown};
  constexpr double kShares[] = {0.12, 0.35, 0.27, 0.1, 0.16};
  details.purchase_when = kWhen[dice.weighted(kShares)];
  if (details.purchase_when == PurchaseWhen::date) details.purchase_day = add_days(day, dice.between(5, 70));
  if (dice.chance(0.25)) return;
  constexpr std::int64_t kStep = 100000;  // a thousand
  details.price_from = list_price * dice.between(84, 94) / 100 / kStep * kStep;
  details.price_to = list_price * dice.between(97, 108) / 100 / kStep * kStep;
}

}  // namespace guanxi::demo
