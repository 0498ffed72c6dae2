#include "app.h"

#include "dealership/dealership.h"
#include "dealership/notifying.h"
#include "feeds.h"
#include "improvement/improvement.h"
#include "platform/mail/smtp.h"
#include "prospects/prospects.h"
#include "reception/import.h"
#include "reception/import_job.h"
#include "reception/reception.h"
#include "wiring.h"
#include "workday/workday.h"

namespace guanxi {
namespace {

Actor machine_of(const identity::LiveToken& token) {
  Actor actor;
  actor.id = token.id;
  actor.machine = true;
  actor.rights = {"doors.count", "leads.send"};
  actor.store_ids = {token.store_id};
  return actor;
}

std::optional<Actor> authenticate(database::Database& database, database::Transaction& tx,
                                  const http::Credentials& credentials, Instant now) {
  if (!credentials.bearer_token.empty()) {
    const auto token = identity::find_token(tx, credentials.bearer_token);
    if (!token) return std::nullopt;
    if (now - token->last_used_at.value_or(0) > kTouchEvery) {
      write_aside(database, [token = *token, now](database::Transaction& writing) {
        identity::touch_token(writing, token, now);
      });
    }
    return machine_of(*token);
  }
  if (credentials.session_secret.empty()) return std::nullopt;
  const auto session = identity::find_session(tx, credentials.session_secret, now);
  if (!session) return std::nullopt;
  if (now - session->last_seen_at > kTouchEvery) {
    write_aside(database, [id = session->id, now](database::Transaction& writing) {
      identity::touch_session(writing, id, now);
    });
  }
  return dealership::actor_of(tx, *session);
}

Words all_words() {
  Words words;
  words.add(platform_words());
  words.add(dealership::words());
  words.add(reception::words());
  words.add(prospects::words());
  words.add(reception::import_words());
  words.add(workday::words());
  words.add(improvement::words());
  return words;
}

http::Response text_response(int status, std::string content_type, std::string body) {
  return {status, std::move(content_type), std::move(body), {}, {}, {}};
}

/// What a browser may do with our pages: load from here only, be framed by nobody.
void add_safety_headers(http::Response& response) {
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "same-origin");
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                                "frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
}

}  // namespace

App::App(database::Database& database, const Clock& clock, const std::filesystem::path& web)
    : database_(database),
      words_(all_words()),
      feed_([&database, &clock](const http::Credentials& credentials) {
        bool alive = false;
        database.read([&](database::Transaction& tx) {
          alive = identity::find_session(tx, credentials.session_secret, clock.now()).has_value();
        });
        return alive;
      }),
      api_(database, clock, words_,
           [&database](database::Transaction& tx, const http::Credentials& credentials, Instant now) {
             return authenticate(database, tx, credentials, now);
           }),
      files_(web) {
  wire_rooms();
  push::make_program_key(database, clock.now());
  database.on_commit([this](const std::string& note) { feed_.pass_on(note); });
  imports_ = std::make_unique<reception::ImportRunner>(database, clock);
  folder_ = std::make_unique<improvement::Folder>(database, clock);
  midnights_ = std::make_unique<prospects::Midnights>(database, clock);
  lead_clocks_ = std::make_unique<prospects::LeadClocks>(database, clock);
  api_.add(dealership::session_routes(database));
  api_.add(dealership::set_up_routes(database));
  api_.add(dealership::audit_routes());
  api_.add(dealership::working_time_routes());
  api_.add(dealership::notifying_routes(database, mail::server_of_environment().has_value(),
                                        push::reach_of_environment()));
  api_.add(reception::routes());
  api_.add(reception::import_routes(database, *imports_, words_));
  api_.add(prospects::contact_routes(database));
  api_.add({feed_route(database)});
  api_.add(prospects::managing_routes());  // before the route of a card, which any word would fit
  api_.add(prospects::routes());
  api_.add(prospects::calendar_routes());
  api_.add(prospects::quote_routes(database));
  api_.add(prospects::customer_routes());
  api_.add(prospects::people_routes());
  api_.add(prospects::lead_routes());
  api_.add(workday::routes());
  api_.add(improvement::routes());
  api_.add({feed_.route()});
  openapi_ = api_.openapi();
}

App::~App() = default;

void App::handle(http::Request request, http::Reply reply) {
  if (request.path == "/api/v1/openapi.json" && request.method == "GET") {
    return reply(text_response(200, "application/json", openapi_));
  }
  if (request.path.starts_with("/api/v1/") || !request.readable)
    return api_.handle(std::move(request), std::move(reply));
  serve_outside_api(request, reply);
}

void App::serve_outside_api(const http::Request& request, const http::Reply& reply) {
  if (request.path == "/healthz") return reply(text_response(200, "text/plain", "ok\n"));
  if (request.path == "/readyz") return check_ready(reply);
  if (request.path == "/metrics")
    return reply(text_response(200, "text/plain; version=0.0.4", api_.metrics()));
  if (request.method == "GET" && !request.path.starts_with("/api/")) {
    if (auto file = files_.find(request)) {
      add_safety_headers(*file);
      return reply(std::move(*file));
    }
  }
  const auto language = preferred_language(request.header("accept-language"));
  reply(http::problem({Refusal::Kind::not_found, "no_such_route"}, words_, language));
}

void App::check_ready(const http::Reply& reply) {
  try {
    database_.read_later([](database::Transaction& tx) { tx.query("SELECT 1"); },
                         [reply](const std::exception_ptr& error) {
                           reply(error ? text_response(503, "text/plain", "the database does not answer\n")
                                       : text_response(200, "text/plain", "ready\n"));
                         });
  } catch (const database::QueueFull&) {
    reply(text_response(503, "text/plain", "busy\n"));
  }
}

std::optional<std::string> setup_link(database::Database& database, const Clock& clock,
                                      const std::string& address) {
  std::optional<std::string> link;
  database.write([&](database::Transaction& tx) {
    if (dealership::setup_needed(tx)) {
      link = address + "/setup?token=" + identity::create_link(tx, "setup", clock.now());
    }
    return database::Outcome::keep;
  });
  return link;
}

}  // namespace guanxi
