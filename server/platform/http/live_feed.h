// Live updates between screens: server-sent events about what was committed.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "platform/http/api.h"

namespace guanxi::http {

/// Passes the notes of committed work (see facts.h) to all listeners who see the store, and drops listeners
/// whose session has ended. Safe from any thread.
class LiveFeed {
 public:
  /// `alive` says whether a session may go on listening; asked every `check_every`.
  LiveFeed(std::function<bool(const Credentials&)> alive,
           std::chrono::milliseconds check_every = std::chrono::seconds(15));
  ~LiveFeed();

  /// Passes a note on. It begins with {"store_id":"…" of the store. An empty one says that notes were missed:
  /// all lines are closed, and the browsers open new ones and ask for everything again.
  void pass_on(const std::string& note);

  /// The row `GET /events`.
  Route route();

 private:
  struct Subscriber {
    std::shared_ptr<Listener> listener;
    Actor actor;
    Credentials credentials;
  };

  void subscribe(Subscriber subscriber);
  void close_all();
  void keep_checking();

  std::function<bool(const Credentials&)> alive_;
  std::chrono::milliseconds check_every_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stopping_ = false;
  std::list<Subscriber> subscribers_;
  std::thread thread_;
};

}  // namespace guanxi::http
