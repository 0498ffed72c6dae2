#include "town/smtp_stub.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace guanxi::town {
namespace {

/// One line without its end; empty at the end of the talk.
bool read_line(int socket, std::string& line) {
  line.clear();
  for (char c = 0; read(socket, &c, 1) == 1;) {
    if (c == '\n') return true;
    if (c != '\r') line += c;
  }
  return false;
}

void say(int socket, const std::string& text) {
  const auto line = text + "\r\n";
  if (write(socket, line.data(), line.size()) < 0) throw std::runtime_error("nobody listens");
}

}  // namespace

SmtpStub::SmtpStub() : listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 8) != 0 ||
      getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no mail server for this test");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

SmtpStub::~SmtpStub() {
  ending_ = true;
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void SmtpStub::serve() {
  while (!ending_) {
    const int socket = accept(listener_, nullptr, nullptr);
    if (socket < 0) return;
    try {
      talk(socket);
    } catch (const std::exception&) {
      // Whoever hangs up has said enough.
    }
    close(socket);
  }
}

void SmtpStub::talk(int socket) {
  say(socket, "220 stub");
  std::string line, receiver;
  while (read_line(socket, line)) {
    if (line.starts_with("RCPT TO:")) {
      receiver = line.substr(8);
      say(socket, std::to_string(code_) + " as told");
    } else if (line == "DATA") {
      say(socket, "354 go on");
      std::string letter = receiver + "\n";
      while (read_line(socket, line) && line != ".") letter += line + "\n";
      {
        const std::lock_guard lock(mutex_);
        letters_.push_back(letter);
      }
      say(socket, "250 taken");
    } else if (line == "QUIT") {
      say(socket, "221 bye");
      return;
    } else {
      say(socket, "250 fine");
    }
  }
}

std::vector<std::string> SmtpStub::letters() {
  const std::lock_guard lock(mutex_);
  return letters_;
}

}  // namespace guanxi::town
