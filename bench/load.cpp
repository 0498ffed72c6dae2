#include "load.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace guanxi::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kPatience = std::chrono::seconds(10);

struct Descriptor {
  int number = -1;
  explicit Descriptor(int opened) : number(opened) {
    if (number < 0) throw std::runtime_error("no more descriptors");
  }
  Descriptor(Descriptor&& other) noexcept : number(std::exchange(other.number, -1)) {}
  ~Descriptor() {
    if (number >= 0) close(number);
  }
};

Descriptor connect_to(std::uint16_t port) {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket.number, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("the server does not let us in");
  }
  const int on = 1;
  setsockopt(socket.number, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

void send_all(const Descriptor& socket, const std::string& text) {
  for (std::size_t sent = 0; sent < text.size();) {
    const auto now_sent = send(socket.number, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (now_sent <= 0) throw std::runtime_error("the server has hung up");
    sent += static_cast<std::size_t>(now_sent);
  }
}

void receive_some(const Descriptor& socket, std::string& received) {
  char bytes[65536];
  const auto count = recv(socket.number, bytes, sizeof bytes, 0);
  if (count <= 0) throw std::runtime_error("the server has hung up");
  received.append(bytes, static_cast<std::size_t>(count));
}

struct Client {
  Descriptor socket;
  Clock::time_point asked_at, due = {};
  std::string received = {};
  bool waiting = false;
};

/// The bytes of the answer that `received` begins with; 0 while it is not whole.
std::size_t whole_answer(const std::string& received) {
  constexpr std::string_view kLength = "Content-Length: ";
  const auto body = received.find("\r\n\r\n");
  if (body == std::string::npos) return 0;
  const auto length = received.find(kLength);
  if (length == std::string::npos || length > body)
    throw std::runtime_error("an answer without length: " + received);
  const auto whole = body + 4 + std::stoul(received.substr(length + kLength.size(), 12));
  return received.size() < whole ? 0 : whole;
}

/// Processor seconds that a process has used.
double processor_seconds(int pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
  std::string field;
  double ticks = 0;
  for (int i = 1; i <= 15 && in >> field; ++i) {
    if (i >= 14) ticks += std::stod(field);
  }
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// Processor seconds that all processes and the kernel have used.
double all_processor_seconds() {
  std::ifstream in("/proc/stat");
  std::string name;
  double user = 0, nice = 0, system = 0, idle = 0, waiting = 0, interrupts = 0, soft_interrupts = 0;
  in >> name >> user >> nice >> system >> idle >> waiting >> interrupts >> soft_interrupts;
  return (user + nice + system + interrupts + soft_interrupts) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

struct Processors {
  double server, own, all;
  static Processors used(int server_pid) {
    return {processor_seconds(server_pid), processor_seconds(getpid()), all_processor_seconds()};
  }
};

double percentile(std::vector<float>& sorted, double share) {
  if (sorted.empty()) return 0;
  const auto place = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
  return static_cast<double>(sorted[place]);
}

class Run {
 public:
  Run(const Load& load, Script& script) : load_(load), script_(script), epoll_(epoll_create1(0)) {
    const auto warm = std::chrono::duration<double>(std::min(0.5, load.seconds / 3));
    begin_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(warm);
    end_ = begin_ + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(load.seconds));
    for (std::size_t i = 0; i < load.clients; ++i) {
      clients_.push_back({connect_to(load.port), {}});
      clients_[i].due = Clock::now() + pace() * i / load.clients;
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      epoll_ctl(epoll_.number, EPOLL_CTL_ADD, clients_[i].socket.number, &event);
    }
  }

  Figures run() {
    epoll_event events[256];
    auto heard_at = Clock::now();
    while (ask_who_is_due() || waiting_ > 0) {
      const int count = epoll_wait(epoll_.number, events, 256, load_.per_second > 0 ? 1 : 1000);
      if (count > 0) heard_at = Clock::now();
      if (Clock::now() - heard_at > kPatience)
        throw std::runtime_error("the server does not answer any more");
      if (!at_begin_ && Clock::now() >= begin_) at_begin_ = Processors::used(load_.server_pid);
      for (int i = 0; i < count; ++i) receive(events[i].data.u64);
    }
    return finish();
  }

 private:
  /// From one request of a client to the next.
  Clock::duration pace() const {
    if (load_.per_second <= 0) return {};
    const std::chrono::duration<double> pause(static_cast<double>(load_.clients) / load_.per_second);
    return std::chrono::duration_cast<Clock::duration>(pause);
  }

  /// False when nobody will ask any more.
  bool ask_who_is_due() {
    const auto now = Clock::now();
    if (now >= end_) return false;
    for (std::size_t i = 0; i < clients_.size(); ++i) {
      if (!clients_[i].waiting && clients_[i].due <= now) ask(i);
    }
    return true;
  }

  void ask(std::size_t index) {
    auto& client = clients_[index];
    const auto request = script_.next(index);
    client.asked_at = Clock::now();
    send_all(client.socket, request);
    client.waiting = true;
    ++waiting_;
  }

  void receive(std::size_t index) {
    auto& client = clients_[index];
    receive_some(client.socket, client.received);
    const auto whole = whole_answer(client.received);
    if (whole == 0) return;
    note(client);
    client.received.erase(0, whole);
    client.waiting = false;
    --waiting_;
    if (load_.per_second <= 0 && Clock::now() < end_) return ask(index);
    // Whoever was answered late does not catch up.
    client.due = std::max(client.due + pace(), Clock::now());
  }

  void note(const Client& client) {
    const auto now = Clock::now();
    if (client.received.compare(9, 1, "2") != 0) {
      ++figures_.refused;
      if (figures_.first_refusal.empty()) figures_.first_refusal = client.received.substr(0, 600);
    }
    if (client.asked_at < begin_) return;
    last_ = now;
    times_.push_back(std::chrono::duration<float, std::milli>(now - client.asked_at).count());
  }

  Figures finish() {
    std::ranges::sort(times_);
    figures_.answers = times_.size();
    figures_.seconds = std::chrono::duration<double>(last_ - begin_).count();
    figures_.p50_ms = percentile(times_, 0.5);
    figures_.p99_ms = percentile(times_, 0.99);
    if (!at_begin_ || times_.empty()) return figures_;
    const auto now = Processors::used(load_.server_pid);
    const double server = now.server - at_begin_->server;
    figures_.server_us = server * 1e6 / static_cast<double>(times_.size());
    const double others = now.all - at_begin_->all - server - (now.own - at_begin_->own);
    figures_.others = std::max(0.0, others / figures_.seconds);
    return figures_;
  }

  Load load_;
  Script& script_;
  Descriptor epoll_;
  std::vector<Client> clients_;
  std::size_t waiting_ = 0;
  Clock::time_point begin_, end_, last_ = begin_;
  std::optional<Processors> at_begin_;
  std::vector<float> times_;
  Figures figures_;
};

}  // namespace

std::string ask(std::uint16_t port, const std::string& request) {
  const auto socket = connect_to(port);
  send_all(socket, request);
  std::string received;
  while (whole_answer(received) == 0) receive_some(socket, received);
  return received;
}

Figures run_load(const Load& load, Script& script) { return Run(load, script).run(); }

}  // namespace guanxi::bench
