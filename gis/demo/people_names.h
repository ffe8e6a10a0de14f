// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/random.h"

namespace gis::demo {

// Makes up personal names from common surnames and given-name characters (data/person_names.json). One thread.
class NameMaker {
 public:
  NameMaker(Random random);
  std::string next();

 private:
  const std::string& pick(const std::vector<std::string>& from);
  Random m_random;
  std::vector<std::string> m_surnames, m_male_first, m_male_second, m_female_first, m_female_second, m_single;
};

// Phone numbers that cannot be dialled: eleven digits that begin with 100. Chinese mobile numbers begin with 13 to 19,
// and 100xx are five-digit service numbers of the carriers, so no eleven-digit number begins so; no two are equal
// within 10^8 calls. Form and length are those of a mobile number, so forms and messages can be tried with them.
class PhoneMaker {
 public:
  explicit PhoneMaker(std::uint64_t seed) : m_next(seed % 100000000ULL) {}
  std::string next();

 private:
  std::uint64_t m_next;
};

}  // namespace gis::demo
