// How often a page may point at something where nothing is: on data in which all differences are chance, one
// page in twenty at most. A page looks at very many things, so its allowance is divided (Bonferroni over the
// questions; within a question whatever suits it), as chances that a question is answered wrongly:
//
//   Did a month differ?        kMonths     limits and runs of the p-chart together come to 1¼ of it: 2.5 %
//   What differs?              kContrasts  Benjamini and Hochberg over all groups and factors:       1.0 %
//   Who stands beside others?  kPanel      each of the six panels that tell rates; likewise:         0.6 %
//   Did the log get thinner?   kLog        Bonferroni over the months:                               0.25 %
//
// Together 4.35 %. Three errors to each side, eight in a row and limits of 99.8 % are what a single chart of
// a year, or a single point, may be judged by; taken as they are, every second quiet page would point at
// something. planted_test.cpp holds both sides: quiet pages keep quiet, and what was planted is found.
#pragma once

namespace guanxi::improvement::alarms {

inline constexpr double kMonths = 0.02;
inline constexpr double kContrasts = 0.01;
inline constexpr double kPanel = 0.001;
inline constexpr double kLog = 0.0025;

}  // namespace guanxi::improvement::alarms
