// Documents for paper: A4, upright, as PDF whose text can be searched and copied, in Chinese and English.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "platform/clock/clock.h"

namespace guanxi::documents {

/// What the document is called, in the middle.
struct Heading {
  std::string text;
};
/// One line with a text at either end.
struct Ends {
  std::string left, right;
};
/// Something that the reader must not miss, in a frame.
struct Notice {
  std::string text;
};
/// Labels with their values, two to a row.
struct Facts {
  std::vector<std::pair<std::string, std::string>> facts;
};

enum class Side { left, centre, right };
struct Column {
  std::string heading;
  double share;  ///< of the width, beside the others' shares
  Side side = Side::left;
};
/// Rows may be as high as their text; the headings stand again at the top of every page.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

enum class Weight { plain, strong };
/// Labels and amounts at the right, below a table. They stay together on one page.
struct Sums {
  struct Line {
    std::string label, amount;
    Weight weight = Weight::plain;
  };
  std::vector<Line> lines;
};

enum class Size { normal, small };
/// A paragraph, which may have several lines and go on on the next page.
struct Text {
  std::string text;
  Size size = Size::normal;
};
/// Where people sign, beside each other; together on one page.
struct Signatures {
  std::vector<std::string> labels;
};

using Block = std::variant<Heading, Ends, Notice, Facts, Table, Sums, Text, Signatures>;

struct Document {
  std::string title, author;
  std::string language;  ///< "zh-CN", "en-GB": how its text is broken and which shapes its characters have
  Instant made_at = 0;   ///< in the file's own description; the same document is the same bytes
  std::vector<Block> blocks;
  std::string foot;                              ///< at the bottom of each page
  std::function<std::string(int, int)> page_of;  ///< "Page 1 of 2"
};

/// The document as PDF. Takes some 10 to 100 ms: not for the threads of the database. Any number of threads
/// may do it at the same time. Throws std::runtime_error when the libraries cannot draw.
std::string to_pdf(const Document& document);

}  // namespace guanxi::documents
