#include "platform/http/live_feed.h"

#include <set>

namespace guanxi::http {
namespace {

/// The store of a note; an id of zeros stands for "every store".
std::string_view store_of(std::string_view note) {
  constexpr std::string_view kStart = R"({"store_id":")";
  CHECK(note.starts_with(kStart));
  return note.substr(kStart.size(), 36);
}

bool concerns(const Actor& actor, std::string_view store_id) {
  constexpr std::string_view kEveryStore = "00000000-0000-0000-0000-000000000000";
  return store_id == kEveryStore || actor.sees(store_id);
}

}  // namespace

LiveFeed::LiveFeed(std::function<bool(const Credentials&)> alive, std::chrono::milliseconds check_every)
    : alive_(std::move(alive)), check_every_(check_every), thread_([this] { keep_checking(); }) {}

LiveFeed::~LiveFeed() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void LiveFeed::subscribe(Subscriber subscriber) {
  // A first line at once: the browser learns that the line is open, proxies that something flows.
  if (!subscriber.listener->send(": open\n\n")) return;
  std::lock_guard lock(mutex_);
  subscribers_.push_back(std::move(subscriber));
}

void LiveFeed::close_all() {
  std::lock_guard lock(mutex_);
  for (auto& subscriber : subscribers_) subscriber.listener->close();
  subscribers_.clear();
}

void LiveFeed::pass_on(const std::string& note) {
  if (note.empty()) return close_all();
  const auto store_id = store_of(note);
  std::lock_guard lock(mutex_);
  std::erase_if(subscribers_, [&](Subscriber& subscriber) {
    if (!concerns(subscriber.actor, store_id)) return false;
    return !subscriber.listener->send("data: " + note + "\n\n");
  });
}

/// Asks for each listener whether its session still lives; the comment line keeps proxies from cutting the
/// line.
void LiveFeed::keep_checking() {
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, check_every_, [this] { return stopping_; })) {
    // A copy: whoever is asked about hears what happens meanwhile all the same.
    const std::vector<Subscriber> asked(subscribers_.begin(), subscribers_.end());
    lock.unlock();
    std::set<const Listener*> gone;
    for (const auto& [listener, actor, credentials] : asked) {
      if (alive_(credentials) && listener->send(": still here\n\n")) continue;
      listener->close();
      gone.insert(listener.get());
    }
    lock.lock();
    std::erase_if(subscribers_, [&](const Subscriber& one) { return gone.contains(one.listener.get()); });
  }
}

Route LiveFeed::route() {
  Route route = detail::row(Work::read, "GET /events", "signed_in", "Live updates as server-sent events");
  route.content_type = "text/event-stream";
  route.run = [this](const Call& call) -> Result<Response> {
    Response response;
    response.content_type = "text/event-stream";
    response.headers.emplace_back("X-Accel-Buffering", "no");
    response.stream = [this, actor = call.actor,
                       credentials = credentials_of(call.request)](std::shared_ptr<Listener> listener) {
      subscribe({std::move(listener), actor, credentials});
    };
    return response;
  };
  return route;
}

}  // namespace guanxi::http
