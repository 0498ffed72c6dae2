// The people of one party: who buys, who uses it, who pays, who advises. One of them is the customer.
#pragma once

#include "prospects/cards.h"

namespace guanxi::prospects {

/// One person of a card's party. The customer's own line has the card's id and neither name nor contact:
/// those stand on the customer's record.
struct PartyMember {
  std::string store_id, id, card_id;
  std::vector<PartyRole> roles;
  std::optional<std::string> name, phone, wechat;
  std::int64_t version = 1;

  bool is_customer() const { return id == card_id; }
};

struct PartyMemberView {
  std::string id;
  bool is_customer;
  std::vector<PartyRole> roles;
  std::string name;
  std::optional<std::string> phone, phone_display, wechat;
  std::int64_t version;
  BOOST_DESCRIBE_CLASS(PartyMemberView, (),
                       (id, is_customer, roles, name, phone, phone_display, wechat, version), (), ())
};

/// The customer first, who is the buyer as long as nobody says otherwise; then the others as they were added.
/// Contacts are for who may open the customer's page.
std::vector<PartyMemberView> party_of(database::Transaction& tx, const Actor& actor, const Store& store,
                                      const NamedCard& card);

struct NewPartyMember {
  json::Id id;
  std::vector<PartyRole> roles;
  json::Line<60> name;
  std::optional<json::Line<40>> phone, wechat;
  BOOST_DESCRIBE_CLASS(NewPartyMember, (), (id, roles, name, phone, wechat), (), ())
};
/// Adds somebody. Refuses nobody's contact, a closed card, somebody without a role (`party_role_needed`), a
/// party of more than twenty (`party_is_full`). The same id a second time changes nothing.
Result<PartyMemberView> add_party_member(database::Transaction& tx, const Actor& actor, const Store& store,
                                         const std::string& card_id, const NewPartyMember& input, Instant now,
                                         Wrongs wrongs = {});

struct PartyMemberEdit {
  std::vector<PartyRole> roles;
  std::optional<json::Line<60>> name;  ///< of the customer it stands on the record, and is left out here
  std::optional<json::Line<40>> phone, wechat;
  BOOST_DESCRIBE_CLASS(PartyMemberEdit, (), (roles, name, phone, wechat), (), ())
};
/// Corrects somebody if they still have this version (else `stale` with the member as they stand). The
/// customer has roles only (`stands_on_record`).
Result<PartyMemberView> edit_party_member(database::Transaction& tx, const Actor& actor, const Store& store,
                                          const std::string& card_id, const std::string& id,
                                          const PartyMemberEdit& input, std::int64_t version, Instant now,
                                          Wrongs wrongs = {});

/// Takes somebody away; not the customer (`is_the_customer`).
Result<> remove_party_member(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& card_id, const std::string& id, Instant now);

/// Somebody of a party who was looked for, and whose card it is.
struct FoundMember {
  std::string name, card_id, customer_id;
};
/// Those whose name, pinyin or phone has a part that begins with `q`: of all cards, or of one salesperson's.
std::vector<FoundMember> search_party(database::Transaction& tx, std::string_view store_id,
                                      std::string_view q, const std::optional<std::string>& salesperson_id,
                                      std::int64_t limit);

/// Those who have this phone or WeChat name.
std::vector<FoundMember> members_reached_by(database::Transaction& tx, std::string_view store_id,
                                            const std::optional<std::string>& phone,
                                            const std::optional<std::string>& wechat);

/// The contacts of everybody who came with a customer, on all cards.
std::vector<dealership::Reach> contacts_in_parties(database::Transaction& tx, std::string_view store_id,
                                                   std::string_view customer_id);

}  // namespace guanxi::prospects
