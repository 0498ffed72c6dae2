#include "reception/import_listed.h"

#include "platform/identity/uuid.h"
#include "platform/text/email.h"
#include "platform/text/search_keys.h"
#include "reception/import_parts.h"
#include "reception/import_place.h"

namespace guanxi::reception {
namespace {

using Text = std::optional<std::string>;

/// A day of the row, in the past or today unless `later` is allowed.
std::expected<Text, RowRefusal> read_day(const RowCells& row, Field field, const ImportContext& context,
                                         bool later) {
  const auto cell = row.cell(field);
  if (says_none(cell)) return std::nullopt;
  const auto date = tables::parse_date(cell, context.default_year);
  if (!date) return std::unexpected(row.refusal(field, "not_a_date"));
  if (!later && date->day > context.zone.day(context.now))
    return std::unexpected(row.refusal(field, "in_the_future"));
  return date->day;
}

std::expected<void, RowRefusal> read_who(const RowCells& row, const ImportContext& context,
                                         ListedProspect& listed) {
  const auto name = TRY(row.line(Field::customer_name));
  if (!name) return std::unexpected(row.refusal(Field::customer_name, "name_needed"));
  listed.name = *name;
  listed.sex = TRY(row.understood(Field::sex, read_sex));
  if (const auto written = TRY(read_contact(row, Field::email))) {
    listed.email = text::normalise_email(*written);
    if (!listed.email) return std::unexpected(row.refusal(Field::email, "not_an_email"));
  }
  const auto phone = TRY(read_contact(row, Field::phone));
  const auto wechat = TRY(read_contact(row, Field::wechat));
  const auto plate = TRY(read_contact(row, Field::plate));
  auto contacts =
      dealership::check_contacts(context.store, phone, wechat, plate, "", listed.email.has_value());
  if (!contacts) return std::unexpected(row.refusal(Field::phone, contacts.error().errors.at(0).code));
  listed.contacts = *std::move(contacts);
  return {};
}

std::expected<void, RowRefusal> read_wants(const RowCells& row, const ImportContext& context,
                                           ListedProspect& listed) {
  listed.channel_code =
      TRY(named(row, Field::channel, context.channels, "unknown_channel", "several_channels"));
  listed.model_id = TRY(named(row, Field::model, context.models, "unknown_model", "several_models"));
  listed.colour = TRY(line_unless_none(row, Field::colour));
  listed.competing_model = TRY(line_unless_none(row, Field::competing_model));
  listed.trade_in = TRY(row.understood(Field::trade_in, read_yes_no));
  const auto price = TRY(read_price_of(row, context));
  listed.price_from = price.from;
  listed.price_to = price.to;
  return {};
}

/// "h（7天内）" -> "H", and so is what the store calls its H; nothing for a grade that says nothing about
/// when.
std::expected<Text, RowRefusal> read_letter(const RowCells& row, const ImportContext& context) {
  const auto cell = with_letter(row.cell(Field::grade), context.store.grade_labels);
  const auto folded = text::fold(cell);
  const auto when = TRY(row.understood(Field::grade, [&](std::string_view) { return read_grade(cell); }));
  if (when) return std::string(1, static_cast<char>(folded[0] - 'a' + 'A'));
  // Of the letters that are read but say nothing about when, only N is somebody to follow up.
  const bool closed =
      !folded.empty() && std::string_view("odfltmx").find(folded[0]) != std::string_view::npos;
  if (closed) return std::unexpected(row.refusal(Field::grade, "no_open_prospect"));
  return std::nullopt;
}

std::expected<void, RowRefusal> read_when(const RowCells& row, const ImportContext& context,
                                          ListedProspect& listed) {
  const auto today = context.zone.day(context.now);
  listed.grade = TRY(read_letter(row, context));
  const auto purchase = TRY(row.understood(
      Field::purchase_day, [&](std::string_view cell) { return read_purchase(cell, context.default_year); }));
  if (purchase) {
    listed.purchase_when = purchase->when;
    listed.purchase_day = purchase->day;
    listed.grade.reset();  // it follows from the day
  }
  listed.registered_on = TRY(read_day(row, Field::registered_on, context, false));
  listed.last_contact_on = TRY(read_day(row, Field::last_contact_on, context, false));
  if (listed.registered_on && listed.last_contact_on && *listed.last_contact_on < *listed.registered_on)
    return std::unexpected(row.refusal(Field::last_contact_on, "before_registered"));
  listed.next_on = TRY(read_day(row, Field::next_on, context, true));
  if (listed.next_on) listed.next_on = std::max(*listed.next_on, today);
  return {};
}

/// The list may have grown a remark since, or a grade: it is the same prospect.
std::string id_of(const ImportContext& context, const ListedProspect& listed) {
  const auto& [phone, wechat, plate] = listed.contacts;
  const auto contact = phone ? *phone : wechat ? *wechat : *listed.email;
  return uuid_of("prospect " + context.store.id + " " + contact + " " + listed.registered_on.value_or(""));
}

dealership::Customer customer_of(const ListedProspect& listed, const ImportContext& context) {
  auto customer = new_customer(context, {listed.name, listed.sex, listed.contacts});
  customer.email = listed.email;
  customer.salesperson_id = listed.salesperson_id;
  customer.created_at = listed.registered_on ? context.zone.start_of(*listed.registered_on) : context.now;
  return customer;
}

std::optional<dealership::Match> on_file(database::Transaction& tx, const ListedProspect& listed,
                                         const ImportContext& context) {
  return dealership::match(tx, context.store.id,
                           {listed.contacts.phone, listed.contacts.wechat, listed.email});
}

/// Whether the row is nobody new, or cannot be told from somebody else; then the outcome says so.
bool is_settled(database::Transaction& tx, const ListedProspect& listed,
                const std::optional<dealership::Match>& known, RowOutcome& outcome,
                const ImportContext& context) {
  const auto& keeper = card_keeper();
  if (known && known->other_phone) {
    refuse_contact(outcome, listed.contacts.wechat);
  } else if (known && keeper.has_open_card(tx, context.store.id, known->customer.id)) {
    settle(outcome, RowResult::match, "has_card");
  } else if (keeper.was_listed(tx, context.store.id, listed.id)) {
    settle(outcome, RowResult::match, "row_is_there");
  } else {
    return false;
  }
  return true;
}

}  // namespace

CardKeeper& card_keeper() {
  static CardKeeper keeper{};
  return keeper;
}

std::expected<ListedProspect, RowRefusal> understand_listed(const tables::Cells& cells,
                                                            const ColumnsByField& columns,
                                                            const ImportContext& context) {
  const RowCells row(cells, columns);
  ListedProspect listed;
  TRY(read_who(row, context, listed));
  TRY(read_wants(row, context, listed));
  TRY(read_when(row, context, listed));
  const auto person = TRY(named(row, Field::salesperson, context.people, "unknown_person", "several_people"));
  if (person && context.at_work.contains(*person)) listed.salesperson_id = person;
  listed.remark = TRY(row.paragraph(Field::story));
  listed.id = id_of(context, listed);
  return listed;
}

void try_listed(database::Transaction& tx, const ListedProspect& listed, RowOutcome& outcome,
                const ImportContext& context, TrialMemory& memory) {
  const auto known = memory.still_known(listed, on_file(tx, listed, context));
  const auto met = memory.meet(listed, known);
  if (met == TrialMemory::Met::card) return settle(outcome, RowResult::match, "has_card");
  if (met == TrialMemory::Met::other_phone) return refuse_contact(outcome, listed.contacts.wechat);
  if (is_settled(tx, listed, known, outcome, context)) return;
  memory.add_card(listed, known);
  settle(outcome, RowResult::create);
}

void run_listed(database::Transaction& tx, const ListedProspect& listed, RowOutcome& outcome,
                const ImportContext& context) {
  const auto known = on_file(tx, listed, context);
  if (is_settled(tx, listed, known, outcome, context)) return;
  std::string customer_id;
  if (known) {
    customer_id = known->customer.id;
    dealership::add_contacts(tx, known->customer, listed.contacts.phone, listed.email);
  } else {
    const auto customer = customer_of(listed, context);
    CHECK(dealership::add_customer(tx, customer, context.importer_id, dealership::Keys::later));
    customer_id = customer.id;
  }
  card_keeper().open_listed(tx, context.importer_id, context.store, customer_id, listed, context.now);
  settle(outcome, RowResult::create);
}

}  // namespace guanxi::reception
