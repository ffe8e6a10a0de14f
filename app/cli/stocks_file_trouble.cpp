// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_file_trouble.h"

#include <QStringList>

#include "app/stocks_text/stock_detail_text.h"
#include "app/text/error_text.h"
#include "gis/stocks/move_wish.h"

namespace app {
namespace {

struct CommandLine {
  Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// "movement 2, line 1"; the trail is innermost first.
QString placeText(const std::vector<std::string>& trail) {
  QStringList places;
  for (const std::string& step : trail) {
    const QString text = QString::fromStdString(step), number = text.section(QLatin1Char(' '), 1);
    if (text.startsWith(QLatin1String("movement "))) places.prepend(CommandLine::tr("movement %1").arg(number));
    if (text.startsWith(QLatin1String("line "))) places.prepend(CommandLine::tr("line %1").arg(number));
    if (text.startsWith(QLatin1String("row "))) places.prepend(CommandLine::tr("row %1").arg(number));
  }
  return places.join(QLatin1Char(' '));
}

}  // namespace

int failOfStocks(const CommandContext& context, const gis::Error& error) {
  const QString place = placeText(error.trail);
  QString detail = stockDetailText(QString::fromStdString(error.detail));
  if (!place.isEmpty()) detail = CommandLine::tr("%1: %2").arg(place, detail);
  context.tell(errorSentence(error));
  if (!error.detail.empty()) context.tell(QStringLiteral("  ") + detail);
  if (context.form() == OutputForm::kJson) {
    auto json = errorJson(error);
    if (!place.isEmpty()) json["place"] = place.toStdString();
    context.print({{"error", std::move(json)}});
  }
  return kExitFailed;
}

int failOfStocksFile(const CommandContext& context, const gis::Error& error) {
  if (!error.detail.starts_with(gis::stocks::kNoSuchKey)) return failOfStocks(context, error);
  const QString place = error.trail.empty() ? CommandLine::tr("top of the file") : placeText(error.trail);
  const QString known = QString::fromStdString(error.detail.substr(gis::stocks::kNoSuchKey.size()));
  const QString sentence = CommandLine::tr("%1: there is no key “%2”; the keys here are %3. Nothing was written.")
                               .arg(place, QString::fromStdString(error.subject), known);
  context.tell(sentence);
  if (context.form() == OutputForm::kJson) {
    auto json = errorJson(error);
    json["message"] = sentence.toStdString();
    json["place"] = place.toStdString();
    context.print({{"error", std::move(json)}});
  }
  return kExitFailed;
}

}  // namespace app
