// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include "gis/exposure/exposure.h"

namespace gis {

std::vector<ExposedPerson> personsToCall(const Exposure& exposure) {
  const ExposureIndex& index = *exposure.index;
  // People inside by village, and so by every division above.
  std::map<std::uint32_t, std::int64_t> people;
  std::set<std::uint32_t> met;
  if (const TableExposure* counted = exposure.find("people"))
    for (const ExposureCell& cell : counted->cells) people[cell.division] += cell.measures[0];
  const auto above = [&](std::uint32_t division) {
    std::vector<std::uint32_t> chain = {division};
    const std::string& code = index.divisions()[division].code;
    for (const std::size_t digits : {9U, 6U}) {
      if (code.size() != 12) break;
      std::string parent = code.substr(0, digits);
      parent.append(12 - digits, '0');
      if (const ExposureDivision* found = index.division(parent); found != nullptr && parent != code)
        chain.push_back(static_cast<std::uint32_t>(found - index.divisions().data()));
    }
    return chain;
  };
  std::map<std::uint32_t, std::int64_t> inside;
  for (const auto& [division, count] : people)
    if (count > 0)
      for (const std::uint32_t one : above(division)) inside[one] += count;
  // Things inside, by table and fid.
  std::map<std::string, std::set<std::int64_t>> things;
  for (const TableExposure& table : exposure.tables) {
    if (table.table == "people" || table.table == "building") continue;
    const ExposureTable* known = index.find(table.table);
    if (known == nullptr) continue;
    for (const ExposureHit& hit : table.hits) things[table.table].insert(known->columns->features->fid[hit.feature]);
  }
  std::vector<ExposedPerson> persons;
  for (std::size_t i = 0; i < index.persons().size(); ++i) {
    const ExposurePerson& person = index.persons()[i];
    const auto count = inside.find(person.division);
    const std::int64_t of_division = count == inside.end() ? 0 : count->second;
    if (!person.object_table.empty()) {
      const auto found = things.find(person.object_table);
      if (found != things.end() && found->second.contains(person.object_fid))
        persons.push_back({i, person.object_table, of_division});
    } else if (of_division > 0) {
      persons.push_back({i, "division", of_division});
    }
  }
  // Those of things first, then the places with most people.
  std::ranges::stable_sort(persons, [](const ExposedPerson& a, const ExposedPerson& b) {
    const bool thing_a = a.because != "division", thing_b = b.because != "division";
    return thing_a != thing_b ? thing_a : a.people > b.people;
  });
  return persons;
}

}  // namespace gis
