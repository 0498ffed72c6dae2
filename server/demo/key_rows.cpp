#include "demo/key_rows.h"

#include <algorithm>
#include <limits>

#include "platform/result.h"

namespace guanxi::demo {

void KeyRows::add_customer(const RowId& id, std::uint16_t salesperson) {
  customers_.push_back(id);
  salespeople_.push_back(salesperson);
}

void KeyRows::add_key(std::string_view key) {
  CHECK(key.size() < 256 && texts_.size() < std::numeric_limits<std::uint32_t>::max());
  std::uint64_t beginning = 0;
  for (std::size_t i = 0; i < sizeof beginning; ++i) {
    beginning = beginning << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0);
  }
  keys_.push_back({beginning, static_cast<std::uint32_t>(texts_.size()),
                   static_cast<std::uint32_t>(customers_.size() - 1)});
  texts_ += static_cast<char>(key.size());
  texts_ += key;
}

std::string_view KeyRows::text_of(const Key& key) const {
  return {texts_.data() + key.place + 1, static_cast<unsigned char>(texts_[key.place])};
}

void KeyRows::drain(
    const std::function<void(std::string_view key, const RowId& customer, std::uint16_t salesperson)>& row) {
  std::ranges::sort(keys_, [this](const Key& left, const Key& right) {
    if (left.beginning != right.beginning) return left.beginning < right.beginning;
    if (const int order = text_of(left).compare(text_of(right)); order != 0) return order < 0;
    return customers_[left.customer] < customers_[right.customer];
  });
  const Key* before = nullptr;
  for (const auto& key : keys_) {
    const bool twice =
        before != nullptr && before->customer == key.customer && text_of(*before) == text_of(key);
    if (!twice) row(text_of(key), customers_[key.customer], salespeople_[key.customer]);
    before = &key;
  }
  texts_.clear();
  keys_.clear();
  customers_.clear();
  salespeople_.clear();
}

}  // namespace guanxi::demo
