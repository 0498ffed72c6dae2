// What a customer was or is also reached under: an earlier number, the one that a second file had.
#pragma once

#include "dealership/customers.h"

namespace guanxi::dealership {

enum class ContactKind { phone, wechat, plate, email };
BOOST_DESCRIBE_ENUM(ContactKind, phone, wechat, plate, email)

/// A contact beside the one that stands on the customer's record, made comparable like that one.
struct FurtherContact {
  ContactKind kind;
  std::string value;
  BOOST_DESCRIBE_CLASS(FurtherContact, (), (kind, value), (), ())
  auto operator<=>(const FurtherContact&) const = default;
};

/// In a fixed order.
std::vector<FurtherContact> further_contacts(database::Transaction& tx, std::string_view store_id,
                                             std::string_view customer_id);

/// Notes one, so that they are known and found by it; it does nothing when the customer has it already.
void add_further_contact(database::Transaction& tx, const Customer& customer, const FurtherContact& contact);

/// What a known customer has said this time: fills in what is not on file yet, and keeps beside it what
/// differs. What another customer of the store has stays theirs.
void learn_contacts(database::Transaction& tx, const Actor& actor, const Customer& known,
                    const Contacts& said, Instant now);

}  // namespace guanxi::dealership
