// What people write into the cells of a visitor log, one kind of cell at a time.
//
// Each function takes a cell without blanks around it. An empty answer means that the cell says nothing: it
// is empty, only punctuation ("-", "/"), or says so itself ("未知"). What cannot be understood is refused by
// a code.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "dealership/dealership.h"
#include "reception/visit.h"

namespace guanxi::reception {

template <class T>
using Understood = std::expected<std::optional<T>, std::string_view>;

/// 是/否, 有/无, √/×, y/n, 1/0, true/false (`not_yes_or_no`).
Understood<bool> read_yes_no(std::string_view cell);

/// 1 to 99, also "2人" (`not_a_party_size`).
Understood<std::int64_t> read_party_size(std::string_view cell);

/// How often a contact was asked for: 0, 1, and 2 for everything above; yes and no count as 1 and 0
/// (`not_a_count`).
Understood<std::int64_t> read_asks(std::string_view cell);

/// How they came; some logs say in the same column whether it was the first time.
struct WayRead {
  Way way;
  std::optional<Occasion> occasion;
};
Understood<WayRead> read_way(std::string_view cell);  ///< (`unknown_way`)

/// By what they came. Words that nobody knows are `other`: the visit is worth more than its transport.
std::optional<Transport> read_transport(std::string_view cell);

/// 首次/再次, F/S, or the number of the visit (`unknown_occasion`).
Understood<Occasion> read_occasion(std::string_view cell);

/// 男/女, 先生/女士, Mr/Ms (`unknown_sex`).
Understood<dealership::Sex> read_sex(std::string_view cell);

/// When they mean to buy.
struct PurchaseRead {
  PurchaseWhen when;
  std::optional<std::string> day;  ///< for PurchaseWhen::date
};
/// A date, or words such as 本月 (`not_a_purchase_day`).
Understood<PurchaseRead> read_purchase(std::string_view cell, int default_year);

/// By grade letter, as most forms have it (domain brief §3.1): H this week, A and B this month, C next month;
/// N, O, D, F1, F2, L, M, T and X say nothing about when (`unknown_grade`).
Understood<PurchaseWhen> read_grade(std::string_view cell);

/// The letter of a grade that the cell calls as the store does, also "2级" and "2.0"; any other cell as it
/// is.
std::string with_letter(std::string_view cell, const dealership::GradeLabels& labels);

/// Minor units of the store's currency. A single price is a range of one.
struct PriceRead {
  std::optional<std::int64_t> from, to;
};
/// "15万", "12-15万", "15.98万元", "159800", "20万以内"; in a store that counts in yuan a bare number below
/// 1,000 means 万, since no car costs less (`not_a_price`; `range_upside_down`).
Understood<PriceRead> read_price(std::string_view cell, std::string_view currency);

/// Whether a cell for a contact or a reason says that there is none: 无, 没有, 未留, no.
bool says_none(std::string_view cell);

}  // namespace guanxi::reception
