#include "town/listener.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace guanxi::town {

Listener::Listener(std::function<void(int)> talk)
    : talk_(std::move(talk)), socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(socket_, 8) != 0 ||
      getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no port for this test");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

Listener::~Listener() {
  shutdown(socket_, SHUT_RDWR);
  thread_.join();
  close(socket_);
}

void Listener::serve() {
  // accept fails once the destructor has shut the socket down.
  for (int caller = 0; (caller = accept(socket_, nullptr, nullptr)) >= 0;) {
    try {
      talk_(caller);
    } catch (const std::exception&) {
      // Whoever hangs up has said enough.
    }
    close(caller);
  }
}

bool read_line(int socket, std::string& line) {
  line.clear();
  for (char c = 0; read(socket, &c, 1) == 1;) {
    if (c == '\n') return true;
    if (c != '\r') line += c;
  }
  return false;
}

void say(int socket, const std::string& text) {
  if (write(socket, text.data(), text.size()) < 0) throw std::runtime_error("nobody listens");
}

}  // namespace guanxi::town
