// What happens in one store day by day: who comes, who receives them, what becomes of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "demo/deeds.h"
#include "demo/founding.h"
#include "demo/visitors.h"
#include "prospects/prospects.h"
#include "reception/reception.h"

namespace guanxi::demo {

/// Somebody on file who may come again.
struct Regular {
  std::string customer_id;
  Visitor visitor;
  std::size_t model = 0;
};

/// One party that comes or calls.
struct Party {
  std::string id;  ///< of the visit
  Instant arrives = 0, leaves = 0;
  reception::Way way = reception::Way::walk_in;
  std::optional<Regular> known;     ///< on file already
  const Staff* receiver = nullptr;  ///< who receives and later closes
  const Staff* first = nullptr;     ///< received before handing over
  std::size_t model = 0;            ///< asked for
  bool rushed = false;              ///< everybody was busy

  bool is_call() const { return way == reception::Way::call; }
};

class Diary {
 public:
  Diary(const Shop& shop, const std::vector<dealership::Model>& models, Visitors& visitors, Deeds& deeds,
        Dice dice, Instant now);

  /// Plans one day, of which nothing after `now` will be done.
  void fill_day(const std::string& day);
  /// What is under way at this very moment: parties in the house, exclusions to confirm.
  void fill_this_moment();

 private:
  struct Span {
    Instant from, to;
  };
  bool is_today(const std::string& day) const { return day == today_; }
  Span open_time(const std::string& day) const;
  std::vector<const Staff*> come_on_duty(const std::string& day, const Span& open);
  std::vector<Party> parties_of(const std::string& day, const Span& open);
  Instant arrival(const Span& open);
  Party new_party(Instant arrives, reception::Way way);
  void choose_receiver(Party& party);
  void count_at_the_door(const std::vector<Party>& parties);
  void tap_at(Instant at);

  void come(Party& party);
  void open(const Party& party);
  void hand_over(Party& party);
  void depart(const Party& party);
  void end(const Party& party);
  void file(const Party& party, Instant at);
  void leave_unfiled(const Party& party, bool asked, Instant at);
  void exclude(const Party& party);
  bool forget(const Party& party);
  Instant closing_of(const Party& party);
  const Staff& in_charge_of(const Regular& regular) const;

  void begin_day(const std::string& day);
  void work_on_cards(const Span& open);
  void catch_up_in_the_evening(const Span& open);
  void follow_up_next(database::Transaction& tx, const Staff& person, Dice dice, Instant at) const;
  void talk(database::Transaction& tx, const Staff& person, const prospects::Card& card, Dice& dice,
            Instant at) const;
  void order(database::Transaction& tx, const Staff& person, const prospects::Card& card, Dice& dice,
             Instant at) const;
  bool end_order(database::Transaction& tx, const Staff& person, const prospects::Card& card, Dice& dice,
                 Instant at) const;
  void invite(database::Transaction& tx, const Staff& person, const prospects::Card& card, Dice& dice,
              Instant at) const;
  void quote(database::Transaction& tx, const Staff& person, const prospects::Card& card, Dice& dice,
             Instant at) const;
  std::optional<std::string> quote_that_holds(database::Transaction& tx, const prospects::Card& card,
                                              Instant at) const;
  void expect_visitors(const Span& open);
  void settle_appointments(database::Transaction& tx, Dice dice, Instant at) const;
  void settle(database::Transaction& tx, const prospects::Appointment& appointment,
              const prospects::Card& card, Dice& dice, Instant at) const;
  void drive_now(database::Transaction& tx, const Actor& actor, const prospects::TestDrive& drive,
                 const prospects::Card& card, Dice& dice, Instant at) const;
  void decide_losses(database::Transaction& tx, Dice dice, Instant at) const;

  const Shop& shop_;
  const std::vector<dealership::Model>& models_;
  Visitors& visitors_;
  Deeds& deeds_;
  Dice dice_;
  Dice register_dice_;  ///< for what the register asks for besides: the rest falls as it would without
  Dice plan_dice_;      ///< for what becomes of appointments: likewise
  Instant now_;
  TimeZone zone_;
  std::string today_;
  std::vector<const Staff*> line_;                       ///< on duty, whose turn it is first
  std::map<const Staff*, Instant> free_at_;              ///< when the party in their hands will have left
  std::map<std::string, std::vector<Regular>> returns_;  ///< by day
  std::map<std::string, const Staff*> in_charge_;        ///< by customer
  int forgotten_ = 0;
};

}  // namespace guanxi::demo
