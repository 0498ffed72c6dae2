// What somebody has to know although nobody told them: each sees it in the app until they have seen it.
#pragma once

#include "prospects/cards.h"

namespace guanxi::prospects {

enum class NoticeKind {
  skated,  ///< 撞单: one salesperson filed whom another is in charge of
};
BOOST_DESCRIBE_ENUM(NoticeKind, skated)

/// One notice to one reader; without one it is for whoever manages prospects, and the first who has settled
/// it has done so for all.
struct Notice {
  std::string store_id, id;
  NoticeKind kind = NoticeKind::skated;
  std::optional<std::string> to_id;
  Instant at = 0;
  std::optional<std::string> by_id;     ///< whose doing it was
  std::optional<std::string> about_id;  ///< the colleague whom it concerns
  std::string customer_id;
  std::optional<std::string> card_id, visit_id;
};

struct NoticeView {
  std::string id;
  NoticeKind kind;
  json::Time at;
  bool to_all;  ///< to whoever manages, not to this reader alone
  std::optional<Name> by, about;
  Name customer;
  std::optional<std::string> card_id, visit_id;  ///< only what the reader may open
  BOOST_DESCRIBE_CLASS(NoticeView, (), (id, kind, at, to_all, by, about, customer, card_id, visit_id), (), ())
};

/// A colleague's customer was filed: tells both salespeople and the manager.
void tell_of_skating(database::Transaction& tx, const facts::Happening& happening,
                     const reception::VisitSkated& skated);

void insert_notice(database::Transaction& tx, const Notice& notice);

/// What the actor has not seen yet, the latest first, at most 50.
std::vector<NoticeView> unseen_notices(database::Transaction& tx, const Actor& actor, const Store& store);

/// The actor has seen it, or a manager has settled it; a second time does nothing. Not found when it is for
/// somebody else.
Result<> see_notice(database::Transaction& tx, const Actor& actor, const Store& store, const std::string& id,
                    Instant now);

}  // namespace guanxi::prospects
