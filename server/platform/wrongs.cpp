#include "platform/wrongs.h"

#include <algorithm>

namespace guanxi {
namespace {

/// Whether one pointer names the other's field or something in it: "/name" holds "/name/first".
bool holds(std::string_view outer, std::string_view inner) {
  if (!inner.starts_with(outer)) return false;
  return inner.size() == outer.size() || inner[outer.size()] == '/';
}

}  // namespace

void Wrongs::note(std::string pointer, std::string code,
                  std::vector<std::pair<std::string, std::string>> params) {
  if (concern(pointer)) return;
  errors_.push_back({std::move(pointer), std::move(code), std::move(params)});
}

bool Wrongs::concern(std::string_view pointer) const {
  return std::ranges::any_of(errors_, [pointer](const FieldError& error) {
    return holds(error.pointer, pointer) || holds(pointer, error.pointer);
  });
}

Result<> Wrongs::verdict() const {
  if (errors_.empty()) return {};
  return refuse(refusal());
}

void Wrongs::take_errors(Refusal refusal) {
  CHECK(refusal.kind == Refusal::Kind::invalid);
  for (auto& error : refusal.errors)
    note(std::move(error.pointer), std::move(error.code), std::move(error.params));
}

}  // namespace guanxi
