// Holds an answer against the API's own description: a small reading of JSON Schema, written apart from the
// code that makes the description.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

namespace guanxi::town {

class OpenApiCheck {
 public:
  explicit OpenApiCheck(const std::string& document);

  /// What is wrong with an answer to this request; empty when it is as described. An operation or status that
  /// is not described is wrong. `path` is without /api/v1 and without query.
  std::vector<std::string> wrongs(const std::string& method, const std::string& path, int status,
                                  const std::string& content_type, const std::string& body) const;

  /// The description itself, and a named schema of it in the place of a reference.
  const boost::json::value& document() const { return document_; }
  const boost::json::object& resolved(const boost::json::object& schema) const;
  /// A value that the schema allows: the smallest texts, lists of one, everything that is required.
  boost::json::value example(const boost::json::object& schema) const;

 private:
  const boost::json::object* operation(const std::string& method, const std::string& path) const;
  void check(const boost::json::value& value, const boost::json::object& schema, const std::string& at,
             std::vector<std::string>& wrongs) const;
  void check_object(const boost::json::object& value, const boost::json::object& schema,
                    const std::string& at, std::vector<std::string>& wrongs) const;
  bool has_type(const boost::json::value& value, const boost::json::value& type) const;

  boost::json::value document_;
};

}  // namespace guanxi::town
