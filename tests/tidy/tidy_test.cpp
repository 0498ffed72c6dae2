// Rules about the code itself: the walls between the rooms, and the measure of files and functions.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = GUANXI_SOURCE_DIR;

// The rooms stand in one line: a room knows only those before it.
const std::vector<std::string> kRooms = {"dealership", "reception",     "prospects", "losses",
                                         "care",       "workday",       "marketing", "improvement",
                                         "incentives", "relationships", "maturity"};

// Longest allowed; to be lowered, never raised.
constexpr std::size_t kLongestLine = 120;
constexpr std::size_t kLongestFile = 320;
constexpr std::size_t kLongestFunction = 70;
constexpr std::size_t kLongestTest = 400;

std::string read(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const fs::path& path) {
  std::vector<std::string> lines;
  std::istringstream in(read(path));
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> files(const fs::path& folder, const std::set<std::string>& endings) {
  std::vector<fs::path> found;
  if (!fs::exists(kRoot / folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    if (entry.is_regular_file() && endings.contains(entry.path().extension())) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<fs::path> sources() { return files("server", {".h", ".cpp"}); }

bool is_test(const fs::path& path) { return path.stem().string().ends_with("_test"); }

/// The room of a file of the server: "reception", "platform", or empty for those at the top.
std::string room_of(const fs::path& path) {
  const auto relative = fs::relative(path, kRoot / "server");
  return std::distance(relative.begin(), relative.end()) > 1 ? relative.begin()->string() : "";
}

/// Place of the room in the line, -1 when it is none.
int place_of(const std::string& room) {
  const auto found = std::find(kRooms.begin(), kRooms.end(), room);
  return found == kRooms.end() ? -1 : static_cast<int>(found - kRooms.begin());
}

std::string name(const fs::path& path) { return fs::relative(path, kRoot).string(); }

std::size_t width(const std::string& line) {
  return static_cast<std::size_t>(std::count_if(
      line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

TEST(Walls, a_room_includes_only_doors_of_rooms_before_it) {
  const std::regex include("#include \"([a-z_]+)/([a-z_]+)\\.h\"");
  for (const auto& path : sources()) {
    const auto room = room_of(path);
    if (place_of(room) < 0 || is_test(path)) continue;
    for (const auto& line : lines_of(path)) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      const auto other = match[1].str();
      if (other == room || place_of(other) < 0) continue;
      EXPECT_LT(place_of(other), place_of(room)) << name(path) << ": " << line;
      EXPECT_EQ(match[2].str(), other) << name(path) << " passes by the door: " << line;
    }
  }
}

TEST(Walls, the_platform_knows_no_room) {
  const std::regex word("dealership|reception|prospects?|salesperson|visitor|customer");
  for (const auto& path : sources()) {
    if (room_of(path) != "platform" || is_test(path)) continue;
    std::size_t number = 0;
    for (const auto& line : lines_of(path)) {
      ++number;
      EXPECT_FALSE(std::regex_search(line, word)) << name(path) << ":" << number << ": " << line;
    }
  }
}

TEST(Walls, tables_are_read_only_in_their_own_room) {
  std::set<std::string> tables;
  const std::regex create("CREATE TABLE ([a-z_]+)");
  for (const auto& path : files("server/migrations", {".sql"})) {
    const auto text = read(path);
    for (std::sregex_iterator at(text.begin(), text.end(), create), end; at != end; ++at)
      tables.insert((*at)[1]);
  }
  ASSERT_GT(tables.size(), 10U);
  const std::regex word("[a-z]+_[a-z_]+");
  for (const auto& path : sources()) {
    const auto room = room_of(path);
    if (is_test(path) || place_of(room) < 0) continue;
    const auto text = read(path);
    const std::regex literal("\"([^\"\\n]*)\"");
    for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at) {
      const std::string sql = (*at)[1];
      for (std::sregex_iterator one(sql.begin(), sql.end(), word), none; one != none; ++one) {
        const std::string table = one->str();
        if (!tables.contains(table)) continue;
        EXPECT_TRUE(table.starts_with(room + "_")) << name(path) << " reads " << table;
      }
    }
  }
}

TEST(Walls, every_row_of_a_store_carries_the_store_first_in_its_key) {
  // Small shared tables, which would be reference tables in a distributed database.
  const std::set<std::string> shared = {
      "identity_accounts",        "identity_sessions",         "identity_attempts",
      "identity_links",           "dealership_groups",         "dealership_stores",
      "dealership_people",        "dealership_person_stores",  "identity_feeds",
      "dealership_models",        "dealership_notifying",      "improvement_groups",
      "improvement_group_months", "improvement_group_tallies", "identity_devices",
      "push_program_key"};
  const std::regex create("CREATE TABLE ([a-z_]+) \\(([^;]*)\\);");
  for (const auto& path : files("server/migrations", {".sql"})) {
    const auto text = read(path);
    for (std::sregex_iterator at(text.begin(), text.end(), create), end; at != end; ++at) {
      const std::string table = (*at)[1];
      if (shared.contains(table)) continue;
      EXPECT_NE((*at)[2].str().find("PRIMARY KEY (store_id"), std::string::npos) << table;
    }
  }
}

TEST(Measure, rooms_catch_nothing) {
  for (const auto& path : sources()) {
    if (place_of(room_of(path)) < 0 || is_test(path)) continue;
    for (const auto& line : lines_of(path)) EXPECT_EQ(line.find("catch ("), std::string::npos) << name(path);
  }
}

TEST(Measure, lines_and_files_are_short) {
  for (const auto& path : sources()) {
    const auto lines = lines_of(path);
    EXPECT_LE(lines.size(), is_test(path) ? kLongestTest : kLongestFile) << name(path);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      // Route tables and tables of words are easier to read with a row on a line.
      const bool row = lines[i].find("(\"") != std::string::npos ||
                       lines[i].find("{\"") != std::string::npos || is_test(path);
      EXPECT_TRUE(row || width(lines[i]) <= kLongestLine) << name(path) << ":" << i + 1;
    }
  }
}

TEST(Measure, functions_are_short) {
  for (const auto& path : sources()) {
    if (path.extension() != ".cpp" || is_test(path)) continue;
    const auto lines = lines_of(path);
    std::size_t start = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      // A function's text begins at the margin, behind an empty line or the comment of its contract.
      const bool at_margin = !lines[i].empty() && std::isalpha(static_cast<unsigned char>(lines[i].front()));
      const bool opens = at_margin && (i == 0 || lines[i - 1].empty() || lines[i - 1].starts_with("//") ||
                                       lines[i - 1].starts_with("}") || lines[i - 1].starts_with("template"));
      if (opens) start = i;
      const bool is_table =
          start < lines.size() && (lines[start].find("words()") != std::string::npos ||
                                   lines[start].find("default_lists()") != std::string::npos);
      const bool ends = lines[i] == "}" && !is_table;
      EXPECT_TRUE(!ends || i - start <= kLongestFunction) << name(path) << ":" << start + 1;
    }
  }
}

TEST(Measure, nothing_is_left_for_later) {
  const std::regex mark(std::string("\\bTO") + "DO|FIX" + "ME");  // not the things to do of calendars
  for (const auto& folder : {"server", "web/src", "tests", "bin", "bench"}) {
    for (const auto& path : files(folder, {".h", ".cpp", ".ts", ".tsx", ".mjs", ".sql", ""})) {
      if (path.string().find("node_modules") != std::string::npos) continue;
      EXPECT_FALSE(std::regex_search(read(path), mark)) << name(path);
    }
  }
}

TEST(Measure, every_room_explains_itself) {
  for (const auto& room : kRooms) {
    if (!fs::exists(kRoot / "server" / room)) continue;
    EXPECT_TRUE(fs::exists(kRoot / "server" / room / "README.md")) << room;
    EXPECT_TRUE(fs::exists(kRoot / "server" / room / (room + ".h"))) << room << " has no door";
  }
}
