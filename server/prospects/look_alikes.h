// Who might be the same person as somebody who is being keyed in, and why.
#pragma once

#include "dealership/dealership.h"
#include "platform/http/route.h"

namespace guanxi::prospects {

/// What two people have in common. The contacts come first: they say more than names.
enum class Likeness {
  same_phone,
  same_wechat,
  phone_is_wechat,  ///< the number of one is the WeChat name of the other
  same_plate,
  same_email,
  in_party,    ///< one of them comes with the other
  same_name,   ///< written the same
  same_sound,  ///< only spoken the same
  same_model,  ///< they want the same one; looked at with a like name only
  // Only of two who are on file already:
  phone_one_off,      ///< one digit of the numbers differs, or two have changed places
  one_without_phone,  ///< of one only the WeChat name is known, and of the other only the number
  near_in_time,       ///< both came on file within thirty days
};
BOOST_DESCRIBE_ENUM(Likeness, same_phone, same_wechat, phone_is_wechat, same_plate, same_email, in_party,
                    same_name, same_sound, same_model, phone_one_off, one_without_phone, near_in_time)

/// Somebody as far as they are known: from a form that is being filled in, or from the file.
struct Described {
  std::optional<std::string> name, phone, wechat, plate, email;  ///< contacts as they are kept
  std::optional<std::string> model_id;
  std::vector<dealership::Reach> party;  ///< how those who come with them are reached
  std::string except_id;                 ///< the customer who it is
};

struct LookAlike {
  dealership::Customer customer;
  std::vector<Likeness> because;      ///< in the order above
  std::optional<std::string> member;  ///< the name of who has the contact, when that is somebody of the party
};

/// The customers of the store who have a contact in common with them, or a like name and the same model. Only
/// the latest namesakes are looked at, so that it takes some milliseconds however many there are.
std::vector<LookAlike> look_alikes(database::Transaction& tx, const dealership::Store& store,
                                   const Described& described);

/// A look-alike as told while somebody is typing: enough to recognise them, and the number only for those who
/// may call.
struct LookAlikeView {
  std::string id, name;
  std::optional<std::string> phone_display, plate;
  std::optional<dealership::Name> salesperson;
  std::optional<json::Time> last_visit_at;
  std::vector<Likeness> because;
  std::optional<std::string> member;  ///< who of their party has the contact
  bool open;                          ///< whether this person may open the customer's page
  BOOST_DESCRIBE_CLASS(LookAlikeView, (),
                       (id, name, phone_display, plate, salesperson, last_visit_at, because, member, open),
                       (), ())
};
LookAlikeView view_of(const LookAlike& found, const Actor& actor, const dealership::Store& store);

/// The number for who may call them, and "··· 8000" for everybody else.
std::string shown_phone(const std::string& phone, bool may_call, const dealership::Store& store);

/// The rows of the route table about who is who.
std::vector<http::Route> people_routes();

}  // namespace guanxi::prospects
