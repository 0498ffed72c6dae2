// Signing in, one's own sessions and preferences, and the first set-up.
#include "dealership/dealership.h"
#include "dealership/feeds.h"
#include "platform/facts/facts.h"
#include "platform/http/api.h"

namespace guanxi::dealership {
namespace {

using http::Body;
using http::Call;
using http::Items;
using http::NoContent;
using http::WithCookie;

struct SetupState {
  bool needed;
  BOOST_DESCRIBE_CLASS(SetupState, (), (needed), (), ())
};

struct Preferences {
  LanguageWord language;
  identity::Theme theme;
  BOOST_DESCRIBE_CLASS(Preferences, (), (language, theme), (), ())
};

/// The cookie that carries the session: not for scripts, not for other sites, and only over TLS where there
/// is any.
std::string cookie(const http::Request& request, const std::string& secret, Instant life) {
  std::string text = std::string(http::kSessionCookie) + "=" + secret +
                     "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(life / kSecond);
  if (request.header("x-forwarded-proto") == "https") text += "; Secure";
  return text;
}

WithCookie<Me> with_session(const Call& call, SignedInAs signed_in, int status) {
  return {std::move(signed_in.me), cookie(call.request, signed_in.secret, identity::kSessionLife), status};
}

Result<Me> show_me(const Call& call) { return me_of(call.tx(), call.actor.id); }

Result<WithCookie<NoContent>> sign_out(const Call& call) {
  identity::end_session(call.tx(), call.actor.id, call.actor.session_id);
  return WithCookie<NoContent>{{}, cookie(call.request, "", 0), 204};
}

Result<Me> set_preferences(const Call& call, const Body<Preferences>& input) {
  const auto language = input->language == LanguageWord::en ? Language::en : Language::zh;
  identity::set_preferences(call.tx(), call.actor.id, language, input->theme);
  return me_of(call.tx(), call.actor.id);
}

Result<Items<identity::SessionRecord>> own_sessions(const Call& call) {
  auto sessions = identity::list_sessions(call.tx(), call.actor.id, call.now);
  for (auto& session : sessions) session.current = session.id == call.actor.session_id;
  return Items<identity::SessionRecord>{std::move(sessions)};
}

Result<NoContent> end_own_session(const Call& call) {
  if (!identity::end_session(call.tx(), call.actor.id, call.param("session_id")))
    return refuse(Refusal::not_found());
  return NoContent{};
}

Result<CalendarFeed> show_feed(const Call& call) { return calendar_feed_of(call.tx(), call.actor); }

Result<http::Created<NewCalendarFeed>> make_feed(const Call& call, const Body<json::Nothing>&) {
  return http::Created<NewCalendarFeed>{make_calendar_feed(call.tx(), call.actor, call.now)};
}

Result<NoContent> end_feed(const Call& call) {
  TRY(end_calendar_feed(call.tx(), call.actor, call.now));
  return NoContent{};
}

Result<SetupState> setup_state(const Call& call) { return SetupState{setup_needed(call.tx())}; }

}  // namespace

std::vector<http::Route> session_routes(database::Database& database) {
  using http::reads;
  using http::slow;
  using http::writes;
  const auto sign_in_route = [&database](const Call& call,
                                         const Body<SignIn>& input) -> Result<WithCookie<Me>> {
    return with_session(call,
                        TRY(sign_in(database, *input, call.request.header("user-agent"),
                                    call.request.remote_address, call.now)),
                        200);
  };
  const auto change_route = [&database](const Call& call, const Body<PasswordChange>& input) -> Result<Me> {
    return change_password(database, call.actor, *input, call.now);
  };
  const auto set_up_route = [&database](const Call& call,
                                        const Body<Setup>& input) -> Result<WithCookie<Me>> {
    return with_session(call,
                        TRY(set_up(database, *input, call.request.header("user-agent"),
                                   call.request.remote_address, call.now)),
                        200);
  };
  constexpr const char* kFollow = "prospects.follow prospects.manage";  // who may have something planned
  // clang-format off
  return {
    reads ("GET /session", "signed_in", "The signed-in person", show_me),
    slow  ("POST /session", "anybody", "Sign in", sign_in_route),
    writes("DELETE /session", "signed_in", "Sign out", sign_out),
    slow  ("PUT /session/password", "signed_in", "Change one's own password", change_route),
    writes("PUT /session/preferences", "signed_in", "Choose language and theme", set_preferences),
    reads ("GET /sessions", "signed_in", "One's own sessions", own_sessions),
    writes("DELETE /sessions/{session_id}", "signed_in", "End one of one's own sessions", end_own_session),
    reads ("GET /calendar-feed", kFollow, "Whether one's own calendar has a secret address", show_feed),
    writes("POST /calendar-feed", kFollow, "Make a new secret address of it; the one there was ends", make_feed),
    writes("DELETE /calendar-feed", kFollow, "End it", end_feed),
    reads ("GET /setup", "anybody", "Whether the first set-up is still to be done", setup_state),
    slow  ("POST /setup", "anybody", "Set up the first administrator, group and store", set_up_route),
  };
  // clang-format on
}

}  // namespace guanxi::dealership
