// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields/field_text.h"

#include <QLocale>
#include <cmath>

namespace app {

namespace {

const gis::CodeEntry* codeEntry(const gis::CodeLists& codes, const std::string& table, const QString& code) {
  const auto list = codes.find(table);
  if (list == codes.end()) return nullptr;
  for (const gis::CodeEntry& entry : list->second)
    if (QString::fromStdString(entry.code) == code) return &entry;
  return nullptr;
}

QString plainText(const gis::FieldValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value.value)) return QString::number(*integer);
  if (const auto* real = std::get_if<double>(&value.value)) return QString::number(*real, 'g', 10);
  if (const auto* text = std::get_if<std::string>(&value.value)) return QString::fromStdString(*text);
  return {};
}

// Years, codes and serial numbers read badly with thousands separators; quantities read badly without.
QString numberText(double value, int decimals, bool grouped) {
  QLocale locale(QLocale::English);
  if (!grouped) locale.setNumberOptions(QLocale::OmitGroupSeparator);
  return locale.toString(value, 'f', decimals);
}

int sensibleDecimals(double value) {
  const double size = std::abs(value);
  if (size >= 1000 || value == std::floor(value)) return 0;
  return size >= 10 ? 1 : 2;
}

}  // namespace

layers::BilingualText bareFieldText(const layers::InspectorField& field, const gis::FieldValue& value,
                                    const gis::CodeLists& codes) {
  if (std::holds_alternative<std::monostate>(value.value)) return {};
  const QString plain = plainText(value);
  if (plain.isEmpty()) return {};
  if (field.yes_no) {
    const bool yes = plain != QLatin1String("0");
    return {yes ? QStringLiteral("是") : QStringLiteral("否"), yes ? QStringLiteral("Yes") : QStringLiteral("No")};
  }
  if (!field.code_table.empty()) {
    if (const gis::CodeEntry* entry = codeEntry(codes, field.code_table, plain))
      return {QString::fromStdString(entry->name_zh), QString::fromStdString(entry->name_en)};
    return {plain, plain};
  }
  QString number = plain;
  const bool has_unit = !field.unit.zh.isEmpty() || !field.unit.en.isEmpty();
  if (const auto* integer = std::get_if<std::int64_t>(&value.value)) {
    const double shown = static_cast<double>(*integer) * field.scale_ratio;
    number = numberText(shown, field.scale_ratio == 1 ? 0 : std::max(field.decimals, 0), has_unit);
  } else if (const auto* real = std::get_if<double>(&value.value)) {
    const double shown = *real * field.scale_ratio;
    if (!std::isfinite(shown)) return {};
    number = numberText(shown, field.decimals >= 0 ? field.decimals : sensibleDecimals(shown), has_unit);
  }
  return {number, number};
}

layers::BilingualText fieldText(const layers::InspectorField& field, const gis::FieldValue& value,
                                const gis::CodeLists& codes) {
  layers::BilingualText text = bareFieldText(field, value, codes);
  if (text.zh.isEmpty() || field.yes_no || !field.code_table.empty()) return text;
  const auto with = [](const QString& number, const QString& unit) {
    return unit.isEmpty() ? number : number + QChar(0xa0) + unit;
  };
  return {with(text.zh, field.unit.text(QStringLiteral("zh"))), with(text.en, field.unit.text(QStringLiteral("en")))};
}

layers::BilingualText filledText(const layers::BilingualText& pattern, const std::vector<gis::FieldValue>& row,
                                 const gis::CodeLists& codes) {
  const auto fill = [&](const QString& text, const QString& language) {
    QString out;
    qsizetype from = 0;
    while (from < text.size()) {
      const qsizetype open = text.indexOf(QLatin1Char('{'), from);
      const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1Char('}'), open);
      if (close < 0) break;
      out += text.mid(from, open - from);
      const QStringList parts = text.mid(open + 1, close - open - 1).split(QLatin1Char('@'));
      layers::InspectorField field;
      field.column = parts.value(0).toStdString();
      field.code_table = parts.value(1).toStdString();
      for (const gis::FieldValue& value : row)
        if (value.column == field.column) out += fieldText(field, value, codes).text(language);
      from = close + 1;
    }
    return (out + text.mid(from)).trimmed();
  };
  return {fill(pattern.text(QStringLiteral("zh")), QStringLiteral("zh")),
          fill(pattern.text(QStringLiteral("en")), QStringLiteral("en"))};
}

}  // namespace app
