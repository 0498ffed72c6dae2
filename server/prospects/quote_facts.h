// What is announced about quotes; the subject is the card.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>

namespace guanxi::prospects {

struct QuoteGiven {
  static constexpr std::string_view kind = "quote_given";
  std::string quote_id, number;
  std::int64_t n, total;  ///< which version; minor units
  BOOST_DESCRIBE_CLASS(QuoteGiven, (), (quote_id, number, n, total), (), ())
};
struct QuoteWithdrawn {
  static constexpr std::string_view kind = "quote_withdrawn";
  std::string quote_id, number;
  std::int64_t n;
  BOOST_DESCRIBE_CLASS(QuoteWithdrawn, (), (quote_id, number, n), (), ())
};
/// An order was made from it.
struct QuoteAccepted {
  static constexpr std::string_view kind = "quote_accepted";
  std::string quote_id, number;
  std::int64_t n;
  std::string order_id;
  BOOST_DESCRIBE_CLASS(QuoteAccepted, (), (quote_id, number, n, order_id), (), ())
};

}  // namespace guanxi::prospects
