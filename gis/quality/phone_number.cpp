// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/phone_number.h"

#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

#include <algorithm>

namespace gis {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using i18n::phonenumbers::ShortNumberInfo;

constexpr const char* kRegion = "CN";

bool parse(std::string_view text, PhoneNumber& number) {
  return PhoneNumberUtil::GetInstance()->Parse(std::string(text), kRegion, &number) ==
         PhoneNumberUtil::NO_PARSING_ERROR;
}

}  // namespace

bool isPossiblePhone(std::string_view text) {
  // "13800001111转8" is an extension, letters are none.
  if (std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c) != 0; })) return false;
  PhoneNumber number;
  if (!parse(text, number)) return false;
  static const ShortNumberInfo short_numbers;
  return PhoneNumberUtil::GetInstance()->IsValidNumber(number) ||
         short_numbers.IsValidShortNumberForRegion(number, kRegion);
}

std::string tidyPhone(std::string_view text) {
  PhoneNumber number;
  if (!isPossiblePhone(text) || !parse(text, number) || number.has_extension() || number.country_code() != 86)
    return std::string(text);
  const auto& plans = *PhoneNumberUtil::GetInstance();
  if (!plans.IsValidNumber(number)) return std::string(text);
  std::string written;
  plans.Format(number, PhoneNumberUtil::NATIONAL, &written);
  if (plans.GetNumberType(number) == PhoneNumberUtil::MOBILE) {
    std::erase(written, ' ');
  } else if (const auto blank = written.find(' '); blank != std::string::npos) {
    written[blank] = '-';
    std::erase(written, ' ');
  }
  return written;
}

}  // namespace gis
