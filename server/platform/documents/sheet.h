// The pages of one document, and a pen on them: the only files that know Pango and Cairo.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>

#include "platform/documents/paper.h"

namespace guanxi::documents {

// Of A4, in points of 1/72 inch.
inline constexpr double kPageWidth = 595.276, kPageHeight = 841.890;
inline constexpr double kMargin = 48, kFootHeight = 26;
inline constexpr double kWidth = kPageWidth - 2 * kMargin;

struct Letters {
  double size = 9.5;  ///< points
  Weight weight = Weight::plain;
  Side side = Side::left;
};

/// A text that was laid out for a width.
class Laid {
 public:
  explicit Laid(PangoLayout* layout) : layout_(layout, &g_object_unref) {}
  double height() const;
  PangoLayout* layout() const { return layout_.get(); }

 private:
  std::unique_ptr<PangoLayout, decltype(&g_object_unref)> layout_;
};

class Pages {
 public:
  /// `count`: how many pages there will be, for their feet; 0 while that is being found out.
  Pages(const Document& document, int count);

  /// How far down this page is written.
  double y() const { return y_; }
  void move(double by) { y_ += by; }
  /// Begins the next page unless so much fits on this one. True when it did.
  bool need(double height);

  Laid lay(const std::string& text, double width, const Letters& letters) const;
  void write(const Laid& text, double x, double y);
  /// Line by line, from here on.
  void write_down(const Laid& text, double x);
  void line(double x1, double y1, double x2, double y2);
  void box(double x, double y, double width, double height);
  void shade(double x, double y, double width, double height);

  /// Ends the last page. @returns how many there are
  int finish();
  std::string bytes() &&;

 private:
  void begin_page();
  void end_page();

  const Document& document_;
  int count_, page_ = 0;
  double y_ = kMargin;
  std::string bytes_;
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo_;
  std::unique_ptr<PangoContext, decltype(&g_object_unref)> context_;
};

}  // namespace guanxi::documents
