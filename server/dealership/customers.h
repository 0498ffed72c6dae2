// The identity of a customer of one store: name, how to reach them, who is in charge, what they agreed to.
#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dealership/people.h"

namespace guanxi::dealership {

enum class Sex { female, male };
BOOST_DESCRIBE_ENUM(Sex, female, male)

/// What a contact may be used for.
enum class Purpose { follow_up, marketing };
BOOST_DESCRIBE_ENUM(Purpose, follow_up, marketing)

/// A customer as kept. Phones are E.164; one phone and one WeChat name belong to one customer of a store.
struct Customer {
  std::string store_id, id, name;
  std::optional<Sex> sex;
  std::optional<std::string> phone, wechat, plate;
  std::optional<std::string> email;           ///< in small letters; several may share one
  std::optional<std::string> salesperson_id;  ///< in charge
  std::optional<std::string> salesperson;     ///< name of the one in charge; read only
  Instant created_at = 0;
  std::optional<Instant> last_visit_at;
  std::int64_t version = 1;

  /// Who is in charge, for showing.
  std::optional<Name> in_charge() const {
    if (!salesperson_id) return std::nullopt;
    return Name{*salesperson_id, salesperson.value_or("")};
  }
  /// Only a WeChat name or an e-mail address: reachable, but not by the dealer practice that asks for a phone
  /// number.
  bool partial() const { return !phone; }
};

/// What a person types about a customer.
struct CustomerInput {
  json::Line<60> name;
  std::optional<Sex> sex;
  std::optional<json::Line<40>> phone;
  std::optional<json::Line<40>> wechat;
  std::optional<json::Line<20>> plate;
  std::optional<json::Line<200>> email;
  BOOST_DESCRIBE_CLASS(CustomerInput, (), (name, sex, phone, wechat, plate, email), (), ())
};

/// Contacts made comparable: phone in E.164, WeChat name without blanks, plate in capitals. Refuses at
/// `pointer`/phone … what is no phone number of the store's country, and `contact_needed` when nothing is
/// left by which they are reached and they have no e-mail address either.
struct Contacts {
  std::optional<std::string> phone, wechat, plate;
};
Result<Contacts> check_contacts(const Store& store, const std::optional<std::string>& phone,
                                const std::optional<std::string>& wechat,
                                const std::optional<std::string>& plate, const std::string& pointer,
                                bool has_email = false);

std::optional<Customer> find_customer(database::Transaction& tx, std::string_view store_id,
                                      std::string_view id);
/// Who is on file under this phone or WeChat name; see matching.h.
std::optional<Customer> find_known(database::Transaction& tx, std::string_view store_id,
                                   const std::optional<std::string>& phone,
                                   const std::optional<std::string>& wechat);

/// Adds the phone number or address to a customer on file who had none. The number must not be on file yet.
void add_contacts(database::Transaction& tx, const Customer& customer,
                  const std::optional<std::string>& phone, const std::optional<std::string>& email);

/// When the keys that a new customer is found by are written: with the customer, or, when many come at once,
/// by `write_owed_keys` afterwards; a `KeyWriter` does so all the time.
enum class Keys { now, later };

/// Puts a new customer on file. `customer.id` must be new in the store.
/// @returns false when somebody filed the same contact at the same moment.
bool add_customer(database::Transaction& tx, const Customer& customer, const std::string& created_by,
                  Keys keys = Keys::now);

/// Writes the keys that a store's new customers are owed. A customer has some twenty, each on a page of its
/// own in a large index; written in the order of the keys of many customers, a page is changed once and not
/// once for each customer. Blocks for some seconds per 100,000 customers, in transactions of some 20 ms. It
/// may be called twice at once, and again after it was broken off.
/// @param goes_on asked before each transaction; false breaks off
void write_owed_keys(database::Database& database, const std::string& store_id,
                     const std::function<bool()>& goes_on);

/// Notes a visit of the customer at this moment.
void note_visit(database::Transaction& tx, std::string_view store_id, std::string_view id, Instant at);

/// Changes name and contacts. Refuses `in_use` when another customer has the contact. `wrongs` is what is
/// wrong with the input's shape: the refusal names every wrong field at once.
Result<Customer> edit_customer(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, const CustomerInput& input, std::int64_t version,
                               Instant now, Wrongs wrongs = {});

/// Another salesperson is in charge of the customer from now on. The customer must be there.
void put_in_charge(database::Transaction& tx, std::string_view store_id, std::string_view id,
                   const std::string& salesperson_id);

struct ConsentRecord {
  Purpose purpose;
  bool given;
  json::Time at;
  std::optional<Name> by;
  BOOST_DESCRIBE_CLASS(ConsentRecord, (), (purpose, given, at, by), (), ())
};
/// Writes down that the customer agreed or no longer agrees. The same id a second time does nothing.
void note_consent(database::Transaction& tx, const std::string& actor_id, std::string_view store_id,
                  std::string_view customer_id, std::string_view id, Purpose purpose, bool given,
                  Instant now);
/// The latest word on each purpose.
std::vector<ConsentRecord> consents_of(database::Transaction& tx, std::string_view store_id,
                                       std::string_view customer_id);

/// Customers of one store by id from `cursor` on, newest first; only those of `salesperson_id` when one is
/// given.
std::vector<Customer> list_customers(database::Transaction& tx, std::string_view store_id,
                                     const std::optional<std::string>& salesperson_id,
                                     const std::optional<std::string>& cursor, std::int64_t limit);
/// Customers whose name, pinyin, phone, plate or e-mail address has a part that begins with `q`; at most
/// `limit`.
std::vector<Customer> search_customers(database::Transaction& tx, std::string_view store_id,
                                       std::string_view q, const std::optional<std::string>& salesperson_id,
                                       std::int64_t limit);

}  // namespace guanxi::dealership
