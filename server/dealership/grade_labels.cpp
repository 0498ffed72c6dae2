#include "dealership/grade_labels.h"

#include <boost/mp11.hpp>
#include <map>

#include "platform/text/utf8.h"

namespace guanxi::dealership {
namespace {

/// Calls `use` with each code and its label.
template <class Labels, class Use>
void for_each_label(Labels& labels, Use use) {
  using Members = boost::describe::describe_members<std::remove_const_t<Labels>, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Members>(
      [&](auto member) { use(std::string_view(member.name), labels.*member.pointer); });
}

/// By what two labels are the same to somebody who types them.
std::string as_typed(std::string_view label) {
  auto typed = text::half_width(label);
  for (auto& c : typed) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return typed;
}

/// Whether it is the letter of a grade other than `own`.
bool is_letter_of_another(const std::string& typed, std::string_view own) {
  bool is = false;
  for_each_label(static_cast<const GradeLabels&>(GradeLabels{}), [&](std::string_view code, const auto&) {
    is = is || (code != own && as_typed(code) == typed);
  });
  return is;
}

}  // namespace

std::string GradeLabels::of(std::string_view code) const {
  std::string shown(code);
  for_each_label(*this, [&](std::string_view each, const auto& label) {
    if (each == code && label) shown = *label;
  });
  return shown;
}

std::optional<std::string> GradeLabels::code_of(std::string_view label) const {
  std::optional<std::string> found;
  for_each_label(*this, [&](std::string_view code, const auto& own) {
    if (own && as_typed(*own) == as_typed(label)) found = code;
  });
  return found;
}

GradeLabels labels_of(const std::optional<GradeLabelsEdit>& input) {
  GradeLabels labels;
  if (!input) return labels;
  for_each_label(*input, [&](std::string_view code, const auto& line) {
    for_each_label(labels, [&](std::string_view each, auto& label) {
      if (each == code && line) label = line->value;
    });
  });
  return labels;
}

void check_labels(const GradeLabels& labels, const std::string& pointer, Wrongs& wrongs) {
  std::map<std::string, int> times;
  for_each_label(labels, [&](std::string_view, const auto& label) {
    if (label && !label->empty()) ++times[as_typed(*label)];
  });
  for_each_label(labels, [&](std::string_view code, const auto& label) {
    if (!label || label->empty()) return;
    const auto typed = as_typed(*label);
    const auto field = pointer + "/" + std::string(code);
    if (is_letter_of_another(typed, code))
      wrongs.note(field, "letter_of_another_grade");
    else if (times[typed] > 1)
      wrongs.note(field, "label_twice");
  });
}

std::string written_labels(const GradeLabels& labels) {
  std::string text;
  bool any = false;
  for_each_label(labels, [&](std::string_view, const auto& label) {
    any = any || label;
    text += label.value_or("") + "\n";
  });
  return any ? text : "";
}

GradeLabels load_labels(std::string_view text) {
  GradeLabels labels;
  for_each_label(labels, [&](std::string_view, auto& label) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return;
    if (end > 0) label = text.substr(0, end);
    text.remove_prefix(end + 1);
  });
  return labels;
}

}  // namespace guanxi::dealership
