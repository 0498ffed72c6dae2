#include "platform/push/sealing.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include "platform/text/base64url.h"

namespace guanxi::push {
namespace {

using text::from_base64url;
using text::to_base64url;

// The example of RFC 8291, appendix A.
constexpr std::string_view kWords = "When I grow up, I want to be a watermelon";
constexpr std::string_view kSenderSecret = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
constexpr std::string_view kSenderPoint =
    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
constexpr std::string_view kPoint =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
constexpr std::string_view kAuth = "BTBZMqHH6r4Tts7J_aSIgg";
constexpr std::string_view kSalt = "DGv6ra1nlYgDCS1FRnbzlw";
constexpr std::string_view kBody =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8w"
    "EqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

CurveKey example_sender() { return pair_of(*from_base64url(kSenderSecret), *from_base64url(kSenderPoint)); }

TEST(Sealing, agrees_with_the_example_of_the_standard) {
  const auto receiver = read_receiver("https://push.example/1", kPoint, kAuth);
  ASSERT_TRUE(receiver.has_value());
  const auto sender = example_sender();
  ASSERT_TRUE(sender);
  EXPECT_EQ(to_base64url(seal_with(kWords, *receiver, sender, *from_base64url(kSalt))), kBody);
}

TEST(Sealing, never_seals_the_same_words_alike) {
  const auto receiver = read_receiver("https://push.example/1", kPoint, kAuth);
  const auto once = seal(kWords, *receiver);
  const auto again = seal(kWords, *receiver);
  EXPECT_NE(once, again);
  EXPECT_EQ(once.size(), 16 + 4 + 1 + kPointSize + kWords.size() + 1 + 16);
  EXPECT_NE(once.substr(21, kPointSize), again.substr(21, kPointSize));
  EXPECT_EQ(seal(std::string(kMostWords, 'x'), *receiver).size(), 86 + kMostWords + 17);  // within 4096
  EXPECT_THROW(seal(std::string(kMostWords + 1, 'x'), *receiver), std::runtime_error);
}

TEST(Sealing, takes_only_keys_that_a_browser_can_have) {
  EXPECT_FALSE(read_receiver("", "", kAuth));
  EXPECT_FALSE(read_receiver("", kPoint.substr(0, kPoint.size() - 2), kAuth));
  EXPECT_FALSE(read_receiver("", kPoint, kAuth.substr(1)));
  EXPECT_FALSE(read_receiver("", "BP4+/w", kAuth));
  auto beside = *from_base64url(kPoint);
  beside[40] = static_cast<char>(beside[40] ^ 1);  // no point of the curve
  EXPECT_FALSE(read_receiver("", to_base64url(beside), kAuth));
}

TEST(Curve, signs_what_others_can_check) {
  const auto key = new_pair();
  const auto signature = sign(key, "words");
  ASSERT_EQ(signature.size(), 64U);
  // The pair (r, s) as OpenSSL writes it (DER), put together by hand.
  const auto number = [](std::string_view bytes) {
    while (bytes.size() > 1 && bytes[0] == '\0') bytes.remove_prefix(1);
    const std::string lead(static_cast<unsigned char>(bytes[0]) >= 0x80 ? 1 : 0, '\0');
    return std::string("\x02") + static_cast<char>(lead.size() + bytes.size()) + lead + std::string(bytes);
  };
  const auto pair =
      number(std::string_view(signature).substr(0, 32)) + number(std::string_view(signature).substr(32));
  const auto written = std::string("\x30") + static_cast<char>(pair.size()) + pair;
  const auto other = public_of(point_of(key));
  const auto holds = [&](std::string_view words) {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, other.get());
    const int result =
        EVP_DigestVerify(context, reinterpret_cast<const unsigned char*>(written.data()), written.size(),
                         reinterpret_cast<const unsigned char*>(words.data()), words.size());
    EVP_MD_CTX_free(context);
    return result == 1;
  };
  EXPECT_TRUE(holds("words"));
  EXPECT_FALSE(holds("other words"));
}

TEST(Curve, keeps_a_pair_through_its_numbers) {
  const auto key = new_pair();
  const auto again = pair_of(secret_of(key), point_of(key));
  ASSERT_TRUE(again);
  const auto other = new_pair();
  EXPECT_EQ(agree(again, public_of(point_of(other))), agree(other, public_of(point_of(key))));
  EXPECT_FALSE(pair_of(secret_of(other), point_of(key)));
}

}  // namespace
}  // namespace guanxi::push
