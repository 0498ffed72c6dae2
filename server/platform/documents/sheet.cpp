#include "platform/documents/sheet.h"

#include <cairo/cairo-pdf.h>

#include <stdexcept>

namespace guanxi::documents {
namespace {

// One font with the shapes of the mainland's characters; whatever stands for sans serif where it is missing.
constexpr const char* kFonts = "Noto Sans CJK SC, sans-serif";
constexpr double kThin = 0.4;

cairo_status_t take_bytes(void* bytes, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

PangoAlignment alignment(Side side) {
  switch (side) {
    case Side::left:
      return PANGO_ALIGN_LEFT;
    case Side::centre:
      return PANGO_ALIGN_CENTER;
    case Side::right:
      return PANGO_ALIGN_RIGHT;
  }
  return PANGO_ALIGN_LEFT;
}

void describe(cairo_surface_t* surface, const Document& document) {
  // Cairo would write down the moment of drawing; what was given on a day stays of that day.
  const auto made = format_instant(document.made_at).substr(0, 19) + "Z";
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, document.author.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Guanxi");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, made.c_str());
}

}  // namespace

double Laid::height() const {
  int width = 0, height = 0;
  pango_layout_get_size(layout_.get(), &width, &height);
  return pango_units_to_double(height);
}

Pages::Pages(const Document& document, int count)
    : document_(document),
      count_(count),
      surface_(cairo_pdf_surface_create_for_stream(&take_bytes, &bytes_, kPageWidth, kPageHeight),
               &cairo_surface_destroy),
      cairo_(cairo_create(surface_.get()), &cairo_destroy),
      context_(pango_cairo_create_context(cairo_.get()), &g_object_unref) {
  describe(surface_.get(), document);
  // A point of the font is a point of the paper.
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_language(context_.get(), pango_language_from_string(document.language.c_str()));
  begin_page();
}

void Pages::begin_page() {
  ++page_;
  y_ = kMargin;
  cairo_set_line_width(cairo_.get(), kThin);
}

void Pages::end_page() {
  const double foot = kPageHeight - kMargin - 10;
  write(lay(document_.foot, kWidth, {8}), kMargin, foot);
  write(lay(document_.page_of(page_, count_), kWidth, {8, Weight::plain, Side::right}), kMargin, foot);
  cairo_show_page(cairo_.get());
}

bool Pages::need(double height) {
  if (y_ + height <= kPageHeight - kMargin - kFootHeight || y_ <= kMargin) return false;
  end_page();
  begin_page();
  return true;
}

Laid Pages::lay(const std::string& text, double width, const Letters& letters) const {
  Laid laid(pango_layout_new(context_.get()));
  const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
      pango_font_description_from_string(kFonts), &pango_font_description_free);
  pango_font_description_set_size(font.get(), pango_units_from_double(letters.size));
  if (letters.weight == Weight::strong) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  auto* layout = laid.layout();
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_width(layout, pango_units_from_double(width));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, alignment(letters.side));
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  return laid;
}

void Pages::write(const Laid& text, double x, double y) {
  cairo_move_to(cairo_.get(), x, y);
  pango_cairo_show_layout(cairo_.get(), text.layout());
}

void Pages::write_down(const Laid& text, double x) {
  const int lines = pango_layout_get_line_count(text.layout());
  for (int i = 0; i < lines; ++i) {
    auto* line = pango_layout_get_line_readonly(text.layout(), i);
    PangoRectangle rectangle;
    pango_layout_line_get_extents(line, nullptr, &rectangle);
    const double height = pango_units_to_double(rectangle.height);
    need(height);
    cairo_move_to(cairo_.get(), x, y_ - pango_units_to_double(rectangle.y));
    pango_cairo_show_layout_line(cairo_.get(), line);
    y_ += height;
  }
}

void Pages::line(double x1, double y1, double x2, double y2) {
  cairo_move_to(cairo_.get(), x1, y1);
  cairo_line_to(cairo_.get(), x2, y2);
  cairo_stroke(cairo_.get());
}

void Pages::box(double x, double y, double width, double height) {
  cairo_rectangle(cairo_.get(), x, y, width, height);
  cairo_stroke(cairo_.get());
}

void Pages::shade(double x, double y, double width, double height) {
  cairo_set_source_rgb(cairo_.get(), 0.94, 0.94, 0.94);
  cairo_rectangle(cairo_.get(), x, y, width, height);
  cairo_fill(cairo_.get());
  cairo_set_source_rgb(cairo_.get(), 0, 0, 0);
}

int Pages::finish() {
  end_page();
  cairo_surface_finish(surface_.get());
  const auto status = cairo_surface_status(surface_.get());
  const auto drawn = cairo_status(cairo_.get());
  if (status != CAIRO_STATUS_SUCCESS || drawn != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(std::string("cannot draw a document: ") +
                             cairo_status_to_string(status != CAIRO_STATUS_SUCCESS ? status : drawn));
  return page_;
}

std::string Pages::bytes() && { return std::move(bytes_); }

}  // namespace guanxi::documents
