// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/moment_edit.h"

#include <QDateTimeEdit>

namespace app {
namespace {

// The field counts as if Beijing's clock were UTC.
constexpr qint64 kBeijingAhead_ms = 8 * 3'600'000LL;

}  // namespace

void showMoment(QDateTimeEdit& edit, std::int64_t utc_ms) {
  edit.setTimeSpec(Qt::UTC);
  edit.setDateTime(QDateTime::fromMSecsSinceEpoch(utc_ms + kBeijingAhead_ms, Qt::UTC));
}

std::int64_t momentIn(const QDateTimeEdit& edit) {
  const QDateTime shown = edit.dateTime();
  return QDateTime(shown.date(), shown.time(), Qt::UTC).toMSecsSinceEpoch() - kBeijingAhead_ms;
}

}  // namespace app
