// What the clients do: the same requests that the phone and the desk send.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "load.h"
#include "town.h"

namespace guanxi::bench {

/// Salespeople open visits of their own, as fast as they can.
std::unique_ptr<Script> open_visits(const Town& town);

/// Salespeople open a visit and close it: seven of ten filed with a new phone number, three unfiled. Two
/// requests make one visit.
std::unique_ptr<Script> whole_visits(const Town& town, std::size_t clients);

/// The front desk opens visits for whoever is on turn, and the manager closes them.
std::unique_ptr<Script> visits_by_turn(const Town& town, std::size_t clients);

/// Machines bring leads as ADF, each of somebody new.
std::unique_ptr<Script> bring_leads(const Town& town);

struct Reading {
  std::string name;
  std::unique_ptr<Script> script;
};
/// The pages that are read most.
std::vector<Reading> readings(const Town& town);

/// The Hundred and every part of Unfiled.
std::vector<Reading> store_readings(const Town& town);
std::vector<Reading> group_readings(const Group& group);

/// Phone numbers and names for visits that are filed while measuring. Numbers are in no other customer's
/// hands.
class NewCustomers {
 public:
  /// `prefix`: three digits that nobody else in the run uses.
  explicit NewCustomers(std::string prefix);
  struct Customer {
    std::string name, phone;
  };
  Customer next();

 private:
  std::string prefix_;
  std::vector<std::string> names_;
  std::uint64_t count_ = 0;
};

}  // namespace guanxi::bench
