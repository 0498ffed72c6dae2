#include "prospects/notices.h"

#include "platform/database/columns.h"
#include "platform/identity/uuid.h"

namespace guanxi::prospects {
namespace {

using database::Transaction;
using Text = std::optional<std::string>;

/// Notices to this reader, or to all who manage.
#define TO_READER "(to_id = $2 OR (to_id IS NULL AND CAST($3 AS BIGINT) = 1))"

bool manages(const Actor& actor) { return actor.may("prospects.manage"); }

/// The notice with what of it this reader may open.
NoticeView load_view(Transaction& tx, const Actor& actor, const Store& store, const database::Row& row) {
  database::Columns columns(row);
  NoticeView view{};
  view.id = columns.next<std::string>();
  view.kind = columns.word<NoticeKind>();
  view.at = {columns.next<Instant>()};
  view.to_all = !columns.next<Text>();
  view.by = dealership::name_of(tx, columns.next<Text>());
  view.about = dealership::name_of(tx, columns.next<Text>());
  const auto customer_id = columns.next<std::string>();
  const auto customer = dealership::find_customer(tx, store.id, customer_id);
  view.customer = {customer_id, customer ? customer->name : ""};
  const auto card_id = columns.next<Text>();
  if (card_id && see_card(tx, actor, store, *card_id)) view.card_id = card_id;
  const auto visit_id = columns.next<Text>();
  if (visit_id && reception::see_visit(tx, actor, store, *visit_id)) view.visit_id = visit_id;
  return view;
}

}  // namespace

void insert_notice(Transaction& tx, const Notice& notice) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_notices (store_id, id, kind, to_id, at, by_id, about_id, customer_id, card_id,"
      " visit_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
  tx.put(kInsert, notice.store_id, notice.id, json::to_word(notice.kind), notice.to_id, notice.at,
         notice.by_id, notice.about_id, notice.customer_id, notice.card_id, notice.visit_id);
}

void tell_of_skating(Transaction& tx, const facts::Happening& happening,
                     const reception::VisitSkated& skated) {
  const auto card = latest_card_of(tx, happening.store_id, skated.customer_id);
  Notice notice;
  notice.store_id = happening.store_id;
  notice.at = happening.at;
  notice.by_id = skated.salesperson_id;
  notice.about_id = skated.in_charge;
  notice.customer_id = skated.customer_id;
  notice.visit_id = happening.subject_id;
  if (card) notice.card_id = card->card.id;
  for (const Text& to : {Text(skated.in_charge), Text(skated.salesperson_id), Text()}) {
    notice.id = new_uuid(happening.at);
    notice.to_id = to;
    insert_notice(tx, notice);
  }
}

std::vector<NoticeView> unseen_notices(Transaction& tx, const Actor& actor, const Store& store) {
  static constexpr std::string_view kSelect =
      "SELECT id, kind, at, to_id, by_id, about_id, customer_id, card_id, visit_id FROM prospects_notices"
      " WHERE store_id = $1 AND seen_at IS NULL AND " TO_READER " ORDER BY at DESC, id DESC LIMIT 50";
  std::vector<NoticeView> views;
  for (const auto& row : tx.query(kSelect, store.id, actor.id, manages(actor)))
    views.push_back(load_view(tx, actor, store, row));
  return views;
}

Result<> see_notice(Transaction& tx, const Actor& actor, const Store& store, const std::string& id,
                    Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT kind, customer_id, seen_at FROM prospects_notices WHERE store_id = $1 AND " TO_READER
      " AND id = $4";
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_notices SET seen_at = $1, seen_by = $2 WHERE store_id = $3 AND id = $4";
  const auto row = tx.query(kSelect, store.id, actor.id, manages(actor), id).first();
  if (!row) return refuse(Refusal::not_found());
  if (row->get<std::optional<Instant>>(2)) return {};
  tx.put(kUpdate, now, actor.id, store.id, id);
  facts::announce(tx, {store.id, now, actor.id, "notice", id},
                  NoticeSeen{row->get<std::string>(0), row->get<std::string>(1)});
  return {};
}

}  // namespace guanxi::prospects
