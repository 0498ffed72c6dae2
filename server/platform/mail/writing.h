// Mail that the program writes: one short text to one person.
#pragma once

#include <string>

#include "platform/clock/clock.h"

namespace guanxi::mail {

struct Letter {
  std::string id;  ///< Message-ID without brackets, the same each time it is sent
  std::string from_name, from, to;
  std::string subject, text;  ///< UTF-8
  Instant at = 0;
};

/// The letter as it goes over the wire (RFC 5322, MIME, headers by RFC 2047), lines ended by CRLF. It says
/// that a program has written it (RFC 3834), so that no holiday notice answers.
std::string write_letter(const Letter& letter);

}  // namespace guanxi::mail
