// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "gis/channels/drop_folder_line.h"
#include "gis/channels/sms_text.h"

// Whatever is answered is a result or a note; whatever a gateway writes is an answer or is refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const gis::Receipt reply = gis::smsReply(bytes);
  if (reply.number < 0 || reply.number > 1'000'000) std::abort();
  if (gis::smsParts(bytes) < 0) std::abort();
  const std::string text = gis::smsFileText(bytes);
  if (gis::smsFileText(text) != text && !text.starts_with("\xEF")) std::abort();
  if (const auto answer = gis::readGatewayAnswer(bytes))
    if (answer->receipt.attempt.empty() == answer->phone.empty()) std::abort();
  return 0;
}
