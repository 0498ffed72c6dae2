// Where messages lie: one file with many (mbox), or a folder with a file for each (maildir).
#pragma once

#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace guanxi::mail {

/// Reads an mbox message by message. One begins at a line "From …" at the beginning or behind an empty line;
/// lines that were marked with ">" because they begin like it are given back as they were.
class MboxReader {
 public:
  explicit MboxReader(std::istream& in);
  /// The next message without its "From …" line; nothing at the end. Of one that is longer than a message may
  /// be (message.h) only as much is kept as shows that.
  std::optional<std::string> next();

 private:
  bool read_line();
  void add_line(std::string& message) const;

  std::istream& in_;
  std::string line_;
  bool begun_ = false;  ///< `line_` is the "From …" of the next message
};

/// One message from a stream, as mail systems hand it to a program: a "From …" line before it is left out.
std::string read_piped(std::istream& in);

/// The files of a maildir that nobody has seen yet, by name, so the earliest first. Throws
/// std::filesystem::filesystem_error when it is no maildir.
std::vector<std::filesystem::path> new_mail(const std::filesystem::path& maildir);
/// Moves one of them to those that have been seen.
void mark_seen(const std::filesystem::path& file);

}  // namespace guanxi::mail
