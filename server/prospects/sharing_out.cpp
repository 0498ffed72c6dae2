#include "prospects/sharing_out.h"

#include <algorithm>

#include "platform/json/kinds.h"

namespace guanxi::prospects {

Bucket bucket_of(Grade grade, CardStanding standing) {
  if (standing == CardStanding::ordered) return Bucket::ordered;
  switch (grade) {
    case Grade::N:
      return Bucket::N;
    case Grade::H:
      return Bucket::H;
    case Grade::A:
      return Bucket::A;
    case Grade::B:
      return Bucket::B;
    case Grade::C:
      return Bucket::C;
  }
  throw Bug("a grade without a bucket");
}

void share_out(std::vector<Given>& cards, const Takers& takers) {
  std::map<std::string, std::int64_t> given;
  for (const auto& card : cards) {
    if (card.to) ++given[*card.to];
  }
  for (const auto& [bucket, people] : takers) {
    for (auto& card : cards) {
      if (card.bucket != bucket || card.to || people.empty()) continue;
      card.to = *std::ranges::min_element(people, {}, [&](const std::string& id) { return given[id]; });
      ++given[*card.to];
    }
  }
}

}  // namespace guanxi::prospects
