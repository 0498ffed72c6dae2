// Whose turn it is: those on duty today take turns; a turn is spent by receiving somebody new.
#pragma once

#include <boost/describe.hpp>

#include "dealership/dealership.h"

namespace guanxi::reception {

/// One person of today's rotation.
struct DutyEntry {
  dealership::Name person;
  std::int64_t turns = 0;    ///< taken today
  std::int64_t skipped = 0;  ///< passed on today
  bool on_turn = false;      ///< the next one to receive
  bool busy = false;         ///< has a party in the house
  BOOST_DESCRIBE_CLASS(DutyEntry, (), (person, turns, skipped, on_turn, busy), (), ())
};

/// Those on duty on the day, in the order of their turns. On turn is the first who has no party in the house,
/// or the first of all when everybody is busy.
std::vector<DutyEntry> duty_of(database::Transaction& tx, const dealership::Store& store,
                               const std::string& day);

/// Who is on turn; nobody when nobody is on duty.
std::optional<std::string> on_turn(database::Transaction& tx, const dealership::Store& store,
                                   const std::string& day);

/// Comes on duty (at the end of the line) or goes. Refuses people who do not sell in this store.
Result<> set_duty(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                  const std::string& person_id, bool on, Instant now);

/// Passes the turn: goes to the end of the line without having received anybody.
Result<> skip_turn(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                   const std::string& person_id, Instant now);

/// Receives somebody: goes to the end of the line. Somebody not on duty is not put on duty by it.
/// @returns whether a turn was spent.
bool take_turn(database::Transaction& tx, const std::string& store_id, const std::string& day,
               const std::string& person_id);
/// Gets a turn back after handing a party over: goes to the head of the line.
void give_turn_back(database::Transaction& tx, const std::string& store_id, const std::string& day,
                    const std::string& person_id);

}  // namespace guanxi::reception
