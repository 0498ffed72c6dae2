// guanxi intake: mail with leads in it, from a mailbox or from a mail system's pipe.
#pragma once

#include <iosfwd>
#include <string>

#include "platform/clock/clock.h"
#include "platform/database/database.h"

namespace guanxi {

struct IntakeOptions {
  database::Options database;
  std::string store;          ///< its code
  std::string provider;       ///< who sends; empty: as the messages say
  std::string mbox, maildir;  ///< one of them, or neither: one message from the pipe
};

/// Takes all messages there are, each in a transaction of its own, and says what became of them.
/// @returns an exit code of sysexits.h: 0 when everything is stored, refused messages too; EX_NOINPUT when
/// there is no such mailbox; EX_TEMPFAIL when anything at all could not be stored, so that a mail system
/// keeps the message and tries again. What was stored before a failure is not stored a second time.
int take_in(const IntakeOptions& options, const Clock& clock, std::istream& in, std::ostream& out,
            std::ostream& errors);

}  // namespace guanxi
