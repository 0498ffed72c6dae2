#include "platform/documents/paper.h"

#include <algorithm>
#include <numeric>

#include "platform/documents/sheet.h"

namespace guanxi::documents {
namespace {

constexpr double kPad = 4;     // between a frame and its text
constexpr double kAfter = 10;  // between blocks

/// Draws blocks one below the other.
class Pen {
 public:
  explicit Pen(Pages& pages) : pages_(pages) {}

  void operator()(const Heading& heading) {
    const auto text = pages_.lay(heading.text, kWidth, {18, Weight::strong, Side::centre});
    put(text, text.height());
    pages_.move(kAfter);
  }

  void operator()(const Ends& ends) {
    const auto left = pages_.lay(ends.left, kWidth * 0.6, {10.5, Weight::strong, Side::left});
    const auto right = pages_.lay(ends.right, kWidth * 0.4, {10, Weight::plain, Side::right});
    const double height = std::max(left.height(), right.height());
    pages_.need(height);
    pages_.write(right, kMargin + kWidth * 0.6, pages_.y());
    put(left, height);
    pages_.move(kAfter / 2);
  }

  void operator()(const Notice& notice) {
    const auto text = pages_.lay(notice.text, kWidth - 4 * kPad, {10.5, Weight::strong, Side::centre});
    const double height = text.height() + 2 * kPad;
    pages_.need(height);
    pages_.box(kMargin, pages_.y(), kWidth, height);
    pages_.write(text, kMargin + 2 * kPad, pages_.y() + kPad);
    pages_.move(height + kAfter / 2);
  }

  void operator()(const Facts& facts) {
    const double half = kWidth / 2, label_width = 74;
    for (std::size_t i = 0; i < facts.facts.size(); i += 2) {
      const std::size_t in_row = std::min<std::size_t>(2, facts.facts.size() - i);
      std::vector<std::pair<Laid, Laid>> laid;
      double height = 0;
      for (std::size_t at = i; at < i + in_row; ++at) {
        const auto& [label, value] = facts.facts[at];
        laid.emplace_back(pages_.lay(label, label_width - 2 * kPad, {9.5, Weight::strong, Side::left}),
                          pages_.lay(value, half - label_width - 2 * kPad, {}));
        height = std::max({height, laid.back().first.height(), laid.back().second.height()});
      }
      height += 2 * kPad;
      pages_.need(height);
      for (std::size_t at = 0; at < 2; ++at) {
        const double x = kMargin + static_cast<double>(at) * half;
        pages_.shade(x, pages_.y(), label_width, height);
        pages_.box(x, pages_.y(), label_width, height);
        pages_.box(x + label_width, pages_.y(), half - label_width, height);
        if (at >= in_row) continue;
        pages_.write(laid[at].first, x + kPad, pages_.y() + kPad);
        pages_.write(laid[at].second, x + label_width + kPad, pages_.y() + kPad);
      }
      pages_.move(height);
    }
    pages_.move(kAfter);
  }

  void operator()(const Table& table) {
    std::vector<std::string> headings;
    headings.reserve(table.columns.size());
    for (const auto& column : table.columns) headings.push_back(column.heading);
    const auto head = lay_row(table, headings, Weight::strong);
    const double head_height = height_of(head);
    pages_.need(head_height * 3);
    draw_row(table, head, Shade::grey);
    for (const auto& row : table.rows) {
      const auto laid = lay_row(table, row, Weight::plain);
      if (pages_.need(height_of(laid))) draw_row(table, head, Shade::grey);
      draw_row(table, laid, Shade::none);
    }
    pages_.move(kAfter / 2);
  }

  void operator()(const Sums& sums) {
    const double amount_width = 120, label_width = kWidth - amount_width - kPad;
    std::vector<std::pair<Laid, Laid>> laid;
    double height = 0;
    for (const auto& line : sums.lines) {
      const double size = line.weight == Weight::strong ? 11 : 9.5;
      laid.emplace_back(pages_.lay(line.label, label_width, {size, line.weight, Side::right}),
                        pages_.lay(line.amount, amount_width - kPad, {size, line.weight, Side::right}));
      height += height_of_pair(laid.back());
    }
    pages_.need(height);
    for (const auto& pair : laid) {
      pages_.write(pair.first, kMargin, pages_.y());
      pages_.write(pair.second, kMargin + kWidth - amount_width, pages_.y());
      pages_.move(height_of_pair(pair));
    }
    pages_.move(kAfter / 2);
  }

  void operator()(const Text& text) {
    const double size = text.size == Size::small ? 8 : 9.5;
    pages_.write_down(pages_.lay(text.text, kWidth, {size}), kMargin);
    pages_.move(kAfter / 2);
  }

  void operator()(const Signatures& signatures) {
    constexpr double kRoom = 34;
    pages_.need(kRoom + 24);
    pages_.move(kRoom);
    const double share = kWidth / static_cast<double>(std::max<std::size_t>(1, signatures.labels.size()));
    double x = kMargin;
    for (const auto& label : signatures.labels) {
      pages_.line(x, pages_.y(), x + share - 18, pages_.y());
      pages_.write(pages_.lay(label, share - 18, {8.5}), x, pages_.y() + 3);
      x += share;
    }
    pages_.move(24);
  }

 private:
  enum class Shade { none, grey };

  void put(const Laid& text, double height) {
    pages_.need(height);
    pages_.write(text, kMargin, pages_.y());
    pages_.move(height);
  }

  static double width_of(const Table& table, std::size_t column) {
    const double all = std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                                       [](double sum, const Column& each) { return sum + each.share; });
    return kWidth * table.columns[column].share / all;
  }
  std::vector<Laid> lay_row(const Table& table, const std::vector<std::string>& cells, Weight weight) const {
    std::vector<Laid> laid;
    laid.reserve(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      laid.push_back(
          pages_.lay(cells.at(i), width_of(table, i) - 2 * kPad, {9, weight, table.columns[i].side}));
    return laid;
  }
  static double height_of(const std::vector<Laid>& row) {
    double height = 0;
    for (const auto& cell : row) height = std::max(height, cell.height());
    return height + 2 * kPad;
  }
  static double height_of_pair(const std::pair<Laid, Laid>& pair) {
    return std::max(pair.first.height(), pair.second.height()) + 3;
  }
  void draw_row(const Table& table, const std::vector<Laid>& row, Shade shade) {
    const double height = height_of(row);
    if (shade == Shade::grey) pages_.shade(kMargin, pages_.y(), kWidth, height);
    double x = kMargin;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double width = width_of(table, i);
      pages_.box(x, pages_.y(), width, height);
      pages_.write(row[i], x + kPad, pages_.y() + kPad);
      x += width;
    }
    pages_.move(height);
  }

  Pages& pages_;
};

int draw(const Document& document, Pages& pages) {
  Pen pen(pages);
  for (const auto& block : document.blocks) std::visit(pen, block);
  return pages.finish();
}

}  // namespace

std::string to_pdf(const Document& document) {
  // How many pages there are is known once they are drawn; their feet tell it, so they are drawn twice.
  Pages counted(document, 0);
  Pages pages(document, draw(document, counted));
  draw(document, pages);
  return std::move(pages).bytes();
}

}  // namespace guanxi::documents
