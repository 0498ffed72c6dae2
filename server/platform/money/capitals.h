// Amounts in the capital characters of Chinese documents (大写金额), which nobody can alter with a stroke.
#pragma once

#include <cstdint>
#include <string>

namespace guanxi::money {

/// "人民币壹拾捌万玖仟捌佰元整" of 18980000 fen. By the People's Bank of China, 支付结算办法, appendix 1
/// (正确填写票据和结算凭证的基本规定):
///
/// * 整 stands behind an amount that ends with 元, not behind one that ends with 角 or 分;
/// * zeros within the number are read as one 零, those at the end of 万 or 亿 are not read;
/// * a 零 stands behind 元 when 角 is zero and 分 is not, and when 元 is zero and 角 is not (of the two
///   writings that the rule allows there, the one with 零).
///
/// @param fen  0 to 10^13
std::string capitals_of_yuan(std::int64_t fen);

}  // namespace guanxi::money
