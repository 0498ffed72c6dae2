#include "prospects/adf.h"

#include <algorithm>
#include <cctype>
#include <pugixml.hpp>

#include "platform/clock/digits.h"
#include "platform/tables/decoding.h"
#include "platform/text/utf8.h"

namespace guanxi::prospects {
namespace {

constexpr std::size_t kMostBytes = 512 * 1024;
constexpr int kDeepest = 100;
constexpr std::size_t kMostProspects = 1000;  // in one document
constexpr std::size_t kLongest = 2000;        // bytes of one text

bool same(std::string_view left, std::string_view right) {
  return std::ranges::equal(
      left, right, [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

/// Where the text begins, in capitals or not.
std::size_t find_text(std::string_view text, std::string_view sought) {
  const auto found = std::ranges::search(
      text, sought, [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
  return found.empty() ? std::string_view::npos : static_cast<std::size_t>(found.begin() - text.begin());
}

/// Whether elements stand in each other deeper than anybody means them to. Looks at nothing but brackets: it
/// is there so that no reader has to go that deep.
bool too_deep(std::string_view text) {
  int depth = 0;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (next == '/') {
      --depth;
    } else if (next != '!' && next != '?') {
      const auto end = text.find('>', at);
      const bool empty = end != text.npos && text[end - 1] == '/';
      if (!empty && ++depth > kDeepest) return true;
    }
  }
  return false;
}

std::string in_utf8(std::string_view bytes) {
  if (text::is_utf8(bytes)) return std::string(bytes);
  std::string decoded;
  const auto declaration = bytes.substr(0, 200);
  const bool chinese = find_text(declaration, "encoding=\"gb") != std::string_view::npos ||
                       find_text(declaration, "encoding='gb") != std::string_view::npos;
  if (chinese) {
    tables::decode(bytes, tables::Encoding::gb18030, [&](std::string_view piece) {
      decoded += piece;
      return true;
    });
    return decoded;
  }
  for (const char byte : bytes) text::append_utf8(decoded, static_cast<unsigned char>(byte));
  return decoded;
}

/// One line: blanks for line ends and other control characters, none twice, none at the ends.
std::string one_line(std::string_view raw) {
  std::string line;
  for (const char c : raw.substr(0, text::valid_utf8_prefix(raw.substr(0, kLongest)))) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

/// What stands directly in the element.
std::string text_of(const pugi::xml_node& node) {
  std::string all;
  for (const auto& part : node.children()) {
    const bool is_text = part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata;
    if (is_text && all.size() < kLongest) all += part.value();
  }
  return one_line(all);
}

/// The first child of this name, in capitals or not.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& each) { return same(each.name(), name); });
}

std::string text_of(const pugi::xml_node& node, std::string_view name) { return text_of(child(node, name)); }

std::string attribute(const pugi::xml_node& node, std::string_view name) {
  const auto found =
      node.find_attribute([&](const pugi::xml_attribute& each) { return same(each.name(), name); });
  return one_line(found.value());
}

template <class Each>
void for_each_child(const pugi::xml_node& node, std::string_view name, Each each) {
  for (const auto& found : node.children()) {
    if (same(found.name(), name)) each(found);
  }
}

/// Reads digits from the front, at most so many; nothing when there are none.
std::optional<int> take_digits(std::string_view& text, std::size_t most) {
  std::size_t count = 0;
  while (count < most && count < text.size() && digits::is_digit(text[count])) ++count;
  if (count == 0) return std::nullopt;
  const int value = digits::read(text.substr(0, count));
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == any_of.npos) return false;
  text.remove_prefix(1);
  return true;
}

/// A day at the front of a text: "2026-3-4", "2026/03/04".
std::string take_day(std::string_view& text) {
  const auto year = take_digits(text, 4);
  const bool first = take(text, "-/.");
  const auto month = take_digits(text, 2);
  const bool second = take(text, "-/.");
  const auto day = take_digits(text, 2);
  if (!first || !second || !year || !month || !day) return "";
  std::string written = "0000-00-00";
  digits::put_day(written.data(), *year, *month, *day);
  return is_day(written) ? written : "";
}

/// "-08:00", and as it is also written: "-8:0", "+0800", "Z", nothing (then UTC).
Instant take_offset(std::string_view text) {
  while (take(text, " ")) {
  }
  const bool behind = text.starts_with('-');
  if (!take(text, "+-")) return 0;
  const int hours = take_digits(text, 2).value_or(0);
  take(text, ":");
  const int minutes = take_digits(text, 2).value_or(0);
  const Instant offset = std::min(hours, 14) * kHour + std::min(minutes, 59) * kMinute;
  return behind ? -offset : offset;
}

std::optional<Instant> instant_of(std::string_view text) {
  const auto day = take_day(text);
  if (day.empty()) return std::nullopt;
  const auto midnight = parse_instant(day + "T00:00:00Z");
  if (!midnight) return std::nullopt;
  take(text, "Tt ");
  const int hour = take_digits(text, 2).value_or(0);
  take(text, ":");
  const int minute = take_digits(text, 2).value_or(0);
  take(text, ":");
  const int second = take_digits(text, 2).value_or(0);
  if (hour > 24 || minute > 59 || second > 60) return std::nullopt;
  if (take(text, ".")) take_digits(text, 9);
  return *midnight + hour * kHour + minute * kMinute + second * kSecond - take_offset(text);
}

std::string day_of(std::string_view text) { return take_day(text); }

AdfVehicle vehicle_of(const pugi::xml_node& node) {
  AdfVehicle vehicle;
  vehicle.interest = attribute(node, "interest");
  if (vehicle.interest.empty()) vehicle.interest = "buy";
  vehicle.used = same(attribute(node, "status"), "used");
  vehicle.year = text_of(node, "year");
  vehicle.make = text_of(node, "make");
  vehicle.model = text_of(node, "model");
  vehicle.trim = text_of(node, "trim");
  vehicle.comments = text_of(node, "comments");
  return vehicle;
}

/// The whole name, or its parts in the order in which they are spoken; Han characters stand without blanks.
std::string name_of(const pugi::xml_node& contact) {
  std::string full, parts;
  for_each_child(contact, "name", [&](const pugi::xml_node& name) {
    const auto text = text_of(name);
    const auto part = attribute(name, "part");
    if (part.empty() || same(part, "full")) {
      if (full.empty()) full = text;
    } else if (!text.empty()) {
      const bool latin = !parts.empty() && static_cast<unsigned char>(parts.back()) < 0x80;
      parts += (latin ? " " : "") + text;
    }
  });
  return full.empty() ? parts : full;
}

/// 0 is tried first; nothing for what cannot be spoken into.
std::optional<int> rank_of(const pugi::xml_node& phone) {
  const auto type = attribute(phone, "type");
  if (same(type, "fax") || same(type, "pager")) return std::nullopt;
  const bool mobile = same(type, "cellphone") || same(type, "mobile") || same(type, "cell");
  return (attribute(phone, "preferredcontact") == "1" ? 0 : 2) + (mobile ? 0 : 1);
}

std::vector<std::string> phones_of(const pugi::xml_node& contact) {
  std::vector<std::pair<int, std::string>> ranked;
  for_each_child(contact, "phone", [&](const pugi::xml_node& phone) {
    const auto rank = rank_of(phone);
    auto text = text_of(phone);
    if (rank && !text.empty()) ranked.emplace_back(*rank, std::move(text));
  });
  std::ranges::stable_sort(ranked, {}, &std::pair<int, std::string>::first);
  std::vector<std::string> phones;
  for (auto& [rank, text] : ranked) phones.push_back(std::move(text));
  return phones;
}

AdfLead lead_of(const pugi::xml_node& prospect) {
  AdfLead lead;
  lead.resend = same(attribute(prospect, "status"), "resend");
  const auto id = child(prospect, "id");
  lead.id_source = attribute(id, "source");
  lead.id = text_of(id);
  lead.requested_at = instant_of(text_of(prospect, "requestdate"));
  const auto customer = child(prospect, "customer");
  const auto contact = child(customer, "contact");
  lead.name = name_of(contact);
  lead.email = text_of(contact, "email");
  lead.phones = phones_of(contact);
  for_each_child(prospect, "vehicle", [&](const auto& node) { lead.vehicles.push_back(vehicle_of(node)); });
  const auto timeframe = child(customer, "timeframe");
  lead.earliest = day_of(text_of(timeframe, "earliestdate"));
  lead.latest = day_of(text_of(timeframe, "latestdate"));
  lead.comments = text_of(customer, "comments");
  const auto vendor = child(prospect, "vendor");
  lead.vendor = text_of(vendor, "vendorname");
  if (lead.vendor.empty()) lead.vendor = name_of(child(vendor, "contact"));
  lead.provider = text_of(child(prospect, "provider"), "name");
  return lead;
}

/// The prospects below `adf`, wherever that stands, or without it where somebody has left it away.
void collect(const pugi::xml_node& node, std::vector<AdfLead>& leads) {
  for (const auto& each : node.children()) {
    if (leads.size() >= kMostProspects) return;
    if (same(each.name(), "prospect"))
      leads.push_back(lead_of(each));
    else if (same(each.name(), "adf"))
      collect(each, leads);
  }
}

}  // namespace

std::expected<std::vector<AdfLead>, AdfFault> parse_adf(std::string_view document) {
  if (document.size() > kMostBytes) return std::unexpected(AdfFault::too_large);
  const auto begin = std::min({find_text(document, "<?xml"), find_text(document, "<?adf"),
                               find_text(document, "<adf"), find_text(document, "<prospect")});
  if (begin == std::string_view::npos) return std::unexpected(AdfFault::no_adf);
  const auto text = in_utf8(document.substr(begin));
  if (too_deep(text)) return std::unexpected(AdfFault::too_deep);
  pugi::xml_document tree;
  // What is broken off or closed wrongly leaves the tree as far as it was read.
  constexpr auto kFlags =
      pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_eol;
  tree.load_buffer(text.data(), text.size(), kFlags, pugi::encoding_utf8);
  std::vector<AdfLead> leads;
  collect(tree, leads);
  if (leads.empty()) return std::unexpected(AdfFault::no_prospect);
  return leads;
}

}  // namespace guanxi::prospects
