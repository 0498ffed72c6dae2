#include "prospects/appointment_store.h"

#include "platform/database/columns.h"
#include "prospects/plans_ahead.h"

#define APPOINTMENT_SELECT                                                                       \
  "SELECT a.store_id, a.id, a.card_id, a.at, a.purpose, a.note, a.standing, a.moves, a.made_at," \
  " a.made_by, a.settled_at, a.settled_by, a.visit_id, a.reason, a.version FROM"                 \
  " prospects_appointments a"
#define OF_CARDS " JOIN prospects_cards c ON c.store_id = a.store_id AND c.id = a.card_id"

namespace guanxi::prospects {
namespace {

using database::Columns;
using Text = std::optional<std::string>;

Appointment load_appointment(const database::Row& row) {
  Columns columns(row);
  Appointment appointment;
  appointment.store_id = columns.next<std::string>();
  appointment.id = columns.next<std::string>();
  appointment.card_id = columns.next<std::string>();
  appointment.at = columns.next<Instant>();
  appointment.purpose = columns.word<AppointmentPurpose>();
  appointment.note = columns.next<Text>();
  appointment.standing = columns.word<AppointmentStanding>();
  appointment.moves = columns.next<std::int64_t>();
  appointment.made_at = columns.next<Instant>();
  appointment.made_by = columns.next<std::string>();
  appointment.settled_at = columns.next<std::optional<Instant>>();
  appointment.settled_by = columns.next<Text>();
  appointment.visit_id = columns.next<Text>();
  appointment.reason = columns.next<Text>();
  appointment.version = columns.next<std::int64_t>();
  return appointment;
}

std::vector<Appointment> load_all(const database::Rows& rows) {
  std::vector<Appointment> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(load_appointment(row));
  return all;
}

}  // namespace

void insert_appointment(database::Transaction& tx, const Appointment& appointment) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_appointments (store_id, id, card_id, at, purpose, note, standing, made_at, made_by)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
  tx.put(kInsert, appointment.store_id, appointment.id, appointment.card_id, appointment.at,
         json::to_word(appointment.purpose), appointment.note, json::to_word(appointment.standing),
         appointment.made_at, appointment.made_by);
}

bool update_appointment(database::Transaction& tx, Appointment& appointment) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_appointments SET at = $1, purpose = $2, note = $3, standing = $4, moves = $5,"
      " settled_at = $6, settled_by = $7, visit_id = $8, reason = $9, version = version + 1"
      " WHERE store_id = $10 AND id = $11 AND version = $12";
  const auto changed = tx.execute(
      kUpdate, appointment.at, json::to_word(appointment.purpose), appointment.note,
      json::to_word(appointment.standing), appointment.moves, appointment.settled_at, appointment.settled_by,
      appointment.visit_id, appointment.reason, appointment.store_id, appointment.id, appointment.version);
  if (changed == 0) return false;
  ++appointment.version;
  return true;
}

std::optional<Appointment> find_appointment(database::Transaction& tx, std::string_view store_id,
                                            std::string_view id) {
  static constexpr std::string_view kSelect = APPOINTMENT_SELECT " WHERE a.store_id = $1 AND a.id = $2";
  const auto row = tx.query(kSelect, store_id, id).first();
  return row ? std::optional(load_appointment(*row)) : std::nullopt;
}

std::vector<Appointment> appointments_of(database::Transaction& tx, std::string_view store_id,
                                         std::string_view card_id, std::int64_t limit) {
  static constexpr std::string_view kSelect =
      APPOINTMENT_SELECT " WHERE a.store_id = $1 AND a.card_id = $2 ORDER BY a.at DESC, a.id DESC LIMIT $3";
  return load_all(tx.query(kSelect, store_id, card_id, limit));
}

std::vector<Appointment> appointments_of_card_between(database::Transaction& tx, std::string_view store_id,
                                                      std::string_view card_id, Instant from, Instant to) {
  static constexpr std::string_view kSelect = APPOINTMENT_SELECT
      " WHERE a.store_id = $1 AND a.card_id = $2 AND a.at >= $3 AND a.at < $4 ORDER BY a.at, a.id";
  return load_all(tx.query(kSelect, store_id, card_id, from, to));
}

std::vector<Appointment> appointments_between(database::Transaction& tx, std::string_view store_id,
                                              const std::optional<std::string>& salesperson_id, Instant from,
                                              Instant to, std::int64_t limit) {
  static constexpr std::string_view kSelect = APPOINTMENT_SELECT OF_CARDS
      " WHERE a.store_id = $1 AND a.at >= $2 AND a.at < $3 AND a.standing <> 'cancelled'"
      " AND (c.salesperson_id = $4 OR $4 IS NULL) ORDER BY a.at, a.id LIMIT $5";
  return load_all(tx.query(kSelect, store_id, from, to, salesperson_id, limit));
}

std::vector<Appointment> appointments_of_salesperson(database::Transaction& tx, std::string_view store_id,
                                                     std::string_view salesperson_id, Instant from,
                                                     Instant to, std::int64_t limit) {
  static constexpr std::string_view kSelect = APPOINTMENT_SELECT OF_CARDS
      " WHERE a.store_id = $1 AND a.at >= $2 AND a.at < $3 AND c.salesperson_id = $4"
      " ORDER BY a.at, a.id LIMIT $5";
  return load_all(tx.query(kSelect, store_id, from, to, salesperson_id, limit));
}

void note_appointment_edit(database::Transaction& tx, const Appointment& appointment, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_appointments SET edited_at = $1 WHERE store_id = $2 AND id = $3";
  tx.put(kUpdate, now, appointment.store_id, appointment.id);
}

std::map<std::string, Instant> edits_of_salesperson(database::Transaction& tx, std::string_view store_id,
                                                    std::string_view salesperson_id, Instant from,
                                                    Instant to) {
  static constexpr std::string_view kSelect =
      "SELECT a.id, a.edited_at FROM prospects_appointments a" OF_CARDS
      " WHERE a.store_id = $1 AND a.at >= $2 AND a.at < $3 AND c.salesperson_id = $4"
      " AND a.edited_at IS NOT NULL UNION ALL"
      " SELECT d.id, d.edited_at FROM prospects_test_drives d JOIN prospects_cards c"
      " ON c.store_id = d.store_id AND c.id = d.card_id"
      " WHERE d.store_id = $5 AND d.starts_at >= $6 AND d.starts_at < $7 AND c.salesperson_id = $8"
      " AND d.edited_at IS NOT NULL";
  std::map<std::string, Instant> edits;
  for (const auto& row :
       tx.query(kSelect, store_id, from, to, salesperson_id, store_id, from, to, salesperson_id)) {
    auto& at = edits[row.get<std::string>(0)];
    at = std::max(at, row.get<Instant>(1));
  }
  return edits;
}

std::vector<Appointment> needed_appointments(database::Transaction& tx, std::string_view store_id,
                                             const NeededFilter& filter) {
  static constexpr std::string_view kSelect = APPOINTMENT_SELECT OF_CARDS
      " WHERE a.store_id = $1 AND a.at >= $2 AND a.at < $4 AND (c.salesperson_id = $5 OR $5 IS NULL)"
      " AND (a.standing = 'invited' OR (a.standing <> 'cancelled' AND a.at >= $3)"
      " OR (a.standing = 'missed' AND c.closed_at IS NULL AND coalesce(c.followed_at, 0) < a.at"
      " AND NOT EXISTS (SELECT 1 FROM prospects_appointments b WHERE b.store_id = a.store_id"
      " AND b.card_id = a.card_id AND b.standing IN ('invited', 'came') AND b.at > a.at)))"
      " ORDER BY a.at, a.id LIMIT $6";
  return load_all(tx.query(kSelect, store_id, filter.since, filter.day_start, filter.day_end,
                           filter.salesperson_id, filter.limit));
}

}  // namespace guanxi::prospects
