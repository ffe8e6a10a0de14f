// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/moment_text.h"

#include <QDateTime>

namespace app {

QString beijingTimeText(std::int64_t utc_ms) {
  constexpr int kBeijingS = 8 * 3600;
  return QDateTime::fromMSecsSinceEpoch(utc_ms, Qt::OffsetFromUTC, kBeijingS)
      .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

}  // namespace app
