#include "town/smtp_stub.h"

namespace guanxi::town {

void SmtpStub::talk(int socket) {
  say(socket, "220 stub\r\n");
  std::string line, receiver;
  while (read_line(socket, line)) {
    if (line.starts_with("RCPT TO:")) {
      receiver = line.substr(8);
      say(socket, std::to_string(code_) + " as told\r\n");
    } else if (line == "DATA") {
      say(socket, "354 go on\r\n");
      std::string letter = receiver + "\n";
      while (read_line(socket, line) && line != ".") letter += line + "\n";
      {
        const std::lock_guard lock(mutex_);
        letters_.push_back(letter);
      }
      say(socket, "250 taken\r\n");
    } else if (line == "QUIT") {
      say(socket, "221 bye\r\n");
      return;
    } else {
      say(socket, "250 fine\r\n");
    }
  }
}

std::vector<std::string> SmtpStub::letters() {
  const std::lock_guard lock(mutex_);
  return letters_;
}

}  // namespace guanxi::town
