#include "platform/mail/writing.h"

#include <algorithm>

#include "platform/mail/gmime.h"

namespace guanxi::mail {
namespace {

// The library's own casts go by a pointer to nothing; parts and messages begin with the object that they are.

/// A header ends with its line: what stands behind one would be another header.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

void add_text(GMimeMessage* message, const std::string& text) {
  const Held<GMimeTextPart> part(g_mime_text_part_new_with_subtype("plain"));
  g_mime_text_part_set_charset(part.get(), "utf-8");
  g_mime_text_part_set_text(part.get(), text.c_str());
  g_mime_part_set_content_encoding(reinterpret_cast<GMimePart*>(part.get()), GMIME_CONTENT_ENCODING_BASE64);
  g_mime_message_set_mime_part(message, reinterpret_cast<GMimeObject*>(part.get()));
}

std::string on_the_wire(GMimeMessage* message) {
  auto* options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  char* written = g_mime_object_to_string(reinterpret_cast<GMimeObject*>(message), options);
  std::string text(written);
  g_free(written);
  g_mime_format_options_free(options);
  return text;
}

}  // namespace

std::string write_letter(const Letter& letter) {
  start_library();
  const Held<GMimeMessage> message(g_mime_message_new(TRUE));
  const auto name = on_one_line(letter.from_name);
  g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, name.c_str(),
                             on_one_line(letter.from).c_str());
  g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_TO, nullptr, on_one_line(letter.to).c_str());
  g_mime_message_set_subject(message.get(), on_one_line(letter.subject).c_str(), "utf-8");
  g_mime_message_set_message_id(message.get(), on_one_line(letter.id).c_str());
  auto* at = g_date_time_new_from_unix_utc(letter.at / kSecond);
  g_mime_message_set_date(message.get(), at);
  g_date_time_unref(at);
  g_mime_object_set_header(reinterpret_cast<GMimeObject*>(message.get()), "Auto-Submitted", "auto-generated",
                           nullptr);
  add_text(message.get(), letter.text);
  return on_the_wire(message.get());
}

}  // namespace guanxi::mail
