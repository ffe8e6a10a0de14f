// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/field_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "app/fields/shown_cell.h"

namespace app {

namespace {

constexpr std::int64_t kMinuteMs = 60'000, kHourMs = 60 * kMinuteMs, kDayMs = 24 * kHourMs;

struct FieldText {
  Q_DECLARE_TR_FUNCTIONS(FieldText)
};

}  // namespace

QString conflictReason(gis::ConflictKind kind) {
  switch (kind) {
    case gis::ConflictKind::kValues:
      return FieldText::tr("Changed on both sides, neither knowing of the other.");
    case gis::ConflictKind::kRemoved:
      return FieldText::tr("Removed by one side and changed by the other. The row stays until this is decided.");
    case gis::ConflictKind::kUnique:
      return FieldText::tr("Another row has this value, and only one may.");
    case gis::ConflictKind::kReference:
      return FieldText::tr(
          "It names something that is not here. The package that brings it settles this by itself; if none will come, "
          "remove the row or mend what it names.");
    case gis::ConflictKind::kRule:
      return FieldText::tr("It breaks a rule of the table, so it was not taken over.");
  }
  return {};
}

QString ageText(std::int64_t since_utc_ms, std::int64_t now_utc_ms) {
  const std::int64_t age_ms = now_utc_ms - since_utc_ms;
  if (age_ms < kMinuteMs) return FieldText::tr("just now");
  if (age_ms < kHourMs) return FieldText::tr("%1 min").arg(age_ms / kMinuteMs);
  if (age_ms < 2 * kDayMs) return FieldText::tr("%1 h").arg(age_ms / kHourMs);
  return FieldText::tr("%1 d").arg(age_ms / kDayMs);
}

QString dayTimeText(std::int64_t at_utc_ms) {
  const QDateTime at = QDateTime::fromMSecsSinceEpoch(at_utc_ms);
  const bool this_year = at.date().year() == QDate::currentDate().year();
  return at.toString(this_year ? QStringLiteral("MM-dd HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString sizeText(std::int64_t bytes) { return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

QString areaText(const std::string& area, const FieldState& state) {
  if (area.empty()) return FieldText::tr("the whole city");
  QStringList parts;
  for (const QString& word : QString::fromStdString(area).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    const auto name = state.division_names.find(word.toStdString());
    parts << (name != state.division_names.end() ? QString::fromStdString(name->second)
              : word.contains(QLatin1Char(','))  ? FieldText::tr("a piece of the map")
                                                 : word);
  }
  constexpr int kMost = 3;
  const auto count = parts.size();
  if (count > kMost)
    return FieldText::tr("%1 and %2 more").arg(parts.mid(0, kMost).join(FieldText::tr(", "))).arg(count - kMost);
  return parts.join(FieldText::tr(", "));
}

QString rowsText(const gis::MergeCounts& counts) {
  QStringList parts = {FieldText::tr("%1 added, %2 changed, %3 removed")
                           .arg(counts.rows_added)
                           .arg(counts.rows_changed)
                           .arg(counts.rows_removed)};
  if (counts.rows_waiting > 0) parts << FieldText::tr("%1 wait for another package").arg(counts.rows_waiting);
  if (counts.new_conflicts > 0) parts << FieldText::tr("%1 to decide").arg(counts.new_conflicts);
  return parts.join(FieldText::tr("; "));
}

QString picturesText(const gis::PictureCounts& counts, int absent) {
  QStringList parts;
  if (counts.stored > 0) parts << FieldText::tr("%1 new").arg(counts.stored);
  if (counts.known > 0) parts << FieldText::tr("%1 here already").arg(counts.known);
  if (counts.unread > 0) parts << FieldText::tr("%1 cannot be read").arg(counts.unread);
  if (absent > 0) parts << FieldText::tr("%1 are missing on the laptop itself").arg(absent);
  return parts.isEmpty() ? QString() : FieldText::tr("Photographs: %1").arg(parts.join(FieldText::tr(", ")));
}

QString valueText(const NamedTable& table, const std::string& column, const gis::CellValue& value,
                  const gis::CodeLists& codes, const QString& language) {
  if (std::holds_alternative<std::vector<std::byte>>(value)) return FieldText::tr("(shape)");
  const layers::InspectorField* field = table.find(column);
  const QString text = field != nullptr ? shownCell(*field, value, codes, language) : QString();
  return text.isEmpty() ? FieldText::tr("(empty)") : text;
}

QString conflictTitle(const gis::ConflictRow& row, const FieldState& state, const QString& language) {
  const auto table = state.tables.find(row.conflict.table);
  QString name = QString::fromStdString(row.name);
  if (name.isEmpty())
    name = table != state.tables.end() ? table->second.title(language) : QString::fromStdString(row.conflict.table);
  if (row.conflict.column.empty() || table == state.tables.end()) return name;
  return name + QStringLiteral(" · ") + table->second.columnName(row.conflict.column, language);
}

}  // namespace app
