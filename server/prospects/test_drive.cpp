#include "prospects/test_drive.h"

#include <algorithm>
#include <boost/mp11.hpp>

namespace guanxi::prospects {

bool overlap(const Taken& one, const Taken& other) { return one.from < other.to && other.from < one.to; }

Taken when_driven(const Taken& planned, Instant ended) {
  if (ended <= planned.from) return {ended - (planned.to - planned.from), ended};
  return {planned.from, std::min(planned.to, ended)};
}

Result<> check_may(const TestDrive& drive, const Card& card, const Actor& actor, DriveAction action) {
  const bool works =
      actor.may("prospects.manage") || (actor.may("prospects.follow") && card.salesperson_id == actor.id);
  if (!works) return refuse(Refusal::forbidden());
  if (card.closed_at) return refuse(Refusal::conflict("card_closed"));
  if (drive.standing != DriveStanding::booked) return refuse(Refusal::conflict("drive_is_over"));
  if (action == DriveAction::finish && card.standing == CardStanding::loss_asked)
    return refuse(Refusal::conflict("loss_is_asked"));
  return {};
}

std::vector<DriveAction> possible_actions(const TestDrive& drive, const Card& card, const Actor& actor) {
  std::vector<DriveAction> can;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<DriveAction>>([&](auto action) {
    if (check_may(drive, card, actor, action.value)) can.push_back(action.value);
  });
  return can;
}

}  // namespace guanxi::prospects
