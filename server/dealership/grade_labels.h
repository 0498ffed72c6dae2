// What a store calls the grades of its customers.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "platform/json/types.h"
#include "platform/wrongs.h"

namespace guanxi::dealership {

/// Makers have names of their own for the grades, such as 1 to 5. The grades and their rules are the room
/// prospects' business; here stand only the names by the grades' codes. They are master data of the store,
/// like its currency, and every page and file that shows a grade has the store at hand.
struct GradeLabels {
  std::optional<std::string> N, H, A, B, C;  ///< nothing: the letter itself
  BOOST_DESCRIBE_CLASS(GradeLabels, (), (N, H, A, B, C), (), ())

  /// What people read for the code.
  std::string of(std::string_view code) const;
  /// The code of the grade that a store calls so, whatever the width and case of its letters; nothing for
  /// what is no label.
  std::optional<std::string> code_of(std::string_view label) const;
};

/// The same as it is sent: those that are left out have no name of their own.
struct GradeLabelsEdit {
  std::optional<json::Line<4>> N, H, A, B, C;
  BOOST_DESCRIBE_CLASS(GradeLabelsEdit, (), (N, H, A, B, C), (), ())
};
GradeLabels labels_of(const std::optional<GradeLabelsEdit>& input);

/// Notes a label that two grades have (`label_twice`), and one that is another grade's letter
/// (`letter_of_another_grade`), though that one may be called differently: code and label must not be mixed
/// up. `pointer` is the field with the labels.
void check_labels(const GradeLabels& labels, const std::string& pointer, Wrongs& wrongs);

/// As they are kept, a line each, and back: every request that concerns a store reads its row.
std::string written_labels(const GradeLabels& labels);
GradeLabels load_labels(std::string_view text);

}  // namespace guanxi::dealership
