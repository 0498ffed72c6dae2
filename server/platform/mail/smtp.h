// Hands letters to a mail server (SMTP, by libcurl).
#pragma once

#include <optional>
#include <string>

#include "platform/mail/writing.h"

namespace guanxi::mail {

/// Where mail is handed in. Without a server no mail is sent.
struct Server {
  std::string url;             ///< "smtps://mail.example" or "smtp://mail.example:587"
  std::string user, password;  ///< none: without signing in
  std::string from;            ///< whom letters are from
  std::string from_name = "Guanxi 关系";
};

/// What GUANXI_MAIL_SERVER, _USER, _PASSWORD and _FROM say; nothing without a server. A password belongs into
/// no command line, which everybody on the machine reads, so all of it stands there. Throws
/// std::runtime_error when it can be no mail server, or nobody is named whom mail is from.
std::optional<Server> server_of_environment();

struct HandedIn {
  bool taken = false;
  bool refused_for_good = false;  ///< no such mailbox, or the like: trying again is useless
  std::string why;
};

/// Hands a letter in, within half a minute. With a password it goes over TLS or not at all, unless the server
/// is this very machine; without one it goes over TLS when the server offers it.
HandedIn hand_in(const Server& server, Letter letter);

}  // namespace guanxi::mail
