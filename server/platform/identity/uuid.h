// Identifiers: UUID version 7 (RFC 9562), lower case, so that they sort by time and a client may choose them.
#pragma once

#include <string>
#include <string_view>

#include "platform/clock/clock.h"

namespace guanxi {

/// A new identifier whose first 48 bits are the instant; within one process they never go backwards. So an
/// instant earlier than one used before is replaced by that one, and more than 2,000 in a millisecond run a
/// little ahead.
std::string new_uuid(Instant now);

/// What every identifier of this instant or a later one stands behind, in the order of texts.
std::string first_uuid(Instant from);

/// Whether the text is a UUID of any version, in lower case with dashes.
bool is_uuid(std::string_view text);

/// The same identifier for the same text at every time (version 8, from a SHA-256 of the text): how an
/// imported row finds itself again when the file comes a second time.
std::string uuid_of(std::string_view text);

}  // namespace guanxi
