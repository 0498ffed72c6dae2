// Contacts of prospects, one or many, as a file that an address book takes. Each export stands in the log.
#include <set>

#include "prospects/card_query.h"
#include "prospects/cards.h"
#include "prospects/contacts.h"
#include "prospects/managing.h"

namespace guanxi::prospects {
namespace {

using http::Call;
using http::Query;

constexpr const char* kVcard = "text/vcard";
constexpr std::int64_t kBatch = 1000;

struct ContactQuery {
  std::optional<Grade> grade;
  std::optional<CardStanding> standing;
  std::optional<Stage> stage;
  std::optional<Attention> attention;
  std::optional<json::Id> salesperson_id;
  std::optional<bool> unassigned, open;
  std::optional<json::Day> closed_from;
  std::optional<json::Id> model_id;
  std::optional<CardOrder> order;
  std::optional<bool> descending;
  BOOST_DESCRIBE_CLASS(ContactQuery, (),
                       (grade, standing, stage, attention, salesperson_id, unassigned, open, closed_from,
                        model_id, order, descending),
                       (), ())
};

struct Contacts {
  content_lines::Writer lines;
  std::int64_t count = 0;
  std::string file_name;
};

/// Everybody whom the filter lets through, each once, though they may have several cards.
Contacts contacts_of(const Call& call, database::Transaction& tx, const ContactQuery& query) {
  const auto store = dealership::load_store(tx, call.store());
  Contacts contacts;
  contacts.file_name = "prospects-" + store.code + "-" + store.zone().day(call.now) + ".vcf";
  auto filter = filter_of(call, store, query);
  filter.limit = kBatch;
  const CardViews views(tx, call.actor, store, call.now);
  std::set<std::string> customers;
  for (;;) {
    const auto found = select_in_order(tx, store.id, filter);
    for (const auto& card : found.cards) {
      if (!customers.insert(card.card.customer_id).second) continue;
      add_contact(contacts.lines, views.of(card), store, call.actor.language);
    }
    if (static_cast<std::int64_t>(found.cards.size()) < kBatch) break;
    filter.after = found.places.back();
  }
  contacts.count = std::ssize(customers);
  return contacts;
}

Result<Contacts> contact_of(const Call& call, database::Transaction& tx) {
  const auto store = dealership::load_store(tx, call.store());
  const auto card = TRY(see_card(tx, call.actor, store, call.param("card_id")));
  Contacts contacts{{}, 1, "contact-" + store.code + "-" + card.card.id.substr(0, 8) + ".vcf"};
  add_contact(contacts.lines, CardViews(tx, call.actor, store, call.now).of(card), store,
              call.actor.language);
  return contacts;
}

/// Reading is done beside the requests that write: only the note of it is a piece of writing.
http::Download noted(database::Database& database, const Call& call, const Contacts& contacts,
                     const std::string& subject_id) {
  database.write([&](database::Transaction& tx) {
    facts::announce(tx, {call.store(), call.now, call.actor.id, "export", subject_id},
                    ContactsExported{contacts.count});
    return database::Outcome::keep;
  });
  return {std::string(kVcard) + "; charset=utf-8", contacts.file_name, contacts.lines.text()};
}

http::Route as_vcard(http::Route route) {
  route.content_type = kVcard;
  return route;
}

}  // namespace

std::vector<http::Route> contact_routes(database::Database& database) {
  const auto many = [&database](const Call& call,
                                const Query<ContactQuery>& query) -> Result<http::Download> {
    Contacts contacts;
    database.read([&](database::Transaction& tx) { contacts = contacts_of(call, tx, *query); });
    return noted(database, call, contacts, call.store());
  };
  const auto one = [&database](const Call& call) -> Result<http::Download> {
    Result<Contacts> contact;
    database.read([&](database::Transaction& tx) { contact = contact_of(call, tx); });
    return noted(database, call, TRY(std::move(contact)), call.param("card_id"));
  };
  // clang-format off
  return {
    as_vcard(http::slow("GET /stores/{store_id}/prospects.vcf", "exports.run", "The contacts of prospects, for an address book", many)),
    as_vcard(http::slow("GET /stores/{store_id}/prospects/{card_id}/contact.vcf", "prospects.read prospects.own", "One prospect's contact, for an address book", one)),
  };
  // clang-format on
}

}  // namespace guanxi::prospects
