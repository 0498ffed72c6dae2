// What choices are called in files that people take away.
#pragma once

#include "platform/words/words.h"
#include "prospects/appointment.h"
#include "prospects/card_table.h"
#include "prospects/quote.h"

namespace guanxi::prospects {

/// What the store calls the grade: wherever a person reads one, it is this. Codes stay what machines read.
std::string label_of(const dealership::Store& store, Grade grade);
std::string word_for(CardStanding standing, Language language);
std::string word_for(reception::PurchaseWhen when, Language language);
std::string word_for(AppointmentPurpose purpose, Language language);
std::string word_for(Sureness sureness, Language language);
std::string word_for(QuoteLineKind kind, Language language);
std::string heading_of(CardColumn column, Language language);

}  // namespace guanxi::prospects
