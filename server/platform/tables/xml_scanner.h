// XML as a stream of events in constant memory. A workbook's sheet of 100,000 rows is 80 MB of XML; as a tree
// it would be six times that. Nothing is ever resolved: a document type declaration breaks the reading off.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace guanxi::tables {

class XmlScanner {
 public:
  /// Puts the next bytes into the room and says how many; 0 at the end, nothing when they cannot be had.
  using Source = std::function<std::optional<std::size_t>(char* to, std::size_t room)>;
  enum class Event { open, close, text, end, broken };

  explicit XmlScanner(Source source) : source_(std::move(source)) {}

  /// `<a/>` is given as open and close. White space outside of the root is passed over.
  Event next();

  /// Of the element opened or closed last, without its namespace prefix. Valid until the next event.
  std::string_view name() const { return name_; }
  /// The attribute of this local name as it stands in the file (see unescape); empty when there is none.
  std::string_view attribute(std::string_view name) const;
  /// Of the text event, with its character references replaced.
  const std::string& text() const { return text_; }

 private:
  bool refill();
  std::string_view rest() const { return std::string_view(buffer_).substr(at_); }
  bool have(std::size_t count);
  std::size_t find(std::string_view what, std::size_t from);
  std::size_t end_of_tag();
  bool skip_outside();
  Event take_text();
  Event take_tag();
  Event take_close(std::string_view inside);
  Event take_open(std::string_view inside);
  Event take_cdata();
  bool pass(std::string_view until, std::size_t from);

  Source source_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool at_end_ = false;
  bool close_next_ = false;
  std::size_t depth_ = 0;
  std::string_view name_;
  std::string_view attributes_;
  std::string text_;
};

/// Replaces `&lt;`, `&#20013;` and the like; false when there is an entity that XML itself does not define.
bool unescape(std::string_view raw, std::string& to);

}  // namespace guanxi::tables
