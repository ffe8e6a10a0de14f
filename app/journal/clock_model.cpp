// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/clock_model.h"

#include "app/journal_report/journal_words.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

constexpr std::int64_t kSoonMs = 5 * 60'000;

}  // namespace

void ClockModel::setView(JournalViewPtr view, bool with_drills) {
  beginResetModel();
  m_view = std::move(view);
  m_running.clear();
  if (m_view) {
    m_running = m_view->state.running(with_drills);
    m_now_utc_ms = m_view->now_utc_ms;
  }
  endResetModel();
}

void ClockModel::setNow(std::int64_t now_utc_ms) {
  m_now_utc_ms = now_utc_ms;
  if (rowCount() > 0) emit dataChanged(index(0, kLeft), index(rowCount() - 1, kLeft));
}

const gis::journal::ClockState* ClockModel::at(int row) const {
  return row >= 0 && row < rowCount() ? m_running[static_cast<std::size_t>(row)] : nullptr;
}

void ClockModel::retranslate() {
  beginResetModel();
  endResetModel();
}

int ClockModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_running.size());
}

QString ClockModel::whatText(const gis::journal::ClockState& clock) const {
  QString about;
  for (const gis::journal::Entry& entry : m_view->entries)
    if (entry.seq == clock.entry_seq) about = journalText(entry.text);
  const QString what = journalText(clock.clock.what);
  const QString text =
      about.isEmpty() ? tr("%1 (entry %2)").arg(what).arg(clock.entry_seq) : QStringLiteral("%1 · %2").arg(what, about);
  return clock.is_drill ? tr("DRILL %1").arg(text) : text;
}

QVariant ClockModel::data(const QModelIndex& index, int role) const {
  const gis::journal::ClockState* clock = at(index.row());
  if (!clock) return {};
  const std::int64_t due_utc_ms = clock->clock.due_utc_ms;
  if (role == Qt::ForegroundRole && index.column() == kLeft && due_utc_ms != 0) {
    if (due_utc_ms < m_now_utc_ms) return currentColours().danger;
    if (due_utc_ms < m_now_utc_ms + kSoonMs) return currentColours().caution;
  }
  if (role == Qt::ToolTipRole)
    return whatText(*clock) + QStringLiteral("\n") + journalText(clock->clock.who) + QStringLiteral("\n") +
           tr("Due %1. Rule: %2")
               .arg(due_utc_ms == 0 ? QStringLiteral("-") : beijingTimeText(due_utc_ms),
                    journalText(clock->clock.source));
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case kLeft:
      return remainingText(*clock, m_now_utc_ms);
    case kWhat:
      return whatText(*clock);
    case kWho:
      return journalText(clock->clock.who);
    default:
      return {};
  }
}

QVariant ClockModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kLeft:
      return tr("Left");
    case kWhat:
      return tr("To do");
    case kWho:
      return tr("Who");
    default:
      return {};
  }
}

}  // namespace app
