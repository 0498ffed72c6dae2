// Prospects as cards of an address book (vCard 3.0, RFC 2426: what telephones take).
#pragma once

#include "platform/content_lines/content_lines.h"
#include "prospects/card_view.h"

namespace guanxi::prospects {

/// Contacts of so many prospects were taken away as cards of an address book. Whose stays out of the log.
struct ContactsExported {
  static constexpr std::string_view kind = "contacts_exported";
  std::int64_t contacts;
  BOOST_DESCRIBE_CLASS(ContactsExported, (), (contacts), (), ())
};

/// Adds the customer of a card: name, telephone, WeChat, e-mail, the store that knows them, grade and model.
void add_contact(content_lines::Writer& lines, const CardView& card, const dealership::Store& store,
                 Language language);

}  // namespace guanxi::prospects
