#include "platform/facts/facts.h"

#include "platform/identity/uuid.h"

namespace guanxi::facts {
namespace {

/// What open screens are told: enough to know what to ask for again, nothing that needs permission to read.
struct Note {
  std::string store_id, kind, subject_kind, subject_id;
  BOOST_DESCRIBE_CLASS(Note, (), (store_id, kind, subject_kind, subject_id), (), ())
};

}  // namespace

void write(database::Transaction& tx, const Happening& happening, std::string_view kind,
           const std::string& data) {
  static constexpr std::string_view kInsert =
      "INSERT INTO fact_log (store_id, id, at, kind, actor_id, subject_kind, subject_id, data)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
  const auto actor = happening.actor_id.empty() ? std::nullopt : std::optional(happening.actor_id);
  tx.execute(kInsert, happening.store_id, new_uuid(happening.at), happening.at, kind, actor,
             happening.subject_kind, happening.subject_id, data);
  tx.announce(json::to_text(
      Note{happening.store_id, std::string(kind), happening.subject_kind, happening.subject_id}));
}

}  // namespace guanxi::facts
