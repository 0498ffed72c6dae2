// Who is who: the one way in which the door, a call, a lead and an old log find the customer on file, and
// those who might be the same person.
#pragma once

#include "dealership/customers.h"

namespace guanxi::dealership {

/// By what somebody was recognised.
enum class KnownBy { phone, wechat, email };

/// How somebody said that they can be reached; phones are E.164, addresses in small letters.
struct Reach {
  std::optional<std::string> phone, wechat, email;
};

/// The customer on file who is reached so.
struct Match {
  Customer customer;
  KnownBy by;
  /// They said another phone number than is on file, and were recognised by the WeChat name. One WeChat name
  /// is one person of a store; whether the number is theirs too is for who asks.
  bool other_phone;
};

/// The customer who has this phone, else this WeChat name, on the record or beside it; else the latest who
/// wrote from this address, unless the number is another one: a family may share an address.
std::optional<Match> match(database::Transaction& tx, std::string_view store_id, const Reach& reach);

/// The latest customers whose whole name is written or spoken like this one, at most `limit`.
std::vector<Customer> namesakes(database::Transaction& tx, std::string_view store_id, std::string_view name,
                                std::int64_t limit);
/// Whether two names are written the same, or only spoken the same; nothing when neither.
enum class NameLikeness { written, spoken };
std::optional<NameLikeness> likeness_of(std::string_view name, std::string_view other);

/// Customers with this plate on the record or beside it, the latest first, at most `limit`.
std::vector<Customer> with_plate(database::Transaction& tx, std::string_view store_id, std::string_view plate,
                                 std::int64_t limit);
/// The customer whose WeChat name is this phone number, as many have it.
std::optional<Customer> with_phone_as_wechat(database::Transaction& tx, const Store& store,
                                             const std::string& phone);
/// The customer whose phone number this WeChat name is.
std::optional<Customer> with_wechat_as_phone(database::Transaction& tx, const Store& store,
                                             const std::string& wechat);

/// A WeChat name or plate as it is kept: without blanks, a plate in capitals. Nothing when nothing is left.
std::optional<std::string> as_wechat(const std::optional<std::string>& written);
std::optional<std::string> as_plate(const std::optional<std::string>& written);

}  // namespace guanxi::dealership
