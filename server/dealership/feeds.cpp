#include "dealership/feeds.h"

#include "dealership/dealership_facts.h"
#include "platform/facts/facts.h"

namespace guanxi::dealership {
namespace {

facts::Happening about(const Actor& actor, Instant now) {
  return {std::string(facts::kNoStore), now, actor.id, "person", actor.id};
}

}  // namespace

CalendarFeed calendar_feed_of(database::Transaction& tx, const Actor& actor) {
  const auto feed = identity::feed_of(tx, actor.id);
  if (!feed) return {};
  const auto used = feed->last_used_at;
  return {true, json::Time{feed->made_at}, used ? std::optional(json::Time{*used}) : std::nullopt};
}

NewCalendarFeed make_calendar_feed(database::Transaction& tx, const Actor& actor, Instant now) {
  const auto secret = identity::make_feed(tx, actor.id, now);
  facts::announce(tx, about(actor, now), SetUpChanged{"calendar_feed_made", ""});
  return {{now}, "/api/v1/feeds/" + secret + "/calendar.ics"};
}

Result<> end_calendar_feed(database::Transaction& tx, const Actor& actor, Instant now) {
  if (!identity::end_feed(tx, actor.id)) return refuse(Refusal::not_found());
  facts::announce(tx, about(actor, now), SetUpChanged{"calendar_feed_ended", ""});
  return {};
}

}  // namespace guanxi::dealership
