// What is sold: brand, series, model and list price.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "platform/http/paging.h"
#include "platform/wrongs.h"

namespace guanxi::dealership {

struct Model {
  std::string id, brand, series, name;
  std::int64_t list_price = 0;  ///< minor units of `currency`
  std::string currency;
  bool retired = false;
  std::int64_t version = 1;
  BOOST_DESCRIBE_CLASS(Model, (), (id, brand, series, name, list_price, currency, retired, version), (), ())
};

using Price = json::Number<0, 100000000000>;

struct NewModel {
  json::Id id;
  json::Line<40> brand, series;
  json::Line<80> name;
  Price list_price;
  json::Line<3> currency;
  BOOST_DESCRIBE_CLASS(NewModel, (), (id, brand, series, name, list_price, currency), (), ())
};
struct ModelEdit {
  json::Line<40> brand, series;
  json::Line<80> name;
  Price list_price;
  json::Line<3> currency;
  bool retired = false;
  BOOST_DESCRIBE_CLASS(ModelEdit, (), (brand, series, name, list_price, currency, retired), (), ())
};

/// Adds a model; the same id a second time gives the model that is there. Refuses a model of the same brand,
/// series and name (`model_exists`, or `model_exists_retired` when that one is no longer sold). `wrongs` is
/// what is wrong with the input's shape: the refusal names every wrong field at once.
Result<Model> create_model(database::Transaction& tx, const Actor& actor, const NewModel& input, Instant now,
                           Wrongs wrongs = {});
/// Edits or retires a model. A new name must not be that of another; what was twice before may stay so.
Result<Model> edit_model(database::Transaction& tx, const Actor& actor, const std::string& id,
                         const ModelEdit& input, std::int64_t version, Instant now, Wrongs wrongs = {});
std::optional<Model> find_model(database::Transaction& tx, std::string_view id);
/// Models whose brand, series, name or pinyin contains `q`, by brand, series and name, so that the variants
/// of a series stand together; those behind the model whose id is the cursor.
http::Page<Model> list_models(database::Transaction& tx, const std::optional<std::string>& q,
                              bool retired_too, const std::optional<std::string>& cursor, std::int64_t limit);

}  // namespace guanxi::dealership
