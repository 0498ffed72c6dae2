#include "imports.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "load.h"
#include "scripts.h"

namespace guanxi::bench {
namespace {

namespace bj = boost::json;
using Steady = std::chrono::steady_clock;

double seconds_since(Steady::time_point start) {
  return std::chrono::duration<double>(Steady::now() - start).count();
}

std::string old_log(const Town& town, std::int64_t rows) {
  NewCustomers customers("193");
  const auto& sellers = town.shops.front().sellers;
  std::string text = "日期,时间,接待人,姓名,电话,未留档原因\n";
  for (std::int64_t i = 0; i < rows; ++i) {
    text += fmt::format("2022/{}/{},{}:{:02},saleB0{},", 1 + i % 12, 1 + i % 28, 9 + i % 9, i % 60,
                        i % static_cast<std::int64_t>(sellers.size()));
    if (i % 10 < 7) {
      const auto customer = customers.next();
      text += customer.name + "," + customer.phone + ",\n";
    } else {
      text += ",,忘了问\n";
    }
  }
  return text;
}

class Bringing {
 public:
  Bringing(const Town& town, std::uint16_t port)
      : port_(port), shop_(town.shops.front()), path_("/stores/" + shop_.id + "/imports") {}

  ImportTimes bring(const std::string& file) {
    ImportTimes times{};
    auto start = Steady::now();
    path_ +=
        "/" + text_of(send("POST", path_ + "?file_name=log.csv", "application/octet-stream", file), "id");
    times.upload = seconds_since(start);
    start = Steady::now();
    if (text_of(show(), "state") != "tried") send("POST", path_ + "/trial", "application/json", "{}");
    wait_for("tried");
    times.trial = seconds_since(start);
    start = Steady::now();
    send("POST", path_ + "/run", "application/json", "{}");
    times.created = wait_for("done").at("created").to_number<std::int64_t>();
    times.run = seconds_since(start);
    return times;
  }

 private:
  static std::string text_of(const bj::object& record, const char* key) {
    return std::string(record.at(key).as_string());
  }

  bj::object send(const char* method, const std::string& path, const char* type, const std::string& body) {
    const auto answer =
        ask(port_, fmt::format("{} /api/v1{} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: guanxi_session={}\r\n"
                               "X-Requested-With: guanxi\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}",
                               method, path, shop_.manager_session, type, body.size(), body));
    if (answer.compare(9, 1, "2") != 0) throw std::runtime_error("refused: " + answer.substr(0, 600));
    return bj::parse(answer.substr(answer.find("\r\n\r\n") + 4)).as_object();
  }
  bj::object show() { return send("GET", path_, "application/json", ""); }

  bj::object wait_for(std::string_view state) {
    for (;;) {
      auto record = show();
      const auto now = text_of(record, "state");
      if (now == state) return record;
      if (now == "failed") throw std::runtime_error("the import failed: " + bj::serialize(record));
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }

  std::uint16_t port_;
  const Shop& shop_;
  std::string path_;
};

}  // namespace

ImportTimes import_rows(const Town& town, std::uint16_t port, std::int64_t rows) {
  return Bringing(town, port).bring(old_log(town, rows));
}

}  // namespace guanxi::bench
