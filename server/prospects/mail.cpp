#include "prospects/mail.h"

#include <sodium.h>

#include <algorithm>
#include <set>

#include "platform/mail/message.h"

namespace guanxi::prospects {
namespace {

using Text = std::optional<std::string>;

std::string digest(std::string_view bytes) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  char hex[sizeof hash * 2 + 1];
  return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

/// A broken sender may give all its messages one Message-ID, and a second delivery has other headers.
std::string key_of(const mail::Message& message, std::string_view raw) {
  if (message.id.empty()) {
    while (raw.ends_with('\n') || raw.ends_with('\r')) raw.remove_suffix(1);
    return digest(raw);
  }
  std::string all = message.id;
  for (const auto& part : message.parts) all += '\n' + part.text;
  return digest(all);
}

bool is_new(database::Transaction& tx, const Store& store, const std::string& key, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_mails (store_id, key, read_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
  return tx.execute(kInsert, store.id, key, now) == 1;
}

bool has_leads(const std::string& text) { return parse_adf(text).has_value(); }

std::vector<std::string> documents_of(const mail::Message& message) {
  std::vector<std::string> documents;
  std::set<int> said;  // alternatives that have given one
  for (const auto& part : message.parts) {
    if (said.contains(part.alternative) || !has_leads(part.text)) continue;
    if (part.alternative != 0) said.insert(part.alternative);
    // The same once as the text of the mail and once attached is one.
    if (std::ranges::find(documents, part.text) == documents.end()) documents.push_back(part.text);
  }
  return documents;
}

/// Why there is none: of the parts that tried to be one, or because nothing did.
LeadFault fault_of(const mail::Message& message) {
  for (const auto& part : message.parts) {
    const auto adf = parse_adf(part.text);
    if (adf) continue;
    if (adf.error() == AdfFault::too_large) return LeadFault::too_large;
    if (adf.error() == AdfFault::too_deep) return LeadFault::too_deep;
    if (adf.error() == AdfFault::no_prospect) return LeadFault::no_prospect;
  }
  return LeadFault::no_adf;
}

}  // namespace

std::vector<std::string> documents_in(const std::string& raw) {
  const auto message = mail::read_message(raw);
  if (!message) return {};
  auto documents = documents_of(*message);
  // What is put together too badly to have parts may still have a document in it.
  if (documents.empty() && has_leads(raw)) documents.push_back(raw);
  return documents;
}

MailTaken take_mail(database::Transaction& tx, const Store& store, const Text& provider,
                    const std::string& raw, Instant now) {
  const Actor nobody;
  const auto message = mail::read_message(raw);
  MailTaken taken;
  if (!is_new(tx, store, key_of(message.value_or(mail::Message{}), raw), now)) {
    taken.seen_before = true;
    return taken;
  }
  for (const auto& document : documents_in(raw)) {
    auto answers = take_adf(tx, nobody, store, document, now, provider);
    std::ranges::move(answers.leads, std::back_inserter(taken.leads));
  }
  if (!taken.leads.empty()) return taken;
  const auto fault = message                                     ? fault_of(*message)
                     : message.error() == mail::Fault::too_large ? LeadFault::too_large
                                                                 : LeadFault::too_deep;
  taken.leads.push_back(refuse_lead(tx, nobody, store, provider, raw, fault, now));
  return taken;
}

}  // namespace guanxi::prospects
