// Reads what other programs are to read with a reader that has nothing to do with this one.
#pragma once

#include <boost/json.hpp>
#include <string>

namespace guanxi::town {

/// The events and things to do of a calendar, or the cards of an address book, in their order: their
/// properties by name in lower case, moments in UTC. Throws when the text cannot be read.
boost::json::array read_outside(const std::string& text);

/// What is wrong with the lines of such a text, before anybody reads what they say: ends other than CRLF,
/// more than 75 octets, a character cut in two. Empty when nothing is.
std::string wrong_lines(const std::string& text);

}  // namespace guanxi::town
