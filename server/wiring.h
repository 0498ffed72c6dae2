// Which fact of one room calls which other room.
#pragma once

namespace guanxi {

/// Connects the rooms. Called once, before the first request; further calls do nothing.
void wire_rooms();

}  // namespace guanxi
