#include "reception/import_row.h"

#include "platform/clock/digits.h"
#include "platform/text/search_keys.h"
#include "platform/text/utf8.h"
#include "reception/import_arrival.h"
#include "reception/import_parts.h"

namespace guanxi::reception {
namespace {

constexpr std::string_view kUnknownReason = "U9.unknown";

std::expected<void, RowRefusal> read_reception(const RowCells& row, const ImportContext& context,
                                               Visit& visit) {
  const auto way = TRY(row.understood(Field::way, read_way));
  const auto said = TRY(row.understood(Field::occasion, read_occasion));
  if (way) visit.way = way->way;
  visit.kind = visit.way == Way::call ? Kind::call : Kind::visit;
  if (way && way->occasion) visit.occasion = *way->occasion;
  if (said) visit.occasion = *said;
  visit.party_size = TRY(row.understood(Field::party_size, read_party_size)).value_or(1);
  visit.salesperson_id =
      TRY(named(row, Field::salesperson, context.people, "unknown_person", "several_people"));
  visit.channel_code =
      TRY(named(row, Field::channel, context.channels, "unknown_channel", "several_channels"));
  return {};
}

std::expected<void, RowRefusal> read_wish(const RowCells& row, const ImportContext& context, Visit& visit) {
  Details& details = visit.details;
  details.model_id = TRY(named(row, Field::model, context.models, "unknown_model", "several_models"));
  const auto price = TRY(read_price_of(row, context));
  details.price_from = price.from;
  details.price_to = price.to;
  details.purchase_when = TRY(row.understood(Field::grade, [&](std::string_view cell) {
    return read_grade(with_letter(cell, context.store.grade_labels));
  }));
  const auto purchase = TRY(row.understood(
      Field::purchase_day, [&](std::string_view cell) { return read_purchase(cell, context.default_year); }));
  if (purchase) {
    details.purchase_when = purchase->when;
    details.purchase_day = purchase->day;
  }
  if (details.purchase_day && *details.purchase_day < visit.day) {
    return std::unexpected(row.refusal(Field::purchase_day, "before_the_visit"));
  }
  return {};
}

std::expected<void, RowRefusal> read_register(const RowCells& row, Details& details) {
  details.transport = read_transport(row.cell(Field::transport));
  details.colour = TRY(line_unless_none(row, Field::colour));
  details.current_car = TRY(line_unless_none(row, Field::current_car));
  details.competing_model = TRY(line_unless_none(row, Field::competing_model));
  details.questionnaire = TRY(row.understood(Field::questionnaire, read_yes_no));
  return {};
}

std::expected<void, RowRefusal> read_how_received(const RowCells& row, Details& details) {
  details.asks = TRY(row.understood(Field::asks, read_asks));
  details.second_face = TRY(row.understood(Field::second_face, read_yes_no));
  details.test_drive = TRY(row.understood(Field::test_drive, read_yes_no));
  details.quote = TRY(row.understood(Field::quote, read_yes_no));
  details.trade_in = TRY(row.understood(Field::trade_in, read_yes_no));
  details.story = TRY(row.paragraph(Field::story));
  return {};
}

/// The log reads a grade as a time of purchase, which says less than the letter; so the letter itself stays
/// in the story. A card's own grade moves on with the days, and is another thing.
void keep_grade(const RowCells& row, const ImportContext& context, Details& details) {
  constexpr std::size_t kShown = 20;
  const auto grade = row.cell(Field::grade);
  if (text::fold(grade).empty()) return;
  const bool chinese = context.store.country == "CN";
  const auto sentence =
      (chinese ? "原表级别：" : "Grade in the file: ") + cut(grade, kShown) + (chinese ? "。" : ".");
  auto story = details.story ? *details.story + "\n" + sentence : sentence;
  const bool fits = cut(story, longest(Field::story)) == story;
  if (fits || !details.story) details.story = std::move(story);
}

/// Who the visitor is, if the row says how to reach them.
std::expected<std::optional<OldCustomer>, RowRefusal> read_customer(const RowCells& row,
                                                                    const ImportContext& context) {
  OldCustomer customer;
  auto name = TRY(row.line(Field::customer_name));
  customer.sex = TRY(row.understood(Field::sex, read_sex));
  const auto phone = TRY(read_contact(row, Field::phone));
  const auto wechat = TRY(read_contact(row, Field::wechat));
  const auto plate = TRY(read_contact(row, Field::plate));
  if (!phone && !wechat) return std::nullopt;
  auto contacts = dealership::check_contacts(context.store, phone, wechat, plate, "");
  if (!contacts) return std::unexpected(row.refusal(Field::phone, contacts.error().errors.at(0).code));
  if (!name) return std::unexpected(row.refusal(Field::customer_name, "name_needed"));
  customer.name = *std::move(name);
  customer.contacts = *std::move(contacts);
  return customer;
}

void exclude(Visit& visit, std::string code, const ImportContext& context) {
  visit.exclusion_code = std::move(code);
  visit.exclusion_asked_by = visit.salesperson_id.value_or(context.importer_id);
  const bool by_two = visit.exclusion_asked_by != context.importer_id;
  visit.standing = by_two ? Standing::excluded : Standing::exclusion_asked;
  if (by_two) visit.exclusion_confirmed_by = context.importer_id;
}

/// What became of the visit: excluded, filed or unfiled.
std::expected<void, RowRefusal> read_outcome(const RowCells& row, const ImportContext& context,
                                             OldVisit& old) {
  Visit& visit = old.visit;
  auto customer = TRY(read_customer(row, context));
  if (!says_none(row.cell(Field::exclusion))) {
    auto code =
        TRY(named(row, Field::exclusion, context.exclusions, "unknown_exclusion", "several_exclusions"));
    if (code) exclude(visit, *std::move(code), context);
  }
  if (visit.standing == Standing::open && customer) {
    visit.standing = Standing::filed;
    old.customer = std::move(customer);
  } else if (visit.standing == Standing::open) {
    visit.standing = Standing::unfiled;
    visit.reason_code = context.reasons.find(row.cell(Field::reason)).value_or(std::string(kUnknownReason));
  }
  visit.closed_at = visit.left_at.value_or(visit.arrived_at);
  return {};
}

/// Appends parts with a mark between them that no cell may hold.
class Content {
 public:
  void add(std::string_view part) { (text_ += part) += '\x1f'; }
  void add(const std::string& part) { add(std::string_view(part)); }
  void add(const std::optional<std::string>& part) {
    add(part ? std::string_view(*part) : std::string_view());
  }
  void add(std::int64_t number) { add(std::string_view(std::to_string(number))); }
  template <class T>
  requires std::is_integral_v<T>
  void add(const std::optional<T>& number) {
    add(number ? std::string_view(std::to_string(*number)) : std::string_view());
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

/// Only what the row says, so that rows brought in before these columns were known are still recognised.
void add_register(const Visit& visit, Content& content) {
  const Details& details = visit.details;
  const auto add = [&content](std::string_view name, const auto& said) {
    if (!said) return;
    content.add(name);
    content.add(said);
  };
  add("appointed", visit.appointed_at);
  add("transport", details.transport ? std::optional(json::to_word(*details.transport)) : std::nullopt);
  add("colour", details.colour);
  add("current_car", details.current_car);
  add("competing_model", details.competing_model);
  add("questionnaire", details.questionnaire);
}

/// What was understood where that is clear-cut; the words themselves, folded, where later changes of the
/// store's lists would give them another meaning.
std::string content_of(const RowCells& row, const OldVisit& old) {
  const Visit& visit = old.visit;
  const Details& details = visit.details;
  Content content;
  content.add(visit.day);
  content.add(old.time_given ? std::optional(visit.arrived_at) : std::nullopt);
  content.add(visit.left_at);
  content.add(json::to_word(visit.way));
  content.add(text::fold(row.cell(Field::occasion)));
  content.add(visit.party_size);
  content.add(visit.salesperson_id);
  for (const auto field : {Field::customer_name, Field::wechat, Field::plate, Field::sex, Field::reason,
                           Field::exclusion, Field::purchase_day, Field::grade, Field::story}) {
    content.add(text::fold(row.cell(field)));
  }
  content.add(old.customer ? old.customer->contacts.phone : std::nullopt);
  content.add(visit.channel_code);
  content.add(details.model_id);
  content.add(details.price_from);
  content.add(details.price_to);
  content.add(details.asks);
  for (const auto& answer : {details.second_face, details.test_drive, details.quote, details.trade_in}) {
    content.add(answer);
  }
  add_register(visit, content);
  return content.take();
}

}  // namespace

ColumnsByField::ColumnsByField(const FieldColumns& columns) {
  column_.fill(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i]) column_[static_cast<std::size_t>(*columns[i])] = i;
  }
  for (auto& column : column_) {
    if (column == columns.size()) column = static_cast<std::size_t>(-1);
  }
}

std::string_view ColumnsByField::cell(const tables::Cells& cells, Field field) const {
  const auto column = column_[static_cast<std::size_t>(field)];
  return column < cells.size() ? trimmed(cells[column]) : std::string_view();
}

std::expected<OldVisit, RowRefusal> understand_row(const tables::Cells& cells, const ColumnsByField& columns,
                                                   const ImportContext& context) {
  const RowCells row(cells, columns);
  OldVisit old;
  old.visit.store_id = context.store.id;
  old.time_given = TRY(read_times(row, context, old.visit));
  TRY(read_reception(row, context, old.visit));
  TRY(read_appointment(row, context, old.visit));
  TRY(read_wish(row, context, old.visit));
  TRY(read_how_received(row, old.visit.details));
  keep_grade(row, context, old.visit.details);
  TRY(read_register(row, old.visit.details));
  TRY(read_outcome(row, context, old));
  old.content = content_of(row, old);
  return old;
}

}  // namespace guanxi::reception
