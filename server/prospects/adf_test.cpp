#include "prospects/adf.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>

namespace guanxi::prospects {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The documents that fuzzing begins with, by name.
std::map<std::string, std::string> corpus() {
  std::map<std::string, std::string> documents;
  for (const auto& file : std::filesystem::directory_iterator(GUANXI_SOURCE_DIR "/tests/fuzz/adf"))
    documents[file.path().filename()] = read(file.path());
  return documents;
}

AdfLead only_lead(const std::string& document) {
  const auto leads = parse_adf(document);
  EXPECT_TRUE(leads) << document;
  return leads ? leads->at(0) : AdfLead{};
}

Instant at(const std::string& text) { return parse_instant(text).value(); }

TEST(Adf, is_read_as_it_is_described) {
  const auto lead = only_lead(corpus().at("proper.xml"));
  EXPECT_EQ(lead.id_source, "motor-portal");
  EXPECT_EQ(lead.id, "A-1001");
  EXPECT_FALSE(lead.resend);
  EXPECT_EQ(lead.requested_at, at("2026-03-04T18:15:00Z"));
  EXPECT_EQ(lead.name, "Grace Miller");
  EXPECT_EQ(lead.email, "grace.miller@example.com");
  EXPECT_EQ(lead.phones, (std::vector<std::string>{"(626) 555-0102", "626 555 0101"}));  // no fax
  ASSERT_EQ(lead.vehicles.size(), 1U);
  EXPECT_EQ(lead.vehicles[0].model, "Shanhai 5");
  EXPECT_FALSE(lead.vehicles[0].used);
  EXPECT_EQ(lead.earliest, "2026-03-10");
  EXPECT_EQ(lead.latest, "2026-04-05");
  EXPECT_EQ(lead.comments, "Is the blue one still there?");
  EXPECT_EQ(lead.vendor, "Elm Motors");
  EXPECT_EQ(lead.provider, "Motor Portal");
}

TEST(Adf, is_read_as_it_is_sent) {
  const auto capitals = only_lead(corpus().at("capitals.xml"));
  EXPECT_EQ(capitals.name, "Bob Stone");
  EXPECT_EQ(capitals.phones, std::vector<std::string>{"6265550104"});
  EXPECT_EQ(capitals.requested_at, at("2026-03-04T17:05:00Z"));  // an hour without zero, "-08:0"
  EXPECT_EQ(capitals.vendor, "Elm Motors");
  EXPECT_TRUE(capitals.vehicles.empty());

  const auto mail = only_lead(corpus().at("in_a_mail.eml"));
  EXPECT_EQ(mail.name, "王小明");
  EXPECT_EQ(mail.vehicles.at(0).comments, "<想要白色> & 现车");
  EXPECT_EQ(mail.requested_at, at("2026-03-04T10:20:00Z"));

  const auto broken = only_lead(corpus().at("broken_off.xml"));
  EXPECT_TRUE(broken.resend);
  EXPECT_TRUE(broken.vehicles.at(0).used);
  EXPECT_EQ(broken.vehicles.at(0).interest, "test-drive");
  EXPECT_EQ(broken.vehicles.at(0).model, "Shanhai 3 & more");
  EXPECT_EQ(broken.email, "ann@example.com");
  EXPECT_EQ(broken.comments, "call me");

  const auto two = parse_adf(corpus().at("two_prospects.xml"));
  ASSERT_EQ(two->size(), 2U);
  EXPECT_EQ(two->at(1).phones, std::vector<std::string>{"020 7946 0002"});
}

TEST(Adf, may_be_written_in_other_encodings) {
  // 王小明 in GB18030, then José in Latin-1.
  const std::string gb =
      "<?xml version=\"1.0\" encoding=\"GB2312\"?><adf><prospect><customer><contact><name>\xCD\xF5\xD0\xA1\xC3\xF7"
      "</name></contact></customer></prospect></adf>";
  EXPECT_EQ(only_lead(gb).name, "王小明");
  const std::string latin =
      "<adf><prospect><customer><contact><name>Jos\xE9</name></contact></customer></prospect></adf>";
  EXPECT_EQ(only_lead(latin).name, "José");
}

TEST(Adf, never_looks_anything_up) {
  const auto lead = only_lead(corpus().at("no_contact.xml"));
  EXPECT_EQ(lead.name, "&name;&a;");
  EXPECT_FALSE(lead.has_contact());
}

TEST(Adf, is_refused_with_a_reason) {
  EXPECT_EQ(parse_adf("").error(), AdfFault::no_adf);
  EXPECT_EQ(parse_adf("Dear shop, please call me: 626 555 0100").error(), AdfFault::no_adf);
  EXPECT_EQ(parse_adf("<?xml version=\"1.0\"?><html/>").error(), AdfFault::no_prospect);
  EXPECT_EQ(parse_adf("<adf>" + std::string(600000, ' ')).error(), AdfFault::too_large);
  std::string deep = "<adf>";
  for (int i = 0; i < 50000; ++i) deep += "<x>";
  EXPECT_EQ(parse_adf(deep).error(), AdfFault::too_deep);
}

/// Cuts, doubles, swaps and flips, as networks and other people's programs do.
std::string mutated(std::string text, const std::string& other, std::mt19937& rng) {
  const auto place = [&](std::size_t size) { return size == 0 ? 0 : rng() % size; };
  for (auto rounds = 1 + rng() % 6; rounds > 0; --rounds) {
    const auto from = place(text.size());
    const auto count = place(std::min<std::size_t>(text.size() - from, 80) + 1);
    switch (rng() % 6) {
      case 0:
        text.erase(from, count);
        break;
      case 1:
        text.insert(from, text.substr(place(text.size()), count));
        break;
      case 2:
        if (!text.empty()) text[place(text.size())] = static_cast<char>(rng());
        break;
      case 3:
        text.resize(from);
        break;
      case 4:
        text.insert(from, other.substr(place(other.size()), 60));
        break;
      default:
        text.insert(from, std::string(1, "<>&;\"'/!?\0"[rng() % 10]));
    }
  }
  return text;
}

TEST(Adf, of_ten_thousand_mutations_neither_crashes_nor_hangs) {
  std::mt19937 rng(4711);
  std::vector<std::string> documents;
  for (auto& [name, text] : corpus()) documents.push_back(text);
  ASSERT_GE(documents.size(), 6U);
  std::size_t understood = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 10000; ++i) {
    const auto& one = documents[rng() % documents.size()];
    const auto leads = parse_adf(mutated(one, documents[rng() % documents.size()], rng));
    if (leads) ++understood;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  EXPECT_GT(understood, 5000U);  // most are still good for something
}

}  // namespace
}  // namespace guanxi::prospects
