#include "platform/tables/xml_scanner.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace guanxi::tables {
namespace {

XmlScanner scanner(std::string text, std::size_t step) {
  return XmlScanner([text = std::move(text), at = std::size_t{0}, step](char* to, std::size_t room) mutable {
    const std::size_t size = std::min({step, room, text.size() - at});
    std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), size, to);
    at += size;
    return std::optional(size);
  });
}

// "+a 'text' -a", ending in "." when whole and in "!" when broken.
std::string events(const std::string& text, std::size_t step = 1000) {
  XmlScanner xml = scanner(text, step);
  std::string shown;
  for (;;) {
    switch (xml.next()) {
      case XmlScanner::Event::open:
        shown += "+" + std::string(xml.name()) + " ";
        break;
      case XmlScanner::Event::close:
        shown += "-" + std::string(xml.name()) + " ";
        break;
      case XmlScanner::Event::text:
        shown += "'" + xml.text() + "' ";
        break;
      case XmlScanner::Event::end:
        return shown + ".";
      case XmlScanner::Event::broken:
        return shown + "!";
    }
  }
}

TEST(XmlScanner, gives_the_same_events_in_whatever_pieces_the_text_comes) {
  const std::string text =
      "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <no/> --><x:a p:q='1' "
      "r=\"a>b\"><b/><![CDATA[<&]]>t&amp;&#20013;"
      "<!-- -- --><c>\n</c ></x:a>\n";
  for (std::size_t step = 1; step < 40; ++step) {
    EXPECT_EQ(events(text, step), "+a +b -b '<&' 't&中' +c '\n' -c -a .") << step;
  }
}

TEST(XmlScanner, finds_attributes_by_their_local_name) {
  XmlScanner xml = scanner("<c r = 'A1' x:s=\"2\" long-s='3'\n t='' ok=\"&lt;\"/>", 3);
  ASSERT_EQ(xml.next(), XmlScanner::Event::open);
  EXPECT_EQ(xml.attribute("r"), "A1");
  EXPECT_EQ(xml.attribute("s"), "2");
  EXPECT_EQ(xml.attribute("t"), "");
  EXPECT_EQ(xml.attribute("ok"), "&lt;");
  EXPECT_EQ(xml.attribute("missing"), "");
}

TEST(XmlScanner, notices_a_document_that_breaks_off) {
  const std::string text = "<a b='c'><d>text</d><!-- e --><![CDATA[f]]></a>";
  for (std::size_t size = 1; size < text.size(); ++size) {
    EXPECT_TRUE(events(text.substr(0, size)).ends_with('!')) << text.substr(0, size);
  }
}

TEST(XmlScanner, resolves_no_document_type_and_no_entity) {
  EXPECT_EQ(events("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"), "!");
  EXPECT_EQ(events("<a>&x;</a>"), "+a !");
  for (const char* reference : {"&#0;", "&#xD800;", "&#x110000;", "&#;", "&#xZ;", "&amp", "&;"}) {
    EXPECT_EQ(events("<a>" + std::string(reference) + "</a>"), "+a !") << reference;
  }
  EXPECT_EQ(events("<a>&lt;&gt;&quot;&apos;&#x4e2d;</a>"), "+a '<>\"'中' -a .");
}

TEST(XmlScanner, refuses_what_is_not_well_formed) {
  for (const char* text : {"junk", "</a>", "<a></a></a>", "<a", "<a b=<c/>", "<>", "<a/>junk"}) {
    EXPECT_TRUE(events(text).ends_with('!')) << text;
  }
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  EXPECT_TRUE(events(deep).ends_with('!'));
}

}  // namespace
}  // namespace guanxi::tables
