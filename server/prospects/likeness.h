// How likely it is that two customers on file are one person. Rules only: no SQL, clock or JSON.
#pragma once

#include <string_view>
#include <vector>

#include "prospects/look_alikes.h"

namespace guanxi::prospects {

/// From this score on a pair is shown to the manager. A contact in common is enough; a like name needs the
/// same model and something about the contacts besides, since thousands share a name.
inline constexpr int kProposed = 60;

/// From 0 to 100: the weights of the reasons together (our own proposal, to be tuned by what managers say is
/// "not the same").
int score_of(const std::vector<Likeness>& because);

/// Whether two phone numbers differ in one digit, or in two neighbours that have changed places.
bool one_off(std::string_view phone, std::string_view other);

/// The reasons that two have in common besides those that they were found by.
std::vector<Likeness> further_reasons(const dealership::Customer& customer,
                                      const dealership::Customer& other);

}  // namespace guanxi::prospects
