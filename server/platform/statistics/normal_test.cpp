#include "platform/statistics/normal.h"

#include <gtest/gtest.h>

#include <limits>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

// Every printed table of the normal distribution has these.
TEST(Normal, agrees_with_the_tables) {
  EXPECT_NEAR(normal_quantile(0.975), 1.959964, 5e-7);
  EXPECT_NEAR(normal_quantile(0.8), 0.841621, 5e-7);
  EXPECT_NEAR(z_of_confidence(0.95), 1.959964, 5e-7);
  EXPECT_NEAR(z_of_confidence(0.99), 2.575829, 5e-7);
  EXPECT_NEAR(two_sided_p(3), 0.002700, 5e-7);
  EXPECT_NEAR(normal_cdf(1), 0.841345, 5e-7);
  EXPECT_NEAR(normal_cdf(-1), 0.158655, 5e-7);
}

TEST(Normal, keeps_its_edges) {
  EXPECT_EQ(two_sided_p(0), 1);
  EXPECT_EQ(two_sided_p(std::numeric_limits<double>::infinity()), 0);
  EXPECT_GT(two_sided_p(-30), 0);
  EXPECT_THROW(normal_quantile(0), Bug);
  EXPECT_THROW(normal_quantile(1), Bug);
  EXPECT_THROW(z_of_confidence(1), Bug);
}

TEST(Normal, inverts_itself) {
  for (const double probability : {1e-12, 0.001, 0.3, 0.5, 0.7, 0.999})
    EXPECT_NEAR(normal_cdf(normal_quantile(probability)), probability, 1e-12);
}

}  // namespace
}  // namespace guanxi::statistics
