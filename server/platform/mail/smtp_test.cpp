#include "platform/mail/smtp.h"

#include <gtest/gtest.h>

#include "platform/mail/message.h"
#include "town/smtp_stub.h"

namespace guanxi::mail {
namespace {

Letter a_letter() {
  return {"019cbbb9@guanxi", "", "", "chen@example.com", "新线索：王小明", "云岭 5\n.\n请在 10:05 前联系。\n",
          1772589600000};
}

TEST(Smtp, hands_in_a_letter_that_says_in_every_language_what_was_written) {
  town::SmtpStub stub;
  const Server server{stub.url(), "", "", "crm@example.com"};
  const auto handed = hand_in(server, a_letter());
  ASSERT_TRUE(handed.taken) << handed.why;
  ASSERT_EQ(stub.letters().size(), 1U);
  const auto letter = stub.letters()[0];
  EXPECT_TRUE(letter.starts_with("<chen@example.com>\n"));
  EXPECT_NE(letter.find("Message-Id: <019cbbb9@guanxi>"), letter.npos) << letter;
  EXPECT_NE(letter.find("Auto-Submitted: auto-generated"), letter.npos);
  EXPECT_NE(letter.find("Date: Wed, 04 Mar 2026 02:00:00 +0000"), letter.npos);
  EXPECT_NE(letter.find("Subject: =?"), letter.npos);
  for (const char c : letter) EXPECT_LT(static_cast<unsigned char>(c), 0x80);  // what any server carries
  const auto read = read_message(letter.substr(letter.find('\n') + 1));
  ASSERT_TRUE(read && read->parts.size() == 1);
  EXPECT_EQ(read->parts[0].text, a_letter().text);
}

TEST(Smtp, lets_nobody_write_headers_of_their_own) {
  auto letter = a_letter();
  letter.subject = "x\r\nBcc: all@example.com";
  letter.to = "chen@example.com\nBcc: all@example.com";
  const auto written = write_letter(letter);
  EXPECT_EQ(written.find("\nBcc:"), written.npos) << written;
}

TEST(Smtp, tells_a_mailbox_that_is_not_there_from_a_way_that_is_blocked) {
  town::SmtpStub stub;
  const Server server{stub.url(), "", "", "crm@example.com"};
  stub.answer_with(550);
  const auto nobody = hand_in(server, a_letter());
  EXPECT_FALSE(nobody.taken);
  EXPECT_TRUE(nobody.refused_for_good);
  EXPECT_NE(nobody.why.find("550"), nobody.why.npos);
  stub.answer_with(451);
  const auto busy = hand_in(server, a_letter());
  EXPECT_FALSE(busy.taken);
  EXPECT_FALSE(busy.refused_for_good);
  const auto away = hand_in({"smtp://127.0.0.1:1", "", "", "crm@example.com"}, a_letter());
  EXPECT_FALSE(away.taken);
  EXPECT_FALSE(away.refused_for_good);
  EXPECT_FALSE(away.why.empty());
  EXPECT_TRUE(stub.letters().empty());
}

}  // namespace
}  // namespace guanxi::mail
