#include "prospects/mail.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "platform/mail/mailbox.h"
#include "platform/mail/message.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

using town::Town;

std::string sample(const std::string& name) {
  std::ifstream in(GUANXI_SOURCE_DIR "/tests/fuzz/mail/" + name, std::ios::binary);
  EXPECT_TRUE(in) << name;
  return {std::istreambuf_iterator<char>(in), {}};
}

/// "王小明 13800138000" of every lead in the message.
std::vector<std::string> leads_in(const std::string& raw) {
  std::vector<std::string> leads;
  for (const auto& document : documents_in(raw)) {
    const auto parsed = parse_adf(document);
    for (const auto& lead : parsed.value())
      leads.push_back(lead.name + " " + (lead.phones.empty() ? lead.email : lead.phones[0]));
  }
  return leads;
}

using List = std::vector<std::string>;

TEST(Mail, gives_the_leads_that_the_usual_senders_put_into_it) {
  EXPECT_EQ(leads_in(sample("plain_body.eml")), (List{"王小明 13800138000"}));
  EXPECT_EQ(leads_in(sample("base64_gb.eml")),
            (List{"赵燚 13800138001"}));  // no character of GB2312, declared as UTF-8
  EXPECT_EQ(leads_in(sample("quoted_printable.eml")), (List{"Jürgen Müller juergen.mueller@example.de"}));
  EXPECT_EQ(leads_in(sample("alternative.eml")), (List{"李四 13800138002"}));
  EXPECT_EQ(leads_in(sample("attached.eml")), (List{"Grace Miller (626) 555-0102"}));
  EXPECT_EQ(leads_in(sample("forwarded.eml")), (List{"孙五 13800138003"}));
  EXPECT_EQ(leads_in(sample("utf16.eml")), (List{"卫一 13800138009"}));
  EXPECT_EQ(leads_in(sample("two_leads.eml")), (List{"郑八 13800138006", "冯九 13800138007"}));
  EXPECT_EQ(leads_in(sample("twice.eml")), (List{"陈十 13800138008"}));
}

TEST(Mail, gives_what_can_be_read_of_broken_ones) {
  EXPECT_EQ(leads_in(sample("no_boundary.eml")), (List{"周六 13800138004"}));
  EXPECT_EQ(leads_in(sample("broken_off.eml")), (List{"吴七 13800138005"}));
  EXPECT_EQ(leads_in(sample("bare_document.eml")), (List{"蒋二 13800138010"}));
  EXPECT_EQ(leads_in(sample("wrong_charset.eml")), (List{"沈三 13800138011"}));
  EXPECT_EQ(leads_in(sample("no_message_id.eml")), (List{"韩四 13800138012"}));
  EXPECT_EQ(leads_in(sample("no_lead.eml")), List{});
  EXPECT_EQ(leads_in(""), List{});
}

TEST(Mail, does_not_follow_parts_without_end) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) {
    const auto mark = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
  }
  const auto message = mail::read_message(deep);
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error(), mail::Fault::too_deep);
  EXPECT_EQ(mail::read_message(std::string(mail::kMostBytes + 1, 'a')).error(), mail::Fault::too_large);
}

TEST(Mail, whatever_its_bytes_are_is_read_in_proportion_to_its_size) {
  std::mt19937 rng(5);
  for (const auto& file : std::filesystem::directory_iterator(GUANXI_SOURCE_DIR "/tests/fuzz/mail")) {
    const auto whole = sample(file.path().filename());
    for (int i = 0; i < 200; ++i) {
      auto raw = whole.substr(0, rng() % (whole.size() + 1));
      for (int j = 0; j < 5 && !raw.empty(); ++j) raw[rng() % raw.size()] = static_cast<char>(rng());
      documents_in(raw);
    }
  }
}

TEST(Mailbox, is_taken_apart_where_messages_begin) {
  std::ifstream in(GUANXI_SOURCE_DIR "/tests/fuzz/mail/two_in_a_box.mbox", std::ios::binary);
  mail::MboxReader box(in);
  const auto first = box.next(), second = box.next();
  ASSERT_TRUE(first && second);
  EXPECT_FALSE(box.next());
  EXPECT_TRUE(first->starts_with("From: Portal"));
  EXPECT_NE(first->find("\nFrom here on nothing."), std::string::npos);
  EXPECT_EQ(leads_in(*first), (List{"杨五 13800138013"}));
  EXPECT_EQ(leads_in(*second), (List{"朱六 13800138014"}));
}

TEST(Mailbox, may_be_empty_or_have_no_beginning) {
  std::istringstream empty(""), blank("\n\n"), bare("Subject: x\n\nhello\n");
  EXPECT_FALSE(mail::MboxReader(empty).next());
  EXPECT_FALSE(mail::MboxReader(blank).next());
  mail::MboxReader box(bare);
  EXPECT_EQ(box.next(), "Subject: x\n\nhello\n");
  EXPECT_FALSE(box.next());
}

class MailIntake : public testing::TestWithParam<database::Engine> {
 protected:
  MailTaken take(const std::string& raw, const std::optional<std::string>& provider = std::nullopt) {
    MailTaken taken;
    town.database().write([&](database::Transaction& tx) {
      taken = take_mail(tx, dealership::load_store(tx, town.home()), provider, raw, town.clock().now());
      return database::Outcome::keep;
    });
    return taken;
  }
  Town town{GetParam()};
};

TEST_P(MailIntake, stores_each_message_once) {
  const auto raw = sample("plain_body.eml");
  const auto taken = take(raw, "车网");
  ASSERT_EQ(taken.leads.size(), 1U);
  EXPECT_EQ(taken.leads[0].outcome, LeadOutcome::opened);
  const auto rows = town.row_counts();
  EXPECT_TRUE(take(raw).seen_before);
  EXPECT_TRUE(take("Received: by another relay\n" + raw).seen_before);
  EXPECT_EQ(town.row_counts(), rows);
  // Another text under the same Message-ID is another message.
  auto other = raw;
  other.replace(other.find("13800138000"), 11, "13800138099");
  other.replace(other.find(">1</id>"), 7, ">2</id>");
  EXPECT_EQ(take(other).leads.at(0).outcome, LeadOutcome::opened);
  const auto list = town.get("lin", "/stores/{home}/leads");
  EXPECT_EQ(list.text_at("/items/1/source"), "车网");
  EXPECT_EQ(list.text_at("/items/0/source"), "portal");
}

TEST_P(MailIntake, knows_messages_without_an_id_by_their_bytes) {
  const auto raw = sample("no_message_id.eml");
  EXPECT_FALSE(take(raw).seen_before);
  EXPECT_TRUE(take(raw + "\r\n").seen_before);
}

TEST_P(MailIntake, keeps_and_counts_what_it_refuses) {
  EXPECT_EQ(take(sample("no_lead.eml"), "车网").leads.at(0).fault, LeadFault::no_adf);
  EXPECT_EQ(take(std::string(mail::kMostBytes + 1, 'a')).leads.at(0).fault, LeadFault::too_large);
  EXPECT_EQ(take("<adf></adf>").leads.at(0).fault, LeadFault::no_prospect);
  EXPECT_TRUE(take(sample("no_lead.eml")).seen_before);
  const auto summary = town.get("lin", "/stores/{home}/leads/summary");
  EXPECT_EQ(summary.number_at("refused"), 3);
  EXPECT_EQ(summary.body.at("faults").as_array().size(), 3U);
  const auto list = town.get("lin", "/stores/{home}/leads?state=refused");
  const auto oldest = list.text_at("/items/2/id");
  EXPECT_EQ(list.text_at("/items/2/source"), "车网");
  EXPECT_NE(town.get("lin", "/stores/{home}/leads/" + oldest).text_at("raw").find("Cheap tyres"),
            std::string::npos);
  EXPECT_EQ(town.get("market", "/stores/{home}/leads/" + oldest).text_at("raw"), "");
  EXPECT_EQ(town.get("chen", "/stores/{home}/leads/" + oldest).status, 404);
}

INSTANTIATE_TEST_SUITE_P(Engines, MailIntake, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
