#include "prospects/look_alikes.h"

#include <algorithm>
#include <set>

#include "platform/database/many.h"
#include "platform/text/phone.h"
#include "prospects/party.h"

namespace guanxi::prospects {
namespace {

using database::Transaction;
using dealership::Customer;
using dealership::NameLikeness;
using dealership::Store;

constexpr std::int64_t kNamesakes = 200;  // two milliseconds
constexpr std::int64_t kSamePlate = 20;

/// Everybody who was found so far, each with all reasons.
class Found {
 public:
  explicit Found(const std::string& except_id) : except_id_(except_id) {}

  void add(Customer customer, Likeness because, const std::optional<std::string>& member = {}) {
    if (customer.id == except_id_) return;
    const auto known =
        std::ranges::find(all_, customer.id, [](const LookAlike& each) { return each.customer.id; });
    LookAlike& found = known == all_.end() ? all_.emplace_back(std::move(customer)) : *known;
    if (std::ranges::find(found.because, because) == found.because.end()) found.because.push_back(because);
    if (member) found.member = member;
  }
  void add(std::optional<Customer> customer, Likeness because) {
    if (customer) add(*std::move(customer), because);
  }
  std::vector<LookAlike> take() {
    for (auto& found : all_) std::ranges::sort(found.because);
    // Those of the strongest reason first; of one reason, in the order in which they were found.
    std::ranges::stable_sort(all_, {}, [](const LookAlike& found) { return found.because.front(); });
    return std::move(all_);
  }

 private:
  std::string except_id_;
  std::vector<LookAlike> all_;
};

void add_by_contact(Transaction& tx, const Store& store, const Described& who, Found& found) {
  const auto known = [&](const dealership::Reach& reach) -> std::optional<Customer> {
    auto match = dealership::match(tx, store.id, reach);
    return match ? std::optional(std::move(match->customer)) : std::nullopt;
  };
  if (who.phone) {
    found.add(known({who.phone, {}, {}}), Likeness::same_phone);
    found.add(dealership::with_phone_as_wechat(tx, store, *who.phone), Likeness::phone_is_wechat);
  }
  if (who.wechat) {
    found.add(known({{}, who.wechat, {}}), Likeness::same_wechat);
    found.add(dealership::with_wechat_as_phone(tx, store, *who.wechat), Likeness::phone_is_wechat);
  }
  if (who.email) found.add(known({{}, {}, who.email}), Likeness::same_email);
  if (!who.plate) return;
  for (auto& customer : dealership::with_plate(tx, store.id, *who.plate, kSamePlate))
    found.add(std::move(customer), Likeness::same_plate);
}

/// They come with a customer on file, or a customer on file comes with them.
void add_by_party(Transaction& tx, const Store& store, const Described& who, Found& found) {
  for (const auto& member : members_reached_by(tx, store.id, who.phone, who.wechat)) {
    if (auto customer = dealership::find_customer(tx, store.id, member.customer_id))
      found.add(*std::move(customer), Likeness::in_party, member.name);
  }
  for (const auto& reach : who.party) {
    if (auto match = dealership::match(tx, store.id, reach))
      found.add(std::move(match->customer), Likeness::in_party);
  }
}

/// Those of these customers who want the model, or wanted it once.
std::set<std::string> who_want(Transaction& tx, const Store& store, const std::vector<Customer>& customers,
                               const std::string& model_id) {
  static constexpr std::string_view kSelect =
      "SELECT customer_id FROM prospects_cards WHERE customer_id IN " MANY
      " AND store_id = $26 AND model_id = $27";
  std::vector<std::string> ids;
  for (const auto& customer : customers) ids.push_back(customer.id);
  std::set<std::string> wanting;
  database::query_many(
      tx, kSelect, ids, [&](const database::Row& row) { wanting.insert(row.get<std::string>(0)); }, store.id,
      model_id);
  return wanting;
}

void add_namesakes(Transaction& tx, const Store& store, const Described& who, Found& found) {
  if (!who.name || !who.model_id) return;
  auto namesakes = dealership::namesakes(tx, store.id, *who.name, kNamesakes);
  const auto wanting = who_want(tx, store, namesakes, *who.model_id);
  for (auto& customer : namesakes) {
    if (!wanting.contains(customer.id)) continue;
    const bool written = dealership::likeness_of(*who.name, customer.name) == NameLikeness::written;
    found.add(customer, written ? Likeness::same_name : Likeness::same_sound);
    found.add(std::move(customer), Likeness::same_model);
  }
}

}  // namespace

std::vector<LookAlike> look_alikes(Transaction& tx, const Store& store, const Described& described) {
  Found found(described.except_id);
  add_by_contact(tx, store, described, found);
  add_by_party(tx, store, described, found);
  add_namesakes(tx, store, described, found);
  return found.take();
}

std::string shown_phone(const std::string& phone, bool may_call, const Store& store) {
  return may_call ? text::format_phone(phone, store.country) : "··· " + phone.substr(phone.size() - 4);
}

LookAlikeView view_of(const LookAlike& found, const Actor& actor, const Store& store) {
  const auto& customer = found.customer;
  const bool own = actor.may("customers.own") && customer.salesperson_id == actor.id;
  LookAlikeView view{};
  view.id = customer.id;
  view.name = customer.name;
  view.open = actor.may("customers.read") || own;
  if (customer.phone) view.phone_display = shown_phone(*customer.phone, view.open, store);
  view.plate = customer.plate;
  view.salesperson = customer.in_charge();
  if (customer.last_visit_at) view.last_visit_at = json::Time{*customer.last_visit_at};
  view.because = found.because;
  view.member = found.member;
  return view;
}

}  // namespace guanxi::prospects
