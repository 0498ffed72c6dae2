#include "dealership/matching.h"

#include <unicode/unistr.h>

#include <algorithm>

#include "dealership/customer_rows.h"
#include "platform/text/phone.h"
#include "platform/text/search_keys.h"

namespace guanxi::dealership {
namespace {

using Text = std::optional<std::string>;

std::optional<Customer> by_further(database::Transaction& tx, std::string_view store_id,
                                   std::string_view kind, const std::string& value) {
  // Not a join: to have them in order, SQLite would walk through all customers of the store.
  static constexpr std::string_view kSelect = CUSTOMER_SELECT
      " WHERE c.store_id = $1 AND c.id = (SELECT customer_id FROM dealership_further_contacts"
      " WHERE store_id = $1 AND kind = $2 AND value = $3 ORDER BY customer_id LIMIT 1)";
  const auto row = tx.query(kSelect, store_id, kind, value).first();
  return row ? std::optional(load_customer(*row)) : std::nullopt;
}

std::optional<Customer> by_phone(database::Transaction& tx, std::string_view store_id, const Text& phone) {
  static constexpr std::string_view kSelect = CUSTOMER_SELECT " WHERE c.store_id = $1 AND c.phone = $2";
  if (!phone) return std::nullopt;
  if (const auto row = tx.query(kSelect, store_id, *phone).first()) return load_customer(*row);
  return by_further(tx, store_id, "phone", *phone);
}

std::optional<Customer> by_wechat(database::Transaction& tx, std::string_view store_id, const Text& wechat) {
  static constexpr std::string_view kSelect = CUSTOMER_SELECT " WHERE c.store_id = $1 AND c.wechat = $2";
  if (!wechat) return std::nullopt;
  if (const auto row = tx.query(kSelect, store_id, *wechat).first()) return load_customer(*row);
  return by_further(tx, store_id, "wechat", *wechat);
}

std::optional<Customer> by_email(database::Transaction& tx, std::string_view store_id, const Text& email) {
  static constexpr std::string_view kSelect =
      CUSTOMER_SELECT " WHERE c.store_id = $1 AND c.email = $2 ORDER BY c.id DESC LIMIT 1";
  if (!email) return std::nullopt;
  if (const auto row = tx.query(kSelect, store_id, *email).first()) return load_customer(*row);
  return by_further(tx, store_id, "email", *email);
}

/// The latest customers with exactly this key; those of a short name are found by the ends of longer ones,
/// too.
std::vector<Customer> with_key(database::Transaction& tx, std::string_view store_id, const std::string& key,
                               std::int64_t limit) {
  static constexpr std::string_view kSelect = CUSTOMER_SELECT
      " WHERE c.store_id = $1 AND c.id IN (SELECT customer_id FROM dealership_search_keys WHERE store_id = $1"
      " AND key = $2 ORDER BY customer_id DESC LIMIT $3) ORDER BY c.id DESC";
  return load_customers(tx.query(kSelect, store_id, key, limit));
}

/// "+8613800138000" -> "13800138000": without the country, as people use it for a name.
std::string national(const std::string& phone, const Store& store) {
  std::string digits;
  for (const char c : text::format_phone(phone, store.country)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

}  // namespace

std::optional<std::string> as_wechat(const std::optional<std::string>& written) {
  if (!written) return std::nullopt;
  std::string out;
  for (char c : *written) {
    if (c != ' ') out += c;
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::optional<std::string> as_plate(const std::optional<std::string>& written) {
  const auto text = as_wechat(written);
  if (!text) return std::nullopt;
  std::string out;
  icu::UnicodeString::fromUTF8(*text).toUpper().toUTF8String(out);
  return out;
}

std::optional<Match> match(database::Transaction& tx, std::string_view store_id, const Reach& reach) {
  const auto other_phone = [&](const Customer& found) {
    return found.phone && reach.phone && *found.phone != *reach.phone;
  };
  if (auto found = by_phone(tx, store_id, reach.phone))
    return Match{*std::move(found), KnownBy::phone, false};
  if (auto found = by_wechat(tx, store_id, reach.wechat)) {
    const bool other = other_phone(*found);
    return Match{*std::move(found), KnownBy::wechat, other};
  }
  auto found = by_email(tx, store_id, reach.email);
  if (!found || other_phone(*found)) return std::nullopt;
  return Match{*std::move(found), KnownBy::email, false};
}

std::optional<Customer> find_known(database::Transaction& tx, std::string_view store_id,
                                   const std::optional<std::string>& phone,
                                   const std::optional<std::string>& wechat) {
  auto found = match(tx, store_id, {phone, wechat, std::nullopt});
  return found ? std::optional(std::move(found->customer)) : std::nullopt;
}

std::optional<NameLikeness> likeness_of(std::string_view name, std::string_view other) {
  const auto keys = text::whole_keys(name), others = text::whole_keys(other);
  if (keys.empty() || others.empty()) return std::nullopt;
  if (keys.front() == others.front()) return NameLikeness::written;
  const bool shared = std::ranges::any_of(
      keys, [&](const std::string& key) { return std::ranges::find(others, key) != others.end(); });
  return shared ? std::optional(NameLikeness::spoken) : std::nullopt;
}

std::vector<Customer> namesakes(database::Transaction& tx, std::string_view store_id, std::string_view name,
                                std::int64_t limit) {
  std::vector<Customer> found;
  for (const auto& key : text::whole_keys(name)) {
    for (auto& customer : with_key(tx, store_id, key, limit)) {
      const auto same = [&](const Customer& other) { return other.id == customer.id; };
      if (std::ranges::any_of(found, same) || !likeness_of(name, customer.name)) continue;
      found.push_back(std::move(customer));
    }
  }
  return found;
}

std::vector<Customer> with_plate(database::Transaction& tx, std::string_view store_id, std::string_view plate,
                                 std::int64_t limit) {
  static constexpr std::string_view kFurther =
      "SELECT 1 FROM dealership_further_contacts WHERE store_id = $1 AND kind = 'plate' AND value = $2"
      " AND customer_id = $3";
  std::vector<Customer> found;
  for (auto& customer : with_key(tx, store_id, text::fold(plate), limit)) {
    if (customer.plate == plate || tx.query(kFurther, store_id, plate, customer.id).first())
      found.push_back(std::move(customer));
  }
  return found;
}

std::optional<Customer> with_phone_as_wechat(database::Transaction& tx, const Store& store,
                                             const std::string& phone) {
  for (const auto& name : {national(phone, store), phone}) {
    if (auto found = by_wechat(tx, store.id, name)) return found;
  }
  return std::nullopt;
}

std::optional<Customer> with_wechat_as_phone(database::Transaction& tx, const Store& store,
                                             const std::string& wechat) {
  return by_phone(tx, store.id, text::normalise_phone(wechat, store.country));
}

}  // namespace guanxi::dealership
