// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/list_field.h"

#include <QCoreApplication>
#include <QStringList>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

namespace app {
namespace {

using Json = nlohmann::json;

struct ListField {
  Q_DECLARE_TR_FUNCTIONS(ListField)
};

enum class NumberKind { kWhole, kAny };

std::optional<Json> trucksJson(QString text) {
  Json list = Json::array();
  text.replace(QChar(0xFF0C), QLatin1Char(',')).replace(QChar(0xFF1B), QLatin1Char(';'));
  for (const QString& one : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
    const QStringList parts = one.split(QLatin1Char(','));
    bool count = false, kg = false, m3 = false;
    if (parts.size() != 4) return std::nullopt;
    list.push_back({{"kind", parts[0].trimmed().toStdString()},
                    {"trucks", parts[1].trimmed().toLongLong(&count)},
                    {"payload_kg", parts[2].trimmed().toDouble(&kg)},
                    {"volume_m3", parts[3].trimmed().toDouble(&m3)}});
    if (!count || !kg || !m3) return std::nullopt;
  }
  return list;
}

}  // namespace

QString putListField(Json& json, const std::string& field, const QString& typed) {
  static const std::map<std::string, NumberKind> numbers{{"shelf_life_days", NumberKind::kWhole},
                                                         {"weight_kg", NumberKind::kAny},
                                                         {"volume_m3", NumberKind::kAny},
                                                         {"norm.per_1000", NumberKind::kAny},
                                                         {"tier", NumberKind::kWhole},
                                                         {"lon", NumberKind::kAny},
                                                         {"lat", NumberKind::kAny},
                                                         {"minimum", NumberKind::kWhole},
                                                         {"target", NumberKind::kWhole},
                                                         {"maximum", NumberKind::kWhole}};
  const QString text = typed.trimmed();
  std::string key = field;
  const auto kind = numbers.find(key);
  Json* into = &json;
  if (key.starts_with("norm.")) into = &json["norm"], key = key.substr(5);
  if (key == "trucks") {
    auto trucks = trucksJson(text);
    if (!trucks) return ListField::tr("Trucks: kind, how many, payload in kg, space in m³; as “5 t, 2, 5000, 20”.");
    (*into)[key] = std::move(*trucks);
  } else if (kind == numbers.end()) {
    (*into)[key] = text.toStdString();
  } else if (text.isEmpty() && key == "shelf_life_days") {
    (*into)[key] = nullptr;
  } else {
    bool good = false;
    if (kind->second == NumberKind::kWhole)
      (*into)[key] = text.toLongLong(&good);
    else
      (*into)[key] = text.isEmpty() ? (good = true, 0.0) : text.toDouble(&good);
    if (!good) return ListField::tr("%1: a number is expected.").arg(text);
  }
  return {};
}

QString trucksText(const std::vector<gis::stocks::DepotTruck>& trucks) {
  QStringList all;
  for (const gis::stocks::DepotTruck& one : trucks)
    all << QStringLiteral("%1, %2, %3, %4")
               .arg(QString::fromStdString(one.kind))
               .arg(one.trucks)
               .arg(one.payload_kg)
               .arg(one.volume_m3);
  return all.join(QStringLiteral("; "));
}

}  // namespace app
