// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/entry_model.h"

#include "app/journal_report/journal_words.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

constexpr int kYearLetters = 5;  // "2026-": a shift does not ask for the year

QString shortTime(std::int64_t utc_ms) { return beijingTimeText(utc_ms).mid(kYearLetters); }

}  // namespace

void EntryModel::setView(JournalViewPtr view) {
  beginResetModel();
  m_view = std::move(view);
  endResetModel();
}

void EntryModel::retranslate() {
  beginResetModel();
  endResetModel();
}

const gis::journal::Entry* EntryModel::at(int row) const {
  return m_view && row >= 0 && row < rowCount() ? &m_view->entries[static_cast<std::size_t>(row)] : nullptr;
}

int EntryModel::rowOf(std::int64_t seq) const {
  for (int row = 0; row < rowCount(); ++row)
    if (at(row)->seq == seq) return row;
  return -1;
}

int EntryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_view ? 0 : static_cast<int>(m_view->entries.size());
}

QString EntryModel::whatText(const JournalView& view, const gis::journal::Entry& entry) {
  QString text = journalText(entry.text);
  if (const QString level = journalLevelText(entry.level); !level.isEmpty())
    text = QStringLiteral("[%1] %2").arg(level, text);
  if (entry.corrects_seq)
    text = (entry.withdraws ? tr("Withdraws %1: %2") : tr("Corrects %1: %2")).arg(*entry.corrects_seq).arg(text);
  if (const auto corrected = view.state.corrected.find(entry.seq); corrected != view.state.corrected.end())
    text += tr(" (corrected by %1)").arg(corrected->second);
  if (entry.is_drill) text = tr("DRILL %1").arg(text);
  if (!entry.attachments.empty()) text += tr(" [%n file(s)]", nullptr, static_cast<int>(entry.attachments.size()));
  return text;
}

QVariant EntryModel::data(const QModelIndex& index, int role) const {
  const gis::journal::Entry* entry = at(index.row());
  if (!entry) return {};
  if (role == Qt::ForegroundRole)
    return m_view->state.corrected.contains(entry->seq) || index.column() != kWhat
               ? QVariant(currentColours().text_second)
               : QVariant();
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignTop));
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  if (role == Qt::ToolTipRole)
    return whatText(*m_view, *entry) + QStringLiteral("\n") +
           QString::fromStdString(entry->people.empty() ? entry->author : entry->people);
  switch (index.column()) {
    case kTime:
      return shortTime(entry->at_utc_ms);
    case kKind:
      return kindText(m_view->kinds, entry->kind);
    case kWhat:
      return whatText(*m_view, *entry);
    case kWho:
      return QString::fromStdString(entry->people.empty() ? entry->author : entry->people);
    default:
      return {};
  }
}

QVariant EntryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kTime:
      return tr("Time");
    case kKind:
      return tr("Kind");
    case kWhat:
      return tr("What");
    case kWho:
      return tr("Who");
    default:
      return {};
  }
}

}  // namespace app
