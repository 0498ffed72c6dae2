#include "platform/tables/xlsx_workbook.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "platform/text/utf8.h"

namespace guanxi::tables {
namespace {

using Event = XmlScanner::Event;

struct Relationship {
  std::string id, type, target;
};

std::string unescaped(std::string_view raw) {
  std::string text;
  return unescape(raw, text) ? text : std::string();
}

// "xl/workbook.xml" and "worksheets/sheet1.xml" -> "xl/worksheets/sheet1.xml"; "/xl/..." stands from the
// root.
std::string resolve(const std::string& from, const std::string& target) {
  const std::filesystem::path path = target.starts_with('/')
                                         ? std::filesystem::path(target.substr(1))
                                         : std::filesystem::path(from).parent_path() / target;
  return path.lexically_normal().generic_string();
}

// The relationships of a part (or of the package, for an empty name), with whole part names as targets.
std::vector<Relationship> relationships(Package& package, const std::string& of) {
  const std::filesystem::path path(of);
  const std::string name =
      (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
  std::vector<Relationship> found;
  auto part = package.part(name);
  if (!part) return found;
  for (Event event = part->next(); event != Event::end && event != Event::broken; event = part->next()) {
    if (event != Event::open || part->name() != "Relationship") continue;
    found.push_back({unescaped(part->attribute("Id")), unescaped(part->attribute("Type")),
                     resolve(of, unescaped(part->attribute("Target")))});
  }
  return found;
}

// Types are addresses that differ between the transitional and the strict form of the format; their last word
// does not.
std::string target_of_type(const std::vector<Relationship>& all, std::string_view type) {
  const auto found =
      std::ranges::find_if(all, [&](const Relationship& one) { return one.type.ends_with(type); });
  return found == all.end() ? std::string() : found->target;
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

std::size_t number_or(std::string_view text, std::size_t otherwise) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

bool is_built_in_date(std::size_t format) {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) ||
         (format >= 50 && format <= 58);
}

// Control characters stand in the file as "_x000D_".
void replace_control_escapes(std::string& text, std::size_t from) {
  for (std::size_t at = text.find("_x", from); at != std::string::npos; at = text.find("_x", at + 1)) {
    unsigned code = 0;
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16);
    if (error != std::errc() || end != text.data() + at + 6 || (code >= 0xD800 && code <= 0xDFFF) ||
        code == 0)
      continue;
    std::string character;
    text::append_utf8(character, code);
    text.replace(at, 7, character);
  }
}

}  // namespace

std::optional<Workbook> find_workbook(Package& package) {
  const std::string path = target_of_type(relationships(package, ""), "/officeDocument");
  auto part = path.empty() ? std::nullopt : package.part(path);
  if (!part) return std::nullopt;
  const std::vector<Relationship> related = relationships(package, path);
  Workbook workbook;
  workbook.styles = target_of_type(related, "/styles");
  workbook.strings = target_of_type(related, "/sharedStrings");
  Event event = part->next();
  for (; event != Event::end && event != Event::broken; event = part->next()) {
    if (event != Event::open) continue;
    if (part->name() == "workbookPr") workbook.since_1904 = is_true(part->attribute("date1904"));
    if (part->name() != "sheet" || !workbook.sheet.empty()) continue;
    const std::string id = unescaped(part->attribute("id"));
    // Sheets that are a chart or a macro have another type.
    const auto sheet = std::ranges::find_if(
        related, [&](const Relationship& one) { return one.id == id && one.type.ends_with("/worksheet"); });
    if (sheet != related.end()) workbook.sheet = sheet->target;
  }
  if (event == Event::broken || workbook.sheet.empty()) return std::nullopt;
  return workbook;
}

bool append_text_runs(XmlScanner& part, std::string_view element, std::string& to) {
  const std::size_t from = to.size();
  bool in_text = false;
  bool in_phonetic = false;
  for (Event event = part.next(); event != Event::broken && event != Event::end; event = part.next()) {
    if (event == Event::text) {
      if (in_text && !in_phonetic) to += part.text();
      continue;
    }
    const bool opened = event == Event::open;
    if (part.name() == "t") in_text = opened;
    if (part.name() == "rPh") in_phonetic = opened;
    if (!opened && part.name() == element) {
      replace_control_escapes(to, from);
      return true;
    }
  }
  return false;
}

bool SharedStrings::read(XmlScanner& part) {
  for (Event event = part.next(); event != Event::end; event = part.next()) {
    if (event == Event::broken) return false;
    if (event != Event::open || part.name() != "si") continue;
    if (!append_text_runs(part, "si", texts_)) return false;
    ends_.push_back(texts_.size());
  }
  return true;
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
  if (index >= ends_.size()) return std::nullopt;
  const std::size_t start = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(texts_).substr(start, ends_[index] - start);
}

bool is_date_format(std::string_view code) {
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"' || c == '[') {
      // Quoted words, colours, conditions and locales; elapsed time ("[h]:mm") shows itself by what follows.
      at = std::min(code.find(c == '"' ? '"' : ']', at + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;  // the character behind it is shown or is as wide as shown
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool DateStyles::read(XmlScanner& part) {
  std::map<std::size_t, bool> custom;
  bool in_cell_styles = false;
  for (Event event = part.next(); event != Event::end; event = part.next()) {
    if (event == Event::broken) return false;
    if (event == Event::text) continue;
    if (part.name() == "cellXfs") in_cell_styles = event == Event::open;
    if (event != Event::open) continue;
    const std::size_t format = number_or(part.attribute("numFmtId"), 0);
    if (part.name() == "numFmt") custom[format] = is_date_format(unescaped(part.attribute("formatCode")));
    if (part.name() != "xf" || !in_cell_styles) continue;
    const auto own = custom.find(format);
    dates_.push_back(own == custom.end() ? is_built_in_date(format) : own->second);
  }
  return true;
}

}  // namespace guanxi::tables
