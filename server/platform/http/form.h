// A request body that may be wrong in its shape and in its content: one answer names both.
#pragma once

#include "platform/wrongs.h"

namespace guanxi::http {

/// A body whose content the action judges together with its shape, so that one answer names every wrong
/// field. The action adds its own to `wrongs` and asks for the verdict before it writes; whatever it answers,
/// a body with wrongs is refused with at least those.
template <class T>
struct Form {
  T value;
  Wrongs wrongs;
  const T* operator->() const { return &value; }
  const T& operator*() const { return value; }
};

namespace detail {

/// The wrongs of the shape of those that are forms.
inline const Wrongs* wrongs_of(const auto&) { return nullptr; }
template <class T>
const Wrongs* wrongs_of(const Form<T>& form) {
  return form.wrongs.empty() ? nullptr : &form.wrongs;
}

/// The wrongs of a form among the values, if its shape has any.
template <class... Values>
const Wrongs* wrongs_among(const Values&... values) {
  const Wrongs* wrongs = nullptr;
  ((wrongs = wrongs != nullptr ? wrongs : wrongs_of(values)), ...);
  return wrongs;
}

/// What is answered instead of a refusal: a form with a wrong shape is told so whatever else speaks against
/// the request; only more wrong fields may be added to it.
template <class... Values>
Refusal weighed(Refusal refusal, const Values&... values) {
  const auto* wrongs = wrongs_among(values...);
  return wrongs == nullptr || refusal.kind == Refusal::Kind::invalid ? refusal : wrongs->refusal();
}

}  // namespace detail
}  // namespace guanxi::http
