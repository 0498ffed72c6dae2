#include "prospects/card_table.h"

#include <algorithm>

#include "platform/text/phone.h"
#include "prospects/choice_words.h"

namespace guanxi::prospects {
namespace {

constexpr std::int64_t kBatch = 1000;

/// Minor units as a plain decimal: 12000000 -> "120000.00".
std::string money(std::int64_t minor) {
  const auto cents = minor % 100;
  return std::to_string(minor / 100) + (cents < 10 ? ".0" : ".") + std::to_string(cents);
}

std::string range(const std::optional<std::int64_t>& from, const std::optional<std::int64_t>& to) {
  if (!from && !to) return "";
  return (from ? money(*from) : "") + "-" + (to ? money(*to) : "");
}

/// Cells of one store's cards in one language.
class Cells {
 public:
  Cells(const dealership::Store& store, Language language)
      : store_(store), zone_(store.zone()), language_(language) {}

  tables::SheetCell of(const CardView& card, CardColumn column) const {
    switch (column) {
      case CardColumn::customer:
        return card.customer.name;
      case CardColumn::phone:
        return card.customer.phone ? text::format_phone(*card.customer.phone, store_.country) : "";
      case CardColumn::wechat:
        return card.customer.wechat.value_or("");
      case CardColumn::salesperson:
        return card.salesperson ? card.salesperson->name : "";
      case CardColumn::grade:
        return label_of(store_, card.grade);
      case CardColumn::standing:
        return word_for(card.standing, language_);
      default:
        return wish(card, column);
    }
  }

 private:
  tables::SheetCell wish(const CardView& card, CardColumn column) const {
    switch (column) {
      case CardColumn::model:
        return card.model ? card.model->name : "";
      case CardColumn::colour:
        return card.colour.value_or("");
      case CardColumn::competing_model:
        return card.competing_model.value_or("");
      case CardColumn::price:
        return range(card.price_from, card.price_to);
      case CardColumn::purchase:
        return word_for(card.purchase_when, language_);
      case CardColumn::expected_on:
        return card.expected_on.value_or("");
      case CardColumn::sureness:
        return card.sureness ? word_for(*card.sureness, language_) : "";
      default:
        return time_of(card, column);
    }
  }
  tables::SheetCell time_of(const CardView& card, CardColumn column) const {
    switch (column) {
      case CardColumn::next:
        return card.next ? card.next->on : "";
      case CardColumn::promise:
        return card.next ? card.next->promise.value_or("") : "";
      case CardColumn::followed_at:
        return day(card.followed_at);
      case CardColumn::reached_at:
        return day(card.reached_at);
      case CardColumn::opened_at:
        return day(card.opened_at);
      case CardColumn::closed_at:
        return day(card.closed_at);
      default:
        return card.tries;
    }
  }
  std::string day(const std::optional<json::Time>& moment) const { return moment ? zone_.day(*moment) : ""; }

  const dealership::Store& store_;
  TimeZone zone_;
  Language language_;
};

}  // namespace

Result<std::vector<CardColumn>> read_columns(const std::optional<std::string>& words) {
  std::vector<CardColumn> columns;
  if (!words) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<CardColumn>>(
        [&](auto column) { columns.push_back(column.value); });
    return columns;
  }
  std::string_view rest = *words;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(','), rest.size());
    const auto column = json::from_word<CardColumn>(rest.substr(0, end));
    if (!column || std::ranges::find(columns, *column) != columns.end()) {
      return refuse(Refusal::field("/columns", "unknown_column"));
    }
    columns.push_back(*column);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return columns;
}

tables::Sheet card_sheet(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                         CardFilter filter, const std::vector<CardColumn>& columns, Instant now) {
  tables::Sheet sheet;
  sheet.title = actor.language == Language::zh ? "潜客" : "Prospects";
  for (const auto column : columns) sheet.headings.push_back(heading_of(column, actor.language));
  const CardViews views(tx, actor, store, now);
  const Cells cells(store, actor.language);
  filter.limit = kBatch;
  for (;;) {
    const auto found = select_in_order(tx, store.id, filter);
    for (const auto& card : found.cards) {
      const auto view = views.of(card);
      auto& row = sheet.rows.emplace_back();
      for (const auto column : columns) row.push_back(cells.of(view, column));
    }
    if (static_cast<std::int64_t>(found.cards.size()) < kBatch) return sheet;
    filter.after = found.places.back();
  }
}

}  // namespace guanxi::prospects
