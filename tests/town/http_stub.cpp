#include "town/http_stub.h"

#include <unistd.h>

#include <stdexcept>

namespace guanxi::town {

void HttpStub::talk(int socket) {
  std::string request, line;
  std::size_t length = 0;
  while (read_line(socket, line) && !line.empty()) {
    if (line.starts_with("Content-Length: ")) length = std::stoul(line.substr(16));
    request += line + "\r\n";
  }
  if (request.empty()) throw std::runtime_error("nothing was asked");
  request += "\r\n";
  for (char c = 0; length > 0 && read(socket, &c, 1) == 1; --length) request += c;
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
  }
  say(socket,
      "HTTP/1.1 " + std::to_string(status_) +
          " as told\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

std::vector<std::string> HttpStub::requests() {
  const std::lock_guard lock(mutex_);
  return requests_;
}

}  // namespace guanxi::town
