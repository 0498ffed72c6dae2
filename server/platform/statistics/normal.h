// The normal distribution, as far as the tests and intervals here need it.
#pragma once

namespace guanxi::statistics {

/// P(Z ≤ z) for a standard normal Z: 0 … 1.
double normal_cdf(double z);

/// The z below which a standard normal lies with this probability; `probability` strictly between 0 and 1.
double normal_quantile(double probability);

/// How many standard errors a two-sided interval reaches to each side: 1.96 for a confidence of 0.95.
/// `confidence` strictly between 0 and 1.
double z_of_confidence(double confidence);

/// P(|Z| ≥ |z|), the two-sided p value of a z statistic: 1 at z = 0, 0 at ±infinity.
double two_sided_p(double z);

}  // namespace guanxi::statistics
