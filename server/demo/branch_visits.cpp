// One visit from the door to its sentence in the log.
#include <algorithm>

#include "demo/branch_years.h"
#include "demo/founding.h"
#include "demo/stories.h"

namespace guanxi::demo {
namespace {

using reception::Kind;
using reception::Occasion;
using reception::Way;

constexpr double kRejected = 0.06;       // of those said to be no prospect: a second person disagrees
constexpr double kUnclosed = 0.04;       // of the last days' parties: nobody closed the visit
constexpr double kAppointedKnown = 0.8;  // of those who were invited
constexpr double kReturns = 0.30;        // of the newly filed
constexpr double kReturnsOnce = 0.25;    // of those who came again: once more

bool is(const std::optional<std::size_t>& reason, std::string_view code) {
  return reason && reasons()[*reason] == code;
}

}  // namespace

void BranchYears::come(const Coming& coming, const std::string& day) {
  auto course = course_of(coming, day);
  const auto hour =
      static_cast<std::size_t>(std::clamp<std::int64_t>(course.visit.hour - kOpens, 0, kHours - 1));
  if (!course.is_call()) ++counted_[hour];
  if (dropped(course)) return;
  open(course);
  if (course.first != course.receiver) hand_over(course);
  if (happened(course.leaves)) end(course);
  visits_.push_back(std::move(course.visit));
}

/// What will happen, as far as it does not depend on the clock: who receives the party, and what becomes of
/// it.
BranchYears::Course BranchYears::course_of(const Coming& coming, const std::string& day) {
  Course course{};
  auto& visit = course.visit;
  visit.store_id = branch_.id.str();
  visit.id = Moment(dice_, coming.at).next().str();
  visit.way = coming.way;
  visit.kind = coming.way == Way::call ? Kind::call : Kind::visit;
  visit.occasion = coming.customer || coming.way == Way::again ? Occasion::again : Occasion::first;
  visit.arrived_at = coming.at;
  visit.day = day;
  visit.hour = zone_.local(coming.at).hour;
  if (coming.way == Way::appointment && register_dice_.chance(kAppointedKnown))
    visit.appointed_at = draw_appointed(register_dice_, coming.at);
  course.model = coming.model;
  course.customer = coming.customer;
  // A customer on file goes back to who is in charge, as long as that person works here.
  course.first = coming.customer && works_here(on_file(*coming.customer).salesperson, coming.at)
                     ? on_file(*coming.customer).salesperson
                     : line_.on_turn(coming.at);
  course.receiver = course.first;
  if (!coming.customer) {
    const bool plain = setting_.options.plain;
    if (!course.is_call() && dice_.chance(0.03)) course.receiver = line_.neighbour_of(course.first);
    course.says_no_prospect = (plain || !course.is_call()) && dice_.chance(0.06);
    course.no_prospect = course.says_no_prospect && !dice_.chance(kRejected);
    if (!course.no_prospect) course.reason = fates_.draw(dice_, visit.way, course.receiver, visit.hour, day);
    const bool failed = is(course.reason, "U1.handover_failed") && !course.is_call();
    if (failed && course.first == course.receiver) course.first = line_.neighbour_of(course.receiver);
  }
  course.leaves = coming.at + dice_.between(15, 70) * kMinute + dice_.below(60) * kSecond;
  if (course.is_call()) course.leaves = coming.at + dice_.between(100, 560) * kSecond;
  // In plain years not even how long they stay goes with what becomes of them.
  const bool leaves_early = !setting_.options.plain && is(course.reason, "U1.left_early");
  if (leaves_early) course.leaves = coming.at + dice_.between(60, 170) * kSecond;
  return course;
}

/// In the store whose log gets thinner, some of those who leave no contact are not logged.
bool BranchYears::dropped(const Course& course) {
  if (thinner_ == nullptr || !course.reason || course.is_call() || course.visit.day < thinner_->from_day)
    return false;
  const double passed = days_between(thinner_->from_day, course.visit.day);
  const double whole = std::max(days_between(thinner_->from_day, thinner_->to_day), 1);
  return dice_.chance(thinner_->dropped_at_end * passed / whole);
}

void BranchYears::open(Course& course) {
  constexpr double kSizes[] = {0.42, 0.36, 0.14, 0.06, 0.02};
  auto& visit = course.visit;
  if (!course.is_call()) visit.party_size = static_cast<std::int64_t>(dice_.weighted(kSizes)) + 1;
  if (dice_.chance(0.85)) visit.channel_code = channels_[static_cast<std::size_t>(visit.way)].draw(dice_);
  if (course.customer) visit.customer_id = on_file(*course.customer).id.str();
  visit.salesperson_id = id_of(course.first).str();
  const bool by_desk = !course.is_call() && dice_.chance(0.85);
  visit.opened_by = by_desk ? branch_.receptionist.id.str() : *visit.salesperson_id;
  visit.took_turn = !course.customer && !course.is_call() && line_.take_turn(course.first);
  if (!course.is_call()) line_.keep_busy(course.receiver, course.leaves);
  Moment moment(dice_, visit.arrived_at);
  ledger_.fact(
      moment, {*visit.opened_by, "visit", visit.id},
      reception::VisitOpened{visit.way, visit.occasion, visit.party_size, visit.salesperson_id, visit.day});
}

void BranchYears::hand_over(Course& course) {
  auto& visit = course.visit;
  const Instant at = std::min(visit.arrived_at + 6 * kMinute, (visit.arrived_at + course.leaves) / 2);
  if (!happened(at)) return;
  if (visit.took_turn) line_.give_turn_back(course.first);
  visit.first_salesperson_id = visit.salesperson_id;
  visit.salesperson_id = id_of(course.receiver).str();
  visit.took_turn = !course.customer && line_.take_turn(course.receiver);
  ++visit.version;
  Moment moment(dice_, at);
  ledger_.fact(moment, {branch_.receptionist.id, "visit", visit.id},
               reception::VisitHandedOver{visit.first_salesperson_id, *visit.salesperson_id});
}

void BranchYears::end(Course& course) {
  auto& visit = course.visit;
  if (course.says_no_prospect) return exclude(course);
  if (dice_.chance(0.4)) {
    visit.left_at = course.leaves;
    ++visit.version;
    Moment moment(dice_, course.leaves);
    ledger_.fact(moment, {branch_.receptionist.id, "visit", visit.id},
                 reception::PartyLeft{(course.leaves - visit.arrived_at) / kMinute});
  }
  if (forgotten(course)) return;
  const bool tardy = dice_.chance(0.12);
  close(course, course.leaves + (tardy ? dice_.between(30, 130) : dice_.between(1, 12)) * kMinute);
}

/// Some visits of the last days were closed by nobody.
bool BranchYears::forgotten(const Course& course) {
  const auto age = setting_.period.now - course.visit.arrived_at;
  if (course.customer || course.is_call() || age < 25 * kHour || age > 4 * kDay) return false;
  return dice_.chance(kUnclosed);
}

/// The salesperson says that it is no prospect; the desk or the manager agrees, or does not.
void BranchYears::exclude(Course& course) {
  auto& visit = course.visit;
  const std::string code(exclusions_.draw(dice_));
  visit.details.story = story(dice_, Subject::exclusion, code, setting_.models[course.model].series);
  Moment asking(dice_, course.leaves);
  must(reception::ask_exclusion(visit, code, *visit.salesperson_id, asking.at()));
  ++visit.version;
  ledger_.fact(asking, {*visit.salesperson_id, "visit", visit.id}, reception::ExclusionAsked{code});
  Moment answer(dice_, course.leaves + dice_.between(20, 130) * kMinute);
  if (!happened(answer.at())) return;
  const auto second = (dice_.chance(0.7) ? branch_.manager : branch_.receptionist).id.str();
  ++visit.version;
  if (course.no_prospect) {
    must(reception::confirm_exclusion(visit, second, answer.at()));
    ledger_.fact(answer, {second, "visit", visit.id}, reception::ExclusionConfirmed{code});
    return;
  }
  must(reception::reject_exclusion(visit));
  ledger_.fact(answer, {second, "visit", visit.id}, reception::ExclusionRejected{code});
  close(course, answer.at() + dice_.between(3, 15) * kMinute);
}

void BranchYears::close(Course& course, Instant at) {
  if (!happened(at)) return;
  course.visit.left_at = course.leaves;
  ++course.visit.version;
  if (course.reason)
    leave_unfiled(course, at);
  else
    file(course, at);
}

void BranchYears::leave_unfiled(Course& course, Instant at) {
  auto& visit = course.visit;
  auto& details = visit.details;
  const std::string reason(reasons()[*course.reason]);
  const auto& model = setting_.models[course.model];
  const bool asked = !reason.starts_with("U1");
  if (asked) notice(course, details);
  details.asks = asked ? dice_.between(reason.starts_with("U9") ? 0 : 1, 2) : 0;
  details.second_face = !course.is_call() && dice_.chance(0.15);
  const auto subject = course.is_call() && !sentences(Subject::call_unfiled, reason).empty()
                           ? Subject::call_unfiled
                           : Subject::unfiled;
  details.story = story(dice_, subject, reason, model.series);
  if (reason != "U1.left_early" && dice_.chance(0.7)) details.model_id = model.id;
  details.test_drive = !course.is_call() && asked && dice_.chance(0.15);
  details.quote = asked && dice_.chance(0.12);
  details.trade_in = asked && dice_.chance(0.06);
  must(reception::leave_unfiled(visit, reason, at));
  Moment moment(dice_, at);
  ledger_.fact(moment, {*visit.salesperson_id, "visit", visit.id},
               reception::VisitLeftUnfiled{reason, visit.day});
}

void BranchYears::notice(const Course& course, reception::Details& details) {
  const auto noticed = draw_noticed(register_dice_, course.is_call());
  details.transport = noticed.transport;
  details.colour = noticed.colour;
  details.current_car = noticed.current_car;
  details.competing_model = noticed.competing_model;
  details.questionnaire = noticed.questionnaire;
}

void BranchYears::file(Course& course, Instant at) {
  auto& visit = course.visit;
  auto& details = visit.details;
  notice(course, details);
  const auto& model = setting_.models[course.model];
  constexpr double kEuro = 7.8;
  const double price = static_cast<double>(model.list_price) / (branch_.currency == "EUR" ? kEuro : 1);
  details.model_id = model.id;
  draw_intent(dice_, details, static_cast<std::int64_t>(price), visit.day);
  details.test_drive = !course.is_call() && dice_.chance(0.55);
  details.quote = dice_.chance(course.customer ? 0.7 : 0.4);
  details.trade_in = dice_.chance(0.22);
  if (dice_.chance(0.7)) {
    const auto* code = course.customer ? "again" : course.is_call() ? "call" : "first";
    details.story = story(dice_, Subject::filed, code, model.series);
  }
  must(reception::check_details(details, visit.day));
  Moment moment(dice_, at);
  const bool is_new = !course.customer;
  const auto number = is_new ? written_ + on_file_.size() : *course.customer;
  if (is_new) {
    on_file_.push_back({});
    auto& customer = on_file_.back();
    customer.id = moment.next();
    customer.who = crowd_.next(dice_);
    customer.salesperson = course.receiver;
    customer.created_at = at;
    std::ranges::copy(visit.id, customer.visit_id.text.begin());
  }
  auto& customer = on_file(number);
  customer.last_visit_at = visit.arrived_at;
  must(reception::file(visit, customer.id.str(), !is_new, at));
  take_down(moment, visit, customer, is_new);
  customer.model = course.model;
  expect_again(number, is_new ? kReturns : kReturnsOnce, visit.day);
}

/// Consents, the fact, and the card: opened, or brought up to date as prospects/prospects.cpp does it.
void BranchYears::take_down(Moment& moment, const reception::Visit& visit, OnFile& customer, bool is_new) {
  using dealership::Purpose;
  using reception::PurchaseWhen;
  const auto& details = visit.details;
  const auto& who = *visit.salesperson_id;
  const bool agrees = dice_.chance(0.9);
  ledger_.consent(moment, who, customer.id, Purpose::follow_up, agrees);
  ledger_.consent(moment, who, customer.id, Purpose::marketing, agrees && dice_.chance(0.45));
  ledger_.fact(moment, {who, "visit", visit.id},
               reception::VisitFiled{*visit.customer_id, is_new, visit.salesperson_id, details.model_id,
                                     details.price_from, details.price_to, details.purchase_when,
                                     details.purchase_day, visit.day});
  const auto when = details.purchase_when.value_or(PurchaseWhen::unknown);
  if (!is_new && when == PurchaseWhen::unknown) return;
  const auto expected_on = prospects::expected_day(when, details.purchase_day, visit.day);
  const auto grade = prospects::grade_of(expected_on, zone_.day(moment.at()));
  if (is_new) {
    customer.card_id = moment.next();
    ledger_.fact(moment, {who, "card", customer.card_id},
                 prospects::CardOpened{*visit.customer_id, visit.id, grade, visit.salesperson_id});
  } else if (customer.grade != grade) {
    ledger_.fact(moment, {who, "card", customer.card_id},
                 prospects::CardRegraded{customer.grade, grade, prospects::GradeCause::said, {}});
  }
  customer.grade = grade;
  customer.when = when;
  customer.expected_on = expected_on;
  if (details.price_from) customer.price_from = details.price_from;
  if (details.price_to) customer.price_to = details.price_to;
}

void BranchYears::expect_again(std::uint64_t customer, double share, const std::string& day) {
  auto& known = on_file(customer);
  known.comes_again = dice_.chance(share);
  if (known.comes_again) returns_[add_days(day, dice_.between(2, 21))].push_back(customer);
}

}  // namespace guanxi::demo
