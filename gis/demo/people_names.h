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

// Phone numbers that cannot be dialled: eleven digits that begin with 1002. Chinese mobile numbers begin with 13 to 19;
// 100xx are reserved for the carriers' own five-digit service numbers, of which 1000x, 1001x, 10050, 10060, 1008x and
// 10099 are in use: 1002x is clear of them, so no exchange takes the first digits for one of those. No two numbers are
// equal within 10^7 calls. Form and length are those of a mobile number, so forms and messages can be tried with them.
class PhoneMaker {
 public:
  explicit PhoneMaker(std::uint64_t seed) : m_next(seed % 10000000ULL) {}
  std::string next();

 private:
  std::uint64_t m_next;
};

}  // namespace gis::demo
