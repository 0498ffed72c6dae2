// What an administrator keeps: groups, stores, people, models, lists, tokens.
#include "dealership/dealership.h"
#include "platform/database/refusable.h"
#include "platform/facts/facts.h"
#include "platform/http/paging.h"
#include "platform/identity/password.h"

namespace guanxi::dealership {
namespace {

using http::Body;
using http::Call;
using http::Created;
using http::Form;
using http::Items;
using http::NoContent;
using http::Page;
using http::Query;
using http::Version;

struct SearchQuery {
  std::optional<json::Line<60>> q;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(SearchQuery, (), (q, cursor, limit), (), ())
};
struct ModelQuery {
  std::optional<json::Line<60>> q;
  std::optional<bool> retired;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(ModelQuery, (), (q, retired, cursor, limit), (), ())
};
struct StaffQuery {
  std::optional<json::Line<60>> q;
  std::optional<Role> role;
  BOOST_DESCRIBE_CLASS(StaffQuery, (), (q, role), (), ())
};
/// The lists that the page of reasons shows; channels have a page of their own.
enum class ReasonList { unfiled, exclusion };
BOOST_DESCRIBE_ENUM(ReasonList, unfiled, exclusion)
struct ReasonQuery {
  ReasonList list;
  BOOST_DESCRIBE_CLASS(ReasonQuery, (), (list), (), ())
};
struct NewReason {
  json::Id id;
  ReasonList list;
  json::Line<40> parent_code;
  json::Line<60> label_zh, label_en;
  BOOST_DESCRIBE_CLASS(NewReason, (), (id, list, parent_code, label_zh, label_en), (), ())
};
struct NewToken {
  json::Id id;
  json::Line<60> name;
  BOOST_DESCRIBE_CLASS(NewToken, (), (id, name), (), ())
};
struct TokenCreated {
  identity::TokenRecord token;
  std::string secret;
  BOOST_DESCRIBE_CLASS(TokenCreated, (), (token, secret), (), ())
};
struct PersonCreated {
  Person person;
  std::optional<std::string> first_password;  ///< empty when the create is repeated: it was shown once
  BOOST_DESCRIBE_CLASS(PersonCreated, (), (person, first_password), (), ())
};
struct FirstPassword {
  std::string first_password;
  BOOST_DESCRIBE_CLASS(FirstPassword, (), (first_password), (), ())
};

template <class T>
std::optional<std::string> text(const std::optional<T>& field) {
  return field ? std::optional(field->value) : std::nullopt;
}

List list_of(ReasonList list) { return list == ReasonList::unfiled ? List::unfiled : List::exclusion; }

Result<Items<Group>> groups(const Call& call) { return Items<Group>{list_groups(call.tx())}; }
Result<Created<Group>> add_group(const Call& call, const Body<NewGroup>& input) {
  return Created<Group>{TRY(create_group(call.tx(), call.actor, *input, call.now))};
}
Result<Group> change_group(const Call& call, const Body<GroupEdit>& input, const Version& version) {
  return edit_group(call.tx(), call.actor, call.param("group_id"), *input, version.value, call.now);
}

Result<Items<Store>> stores(const Call& call) {
  Items<Store> list;
  for (auto& store : list_stores(call.tx())) {
    if (call.actor.sees(store.id)) list.items.push_back(std::move(store));
  }
  return list;
}
Result<Created<Store>> add_store(const Call& call, const Form<NewStore>& input) {
  return Created<Store>{TRY(create_store(call.tx(), call.actor, *input, call.now, input.wrongs))};
}
Result<Store> change_store(const Call& call, const Form<StoreEdit>& input, const Version& version) {
  return edit_store(call.tx(), call.actor, call.store(), *input, version.value, call.now, input.wrongs);
}

Result<Page<Person>> people(const Call& call, const Query<SearchQuery>& query) {
  return list_people(call.tx(), text(query->q), text(query->cursor), http::limit_of(query->limit));
}
Result<Person> change_person(const Call& call, const Form<PersonEdit>& input, const Version& version) {
  return edit_person(call.tx(), call.actor, call.param("person_id"), *input, version.value, call.now,
                     input.wrongs);
}
Result<Items<identity::SessionRecord>> sessions_of(const Call& call) {
  return Items<identity::SessionRecord>{
      identity::list_sessions(call.tx(), call.param("person_id"), call.now)};
}
Result<NoContent> end_session_of(const Call& call) {
  if (!identity::end_session(call.tx(), call.param("person_id"), call.param("session_id"))) {
    return refuse(Refusal::not_found());
  }
  facts::announce(call.tx(),
                  {std::string(facts::kNoStore), call.now, call.actor.id, "person", call.param("person_id")},
                  SetUpChanged{"session_ended", ""});
  return NoContent{};
}

Result<Items<StaffMember>> staff(const Call& call, const Query<StaffQuery>& query) {
  return Items<StaffMember>{
      list_staff(call.tx(), load_store(call.tx(), call.store()), text(query->q), query->role)};
}

Result<Page<Model>> models(const Call& call, const Query<ModelQuery>& query) {
  return list_models(call.tx(), text(query->q), query->retired.value_or(false), text(query->cursor),
                     http::limit_of(query->limit));
}
Result<Created<Model>> add_model(const Call& call, const Form<NewModel>& input) {
  return Created<Model>{TRY(create_model(call.tx(), call.actor, *input, call.now, input.wrongs))};
}
Result<Model> change_model(const Call& call, const Form<ModelEdit>& input, const Version& version) {
  return edit_model(call.tx(), call.actor, call.param("model_id"), *input, version.value, call.now,
                    input.wrongs);
}

Result<Items<ListEntry>> channels(const Call& call) {
  return Items<ListEntry>{list_entries(call.tx(), call.store(), List::channel)};
}
Result<Created<ListEntry>> add_channel(const Call& call, const Form<NewListEntry>& input) {
  return Created<ListEntry>{TRY(
      add_list_entry(call.tx(), call.actor, call.store(), List::channel, *input, call.now, input.wrongs))};
}
Result<ListEntry> change_channel(const Call& call, const Form<ListEntryEdit>& input, const Version& version) {
  return edit_list_entry(call.tx(), call.actor, call.store(), List::channel, call.param("code"), *input,
                         version.value, call.now, input.wrongs);
}
Result<Items<ListEntry>> reasons(const Call& call, const Query<ReasonQuery>& query) {
  return Items<ListEntry>{list_entries(call.tx(), call.store(), list_of(query->list))};
}
Result<Created<ListEntry>> add_reason(const Call& call, const Form<NewReason>& input) {
  const NewListEntry entry{input->id, input->parent_code, input->label_zh, input->label_en};
  return Created<ListEntry>{TRY(add_list_entry(call.tx(), call.actor, call.store(), list_of(input->list),
                                               entry, call.now, input.wrongs))};
}
Result<ListEntry> change_reason(const Call& call, const Form<ListEntryEdit>& input, const Version& version) {
  const auto list = json::from_word<ReasonList>(call.param("list"));
  if (!list) return refuse(Refusal::not_found());
  return edit_list_entry(call.tx(), call.actor, call.store(), list_of(*list), call.param("code"), *input,
                         version.value, call.now, input.wrongs);
}

Result<Items<identity::TokenRecord>> tokens(const Call& call) {
  return Items<identity::TokenRecord>{identity::list_tokens(call.tx(), call.store())};
}
Result<Created<TokenCreated>> add_token(const Call& call, const Body<NewToken>& input) {
  const auto secret = identity::create_token(call.tx(), call.store(), input->id, input->name, call.now);
  if (!secret) return refuse(Refusal::field("/id", "in_use"));  // its secret was shown once and is not kept
  facts::announce(call.tx(), {call.store(), call.now, call.actor.id, "token", input->id},
                  SetUpChanged{"created", input->name});
  return Created<TokenCreated>{
      {{input->id, input->name, json::Time{call.now}, std::nullopt, false}, *secret}};
}
Result<NoContent> end_token(const Call& call) {
  const auto& id = call.param("token_id");
  if (!identity::revoke_token(call.tx(), call.store(), id, call.now)) return refuse(Refusal::not_found());
  facts::announce(call.tx(), {call.store(), call.now, call.actor.id, "token", id},
                  SetUpChanged{"token_revoked", ""});
  return NoContent{};
}

constexpr const char* kAnyPost =
    "visits.read visits.own customers.read prospects.read people.edit stores.edit lists.edit models.edit";

}  // namespace

std::vector<http::Route> set_up_routes(database::Database& database) {
  using http::reads;
  using http::slow;
  using http::writes;
  const auto add_person = [&database](const Call& call,
                                      const Form<NewPerson>& input) -> Result<Created<PersonCreated>> {
    const auto password = new_first_password();
    // A hash takes some 30 ms, and of a wrong form nothing is kept.
    const auto hash = input.wrongs.empty() ? identity::hash_password(password) : "";
    bool repeated = false;
    auto person = TRY(database::write_or_refuse(database, [&](database::Transaction& tx) {
      repeated = find_person(tx, input->id).has_value();
      return create_person(tx, call.actor, *input, hash, call.now, input.wrongs);
    }));
    return Created<PersonCreated>{{std::move(person), repeated ? std::nullopt : std::optional(password)}};
  };
  const auto reset_password = [&database](const Call& call,
                                          const Body<json::Nothing>&) -> Result<FirstPassword> {
    const auto password = new_first_password();
    const auto hash = identity::hash_password(password);
    const auto& id = call.param("person_id");
    return database::write_or_refuse(database, [&](database::Transaction& tx) -> Result<FirstPassword> {
      const auto person = find_person(tx, id);
      if (!person) return refuse(Refusal::not_found());
      identity::set_password(tx, id, hash, true);
      identity::end_other_sessions(tx, id, "");
      facts::announce(tx, {std::string(facts::kNoStore), call.now, call.actor.id, "person", id},
                      SetUpChanged{"password_reset", person->name});
      return FirstPassword{password};
    });
  };
  // clang-format off
  return {
    reads ("GET /groups", "stores.edit people.edit", "Groups of stores", groups),
    writes("POST /groups", "stores.edit", "Add a group", add_group),
    writes("PUT /groups/{group_id}", "stores.edit", "Rename a group", change_group),
    reads ("GET /stores", kAnyPost, "Stores that one sees", stores),
    writes("POST /stores", "stores.edit", "Add a store", add_store),
    writes("PUT /stores/{store_id}", "stores.edit", "Edit or retire a store", change_store),
    reads ("GET /people", "people.edit", "People, found by name, pinyin or login", people),
    slow  ("POST /people", "people.edit", "Add a person; the first password is shown once", add_person),
    writes("PUT /people/{person_id}", "people.edit", "Edit or retire a person", change_person),
    slow  ("POST /people/{person_id}/password-reset", "people.edit", "Give a new first password", reset_password),
    reads ("GET /people/{person_id}/sessions", "people.edit", "A person's sessions", sessions_of),
    writes("DELETE /people/{person_id}/sessions/{session_id}", "people.edit", "End a person's session", end_session_of),
    reads ("GET /stores/{store_id}/staff", kAnyPost, "Who works in the store", staff),
    reads ("GET /models", kAnyPost, "Models, found by name or pinyin", models),
    writes("POST /models", "models.edit", "Add a model", add_model),
    writes("PUT /models/{model_id}", "models.edit", "Edit or retire a model", change_model),
    reads ("GET /stores/{store_id}/channels", kAnyPost, "The store's channels", channels),
    writes("POST /stores/{store_id}/channels", "lists.edit", "Add a second-level channel", add_channel),
    writes("PUT /stores/{store_id}/channels/{code}", "lists.edit", "Rename, move or retire a channel", change_channel),
    reads ("GET /stores/{store_id}/reasons", kAnyPost, "The store's reasons", reasons),
    writes("POST /stores/{store_id}/reasons", "lists.edit", "Add a second-level reason", add_reason),
    writes("PUT /stores/{store_id}/reasons/{list}/{code}", "lists.edit", "Rename, move or retire a reason", change_reason),
    reads ("GET /stores/{store_id}/tokens", "tokens.edit", "Tokens for machines", tokens),
    writes("POST /stores/{store_id}/tokens", "tokens.edit", "Add a token; its secret is shown once", add_token),
    writes("DELETE /stores/{store_id}/tokens/{token_id}", "tokens.edit", "Revoke a token", end_token),
  };
  // clang-format on
}

}  // namespace guanxi::dealership
