// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/rule_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "gis/quality/phone_number.h"

namespace app {
namespace {

QString text(const char* source) { return QCoreApplication::translate("RuleText", source); }

}  // namespace

QString ruleText(const gis::Error& error) {
  const QString detail = QString::fromStdString(error.detail);
  static const QRegularExpression between(QStringLiteral(R"(\b\w+ BETWEEN (-?[\d.]+) AND (-?[\d.]+|\w+))"),
                                          QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression bound(QStringLiteral(R"(\b\w+\s*(>=|<=|>|<)\s*(-?[\d.]+))"));
  static const QRegularExpression filled(QStringLiteral(R"(\b\w+\s*<>\s*'')"));
  if (const auto found = between.match(detail); found.hasMatch())
    return text(QT_TRANSLATE_NOOP("RuleText", "between %1 and %2")).arg(found.captured(1), found.captured(2));
  if (const auto found = bound.match(detail); found.hasMatch()) {
    const QString sign = found.captured(1), number = found.captured(2);
    if (sign == QLatin1String(">=")) return text(QT_TRANSLATE_NOOP("RuleText", "%1 or more")).arg(number);
    if (sign == QLatin1String("<=")) return text(QT_TRANSLATE_NOOP("RuleText", "%1 or less")).arg(number);
    if (sign == QLatin1String(">")) return text(QT_TRANSLATE_NOOP("RuleText", "more than %1")).arg(number);
    return text(QT_TRANSLATE_NOOP("RuleText", "less than %1")).arg(number);
  }
  if (filled.match(detail).hasMatch()) return text(QT_TRANSLATE_NOOP("RuleText", "filled in"));
  return {};
}

QString oddText(const std::string& column, const QString& value) {
  if (!column.starts_with("phone") || value.trimmed().isEmpty()) return {};
  if (gis::isPossiblePhone(value.trimmed().toStdString())) return {};
  return text(QT_TRANSLATE_NOOP("RuleText", "No telephone number looks like this; please check it."));
}

}  // namespace app
