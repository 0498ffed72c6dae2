// What is wrong with the fields of an input, gathered from its shape and from the rules, so that one answer
// names every wrong field.
#pragma once

#include <optional>

#include "platform/result.h"

namespace guanxi {

class Wrongs {
 public:
  Wrongs() = default;
  explicit Wrongs(std::vector<FieldError> errors) : errors_(std::move(errors)) {}

  /// Notes a wrong field. Where the field, a part of it or what it is part of is wrong already, nothing is
  /// added: what cannot be read is not judged as well.
  void note(std::string pointer, std::string code,
            std::vector<std::pair<std::string, std::string>> params = {});
  /// Notes what a check refuses; its value otherwise. The check must be one of fields.
  template <class T>
  std::optional<T> take(Result<T> checked) {
    if (checked) return *std::move(checked);
    take_errors(std::move(checked.error()));
    return std::nullopt;
  }
  void take(Result<> checked) {
    if (!checked) take_errors(std::move(checked.error()));
  }

  bool empty() const { return errors_.empty(); }
  /// Whether the field is wrong, so that rules about others cannot be held against it.
  bool concern(std::string_view pointer) const;
  Refusal refusal() const { return {Refusal::Kind::invalid, "invalid_input", errors_}; }
  /// Refuses with all of them, if there are any. To be asked before anything is written.
  Result<> verdict() const;

 private:
  void take_errors(Refusal refusal);

  std::vector<FieldError> errors_;
};

}  // namespace guanxi
