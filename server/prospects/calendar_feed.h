// What is planned of one salesperson's prospects, as their own calendar reads it (iCalendar, RFC 5545).
#pragma once

#include "dealership/dealership.h"

namespace guanxi::prospects {

/// Appointments and test drives from thirty days ago to half a year ahead as events, and the next dates of
/// the open cards as things to do, of all stores that the person works in. A calendar lies outside of the
/// house and its rules: it holds a name, a model and a grade, never a number or what was said; the card is a
/// link away.
/// @param actor whose calendar it is; the words are in their language
/// @param address of the web app, "https://crm.example"; empty: no links
std::string calendar_feed(database::Transaction& tx, const Actor& actor, const std::string& address,
                          Instant now);

}  // namespace guanxi::prospects
