#include "town/outside_reader.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "platform/http/message.h"
#include "platform/identity/uuid.h"

namespace guanxi::town {

boost::json::array read_outside(const std::string& text) {
  const auto file = std::filesystem::temp_directory_path() / (new_uuid(SystemClock().now()) + ".txt");
  std::ofstream(file, std::ios::binary) << text;
  const auto command = "/usr/bin/python3 " GUANXI_SOURCE_DIR "/tests/town/read_outside.py < " + file.string();
  std::string answer;
  auto* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run python3");
  std::array<char, 4096> piece;
  for (std::size_t got; (got = fread(piece.data(), 1, piece.size(), pipe)) > 0;)
    answer.append(piece.data(), got);
  const int status = pclose(pipe);
  std::filesystem::remove(file);
  if (status != 0) throw std::runtime_error("no other program can read this:\n" + text);
  return boost::json::parse(answer).as_array();
}

std::string wrong_lines(const std::string& text) {
  if (!text.ends_with("\r\n")) return "does not end with a line";
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    const auto line = text.substr(at, end - at);
    if (!line.ends_with('\r') || line.find('\r') != line.size() - 1) return "no CRLF: " + line;
    if (line.size() - 1 > 75) return "longer than 75 octets: " + line;
    if (!http::is_utf8(line)) return "a character is cut: " + line;
    at = end + 1;
  }
  return "";
}

}  // namespace guanxi::town
