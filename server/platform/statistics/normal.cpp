#include "platform/statistics/normal.h"

#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "platform/result.h"

namespace guanxi::statistics {

double normal_cdf(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

double normal_quantile(double probability) {
  CHECK(probability > 0 && probability < 1);
  return boost::math::quantile(boost::math::normal(), probability);
}

double z_of_confidence(double confidence) {
  CHECK(confidence > 0 && confidence < 1);
  return boost::math::quantile(boost::math::complement(boost::math::normal(), (1 - confidence) / 2));
}

double two_sided_p(double z) { return std::erfc(std::abs(z) / std::sqrt(2.0)); }

}  // namespace guanxi::statistics
