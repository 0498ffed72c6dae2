#include "platform/identity/devices.h"

#include "platform/database/columns.h"

namespace guanxi::identity {
namespace {

#define LIVE_DEVICES                                                                                         \
  "SELECT d.id, d.account_id, d.session_id, d.endpoint, d.p256dh, d.auth, s.user_agent, d.made_at"           \
  " FROM identity_devices d JOIN identity_sessions s ON s.id = d.session_id AND s.account_id = d.account_id" \
  " JOIN identity_accounts a ON a.id = d.account_id AND a.retired = 0 WHERE s.expires_at > $1"

Device load_device(const database::Row& row) {
  database::Columns columns(row);
  Device device;
  device.id = columns.next<std::string>();
  device.account_id = columns.next<std::string>();
  device.session_id = columns.next<std::string>();
  device.endpoint = columns.next<std::string>();
  device.p256dh = columns.next<std::string>();
  device.auth = columns.next<std::string>();
  device.user_agent = columns.next<std::string>();
  device.made_at = columns.next<Instant>();
  return device;
}

}  // namespace

void add_device(database::Transaction& tx, const Device& device, Instant now) {
  static constexpr std::string_view kReplace =
      "DELETE FROM identity_devices WHERE id <> $1 AND (endpoint = $2 OR session_id = $3)";
  static constexpr std::string_view kForget =
      "DELETE FROM identity_devices WHERE account_id = $1 AND session_id NOT IN"
      " (SELECT id FROM identity_sessions WHERE account_id = $2 AND expires_at > $3)";
  static constexpr std::string_view kInsert =
      "INSERT INTO identity_devices (id, account_id, session_id, endpoint, p256dh, auth, made_at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";
  tx.execute(kReplace, device.id, device.endpoint, device.session_id);
  tx.execute(kForget, device.account_id, device.account_id, now);
  tx.execute(kInsert, device.id, device.account_id, device.session_id, device.endpoint, device.p256dh,
             device.auth, now);
}

std::vector<Device> list_devices(database::Transaction& tx, std::string_view account_id, Instant now) {
  static constexpr std::string_view kSelect =
      LIVE_DEVICES " AND d.account_id = $2 ORDER BY d.made_at DESC, d.id DESC";
  std::vector<Device> devices;
  for (const auto& row : tx.query(kSelect, now, account_id)) devices.push_back(load_device(row));
  return devices;
}

std::optional<Device> find_device(database::Transaction& tx, std::string_view id, Instant now) {
  static constexpr std::string_view kSelect = LIVE_DEVICES " AND d.id = $2";
  const auto row = tx.query(kSelect, now, id).first();
  return row ? std::optional(load_device(*row)) : std::nullopt;
}

void forget_device(database::Transaction& tx, std::string_view id) {
  tx.execute("DELETE FROM identity_devices WHERE id = $1", id);
}

}  // namespace guanxi::identity
