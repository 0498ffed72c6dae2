#include "platform/tables/decoding.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string>

#include "platform/text/utf8.h"

namespace guanxi::tables {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

const char* icu_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
    case Encoding::gb18030:
      return "gb18030";
  }
  return "UTF-8";
}

std::string_view mark(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "\xEF\xBB\xBF";
    case Encoding::utf16le:
      return "\xFF\xFE";
    case Encoding::utf16be:
      return "\xFE\xFF";
    case Encoding::gb18030:
      return "\x84\x31\x95\x33";
  }
  return {};
}

std::string_view without_mark(std::string_view bytes, Encoding encoding) {
  if (bytes.starts_with(mark(encoding))) bytes.remove_prefix(mark(encoding).size());
  return bytes;
}

// Bytes to UTF-16 through ICU, a block at a time, stopping at the first thing that is not in the encoding.
class Utf16Blocks {
 public:
  Utf16Blocks(std::string_view bytes, Encoding encoding)
      : source_(bytes.data()), end_(bytes.data() + bytes.size()) {
    UErrorCode error = U_ZERO_ERROR;
    converter_.reset(ucnv_open(icu_name(encoding), &error));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU cannot convert from an encoding");
  }

  enum class State { more, end, invalid };

  // The next block; it may hold something also when the state is not `more`.
  State next(std::u16string_view& block) {
    UErrorCode error = U_ZERO_ERROR;
    std::size_t kept = 0;
    if (held_ != 0) units_[kept++] = std::exchange(held_, 0);
    UChar* to = units_.data() + kept;
    ucnv_toUnicode(converter_.get(), &to, units_.data() + units_.size(), &source_, end_, nullptr, true,
                   &error);
    std::size_t count = static_cast<std::size_t>(to - units_.data());
    const bool more = error == U_BUFFER_OVERFLOW_ERROR;
    // A block may end between two surrogates; the first then begins the next block.
    if (more && U16_IS_LEAD(units_[count - 1])) held_ = units_[--count];
    block = {units_.data(), count};
    if (more) return State::more;
    return U_FAILURE(error) ? State::invalid : State::end;
  }

  // Goes on behind the invalid bytes.
  void go_on() { ucnv_resetToUnicode(converter_.get()); }

 private:
  Converter converter_;
  const char* source_;
  const char* end_;
  std::array<UChar, 16384> units_;
  UChar held_ = 0;
};

void append(std::string& to, std::u16string_view units) {
  for (std::size_t at = 0; at < units.size();) {
    UChar32 c = 0;
    U16_NEXT(units.data(), at, units.size(), c);
    text::append_utf8(to, static_cast<char32_t>(c));
  }
}

// Gives the text up to a NUL, if there is one.
Decoded give(std::string_view text, Decoded then, const std::function<bool(std::string_view)>& piece) {
  const std::size_t nul = text.find('\0');
  if (!piece(text.substr(0, nul))) return Decoded::stopped;
  return nul == std::string_view::npos ? then : Decoded::invalid;
}

bool is_control(UChar32 c) { return (c < 0x20 && c != '\t' && c != '\r' && c != '\n') || c == 0x7F; }

void count(Fit& fit, UChar32 c) {
  if (is_control(c)) ++fit.invalid;
  if (c >= 0x80) ++fit.wide;
}

Fit fit_of_utf8(std::string_view bytes) {
  Fit fit;
  for (std::size_t at = 0; at < bytes.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, bytes.size(), c);
    c < 0 ? void(++fit.invalid) : count(fit, c);
  }
  return fit;
}

}  // namespace

Decoded decode(std::string_view bytes, Encoding encoding,
               const std::function<bool(std::string_view)>& piece) {
  bytes = without_mark(bytes, encoding);
  if (encoding == Encoding::utf8) {
    const std::size_t valid = text::valid_utf8_prefix(bytes);
    return give(bytes.substr(0, valid), valid == bytes.size() ? Decoded::whole : Decoded::invalid, piece);
  }
  Utf16Blocks blocks(bytes, encoding);
  std::string utf8;
  for (;;) {
    std::u16string_view block;
    const auto state = blocks.next(block);
    utf8.clear();
    append(utf8, block);
    const Decoded then = state == Utf16Blocks::State::invalid ? Decoded::invalid : Decoded::whole;
    const Decoded given = give(utf8, then, piece);
    if (given != Decoded::whole || state == Utf16Blocks::State::end) return given;
  }
}

Fit fit(std::string_view bytes, Encoding encoding) {
  bytes = without_mark(bytes, encoding);
  if (encoding == Encoding::utf8) return fit_of_utf8(bytes);
  Fit fit;
  Utf16Blocks blocks(bytes, encoding);
  for (;;) {
    std::u16string_view block;
    const auto state = blocks.next(block);
    for (std::size_t at = 0; at < block.size();) {
      UChar32 c = 0;
      U16_NEXT(block.data(), at, block.size(), c);
      count(fit, c);
    }
    if (state == Utf16Blocks::State::end) return fit;
    if (state == Utf16Blocks::State::invalid) {
      ++fit.invalid;
      blocks.go_on();
    }
  }
}

}  // namespace guanxi::tables
