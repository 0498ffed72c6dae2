#include "dealership/notifying.h"

#include <sodium.h>

#include <algorithm>

#include "dealership/days_off.h"
#include "platform/database/refusable.h"
#include "platform/facts/facts.h"
#include "platform/identity/accounts.h"
#include "platform/identity/password.h"
#include "platform/identity/uuid.h"
#include "platform/json/kinds.h"
#include "platform/text/email.h"

namespace guanxi::dealership {
namespace {

constexpr Instant kCodeLasts = 30 * kMinute;
constexpr Instant kAskAgainAfter = kMinute;
constexpr std::int64_t kMostTries = 5;
/// Who has not heard of it within a day hears of it in the app.
constexpr Instant kMessageLasts = kDay;

std::string write_kinds(std::vector<NotifyKind> kinds) {
  std::ranges::sort(kinds);
  kinds.erase(std::ranges::unique(kinds).begin(), kinds.end());
  std::string text;
  for (const auto kind : kinds) text += (text.empty() ? "" : ",") + json::to_word(kind);
  return text;
}

std::vector<NotifyKind> read_kinds(std::string_view text) {
  std::vector<NotifyKind> kinds;
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    if (const auto kind = json::from_word<NotifyKind>(text.substr(0, end))) kinds.push_back(*kind);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return kinds;
}

struct Chosen {
  std::optional<std::string> email, asked_email;
  std::vector<NotifyKind> by_mail, by_push{NotifyKind::lead, NotifyKind::visit, NotifyKind::notice};
};

Chosen chosen_of(database::Transaction& tx, const std::string& person_id) {
  static constexpr std::string_view kSelect =
      "SELECT email, asked_email, by_mail, by_push FROM dealership_notifying WHERE person_id = $1";
  Chosen chosen;
  if (const auto row = tx.query(kSelect, person_id).first()) {
    chosen.email = row->get<std::optional<std::string>>(0);
    chosen.asked_email = row->get<std::optional<std::string>>(1);
    chosen.by_mail = read_kinds(row->get<std::string>(2));
    chosen.by_push = read_kinds(row->get<std::string>(3));
  }
  return chosen;
}

std::string new_code() {
  auto code = std::to_string(randombytes_uniform(1'000'000));
  return std::string(6 - code.size(), '0') + code;
}

outbox::Message code_letter(const Actor& actor, const std::string& email, const std::string& code,
                            Instant now) {
  const bool zh = actor.language == Language::zh;
  outbox::Message message;
  message.store_id = facts::kNoStore;
  message.id = new_uuid(now);
  message.account_id = actor.id;
  message.address = email;
  message.title = zh ? "确认接收提醒的邮箱" : "Confirm your address for notifications";
  message.words = zh ? "验证码：" + code + "\n30 分钟内在“提醒”页面填写。如果不是您本人操作，请忽略这封邮件。"
                     : "Your code: " + code +
                           "\nEnter it on the page of notifications within 30 minutes. If this was not you, "
                           "ignore this mail.";
  message.made_at = now;
  message.expires_at = now + kCodeLasts;
  return message;
}

}  // namespace

Notifying notifying_of(database::Transaction& tx, const Actor& actor, bool mail_is_set_up, Instant now) {
  Notifying found;
  found.mail_is_set_up = mail_is_set_up;
  const auto chosen = chosen_of(tx, actor.id);
  found.email = chosen.email;
  found.asked_email = chosen.asked_email;
  found.by_mail = chosen.by_mail;
  found.push_key = push::shown_program_key(tx);
  found.devices = devices_of(tx, actor, now);
  found.by_push = chosen.by_push;
  return found;
}

Result<> choose_notifying(database::Transaction& tx, const Actor& actor, const NotifyChoice& choice) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO dealership_notifying (person_id, by_mail, by_push) VALUES ($1, $2, $3)"
      " ON CONFLICT (person_id) DO UPDATE SET by_mail = excluded.by_mail, by_push = excluded.by_push";
  const auto before = chosen_of(tx, actor.id);
  const auto by_mail = choice.by_mail.value_or(before.by_mail);
  if (!by_mail.empty() && !before.email) return refuse(Refusal::field("/by_mail", "address_needed"));
  tx.execute(kUpsert, actor.id, write_kinds(by_mail), write_kinds(choice.by_push.value_or(before.by_push)));
  return {};
}

Result<> ask_address(database::Transaction& tx, const Actor& actor, const NewAddress& input, Instant now) {
  static constexpr std::string_view kSelect = "SELECT code_at FROM dealership_notifying WHERE person_id = $1";
  static constexpr std::string_view kUpsert =
      "INSERT INTO dealership_notifying (person_id, asked_email, code_hash, code_at) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (person_id) DO UPDATE SET asked_email = excluded.asked_email,"
      " code_hash = excluded.code_hash, code_at = excluded.code_at, code_tries = 0";
  const auto email = text::normalise_email(input.email);
  if (!email) return refuse(Refusal::field("/email", "not_an_email"));
  if (const auto row = tx.query(kSelect, actor.id).first()) {
    const auto wait = row->get<std::optional<Instant>>(0).value_or(0) + kAskAgainAfter - now;
    if (wait > 0) {
      Refusal refusal{Refusal::Kind::too_many, "too_many_attempts"};
      refusal.retry_after_seconds = static_cast<int>((wait + kSecond - 1) / kSecond);
      return refuse(std::move(refusal));
    }
  }
  const auto code = new_code();
  tx.execute(kUpsert, actor.id, *email, identity::secret_hash(actor.id + code), now);
  outbox::put(tx, code_letter(actor, *email, code, now));
  return {};
}

Result<> confirm_address(database::Database& database, const Actor& actor, const AddressCode& input,
                         Instant now) {
  static constexpr std::string_view kCount =
      "UPDATE dealership_notifying SET code_tries = code_tries + 1 WHERE person_id = $1";
  static constexpr std::string_view kSelect =
      "SELECT code_hash, code_at, code_tries FROM dealership_notifying WHERE person_id = $1"
      " AND asked_email IS NOT NULL AND code_hash IS NOT NULL";
  static constexpr std::string_view kConfirm =
      "UPDATE dealership_notifying SET email = asked_email, asked_email = NULL, code_hash = NULL"
      " WHERE person_id = $1";
  // Counted by itself, before the code is looked at: what a refusal undoes would not count.
  database.write([&](database::Transaction& tx) {
    tx.execute(kCount, actor.id);
    return database::Outcome::keep;
  });
  return database::write_or_refuse(database, [&](database::Transaction& tx) -> Result<> {
    const auto row = tx.query(kSelect, actor.id).first();
    if (!row || row->get<Instant>(1) + kCodeLasts <= now || row->get<std::int64_t>(2) > kMostTries)
      return refuse(Refusal::field("/code", "code_is_over"));
    if (row->get<std::string>(0) != identity::secret_hash(actor.id + input.code.value))
      return refuse(Refusal::field("/code", "wrong_code"));
    tx.execute(kConfirm, actor.id);
    return {};
  });
}

void forget_address(database::Transaction& tx, const Actor& actor) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_notifying SET email = NULL, asked_email = NULL, code_hash = NULL, by_mail = ''"
      " WHERE person_id = $1";
  tx.execute(kUpdate, actor.id);
}

void tell(database::Transaction& tx, const Store& store, const std::string& person_id, NotifyKind kind,
          const std::string& link, Instant now, const std::function<Said(Language)>& say) {
  const auto chosen = chosen_of(tx, person_id);
  const auto wants = [kind](const auto& kinds) { return std::ranges::find(kinds, kind) != kinds.end(); };
  const bool by_mail = chosen.email && wants(chosen.by_mail);
  const auto devices =
      wants(chosen.by_push) ? identity::list_devices(tx, person_id, now) : std::vector<identity::Device>();
  if (!by_mail && devices.empty()) return;
  const auto account = identity::find_account(tx, person_id);
  if (!account || account->retired) return;
  const auto today = store.zone().day(now);
  if (kind != NotifyKind::lead && !WorkPlan(tx, store, today).works_at(person_id, now)) return;
  const auto said = say(account->language);
  outbox::Message message;
  message.store_id = store.id;
  message.account_id = person_id;
  message.title = said.title;
  message.words = said.words;
  message.link = link;
  message.made_at = now;
  message.expires_at = now + kMessageLasts;
  const auto send = [&](outbox::Channel channel, const std::string& address) {
    message.id = new_uuid(now);
    message.channel = channel;
    message.address = address;
    outbox::put(tx, message);
  };
  if (by_mail) send(outbox::Channel::mail, *chosen.email);
  for (const auto& device : devices) send(outbox::Channel::push, device.id);
}

}  // namespace guanxi::dealership
