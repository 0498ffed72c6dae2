// A quote on paper: what the customer takes home.
#pragma once

#include "platform/documents/paper.h"
#include "platform/words/words.h"
#include "prospects/quote_view.h"

namespace guanxi::prospects {

/// One version as a document in either language. What is no longer valid says so at the top.
documents::Document document_of(const QuotePaper& paper, Language language);

/// "quote-Q-2026-000123-v2.pdf": of letters, digits and "-" alone.
std::string file_name_of(const QuotePaper& paper);

}  // namespace guanxi::prospects
