// The description of the route table as OpenAPI 3.1: made from the same declarations that parse and answer.
#include <set>

#include "platform/http/api.h"

namespace guanxi::http {
namespace {

namespace bj = boost::json;

bj::object problem_answer(const char* text) {
  return {
      {"description", text},
      {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
}

bj::object problem_schema() {
  const bj::object text{{"type", "string"}};
  return {{"type", "object"},
          {"description", "RFC 9457 problem details; `detail` is a sentence in the reader's language."},
          {"required", {"type", "title", "status", "code", "detail", "errors", "current", "retry_after"}},
          {"properties",
           {{"type", text},
            {"title", text},
            {"status", {{"type", "integer"}}},
            {"code", text},
            {"detail", text},
            {"errors",
             {{"type", "array"},
              {"items",
               {{"type", "object"},
                {"required", {"pointer", "code", "detail"}},
                {"properties", {{"pointer", text}, {"code", text}, {"detail", text}}}}}}},
            {"current", {{"description", "For 412: the record as it stands now."}}},
            {"retry_after", {{"type", {"integer", "null"}}, {"description", "Seconds."}}}}}};
}

/// "get_stores_store_id_visits" -> a stable, unique name of the operation.
std::string operation_id(const Route& route) {
  std::string id;
  for (char c : route.method) id += static_cast<char>(c | 0x20);
  for (char c : route.path) {
    if (c == '/' || c == '-' || c == '.')
      id += '_';
    else if (c != '{' && c != '}')
      id += c;
  }
  return id;
}

bj::array parameters(const Route& route, json::Schemas& schemas) {
  bj::array all;
  for (auto open = route.path.find('{'); open != std::string::npos; open = route.path.find('{', open + 1)) {
    const auto name = route.path.substr(open + 1, route.path.find('}', open) - open - 1);
    bj::object schema{{"type", "string"}};
    if (name.ends_with("_id")) schema["format"] = "uuid";
    all.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", schema}});
  }
  if (route.query_schema) {
    const auto query = route.query_schema(schemas);
    const auto* required = query.as_object().if_contains("required");
    for (const auto& [name, schema] : query.at("properties").as_object()) {
      bool needed = false;
      if (required) {
        for (const auto& one : required->as_array()) needed = needed || one.as_string() == name;
      }
      bj::object plain = schema.as_object();  // a parameter is there or not there; it is never null
      if (auto* type = plain.if_contains("type"); type && type->is_array())
        *type = bj::value(type->as_array()[0]);
      if (auto* words = plain.if_contains("enum"); words && words->as_array().back().is_null())
        words->as_array().pop_back();
      all.push_back({{"name", name}, {"in", "query"}, {"required", needed}, {"schema", plain}});
    }
  }
  if (route.edits) {
    all.push_back({{"name", "If-Match"},
                   {"in", "header"},
                   {"required", true},
                   {"description", "The version being edited, in quotes."},
                   {"schema", {{"type", "string"}}}});
  }
  return all;
}

bj::object answers(const Route& route, json::Schemas& schemas) {
  bj::object all;
  bj::object good{{"description", route.status == 204 ? "Done." : "The answer."}};
  if (route.answer_schema) {
    schemas.answers = true;
    good["content"] = {{route.content_type, {{"schema", route.answer_schema(schemas)}}}};
    schemas.answers = false;
  } else if (route.status != 204) {
    good["content"] = {{route.content_type, {{"schema", {{"type", "string"}}}}}};
  }
  all[std::to_string(route.status)] = good;
  all["400"] = problem_answer("The request cannot be read.");
  if (route.access != Access::open)
    all["401"] = problem_answer("Not signed in.");
  else if (route.path == "/session")
    all["401"] = problem_answer("Wrong login or password.");
  all["403"] = problem_answer("Not allowed.");
  all["404"] = problem_answer("Not there, or not theirs to see.");
  if (route.method != "GET") {
    all["409"] = problem_answer("Not possible in the present state.");
    all["413"] = problem_answer("Too large.");
    all["415"] = problem_answer("Another media type is expected.");
  }
  if (route.edits) {
    all["412"] = problem_answer("Edited meanwhile; `current` is the record as it stands.");
    all["428"] = problem_answer("If-Match is missing.");
  }
  all["422"] = problem_answer("Fields are wrong, each named.");
  if (route.work == Work::slow) all["429"] = problem_answer("Too many attempts.");
  all["500"] = problem_answer("The server failed; nothing was saved.");
  all["503"] = problem_answer("Too busy; try again.");
  return all;
}

bj::object operation(const Route& route, json::Schemas& schemas) {
  const auto second =
      route.path.starts_with("/stores/{store_id}/") ? route.path.substr(19) : route.path.substr(1);
  bj::object object{{"operationId", operation_id(route)},
                    {"summary", route.summary},
                    {"tags", {second.substr(0, second.find_first_of("/."))}},
                    {"parameters", parameters(route, schemas)}};
  if (route.body_schema) {
    object["requestBody"] = {{"required", true},
                             {"content", {{"application/json", {{"schema", route.body_schema(schemas)}}}}}};
  } else if (route.raw_body) {
    object["requestBody"] = {
        {"required", true},
        {"content",
         {{"application/octet-stream", {{"schema", {{"type", "string"}, {"format", "binary"}}}}}}}};
  }
  object["responses"] = answers(route, schemas);
  if (route.access == Access::open) {
    object["security"] = bj::array{};
  }
  if (!route.rights.empty()) {
    bj::array rights;
    for (const auto& right : route.rights) rights.emplace_back(right);
    object["x-rights"] = rights;
  }
  return object;
}

}  // namespace

std::string Api::openapi() const {
  json::Schemas schemas;
  bj::object paths;
  bj::array tags;
  std::set<std::string> tag_names;
  for (const auto& route : routes_) {
    auto described = operation(route, schemas);
    tag_names.insert(std::string(described["tags"].as_array()[0].as_string()));
    std::string method;
    for (char c : route.method) method += static_cast<char>(c | 0x20);
    auto& path = paths[route.path];
    if (path.is_null()) path = bj::object{};
    path.as_object()[method] = described;
  }
  for (const auto& name : tag_names) tags.push_back({{"name", name}, {"description", name}});
  schemas.components["Problem"] = problem_schema();
  const bj::object document{{"openapi", "3.1.0"},
                            {"info",
                             {{"title", "Guanxi"},
                              {"version", GUANXI_VERSION},
                              {"description", "The HTTP interface of Guanxi."},
                              {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
                            {"servers", {{{"url", "/api/v1"}}}},
                            {"tags", tags},
                            {"security", {{{"session", bj::array{}}}, {{"token", bj::array{}}}}},
                            {"paths", paths},
                            {"components",
                             {{"schemas", schemas.components},
                              {"securitySchemes",
                               {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", kSessionCookie}}},
                                {"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}}};
  return bj::serialize(document);
}

}  // namespace guanxi::http
