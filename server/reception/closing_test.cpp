#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::reception {
namespace {

using town::Answer;
using town::Town;

class ClosingTest : public testing::TestWithParam<database::Engine> {
 protected:
  /// Files a new visit of the salesperson's with this phone.
  Answer file(const std::string& phone, const std::string& salesperson = "chen",
              const std::string& name = "王小明") {
    const auto visit = town.a_visit(salesperson);
    return town.post(salesperson, Town::visit(visit, "/filing"), town.filing(phone, name));
  }
  /// A filing with one piece of it replaced.
  std::string filing_with(const std::string& piece, const std::string& other) {
    auto body = town.filing("13800138000");
    const auto at = body.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    return body.replace(at, piece.size(), other);
  }
  static std::string customer(const Answer& answer, const std::string& field) {
    return answer.text_at("/customer/" + field);
  }
  Town town{GetParam()};
};
using Filing = ClosingTest;
using LeavingUnfiled = ClosingTest;
using Exclusion = ClosingTest;
using Reopening = ClosingTest;
using KnownContact = ClosingTest;

TEST_P(Filing, makes_a_customer_in_the_charge_of_who_received) {
  const auto answer = file("13800138000");
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(answer.text_at("standing"), "filed");
  EXPECT_EQ(answer.text_at("occasion"), "first");
  EXPECT_EQ(answer.text_at("closed_at"), "2026-03-04T02:00:00.000Z");
  EXPECT_EQ(customer(answer, "phone"), "+8613800138000");
  const auto page = town.get("chen", "/stores/{home}/customers/" + customer(answer, "id"));
  EXPECT_EQ(page.body.at("salesperson").at("name").as_string(), "陈伟");
  EXPECT_FALSE(page.body.at("partial").as_bool());
}

TEST_P(Filing, reads_a_phone_in_every_form_people_write) {
  ASSERT_EQ(file("13800138000").text_at("occasion"), "first");
  for (const auto& form : {"138 0013 8000", "138-0013-8000", "+86 138 0013 8000", "0086 138 0013 8000",
                           "86-13800138000", "１３８００１３８０００", "+8613800138000", "(138)00138000"}) {
    const auto answer = file(form);
    ASSERT_EQ(answer.status, 201) << form << " " << answer.text;
    EXPECT_EQ(customer(answer, "phone"), "+8613800138000") << form;
    EXPECT_EQ(answer.text_at("occasion"), "again") << form;
  }
  EXPECT_EQ(town.row_counts().at("dealership_customers"), 1);
}

TEST_P(Filing, refuses_what_is_no_phone) {
  for (const auto& form : {"1380013800", "abc", "+99912345", "138001380001", "110"}) {
    const auto answer = file(form);
    EXPECT_EQ(answer.status, 422) << form;
    EXPECT_EQ(answer.error_at("/customer/phone"), "not_a_phone") << form;
  }
}

TEST_P(Filing, needs_a_reachable_contact) {
  const auto visit = town.a_visit();
  const auto answer = town.post("chen", Town::visit(visit, "/filing"),
                                filing_with(R"("phone":"13800138000")", R"("plate":"浙A12345")"));
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(answer.error_at("/customer/phone"), "contact_needed");
}

TEST_P(Filing, with_wechat_alone_is_partial) {
  const auto visit = town.a_visit();
  const auto answer = town.post("chen", Town::visit(visit, "/filing"),
                                filing_with(R"("phone":"13800138000")", R"("wechat":"xiao ming")"));
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(customer(answer, "wechat"), "xiaoming");
  const auto page = town.get("chen", "/stores/{home}/customers/" + customer(answer, "id"));
  EXPECT_TRUE(page.body.at("partial").as_bool());
}

TEST_P(Filing, of_a_colleagues_customer_is_a_further_visit_of_theirs) {
  const auto first = file("13800138000", "chen");
  const auto second = file("138 0013 8000", "li", "王先生");
  EXPECT_EQ(second.text_at("occasion"), "again");
  EXPECT_EQ(customer(second, "id"), customer(first, "id"));
  EXPECT_EQ(customer(second, "name"), "王小明");  // the name on file stays
  const auto page = town.get("lin", "/stores/{home}/customers/" + customer(first, "id"));
  EXPECT_EQ(page.body.at("salesperson").at("name").as_string(), "陈伟");
  EXPECT_EQ(page.body.at("visits").as_array().size(), 2U);
}

TEST_P(Filing, refuses_what_does_not_fit) {
  struct Case {
    std::string piece, other, pointer, code;
  };
  const std::string when = R"("purchase_when":"this_month")";
  const Case cases[] = {
      {when, R"("purchase_when":"date")", "/purchase_day", "required"},
      {when, R"("purchase_when":"date","purchase_day":"2026-03-03")", "/purchase_day", "before_the_visit"},
      {when, when + R"(,"purchase_day":"2026-03-05")", "/purchase_day", "only_with_date"},
      {when, when + R"(,"price_from":2,"price_to":1)", "/price_to", "range_upside_down"},
      {when, when + R"(,"channel_code":"none")", "/channel_code", "not_a_choice"},
      {when, when + R"(,"model_id":")" + town.new_id() + "\"", "/model_id", "no_such_model"},
      {when, when + R"(,"left_at":"2026-03-04T01:00:00Z")", "/left_at", "left_before_arriving"},
      {when + ",", "", "/purchase_when", "required"},
  };
  for (const auto& one : cases) {
    const auto visit = town.a_visit();
    const auto before = town.row_counts();
    const auto answer = town.post("chen", Town::visit(visit, "/filing"), filing_with(one.piece, one.other));
    EXPECT_EQ(answer.status, 422) << one.other;
    EXPECT_EQ(answer.error_at(one.pointer), one.code) << answer.text;
    EXPECT_EQ(town.row_counts(), before);
  }
}

const std::string kRegister =
    R"("transport":"car","colour":"珍珠白","current_car":"长河 轿车","competing_model":"北辰 E7","questionnaire":true)";

TEST_P(Filing, notes_what_the_register_asks_for) {
  const auto visit = town.a_visit();
  const auto answer = town.post("chen", Town::visit(visit, "/filing"),
                                filing_with(R"("trade_in":false)", R"("trade_in":false,)" + kRegister));
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(answer.text_at("transport"), "car");
  EXPECT_EQ(answer.text_at("colour"), "珍珠白");
  EXPECT_EQ(answer.text_at("current_car"), "长河 轿车");
  EXPECT_EQ(answer.text_at("competing_model"), "北辰 E7");
  EXPECT_TRUE(answer.body.at("questionnaire").as_bool());
  EXPECT_EQ(town.get("chen", Town::visit(visit)).body, answer.body);
}

TEST_P(Filing, keeps_what_was_noted_at_the_door) {
  const auto id = town.new_id();
  ASSERT_EQ(town.post("zhao", "/stores/{home}/visits",
                      R"({"id":")" + id + R"(","way":"walk_in","transport":"on_foot","salesperson_id":")" +
                          town.id("chen") + "\"}")
                .status,
            201);
  const auto answer = town.post("chen", Town::visit(id, "/filing"), town.filing("13800138000"));
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(answer.text_at("transport"), "on_foot");
  EXPECT_TRUE(answer.body.at("questionnaire").is_null());
}

/// "pointer code" of each wrong field, in the order of their pointers.
std::vector<std::string> wrongs_of(const Answer& answer) {
  EXPECT_EQ(answer.status, 422) << answer.text;
  std::vector<std::string> all;
  for (const auto& error : answer.body.at("errors").as_array()) {
    all.push_back(std::string(error.at("pointer").as_string()) + " " +
                  std::string(error.at("code").as_string()));
  }
  std::ranges::sort(all);
  return all;
}

TEST_P(Filing, names_every_wrong_field_in_one_round) {
  const auto visit = town.a_visit();
  const auto before = town.row_counts();
  const auto answer = town.post(
      "chen", Town::visit(visit, "/filing"),
      R"({"customer":{"id":")" + town.new_id() + R"(","name":" ","plate":"浙A12345"},"model_id":")" +
          town.new_id() +
          R"(","price_from":2,"price_to":1,"purchase_when":"date","consent":{"given":true,"purposes":[]},)"
          R"("channel_code":"none","test_drive":true,"quote":false,"trade_in":"no",)"
          R"("left_at":"2026-03-04T01:00:00Z"})");
  EXPECT_EQ(wrongs_of(answer),
            (std::vector<std::string>{
                "/channel_code not_a_choice", "/consent/purposes purpose_needed", "/customer/name empty",
                "/customer/phone contact_needed", "/left_at left_before_arriving", "/model_id no_such_model",
                "/price_to range_upside_down", "/purchase_day required", "/trade_in not_true_or_false"}));
  EXPECT_EQ(town.row_counts(), before);
}

TEST_P(Filing, does_not_judge_what_cannot_be_read) {
  const auto filing = [&](const std::string& piece, const std::string& other) {
    return wrongs_of(town.post("chen", Town::visit(town.a_visit(), "/filing"), filing_with(piece, other)));
  };
  const std::string when = R"("purchase_when":"this_month")";
  using All = std::vector<std::string>;
  EXPECT_EQ(filing(when, R"("purchase_when":"soon","purchase_day":"2026-05-01")"),
            All{"/purchase_when not_a_choice"});
  EXPECT_EQ(filing(R"("phone":"13800138000")", R"("phone":7)"), All{"/customer/phone not_text"});
  EXPECT_EQ(filing(when, when + R"(,"price_from":"x","price_to":1)"), All{"/price_from not_a_whole_number"});
}

TEST_P(Filing, with_a_wrong_shape_is_told_so_before_anything_else) {
  const auto body = filing_with(R"("trade_in":false)", R"("trade_in":"no")");
  EXPECT_EQ(wrongs_of(town.post("chen", Town::visit(town.new_id(), "/filing"), body)),
            std::vector<std::string>{"/trade_in not_true_or_false"});  // there is no such visit
}

TEST_P(Filing, a_closed_visit_is_refused) {
  const auto visit = town.a_visit();
  ASSERT_EQ(town.post("chen", Town::visit(visit, "/unfiled"), town.unfiled()).status, 201);
  for (const auto& [below, body] : {std::pair{"/filing", town.filing("13800138000")},
                                    {"/unfiled", town.unfiled()},
                                    {"/exclusion", std::string(R"({"code":"X1.delivery"})")}}) {
    const auto answer = town.post("chen", Town::visit(visit, below), body);
    EXPECT_EQ(answer.status, 409) << below;
    EXPECT_EQ(answer.code(), "already_closed");
  }
}

TEST_P(Filing, notes_what_was_agreed_to_and_what_was_not) {
  const auto answer = file("13800138000");
  const auto page = town.get("chen", "/stores/{home}/customers/" + customer(answer, "id"));
  std::map<std::string, bool> given;
  for (const auto& consent : page.body.at("consents").as_array()) {
    given[std::string(consent.at("purpose").as_string())] = consent.at("given").as_bool();
  }
  EXPECT_EQ(given, (std::map<std::string, bool>{{"follow_up", true}, {"marketing", false}}));
}

TEST_P(Filing, a_visit_without_salesperson_goes_to_who_files_it) {
  const auto id = town.new_id();
  ASSERT_EQ(town.post("zhao", "/stores/{home}/visits", R"({"id":")" + id + R"(","way":"walk_in"})").status,
            201);
  const auto answer = town.post("lin", Town::visit(id, "/filing"), town.filing("13800138000"));
  EXPECT_EQ(answer.body.at("salesperson").at("name").as_string(), "林强");
}

TEST_P(LeavingUnfiled, needs_a_reason_of_the_second_level) {
  struct Case {
    std::string reason, code;
  };
  for (const auto& one : {Case{"U1", "second_level_needed"}, Case{"U7", "not_a_choice"},
                          Case{"X1.delivery", "not_a_choice"}, Case{"U1.just_looking", "not_a_choice"}}) {
    const auto answer = town.post("chen", Town::visit(town.a_visit(), "/unfiled"), town.unfiled(one.reason));
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.error_at("/reason_code"), one.code);
  }
  const auto answer = town.post("chen", Town::visit(town.a_visit(), "/unfiled"), town.unfiled("U1.judged"));
  EXPECT_EQ(answer.text_at("standing"), "unfiled");
  EXPECT_EQ(answer.text_at("reason_code"), "U1.judged");
}

TEST_P(LeavingUnfiled, names_every_wrong_field_in_one_round) {
  const auto answer = town.post("chen", Town::visit(town.a_visit(), "/unfiled"),
                                R"({"reason_code":"U1","second_face":false,"story":"","channel_code":"none",)"
                                R"("test_drive":false,"quote":false,"trade_in":false})");
  EXPECT_EQ(wrongs_of(answer),
            (std::vector<std::string>{"/asks required", "/channel_code not_a_choice",
                                      "/reason_code second_level_needed", "/story empty"}));
}

TEST_P(LeavingUnfiled, notes_what_the_register_asks_for_and_nobody) {
  auto body = town.unfiled("U1.judged");
  body.insert(body.size() - 1, "," + kRegister);
  const auto answer = town.post("chen", Town::visit(town.a_visit(), "/unfiled"), body);
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(answer.text_at("competing_model"), "北辰 E7");
  EXPECT_TRUE(answer.body.at("customer").is_null());
}

TEST_P(LeavingUnfiled, a_retired_reason_is_no_longer_to_be_had) {
  const auto retire = R"({"label_zh":"太忙","label_en":"Busy","position":10,"retired":true})";
  ASSERT_EQ(town.put("admin", "/stores/{home}/reasons/unfiled/U1.busy", retire, 1).status, 200);
  const auto answer = town.post("chen", Town::visit(town.a_visit(), "/unfiled"), town.unfiled("U1.busy"));
  EXPECT_EQ(answer.error_at("/reason_code"), "retired_choice");
}

TEST_P(LeavingUnfiled, a_customer_on_file_is_refused) {
  const auto known = customer(file("13800138000"), "id");
  const auto id = town.new_id();
  ASSERT_EQ(town.post("zhao", "/stores/{home}/visits",
                      R"({"id":")" + id + R"(","way":"again","customer_id":")" + known + "\"}")
                .status,
            201);
  const auto answer = town.post("chen", Town::visit(id, "/unfiled"), town.unfiled());
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(answer.code(), "already_on_file");
}

TEST_P(Exclusion, just_looking_is_none) {
  const auto list = town.get("zhao", "/stores/{home}/reasons?list=exclusion");
  ASSERT_EQ(list.status, 200);
  for (const auto& entry : list.body.at("items").as_array()) {
    const std::string label(entry.at("label_zh").as_string());
    EXPECT_EQ(label.find("闲逛"), std::string::npos);
    EXPECT_EQ(label.find("看看"), std::string::npos);
  }
  const auto answer =
      town.post("zhao", Town::visit(town.a_visit(), "/exclusion"), R"({"code":"just_looking"})");
  EXPECT_EQ(answer.error_at("/code"), "not_a_choice");
}

TEST_P(Exclusion, needs_another_person) {
  const auto visit = town.a_visit("chen");
  const auto asked = town.post("chen", Town::visit(visit, "/exclusion"), R"({"code":"X2.companion"})");
  ASSERT_EQ(asked.text_at("standing"), "exclusion_asked") << asked.text;
  const auto own = town.post("chen", Town::visit(visit, "/exclusion/confirmation"));
  EXPECT_EQ(own.status, 409);
  EXPECT_EQ(own.code(), "needs_second_person");
  // li is a colleague who cannot see the visit otherwise, and finds it among those to confirm.
  EXPECT_EQ(town.get("li", Town::visit(visit)).status, 404);
  EXPECT_EQ(town.get("li", "/stores/{home}/today").body.at("to_confirm").as_array().size(), 1U);
  EXPECT_TRUE(town.get("chen", "/stores/{home}/today").body.at("to_confirm").as_array().empty());
  const auto confirmed = town.post("li", Town::visit(visit, "/exclusion/confirmation"));
  EXPECT_EQ(confirmed.status, 201);
  EXPECT_EQ(confirmed.text_at("standing"), "excluded");
  EXPECT_EQ(confirmed.body.at("exclusion_asked_by").at("name").as_string(), "陈伟");
  EXPECT_EQ(confirmed.body.at("exclusion_confirmed_by").at("name").as_string(), "李娜");
  EXPECT_EQ(town.post("li", Town::visit(visit, "/exclusion/confirmation")).code(), "no_exclusion_asked");
}

TEST_P(Exclusion, that_is_disagreed_with_leaves_the_visit_open) {
  const auto visit = town.a_visit();
  ASSERT_EQ(town.post("zhao", Town::visit(visit, "/exclusion"), R"({"code":"X2.staff"})").status, 201);
  EXPECT_EQ(town.remove("lin", Town::visit(visit, "/exclusion")).text_at("standing"), "open");
  EXPECT_EQ(town.remove("lin", Town::visit(visit, "/exclusion")).code(), "no_exclusion_asked");
  EXPECT_EQ(town.post("chen", Town::visit(visit, "/filing"), town.filing("13800138000")).status, 201);
}

TEST_P(Reopening, takes_every_closing_back) {
  const auto unfiled = town.a_visit();
  ASSERT_EQ(town.post("chen", Town::visit(unfiled, "/unfiled"), town.unfiled()).status, 201);
  EXPECT_EQ(town.post("chen", Town::visit(unfiled, "/reopening")).status, 403);
  const auto open = town.post("lin", Town::visit(unfiled, "/reopening"));
  EXPECT_EQ(open.text_at("standing"), "open");
  EXPECT_TRUE(open.body.at("reason_code").is_null());
  EXPECT_EQ(town.post("lin", Town::visit(unfiled, "/reopening")).code(), "still_open");
}

TEST_P(Reopening, and_filing_the_same_customer_again_stays_a_first_visit) {
  const auto visit = town.a_visit();
  ASSERT_EQ(town.post("chen", Town::visit(visit, "/filing"), town.filing("13800138000")).status, 201);
  ASSERT_EQ(town.post("lin", Town::visit(visit, "/reopening")).status, 201);
  const auto refiled = town.post("chen", Town::visit(visit, "/filing"), town.filing("13800138000"));
  ASSERT_EQ(refiled.status, 201) << refiled.text;
  EXPECT_EQ(refiled.text_at("occasion"), "first");
}

TEST_P(KnownContact, is_told_before_anything_is_saved) {
  const auto filed = file("13800138000", "chen");
  const auto known = town.get("li", "/stores/{home}/known-customer?phone=138-0013-8000");
  ASSERT_EQ(known.status, 200) << known.text;
  EXPECT_EQ(known.text_at("phone"), "+8613800138000");
  EXPECT_EQ(customer(known, "id"), customer(filed, "id"));
  EXPECT_EQ(known.body.at("customer").at("salesperson").at("name").as_string(), "陈伟");
  EXPECT_EQ(known.body.at("customer").at("visits").as_int64(), 1);
  EXPECT_TRUE(
      town.get("li", "/stores/{home}/known-customer?phone=13900139000").body.at("customer").is_null());
  EXPECT_TRUE(
      town.get("wang", "/stores/{sister}/known-customer?phone=13800138000").body.at("customer").is_null());
  EXPECT_EQ(town.get("li", "/stores/{home}/known-customer").error_at("/phone"), "contact_needed");
  EXPECT_EQ(town.get("li", "/stores/{home}/known-customer?phone=12").error_at("/phone"), "not_a_phone");
}

INSTANTIATE_TEST_SUITE_P(Engines, Filing, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, LeavingUnfiled, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, Exclusion, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, Reopening, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, KnownContact, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::reception
