// Customers with their visits and cards, and the one search box.
#include <algorithm>

#include "platform/http/paging.h"
#include "platform/tables/csv_writer.h"
#include "platform/text/phone.h"
#include "prospects/card_view.h"
#include "prospects/look_alikes.h"
#include "prospects/party.h"
#include "prospects/prospects.h"

namespace guanxi::prospects {
namespace {

using dealership::Customer;
using dealership::Name;
using http::Body;
using http::Call;
using http::Created;
using http::Items;
using http::Page;
using http::Query;
using http::Version;

struct CustomerRow {
  std::string id, name;
  std::optional<std::string> phone, wechat, plate, email;
  std::optional<Name> salesperson;
  json::Time created_at;
  std::optional<json::Time> last_visit_at;
  BOOST_DESCRIBE_CLASS(CustomerRow, (),
                       (id, name, phone, wechat, plate, email, salesperson, created_at, last_visit_at), (),
                       ())
};

struct CustomerPage {
  std::string id, store_id, name;
  std::optional<dealership::Sex> sex;
  std::optional<std::string> phone, phone_display, wechat, plate, email;
  std::vector<dealership::FurtherContact> further;
  bool partial;
  std::optional<Name> salesperson;
  json::Time created_at;
  std::vector<dealership::ConsentRecord> consents;
  std::vector<reception::VisitView> visits;
  std::optional<CardView> card;  ///< the latest
  std::int64_t version;
  BOOST_DESCRIBE_CLASS(CustomerPage, (),
                       (id, store_id, name, sex, phone, phone_display, wechat, plate, email, further, partial,
                        salesperson, created_at, consents, visits, card, version),
                       (), ())
};

struct Hit {
  std::string kind, id, store_id, store_name, name;
  std::optional<std::string> phone_display, wechat, plate, email;
  std::optional<Name> salesperson;
  std::optional<std::string> member, card_id;  ///< somebody of their party who was looked for, and the card
  BOOST_DESCRIBE_CLASS(Hit, (),
                       (kind, id, store_id, store_name, name, phone_display, wechat, plate, email,
                        salesperson, member, card_id),
                       (), ())
};

struct CustomerQuery {
  std::optional<json::Line<60>> q;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(CustomerQuery, (), (q, cursor, limit), (), ())
};
struct SearchQuery {
  json::Line<60> q;
  BOOST_DESCRIBE_CLASS(SearchQuery, (), (q), (), ())
};
struct NewConsent {
  json::Id id;
  dealership::Purpose purpose;
  bool given;
  BOOST_DESCRIBE_CLASS(NewConsent, (), (id, purpose, given), (), ())
};

constexpr std::int64_t kMostHits = 20;
constexpr std::int64_t kVisitsShown = 100;

/// Salespeople see their own customers only.
std::optional<std::string> restriction(const Actor& actor, const char* right) {
  return actor.may(right) ? std::nullopt : std::optional(actor.id);
}

Result<Customer> see_customer(const Call& call, const std::string& id) {
  auto customer = dealership::find_customer(call.tx(), call.store(), id);
  const auto own_id = restriction(call.actor, "customers.read");
  if (!customer || (own_id && customer->salesperson_id != own_id)) return refuse(Refusal::not_found());
  return *std::move(customer);
}

CustomerRow row_of(const Customer& customer) {
  CustomerRow row{customer.id,          customer.name,         customer.phone,
                  customer.wechat,      customer.plate,        customer.email,
                  customer.in_charge(), {customer.created_at}, {}};
  if (customer.last_visit_at) row.last_visit_at = json::Time{*customer.last_visit_at};
  return row;
}

CustomerPage page_of(const Call& call, const Customer& customer) {
  const auto store = dealership::load_store(call.tx(), call.store());
  CustomerPage page{};
  page.id = customer.id;
  page.store_id = customer.store_id;
  page.name = customer.name;
  page.sex = customer.sex;
  page.phone = customer.phone;
  if (customer.phone) page.phone_display = text::format_phone(*customer.phone, store.country);
  page.wechat = customer.wechat;
  page.plate = customer.plate;
  page.email = customer.email;
  page.further = dealership::further_contacts(call.tx(), customer.store_id, customer.id);
  page.partial = customer.partial();
  page.salesperson = customer.in_charge();
  page.created_at = {customer.created_at};
  page.consents = dealership::consents_of(call.tx(), customer.store_id, customer.id);
  page.visits = reception::views_of(
      reception::select_visits_of_customer(call.tx(), customer.store_id, customer.id, kVisitsShown),
      call.actor, call.now);
  if (const auto card = latest_card_of(call.tx(), store.id, customer.id)) {
    page.card = CardViews(call.tx(), call.actor, store, call.now).of(*card);
  }
  page.version = customer.version;
  return page;
}

Result<Page<CustomerRow>> list_customers(const Call& call, const Query<CustomerQuery>& query) {
  const auto limit = http::limit_of(query->limit);
  const auto own_id = restriction(call.actor, "customers.read");
  const auto cursor = query->cursor ? std::optional(query->cursor->value) : std::nullopt;
  auto customers = query->q ? dealership::search_customers(call.tx(), call.store(), *query->q, own_id, limit)
                            : dealership::list_customers(call.tx(), call.store(), own_id, cursor, limit + 1);
  Page<CustomerRow> page;
  if (http::cut_to_limit(customers, limit)) page.next_cursor = customers.back().id;
  for (const auto& customer : customers) page.items.push_back(row_of(customer));
  return page;
}

/// Who follows an old link to somebody who went up in another customer finds that one.
Result<CustomerPage> show_customer(const Call& call) {
  const auto id = call.param("customer_id");
  const auto now_id = dealership::merged_into(call.tx(), call.store(), id).value_or(id);
  return page_of(call, TRY(see_customer(call, now_id)));
}

Result<CustomerPage> edit(const Call& call, const http::Form<dealership::CustomerInput>& input,
                          const Version& version) {
  const auto before = TRY(see_customer(call, call.param("customer_id")));
  const auto store = dealership::load_store(call.tx(), call.store());
  auto edited = dealership::edit_customer(call.tx(), call.actor, store, before.id, *input, version.value,
                                          call.now, input.wrongs);
  if (!edited && edited.error().kind == Refusal::Kind::stale) {
    return refuse(Refusal::stale(json::to_text(page_of(call, before))));
  }
  return page_of(call, TRY(std::move(edited)));
}

Result<Created<CustomerPage>> add_consent(const Call& call, const Body<NewConsent>& input) {
  const auto customer = TRY(see_customer(call, call.param("customer_id")));
  dealership::note_consent(call.tx(), call.actor.id, customer.store_id, customer.id, input->id,
                           input->purpose, input->given, call.now);
  return Created<CustomerPage>{page_of(call, customer)};
}

Result<http::Download> export_customers(const Call& call) {
  const bool zh = call.actor.language == Language::zh;
  const auto store = dealership::load_store(call.tx(), call.store());
  const auto zone = store.zone();
  using Cells = std::vector<std::string>;
  tables::CsvWriter csv;
  csv.row(
      zh ? Cells{"姓名", "电话", "微信", "邮箱", "车牌", "销售顾问", "建档日期", "最近来店"}
         : Cells{"Name", "Phone", "WeChat", "E-mail", "Plate", "Salesperson", "On file since", "Last visit"});
  constexpr std::int64_t kBatch = 5000;
  std::optional<std::string> cursor;
  for (;;) {
    const auto customers = dealership::list_customers(call.tx(), store.id, std::nullopt, cursor, kBatch);
    for (const auto& customer : customers) {
      csv.row({customer.name, customer.phone ? text::format_phone(*customer.phone, store.country) : "",
               customer.wechat.value_or(""), customer.email.value_or(""), customer.plate.value_or(""),
               customer.salesperson.value_or(""), zone.day(customer.created_at),
               customer.last_visit_at ? zone.day(*customer.last_visit_at) : ""});
    }
    if (static_cast<std::int64_t>(customers.size()) < kBatch) break;
    cursor = customers.back().id;
  }
  return http::Download{"text/csv; charset=utf-8", "customers-" + store.code + ".csv", csv.text()};
}

Hit hit_of(const Actor& actor, const dealership::Store& store, const Customer& customer) {
  Hit hit{"customer", customer.id, store.id, store.name, customer.name, {}, {}, customer.plate,
          {},         {},          {},       {}};
  const bool may_call = actor.may("customers.read") || customer.salesperson_id == actor.id;
  if (may_call) {
    hit.wechat = customer.wechat;
    hit.email = customer.email;
  }
  // The front desk finds whom to greet; the number itself is for those who call.
  if (customer.phone) hit.phone_display = shown_phone(*customer.phone, may_call, store);
  hit.salesperson = customer.in_charge();
  return hit;
}

/// The customers who are found themselves, and those with somebody in their party who is.
void add_hits(const Call& call, const dealership::Store& store, const std::string& q,
              std::vector<Hit>& hits) {
  const auto own_id =
      call.actor.may("customers.find") ? std::nullopt : restriction(call.actor, "customers.read");
  const auto room = [&] { return kMostHits - std::ssize(hits); };
  if (room() <= 0) return;
  for (const auto& customer : dealership::search_customers(call.tx(), store.id, q, own_id, room()))
    hits.push_back(hit_of(call.actor, store, customer));
  if (room() <= 0) return;
  for (const auto& member : search_party(call.tx(), store.id, q, own_id, room())) {
    if (std::ranges::find(hits, member.customer_id, &Hit::id) != hits.end()) continue;
    const auto customer = dealership::find_customer(call.tx(), store.id, member.customer_id);
    if (!customer) continue;
    hits.push_back(hit_of(call.actor, store, *customer));
    hits.back().member = member.name;
    hits.back().card_id = member.card_id;
  }
}

Result<Items<Hit>> search(const Call& call, const Query<SearchQuery>& query) {
  Items<Hit> hits;
  for (const auto& store : dealership::list_stores(call.tx())) {
    if (call.actor.sees(store.id)) add_hits(call, store, query->q, hits.items);
  }
  return hits;
}

}  // namespace

std::vector<http::Route> customer_routes() {
  using http::reads;
  using http::writes;
  constexpr const char* kCustomers = "customers.read customers.own";
  // clang-format off
  return {
    reads ("GET /stores/{store_id}/customers", kCustomers, "Customers on file, newest first, or found by a part of name, phone or plate", list_customers),
    reads ("GET /stores/{store_id}/customers.csv", "exports.run", "Customers on file as CSV", export_customers),
    reads ("GET /stores/{store_id}/customers/{customer_id}", kCustomers, "One customer with visits and card", show_customer),
    writes("PUT /stores/{store_id}/customers/{customer_id}", kCustomers, "Correct name and contacts", edit),
    writes("POST /stores/{store_id}/customers/{customer_id}/consents", kCustomers, "Note that consent was given or withdrawn", add_consent),
    reads ("GET /search", "customers.read customers.own customers.find", "Customers of all stores that one sees", search),
  };
  // clang-format on
}

}  // namespace guanxi::prospects
