#include "wiring.h"

#include <mutex>

#include "platform/facts/facts.h"
#include "prospects/prospects.h"
#include "reception/away.h"
#include "reception/reception.h"

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
    when<reception::VisitFiled>(prospects::take_filed_visit);
  });
}

}  // namespace guanxi
