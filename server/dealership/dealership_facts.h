// Facts of this room.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi::dealership {

/// Something of the set-up (store, person, model, list entry …) was created or edited; `what` names which
/// fields now read how, so that the audit trail shows it.
struct SetUpChanged {
  static constexpr std::string_view kind = "set_up_changed";
  std::string action;  ///< created, edited, retired, password_reset, session_ended, token_revoked
  std::string name;
  BOOST_DESCRIBE_CLASS(SetUpChanged, (), (action, name), (), ())
};

struct SignedIn {
  static constexpr std::string_view kind = "signed_in";
  std::string address;
  BOOST_DESCRIBE_CLASS(SignedIn, (), (address), (), ())
};

struct CustomerEdited {
  static constexpr std::string_view kind = "customer_edited";
  std::vector<std::string> fields;  ///< which were changed; the values stay out of the log
  BOOST_DESCRIBE_CLASS(CustomerEdited, (), (fields), (), ())
};

struct ConsentNoted {
  static constexpr std::string_view kind = "consent_noted";
  std::string purpose;
  bool given;
  BOOST_DESCRIBE_CLASS(ConsentNoted, (), (purpose, given), (), ())
};

}  // namespace guanxi::dealership
