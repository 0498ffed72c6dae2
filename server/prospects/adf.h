// Leads as other companies send them: ADF 1.0, an XML that few write as it is described. Reading only.
//
// Source: the DTD and the deviations seen in practice (domain brief §11). What can be understood is taken,
// nothing outside of the document is ever looked up: no DTD, no entity.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/clock/clock.h"

namespace guanxi::prospects {

struct AdfVehicle {
  std::string interest;  ///< buy, lease, sell, trade-in, test-drive; "buy" when nothing is said
  bool used = false;
  std::string year, make, model, trim, comments;
};

/// One `prospect` of the document. Texts are one line each, trimmed; empty when nothing is said.
struct AdfLead {
  std::string id_source, id;  ///< the sender's own; `resend` tells one that came before
  bool resend = false;
  std::optional<Instant> requested_at;
  std::string name, email;
  std::vector<std::string> phones;  ///< as written, those that they prefer and mobiles first, never a fax
  std::vector<AdfVehicle> vehicles;
  std::string earliest, latest;  ///< days "YYYY-MM-DD" between which they mean to buy
  std::string comments, vendor, provider;

  bool has_contact() const { return !email.empty() || !phones.empty(); }
};

/// Why a document cannot be read.
enum class AdfFault {
  too_large,    ///< more than half a megabyte
  too_deep,     ///< more than a hundred elements in each other
  no_adf,       ///< nothing in it looks like ADF
  no_prospect,  ///< no prospect in it
};

/// Reads a document, or the body of a mail with one in it, in UTF-8 or GB18030 or else Latin-1. Takes a time
/// in proportion to its size.
std::expected<std::vector<AdfLead>, AdfFault> parse_adf(std::string_view document);

}  // namespace guanxi::prospects
