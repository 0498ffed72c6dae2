#include "wiring.h"

#include <mutex>

#include "platform/facts/facts.h"
#include "prospects/prospects.h"
#include "reception/away.h"
#include "reception/reception.h"
#include "telling.h"

namespace guanxi {
namespace {

/// From now on, every fact of this kind calls the action, in the transaction that announces it.
template <class Fact>
void when(void (*action)(database::Transaction&, const facts::Happening&, const Fact&)) {
  facts::listeners<Fact>().push_back(action);
}

}  // namespace

void wire_rooms() {
  static std::once_flag once;
  std::call_once(once, [] {
    when<dealership::DaysOffAdded>(reception::leave_rotation);
    when<reception::VisitOpened>(prospects::take_opened_visit);
    when<reception::VisitFiled>(prospects::take_filed_visit);
    when<reception::VisitSkated>(prospects::tell_of_skating);
    when<reception::VisitSkated>(tell_who_was_skated);
    when<reception::VisitOpened>(tell_of_visit);
    when<prospects::LeadReceived>(tell_of_lead);
    when<prospects::LeadReassigned>(tell_of_moved_lead);
    when<prospects::LeadEscalated>(tell_of_breach);
    when<prospects::CardOpened>(prospects::compare_opened);
    when<dealership::CustomerEdited>(prospects::compare_edited);
    reception::card_keeper() = {prospects::was_listed, prospects::has_open_card, prospects::open_listed};
  });
}

}  // namespace guanxi
