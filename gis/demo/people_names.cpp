// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/people_names.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "gis/demo/writer.h"

namespace gis::demo {
namespace {

std::vector<std::string> charactersOf(const nlohmann::json& names, const char* key) {
  std::vector<std::string> characters;
  const auto found = names.find(key);
  if (found == names.end() || !found->is_string()) return {"某"};
  const std::string& text = found->get_ref<const std::string&>();
  for (std::size_t i = 0; i < text.size(); i += 3) characters.push_back(text.substr(i, 3));  // all are three bytes long
  return characters;
}

}  // namespace

NameMaker::NameMaker(Random random) : m_random(random) {
  const auto names = nlohmann::json::parse(factText("person_names.json"), nullptr, false);
  m_surnames = charactersOf(names, "surnames");
  m_male_first = charactersOf(names, "male_first");
  m_male_second = charactersOf(names, "male_second");
  m_female_first = charactersOf(names, "female_first");
  m_female_second = charactersOf(names, "female_second");
  m_single = charactersOf(names, "single");
}

const std::string& NameMaker::pick(const std::vector<std::string>& from) {
  return from[m_random.below(static_cast<std::uint32_t>(from.size()))];
}

std::string NameMaker::next() {
  std::string name = pick(m_surnames);
  if (m_random.chance(0.27)) return name + pick(m_single);
  const bool female = m_random.chance(0.3);
  const std::string& first = pick(female ? m_female_first : m_male_first);
  const std::string* second = &pick(female ? m_female_second : m_male_second);
  while (*second == first) second = &pick(female ? m_female_second : m_male_second);
  return name + first + *second;
}

std::string PhoneMaker::next() {
  m_next = (m_next + 6180339ULL) % 10000000ULL;  // odd and not divisible by 5: visits every number once
  return fmt::format("1002{:07}", m_next);
}

}  // namespace gis::demo
