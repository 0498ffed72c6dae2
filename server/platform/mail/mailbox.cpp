#include "platform/mail/mailbox.h"

#include <algorithm>
#include <iterator>

#include "platform/mail/message.h"

namespace guanxi::mail {
namespace {

constexpr std::string_view kPostmark = "From ";

/// "From ", ">From ", ">>From " …
bool is_marked(std::string_view line) {
  const auto text = line.find_first_not_of('>');
  return text != line.npos && line.substr(text).starts_with(kPostmark);
}

bool is_empty(std::string_view line) { return line == "\n" || line == "\r\n"; }

}  // namespace

MboxReader::MboxReader(std::istream& in) : in_(in) {
  // Whatever stands before the first "From …" is no message, unless there is none at all.
  while (read_line() && is_empty(line_)) {
  }
  begun_ = !line_.empty();
}

bool MboxReader::read_line() {
  line_.clear();
  for (int c = in_.get(); c != std::istream::traits_type::eof(); c = in_.get()) {
    if (line_.size() <= kMostBytes) line_ += static_cast<char>(c);
    if (c == '\n') break;
  }
  return !line_.empty();
}

void MboxReader::add_line(std::string& message) const {
  if (message.size() > kMostBytes) return;
  const std::string_view line = line_;
  message += line.starts_with('>') && is_marked(line) ? line.substr(1) : line;
}

std::optional<std::string> MboxReader::next() {
  if (!begun_) return std::nullopt;
  begun_ = false;
  std::string message;
  if (!line_.starts_with(kPostmark)) add_line(message);
  bool after_empty = false;
  while (read_line()) {
    if (after_empty && line_.starts_with(kPostmark)) {
      begun_ = true;
      break;
    }
    after_empty = is_empty(line_);
    add_line(message);
  }
  return message;
}

std::string read_piped(std::istream& in) {
  std::string message;
  for (int c = in.get(); c != std::istream::traits_type::eof() && message.size() <= kMostBytes; c = in.get())
    message += static_cast<char>(c);
  if (message.starts_with(kPostmark)) message.erase(0, std::min(message.find('\n'), message.size() - 1) + 1);
  return message;
}

std::vector<std::filesystem::path> new_mail(const std::filesystem::path& maildir) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(maildir / "new")) {
    if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.'))
      files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void mark_seen(const std::filesystem::path& file) {
  const auto folder = file.parent_path().parent_path() / "cur";
  std::filesystem::create_directories(folder);
  std::filesystem::rename(file, folder / (file.filename().string() + ":2,S"));
}

}  // namespace guanxi::mail
