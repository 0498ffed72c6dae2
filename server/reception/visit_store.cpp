#include "reception/visit_store.h"

#include <map>

#include "platform/database/columns.h"
#include "platform/database/many.h"

// The columns and joins of every reading of visits, so that one loader serves them all.
#define VISIT_SELECT                                                                                              \
  "SELECT v.store_id, v.id, v.way, v.kind, v.occasion, v.arrived_at, v.appointed_at, v.left_at, v.day, v.hour, "  \
  "v.party_size,"                                                                                                 \
  " v.salesperson_id, v.first_salesperson_id, v.opened_by, v.took_turn, v.channel_code, v.standing, "             \
  "v.customer_id, v.model_id,"                                                                                    \
  " v.price_from, v.price_to, v.purchase_when, v.purchase_day, v.reason_code, v.asks, v.second_face, "            \
  "v.story,"                                                                                                      \
  " v.test_drive, v.quote, v.trade_in, v.transport, v.colour, v.current_car, v.competing_model, v.questionnaire," \
  " v.exclusion_code, v.exclusion_asked_by, v.exclusion_confirmed_by,"                                            \
  " v.closed_at, v.version, sp.name, fs.name, ob.name, m.name, ea.name, ec.name, c.name, c.phone, c.sex, "        \
  "c.wechat"                                                                                                      \
  " FROM reception_visits v"                                                                                      \
  " LEFT JOIN dealership_person_names sp ON sp.id = v.salesperson_id"                                             \
  " LEFT JOIN dealership_person_names fs ON fs.id = v.first_salesperson_id"                                       \
  " LEFT JOIN dealership_person_names ob ON ob.id = v.opened_by"                                                  \
  " LEFT JOIN dealership_model_names m ON m.id = v.model_id"                                                      \
  " LEFT JOIN dealership_person_names ea ON ea.id = v.exclusion_asked_by"                                         \
  " LEFT JOIN dealership_person_names ec ON ec.id = v.exclusion_confirmed_by"                                     \
  " LEFT JOIN dealership_customer_names c ON c.store_id = v.store_id AND c.id = v.customer_id"

namespace guanxi::reception {
namespace {

using database::Columns;
using database::word;
using Text = std::optional<std::string>;
using Number = std::optional<std::int64_t>;

void load_outcome(Columns& columns, Visit& visit) {
  visit.standing = columns.word<Standing>();
  visit.customer_id = columns.next<Text>();
  visit.details.model_id = columns.next<Text>();
  visit.details.price_from = columns.next<Number>();
  visit.details.price_to = columns.next<Number>();
  if (const auto when = columns.next<Text>())
    visit.details.purchase_when = json::from_word<PurchaseWhen>(*when);
  visit.details.purchase_day = columns.next<Text>();
  visit.reason_code = columns.next<Text>();
  visit.details.asks = columns.next<Number>();
  visit.details.second_face = columns.next<std::optional<bool>>();
  visit.details.story = columns.next<Text>();
  visit.details.test_drive = columns.next<std::optional<bool>>();
  visit.details.quote = columns.next<std::optional<bool>>();
  visit.details.trade_in = columns.next<std::optional<bool>>();
  if (const auto transport = columns.next<Text>())
    visit.details.transport = json::from_word<Transport>(*transport);
  visit.details.colour = columns.next<Text>();
  visit.details.current_car = columns.next<Text>();
  visit.details.competing_model = columns.next<Text>();
  visit.details.questionnaire = columns.next<std::optional<bool>>();
  visit.exclusion_code = columns.next<Text>();
  visit.exclusion_asked_by = columns.next<Text>();
  visit.exclusion_confirmed_by = columns.next<Text>();
  visit.closed_at = columns.next<Number>();
  visit.version = columns.next<std::int64_t>();
}

NamedVisit load_row(const database::Row& row) {
  Columns columns(row);
  NamedVisit named;
  Visit& visit = named.visit;
  visit.store_id = columns.next<std::string>();
  visit.id = columns.next<std::string>();
  visit.way = columns.word<Way>();
  visit.kind = columns.word<Kind>();
  visit.occasion = columns.word<Occasion>();
  visit.arrived_at = columns.next<Instant>();
  visit.appointed_at = columns.next<Number>();
  visit.left_at = columns.next<Number>();
  visit.day = columns.next<std::string>();
  visit.hour = columns.next<std::int64_t>();
  visit.party_size = columns.next<std::int64_t>();
  visit.salesperson_id = columns.next<Text>();
  visit.first_salesperson_id = columns.next<Text>();
  visit.opened_by = columns.next<Text>();
  visit.took_turn = columns.next<bool>();
  visit.channel_code = columns.next<Text>();
  load_outcome(columns, visit);
  named.salesperson = columns.next<Text>();
  named.first_salesperson = columns.next<Text>();
  named.opened_by = columns.next<Text>();
  named.model = columns.next<Text>();
  named.exclusion_asked_by = columns.next<Text>();
  named.exclusion_confirmed_by = columns.next<Text>();
  named.customer_name = columns.next<Text>();
  named.customer_phone = columns.next<Text>();
  named.customer_sex = columns.next<Text>();
  named.customer_wechat = columns.next<Text>();
  return named;
}

std::vector<NamedVisit> load_rows(const database::Rows& rows) {
  std::vector<NamedVisit> visits;
  visits.reserve(rows.size());
  for (const auto& row : rows) visits.push_back(load_row(row));
  return visits;
}

}  // namespace

void insert_visit(database::Transaction& tx, const Visit& visit) {
  static constexpr std::string_view kInsert =
      "INSERT INTO reception_visits (store_id, id, way, kind, occasion, arrived_at, left_at, day, hour,"
      " party_size, salesperson_id, opened_by, took_turn, channel_code, standing, customer_id, appointed_at,"
      " transport) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
  tx.put(kInsert, visit.store_id, visit.id, json::to_word(visit.way), json::to_word(visit.kind),
         json::to_word(visit.occasion), visit.arrived_at, visit.left_at, visit.day, visit.hour,
         visit.party_size, visit.salesperson_id, visit.opened_by, visit.took_turn, visit.channel_code,
         json::to_word(visit.standing), visit.customer_id, visit.appointed_at, word(visit.details.transport));
}

bool insert_closed_visit(database::Transaction& tx, const Visit& visit) {
  static constexpr std::string_view kInsert =
      "INSERT INTO reception_visits (store_id, id, way, kind, occasion, arrived_at, left_at, day, hour, party_size,"
      " salesperson_id, opened_by, channel_code, standing, customer_id, model_id, price_from, price_to,"
      " purchase_when, purchase_day, reason_code, asks, second_face, story, test_drive, quote, trade_in,"
      " exclusion_code, exclusion_asked_by, exclusion_confirmed_by, closed_at, appointed_at, transport, colour,"
      " current_car, competing_model, questionnaire)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,"
      " $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37)"
      " ON CONFLICT (store_id, id) DO NOTHING";
  const Details& details = visit.details;
  return tx.execute(kInsert, visit.store_id, visit.id, json::to_word(visit.way), json::to_word(visit.kind),
                    json::to_word(visit.occasion), visit.arrived_at, visit.left_at, visit.day, visit.hour,
                    visit.party_size, visit.salesperson_id, visit.opened_by, visit.channel_code,
                    json::to_word(visit.standing), visit.customer_id, details.model_id, details.price_from,
                    details.price_to, word(details.purchase_when), details.purchase_day, visit.reason_code,
                    details.asks, details.second_face, details.story, details.test_drive, details.quote,
                    details.trade_in, visit.exclusion_code, visit.exclusion_asked_by,
                    visit.exclusion_confirmed_by, visit.closed_at, visit.appointed_at,
                    word(details.transport), details.colour, details.current_car, details.competing_model,
                    details.questionnaire) == 1;
}

std::optional<NamedVisit> find_visit(database::Transaction& tx, std::string_view store_id,
                                     std::string_view id) {
  static constexpr std::string_view kSelect = VISIT_SELECT " WHERE v.store_id = $1 AND v.id = $2";
  const auto rows = tx.query(kSelect, store_id, id);
  if (rows.empty()) return std::nullopt;
  return load_row(rows[0]);
}

bool update_visit(database::Transaction& tx, Visit& visit) {
  static constexpr std::string_view kUpdate =
      "UPDATE reception_visits SET kind = $1, occasion = $2, arrived_at = $3, left_at = $4, day = $5, hour = $6,"
      " party_size = $7, salesperson_id = $8, first_salesperson_id = $9, took_turn = $10, channel_code = $11,"
      " standing = $12, customer_id = $13, model_id = $14, price_from = $15, price_to = $16,"
      " purchase_when = $17, purchase_day = $18, reason_code = $19, asks = $20, second_face = $21, story = $22,"
      " test_drive = $23, quote = $24, trade_in = $25, exclusion_code = $26, exclusion_asked_by = $27,"
      " exclusion_confirmed_by = $28, closed_at = $29, appointed_at = $30, transport = $31, colour = $32,"
      " current_car = $33, competing_model = $34, questionnaire = $35, version = version + 1"
      " WHERE store_id = $36 AND id = $37 AND version = $38";
  const Details& details = visit.details;
  const auto changed = tx.execute(
      kUpdate, json::to_word(visit.kind), json::to_word(visit.occasion), visit.arrived_at, visit.left_at,
      visit.day, visit.hour, visit.party_size, visit.salesperson_id, visit.first_salesperson_id,
      visit.took_turn, visit.channel_code, json::to_word(visit.standing), visit.customer_id, details.model_id,
      details.price_from, details.price_to, word(details.purchase_when), details.purchase_day,
      visit.reason_code, details.asks, details.second_face, details.story, details.test_drive, details.quote,
      details.trade_in, visit.exclusion_code, visit.exclusion_asked_by, visit.exclusion_confirmed_by,
      visit.closed_at, visit.appointed_at, word(details.transport), details.colour, details.current_car,
      details.competing_model, details.questionnaire, visit.store_id, visit.id, visit.version);
  if (changed == 0) return false;
  ++visit.version;
  return true;
}

std::vector<NamedVisit> select_visits(database::Transaction& tx, std::string_view store_id,
                                      const VisitFilter& filter) {
  static constexpr std::string_view kSelect = VISIT_SELECT
      " WHERE v.store_id = $1 AND v.arrived_at >= $2 AND v.arrived_at < $3"
      " AND (v.arrived_at, v.id) < ($4, $5)"
      " AND (v.standing = $6 OR $6 IS NULL) AND (v.salesperson_id = $7 OR $7 IS NULL)"
      " AND (v.standing IN ('open', 'exclusion_asked') OR $10 = 0) AND (v.standing <> 'open' OR $11 = 0)"
      " AND (v.salesperson_id = $8 OR v.opened_by = $8 OR $8 IS NULL)"
      " ORDER BY v.arrived_at DESC, v.id DESC LIMIT $9";
  return load_rows(tx.query(kSelect, store_id, filter.from, filter.to, filter.before_at, filter.before_id,
                            filter.standing, filter.salesperson_id, filter.own_id, filter.limit,
                            filter.unclosed, filter.closed));
}

std::vector<NamedVisit> select_unclosed(database::Transaction& tx, std::string_view store_id,
                                        const UnclosedFilter& filter) {
  static constexpr std::string_view kSelect = VISIT_SELECT
      " WHERE v.store_id = $1 AND v.standing IN ('open', 'exclusion_asked')"
      " AND v.arrived_at >= $2 AND v.arrived_at < $3 AND (v.standing = $4 OR $4 IS NULL)"
      " AND (v.salesperson_id = $5 OR v.opened_by = $5 OR $5 IS NULL)"
      " ORDER BY v.arrived_at, v.id LIMIT 200";
  return load_rows(tx.query(kSelect, store_id, filter.from, filter.to, filter.standing, filter.own_id));
}

std::vector<NamedVisit> select_visits_of_customer(database::Transaction& tx, std::string_view store_id,
                                                  std::string_view customer_id, std::int64_t limit) {
  static constexpr std::string_view kSelect =
      VISIT_SELECT " WHERE v.store_id = $1 AND v.customer_id = $2 ORDER BY v.arrived_at DESC LIMIT $3";
  return load_rows(tx.query(kSelect, store_id, customer_id, limit));
}

std::vector<NamedVisit> select_visits_by_id(database::Transaction& tx, std::string_view store_id,
                                            const std::vector<std::string>& ids) {
  static constexpr std::string_view kSelect = VISIT_SELECT " WHERE v.id IN " MANY " AND v.store_id = $26";
  std::map<std::string, NamedVisit> found;
  const auto note = [&](const database::Row& row) {
    auto visit = load_row(row);
    found.insert_or_assign(visit.visit.id, std::move(visit));
  };
  database::query_many(tx, kSelect, ids, note, store_id);
  std::vector<NamedVisit> visits;
  for (const auto& id : ids) {
    if (auto node = found.extract(id)) visits.push_back(std::move(node.mapped()));
  }
  return visits;
}

std::vector<DayCount> count_day(database::Transaction& tx, std::string_view store_id, Instant from,
                                Instant to, const std::optional<std::string>& own_id, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT kind, occasion, standing, CASE WHEN arrived_at < $5 THEN 1 ELSE 0 END AS late, count(*),"
      " sum(party_size) FROM reception_visits WHERE store_id = $1 AND arrived_at >= $2 AND arrived_at < $3"
      " AND (salesperson_id = $4 OR opened_by = $4 OR $4 IS NULL) GROUP BY kind, occasion, standing, late";
  std::vector<DayCount> counts;
  for (const auto& row : tx.query(kSelect, store_id, from, to, own_id, now - kOpenLimit)) {
    Columns columns(row);
    DayCount count{};
    count.kind = columns.word<Kind>();
    count.occasion = columns.word<Occasion>();
    count.standing = columns.word<Standing>();
    count.overdue = columns.next<bool>();
    count.parties = columns.next<std::int64_t>();
    count.heads = columns.next<std::int64_t>();
    counts.push_back(count);
  }
  return counts;
}

std::vector<HourCount> count_hours(database::Transaction& tx, std::string_view store_id,
                                   std::string_view from_day, std::string_view to_day, Instant from,
                                   Instant to) {
  // The instants let the index find the rows; the day of the row itself decides.
  static constexpr std::string_view kSelect =
      "SELECT day, hour, count(*) FROM reception_visits WHERE store_id = $1 AND arrived_at >= $2 AND "
      "arrived_at < $3"
      " AND day >= $4 AND day <= $5 AND kind = 'visit' GROUP BY day, hour ORDER BY day, hour";
  std::vector<HourCount> counts;
  for (const auto& row : tx.query(kSelect, store_id, from, to, from_day, to_day)) {
    counts.push_back({row.get<std::string>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2)});
  }
  return counts;
}

}  // namespace guanxi::reception
