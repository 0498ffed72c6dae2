// The door of the reception: what other rooms and the program's start may use.
#pragma once

#include <span>
#include <vector>

#include "platform/http/route.h"
#include "platform/words/words.h"
#include "reception/boards.h"
#include "reception/closing.h"
#include "reception/door_count.h"
#include "reception/duty.h"
#include "reception/listed_prospect.h"
#include "reception/merging.h"
#include "reception/reception_facts.h"
#include "reception/visits.h"

namespace guanxi::reception {

/// The room's rows of the route table.
std::vector<http::Route> routes();

/// The room's own sentences.
std::span<const Word> words();

}  // namespace guanxi::reception
