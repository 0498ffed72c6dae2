// Looking for customers who are on file twice.
#include "platform/identity/uuid.h"
#include "prospects/duplicate_store.h"
#include "prospects/likeness.h"
#include "prospects/party.h"

namespace guanxi::prospects {
namespace {

using database::Outcome;
using database::Transaction;
using dealership::Customer;
using dealership::Store;

constexpr std::int64_t kCustomersAtOnce = 20;  // some ten milliseconds

/// Everything by which a customer on file may be found under another name.
Described described(Transaction& tx, const Store& store, const Customer& customer) {
  Described who{
      customer.name, customer.phone, customer.wechat, customer.plate, customer.email, std::nullopt, {},
      customer.id};
  if (const auto card = latest_card_of(tx, store.id, customer.id)) who.model_id = card->card.wants.model_id;
  who.party = contacts_in_parties(tx, store.id, customer.id);
  return who;
}

std::optional<Duplicate> pair_of(const Customer& customer, const LookAlike& other, Instant now) {
  Duplicate pair;
  pair.because = other.because;
  for (const auto reason : further_reasons(customer, other.customer)) pair.because.push_back(reason);
  pair.score = score_of(pair.because);
  if (pair.score < kProposed) return std::nullopt;
  pair.id = new_uuid(now);
  pair.first_id = std::min(customer.id, other.customer.id);
  pair.second_id = std::max(customer.id, other.customer.id);
  pair.found_at = now;
  return pair;
}

std::vector<Duplicate> pairs_with(Transaction& tx, const Store& store, const std::string& id, Instant now) {
  std::vector<Duplicate> pairs;
  const auto customer = dealership::find_customer(tx, store.id, id);
  if (!customer) return pairs;  // went up in another one meanwhile
  for (const auto& other : look_alikes(tx, store, described(tx, store, *customer))) {
    if (auto pair = pair_of(*customer, other, now)) pairs.push_back(*std::move(pair));
  }
  return pairs;
}

/// @returns how many new pairs were noted
std::int64_t note_pairs(Transaction& tx, const Store& store, const std::vector<Duplicate>& pairs,
                        Instant now) {
  std::int64_t noted = 0;
  for (const auto& pair : pairs) noted += note_pair(tx, store.id, pair) ? 1 : 0;
  if (noted > 0) facts::announce(tx, {store.id, now, "", "store", store.id}, DuplicatesFound{noted});
  return noted;
}

}  // namespace

void find_duplicates(database::Database& database, const Store& store, Instant now,
                     const std::function<bool()>& goes_on, std::int64_t most) {
  const auto zone = store.zone();
  const auto day_began = zone.start_of(zone.day(now));
  for (std::int64_t done = 0; done < most && goes_on(); done += kCustomersAtOnce) {
    std::vector<std::string> customers;
    std::vector<Duplicate> pairs;
    database.read([&](Transaction& tx) {
      customers = select_to_compare(tx, store.id, day_began, kCustomersAtOnce);
      pairs.clear();
      for (const auto& id : customers) {
        for (auto& pair : pairs_with(tx, store, id, now)) pairs.push_back(std::move(pair));
      }
    });
    if (customers.empty()) return;
    database.write([&](Transaction& tx) {
      note_pairs(tx, store, pairs, now);
      strike_off(tx, store.id, customers, day_began);
      return Outcome::keep;
    });
  }
}

}  // namespace guanxi::prospects
