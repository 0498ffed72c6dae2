#include "platform/tables/xml_scanner.h"

#include <algorithm>
#include <charconv>

#include "platform/text/utf8.h"

namespace guanxi::tables {
namespace {

constexpr std::size_t kBlock = 64 * 1024;
constexpr std::size_t kLongestToken = 16 * 1024 * 1024;  // a cell holds 32,767 characters at most
constexpr std::size_t kDeepest = 1000;
constexpr std::string_view kWhite = " \t\r\n";

std::string_view local_name(std::string_view qualified) { return qualified.substr(qualified.find(':') + 1); }

bool append_reference(std::string_view name, std::string& to) {
  if (name == "lt") return to += '<', true;
  if (name == "gt") return to += '>', true;
  if (name == "amp") return to += '&', true;
  if (name == "quot") return to += '"', true;
  if (name == "apos") return to += '\'', true;
  if (!name.starts_with('#')) return false;
  const bool hex = name.starts_with("#x");
  name.remove_prefix(hex ? 2 : 1);
  unsigned code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
  const bool is_character = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (error != std::errc() || end != name.data() + name.size() || !is_character) return false;
  text::append_utf8(to, code);
  return true;
}

}  // namespace

bool unescape(std::string_view raw, std::string& to) {
  for (;;) {
    const std::size_t reference = raw.find('&');
    to += raw.substr(0, reference);
    if (reference == std::string_view::npos) return true;
    const std::size_t end = raw.find(';', reference);
    if (end == std::string_view::npos) return false;
    if (!append_reference(raw.substr(reference + 1, end - reference - 1), to)) return false;
    raw.remove_prefix(end + 1);
  }
}

// Drops what has been read and adds a block; offsets from at_ stay what they were.
bool XmlScanner::refill() {
  if (at_end_ || buffer_.size() - at_ > kLongestToken) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kBlock);
  const std::optional<std::size_t> read = source_(buffer_.data() + size, kBlock);
  buffer_.resize(size + read.value_or(0));
  // A source that fails leaves the root open, which next() reports as broken.
  at_end_ = read.value_or(0) == 0;
  return !at_end_;
}

bool XmlScanner::have(std::size_t count) {
  while (buffer_.size() - at_ < count) {
    if (!refill()) return false;
  }
  return true;
}

std::size_t XmlScanner::find(std::string_view what, std::size_t from) {
  for (;;) {
    const std::size_t found = rest().find(what, from);
    if (found != std::string_view::npos) return found;
    from = std::max(from, rest().size() - std::min(rest().size(), what.size() - 1));
    if (!refill()) return std::string_view::npos;
  }
}

// The ">" of the tag at at_; one within the quotes of an attribute does not end it.
std::size_t XmlScanner::end_of_tag() {
  char quote = 0;
  for (std::size_t at = 1;; ++at) {
    if (at_ + at >= buffer_.size() && !refill()) return std::string_view::npos;
    const char c = buffer_[at_ + at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at;
    } else if (c == '<') {
      return std::string_view::npos;
    }
  }
}

XmlScanner::Event XmlScanner::next() {
  if (close_next_) {
    close_next_ = false;
    --depth_;
    return Event::close;
  }
  for (;;) {
    if (depth_ == 0 && !skip_outside()) return Event::broken;
    if (!have(1)) return depth_ == 0 ? Event::end : Event::broken;
    if (buffer_[at_] != '<') return take_text();
    if (!have(2)) return Event::broken;
    const char second = buffer_[at_ + 1];
    if (second == '?') {
      if (!pass("?>", 2)) return Event::broken;
    } else if (second == '!' && have(4) && rest().starts_with("<!--")) {
      if (!pass("-->", 4)) return Event::broken;
    } else {
      return second == '!' ? take_cdata() : take_tag();
    }
  }
}

// Outside of the root there may be white space and, at the very start, a byte order mark.
bool XmlScanner::skip_outside() {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (have(mark.size()) && rest().starts_with(mark)) at_ += mark.size();
  while (have(1) && kWhite.find(buffer_[at_]) != std::string_view::npos) ++at_;
  return !have(1) || buffer_[at_] == '<';
}

bool XmlScanner::pass(std::string_view until, std::size_t from) {
  const std::size_t end = find(until, from);
  if (end == std::string_view::npos) return false;
  at_ += end + until.size();
  return true;
}

XmlScanner::Event XmlScanner::take_text() {
  const std::size_t end = find("<", 0);
  if (end == std::string_view::npos) return Event::broken;
  text_.clear();
  if (!unescape(rest().substr(0, end), text_)) return Event::broken;
  at_ += end;
  return Event::text;
}

// The only "<!" that a workbook may hold beside comments.
XmlScanner::Event XmlScanner::take_cdata() {
  constexpr std::string_view start = "<![CDATA[";
  if (depth_ == 0 || !have(start.size()) || !rest().starts_with(start)) return Event::broken;
  const std::size_t end = find("]]>", start.size());
  if (end == std::string_view::npos) return Event::broken;
  text_ = rest().substr(start.size(), end - start.size());
  at_ += end + 3;
  return Event::text;
}

XmlScanner::Event XmlScanner::take_tag() {
  const std::size_t end = end_of_tag();
  if (end == std::string_view::npos) return Event::broken;
  // The view stays valid: the buffer only changes when the next event is asked for.
  const std::string_view inside = rest().substr(1, end - 1);
  at_ += end + 1;
  return inside.starts_with('/') ? take_close(inside.substr(1)) : take_open(inside);
}

XmlScanner::Event XmlScanner::take_close(std::string_view inside) {
  if (depth_ == 0) return Event::broken;
  --depth_;
  name_ = local_name(inside.substr(0, inside.find_first_of(kWhite)));
  attributes_ = {};
  return Event::close;
}

XmlScanner::Event XmlScanner::take_open(std::string_view inside) {
  if (++depth_ > kDeepest) return Event::broken;
  close_next_ = inside.ends_with('/');
  if (close_next_) inside.remove_suffix(1);
  const std::size_t name_end = std::min(inside.find_first_of(kWhite), inside.size());
  name_ = local_name(inside.substr(0, name_end));
  attributes_ = inside.substr(name_end);
  return name_.empty() ? Event::broken : Event::open;
}

std::string_view XmlScanner::attribute(std::string_view name) const {
  std::string_view left = attributes_;
  for (;;) {
    const std::size_t start = left.find_first_not_of(kWhite);
    const std::size_t equals = left.find('=');
    if (start == std::string_view::npos || equals == std::string_view::npos || equals < start) return {};
    const std::string_view found = left.substr(start, left.find_first_of("= \t\r\n", start) - start);
    const std::size_t quote = left.find_first_not_of(kWhite, equals + 1);
    if (quote == std::string_view::npos || (left[quote] != '"' && left[quote] != '\'')) return {};
    const std::size_t end = left.find(left[quote], quote + 1);
    if (end == std::string_view::npos) return {};
    if (local_name(found) == name) return left.substr(quote + 1, end - quote - 1);
    left.remove_prefix(end + 1);
  }
}

}  // namespace guanxi::tables
