#include "prospects/contacts.h"

#include "prospects/choice_words.h"

namespace guanxi::prospects {
namespace {

/// What address books have no field for. WeChat stands here, too: telephones drop fields they do not know.
std::string note_of(const CardView& card, Language language) {
  const bool zh = language == Language::zh;
  std::string note;
  const auto add = [&](const char* chinese, const char* english, const std::string& value) {
    if (!note.empty()) note += '\n';
    note += zh ? std::string(chinese) + "：" + value : std::string(english) + ": " + value;
  };
  if (card.customer.wechat) add("微信", "WeChat", *card.customer.wechat);
  if (card.model) add("意向车型", "Model", card.model->name);
  return note;
}

}  // namespace

void add_contact(content_lines::Writer& lines, const CardView& card, const dealership::Store& store,
                 Language language) {
  lines.begin("VCARD");
  lines.add("VERSION", "3.0");
  lines.add("PRODID", "-//Guanxi//Guanxi//ZH");
  lines.add("UID", "urn:uuid:" + card.customer.id);
  // Names are kept as they are said, in one piece; which part is the family's nobody knows.
  lines.add("N", content_lines::escape(card.customer.name) + ";;;;");
  lines.add_text("FN", card.customer.name);
  if (card.customer.phone) lines.add("TEL;TYPE=CELL", content_lines::escape(*card.customer.phone));
  if (card.customer.email) lines.add_text("EMAIL;TYPE=INTERNET", *card.customer.email);
  if (card.customer.wechat) lines.add_text("X-WECHAT", *card.customer.wechat);
  lines.add_text("ORG", store.name);
  lines.add_text("CATEGORIES", label_of(store, card.grade));
  const auto note = note_of(card, language);
  if (!note.empty()) lines.add_text("NOTE", note);
  lines.end("VCARD");
}

}  // namespace guanxi::prospects
