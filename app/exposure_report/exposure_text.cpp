// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exposure_report/exposure_text.h"

#include <QCoreApplication>
#include <cmath>
#include <map>
#include <numeric>

namespace app {
namespace {

struct ExposureText {
  Q_DECLARE_TR_FUNCTIONS(ExposureText)
};

QString textOf(const std::map<std::string, const char*>& texts, const std::string& key) {
  const auto found = texts.find(key);
  return found == texts.end() ? QString::fromStdString(key) : ExposureText::tr(found->second);
}

QString placeText(double lon_deg, double lat_deg) {
  return QStringLiteral("%1°%2 %3°%4")
      .arg(std::abs(lat_deg), 0, 'f', 4)
      .arg(lat_deg < 0 ? QLatin1Char('S') : QLatin1Char('N'))
      .arg(std::abs(lon_deg), 0, 'f', 4)
      .arg(lon_deg < 0 ? QLatin1Char('W') : QLatin1Char('E'));
}

// "Roads chosen: 3, 500 m around".
QString featuresText(const gis::FootprintAsked& asked) {
  const QString text =
      asked.table.empty()
          ? ExposureText::tr("%1 chosen features").arg(asked.count)
          : ExposureText::tr("%1 chosen: %2")
                .arg(exposedTableText(asked.table == "census_point" ? std::string("people") : asked.table))
                .arg(asked.count);
  return asked.reach_m > 0 ? ExposureText::tr("%1, %2 m around").arg(text).arg(asked.reach_m, 0, 'f', 0) : text;
}

QString districtsText(const gis::Exposure& exposure) {
  constexpr qsizetype kMostNames = 4;
  QStringList names;
  for (const std::string& name : exposure.part_names) names << QString::fromStdString(name);
  const QString first = QStringList(names.mid(0, kMostNames)).join(QStringLiteral(", "));
  return names.size() <= kMostNames
             ? first
             : ExposureText::tr("%1 and others, %2 districts in all").arg(first).arg(names.size());
}

QString askedText(const gis::FootprintAsked& asked, const gis::Exposure& exposure) {
  using enum gis::FootprintAsked::Kind;
  switch (asked.kind) {
    case kCircle:
      return ExposureText::tr("Within %1 km of %2")
          .arg(asked.reach_m / 1000, 0, 'f', asked.reach_m < 1000 ? 2 : 1)
          .arg(placeText(asked.at.lon_deg, asked.at.lat_deg));
    case kBox:
      return ExposureText::tr("The box from %1 to %2")
          .arg(placeText(asked.at.lon_deg, asked.at.lat_deg), placeText(asked.to.lon_deg, asked.to.lat_deg));
    case kPolygon:
      return ExposureText::tr("A drawn area of %1 corners").arg(asked.count);
    case kCorridor:
      return ExposureText::tr("A drawn corridor of %1 points, %2 m wide")
          .arg(asked.count)
          .arg(asked.reach_m, 0, 'f', 0);
    case kFeatures:
      return featuresText(asked);
    case kDistricts:
      break;
  }
  return districtsText(exposure);
}

}  // namespace

QString exposedTableText(const std::string& table) {
  static const std::map<std::string, const char*> texts = {
      {"people", QT_TRANSLATE_NOOP("ExposureText", "People")},
      {"building", QT_TRANSLATE_NOOP("ExposureText", "Buildings")},
      {"road", QT_TRANSLATE_NOOP("ExposureText", "Roads")},
      {"bridge", QT_TRANSLATE_NOOP("ExposureText", "Bridges")},
      {"school", QT_TRANSLATE_NOOP("ExposureText", "Schools")},
      {"hospital", QT_TRANSLATE_NOOP("ExposureText", "Hospitals and clinics")},
      {"care_home", QT_TRANSLATE_NOOP("ExposureText", "Care homes")},
      {"tourist_site", QT_TRANSLATE_NOOP("ExposureText", "Tourist and cultural sites")},
      {"reservoir", QT_TRANSLATE_NOOP("ExposureText", "Reservoirs")},
      {"check_dam", QT_TRANSLATE_NOOP("ExposureText", "Check dams")},
      {"tailings_pond", QT_TRANSLATE_NOOP("ExposureText", "Tailings ponds")},
      {"hazchem_site", QT_TRANSLATE_NOOP("ExposureText", "Hazardous-chemical sites")},
      {"mine", QT_TRANSLATE_NOOP("ExposureText", "Mines")},
      {"geohazard_point", QT_TRANSLATE_NOOP("ExposureText", "Geological-hazard points")},
      {"shelter", QT_TRANSLATE_NOOP("ExposureText", "Shelters")},
      {"depot", QT_TRANSLATE_NOOP("ExposureText", "Relief depots")},
      {"rescue_team", QT_TRANSLATE_NOOP("ExposureText", "Rescue teams")},
      {"helipad", QT_TRANSLATE_NOOP("ExposureText", "Helicopter landing sites")},
      {"division", QT_TRANSLATE_NOOP("ExposureText", "Districts")},
  };
  return textOf(texts, table);
}

QString measureText(const std::string& measure) {
  static const std::map<std::string, const char*> texts = {
      {"population", QT_TRANSLATE_NOOP("ExposureText", "people")},
      {"households", QT_TRANSLATE_NOOP("ExposureText", "households")},
      {"age_0_14", QT_TRANSLATE_NOOP("ExposureText", "aged 0–14")},
      {"age_15_64", QT_TRANSLATE_NOOP("ExposureText", "aged 15–64")},
      {"age_65_up", QT_TRANSLATE_NOOP("ExposureText", "aged 65 and over")},
      {"residents", QT_TRANSLATE_NOOP("ExposureText", "residents")},
      {"footprint_m2", QT_TRANSLATE_NOOP("ExposureText", "ground area, m²")},
      {"floor_m2", QT_TRANSLATE_NOOP("ExposureText", "floor area, m²")},
      {"seismic_designed", QT_TRANSLATE_NOOP("ExposureText", "designed for earthquakes")},
      {"length_m", QT_TRANSLATE_NOOP("ExposureText", "length, m")},
      {"pupils", QT_TRANSLATE_NOOP("ExposureText", "pupils")},
      {"boarders", QT_TRANSLATE_NOOP("ExposureText", "boarders")},
      {"staff", QT_TRANSLATE_NOOP("ExposureText", "staff")},
      {"beds", QT_TRANSLATE_NOOP("ExposureText", "beds")},
      {"icu_beds", QT_TRANSLATE_NOOP("ExposureText", "intensive-care beds")},
      {"ambulances", QT_TRANSLATE_NOOP("ExposureText", "ambulances")},
      {"cannot_walk", QT_TRANSLATE_NOOP("ExposureText", "cannot walk")},
      {"capacity", QT_TRANSLATE_NOOP("ExposureText", "capacity")},
      {"capacity_m3", QT_TRANSLATE_NOOP("ExposureText", "capacity, m³")},
      {"in_use", QT_TRANSLATE_NOOP("ExposureText", "in use")},
      {"underground_workers", QT_TRANSLATE_NOOP("ExposureText", "workers underground")},
      {"threatened_people", QT_TRANSLATE_NOOP("ExposureText", "people threatened")},
      {"threatened_households", QT_TRANSLATE_NOOP("ExposureText", "households threatened")},
      {"members", QT_TRANSLATE_NOOP("ExposureText", "members")},
      {"vehicles", QT_TRANSLATE_NOOP("ExposureText", "vehicles")},
  };
  return textOf(texts, measure);
}

QString codeText(const gis::ExposureTable& table, int code, const gis::CodeLists& codes, const QString& language) {
  const std::string key = table.codes.empty() ? std::to_string(code)
                          : code >= 1 && code <= static_cast<int>(table.codes.size())
                              ? table.codes[static_cast<std::size_t>(code) - 1]
                              : std::string();
  const auto list = codes.find(table.code_list);
  if (list != codes.end())
    for (const gis::CodeEntry& entry : list->second)
      if (entry.code == key)
        return QString::fromStdString(language.startsWith(QLatin1String("zh")) ? entry.name_zh : entry.name_en);
  return key.empty() || key == "0" ? ExposureText::tr("not stated") : QString::fromStdString(key);
}

QString ageBandText(int band) {
  const auto& bands = gis::buildingAgeBands();
  if (band <= 0 || band >= static_cast<int>(bands.size())) return ExposureText::tr("year not known");
  const gis::BuildingAgeBand& b = bands[static_cast<std::size_t>(band)];
  if (band == 1) return ExposureText::tr("before %1").arg(b.last_year + 1);
  if (band + 1 == static_cast<int>(bands.size())) return ExposureText::tr("since %1").arg(b.first_year);
  return QStringLiteral("%1–%2").arg(b.first_year).arg(b.last_year);
}

QString exposureRuleText(gis::ExposureRule rule) {
  switch (rule) {
    case gis::ExposureRule::kByPoint:
      return ExposureText::tr("counted where their point lies inside");
    case gis::ExposureRule::kByTouch:
      return ExposureText::tr("counted where they touch the area");
    case gis::ExposureRule::kByCentre:
      return ExposureText::tr("counted where their centre lies inside");
    case gis::ExposureRule::kByLength:
      return ExposureText::tr("cut at the border; the length inside");
    case gis::ExposureRule::kByAreaShare:
      break;
  }
  return ExposureText::tr("by the share of the area inside");
}

QString partText(const gis::Exposure& exposure, std::size_t part) {
  const std::string& name = exposure.part_names[part].empty() ? exposure.part_keys[part] : exposure.part_names[part];
  return name.empty() ? ExposureText::tr("The area") : QString::fromStdString(name);
}

QString questionText(const gis::Exposure& exposure) {
  if (exposure.asked.empty()) return QString::fromStdString(exposure.origin);
  QStringList parts;
  for (const gis::FootprintAsked& asked : exposure.asked) parts << askedText(asked, exposure);
  return parts.join(QStringLiteral("; "));
}

QString nearestSettlementText(const gis::Exposure& exposure) {
  if (!exposure.nearest_settlement) return {};
  static const char* const directions[] = {QT_TRANSLATE_NOOP("ExposureText", "%1, %2 km to the north"),
                                           QT_TRANSLATE_NOOP("ExposureText", "%1, %2 km to the northeast"),
                                           QT_TRANSLATE_NOOP("ExposureText", "%1, %2 km to the east"),
                                           QT_TRANSLATE_NOOP("ExposureText", "%1, %2 km to the southeast"),
                                           QT_TRANSLATE_NOOP("ExposureText", "%1, %2 km to the south"),
                                           QT_TRANSLATE_NOOP("ExposureText", "%1, %2 km to the southwest"),
                                           QT_TRANSLATE_NOOP("ExposureText", "%1, %2 km to the west"),
                                           QT_TRANSLATE_NOOP("ExposureText", "%1, %2 km to the northwest")};
  const gis::NearestSettlement& nearest = *exposure.nearest_settlement;
  const gis::ExposureDivision& village = exposure.index->divisions()[nearest.division];
  QString name = QString::fromStdString(village.name);
  // Villages of one name are many: with the county's.
  if (village.code.size() == 12)
    if (const gis::ExposureDivision* county = exposure.index->division(village.code.substr(0, 6) + "000000");
        county != nullptr && county != &village)
      name = QString::fromStdString(county->name) + name;
  if (name.isEmpty()) return {};
  const auto eighth = static_cast<std::size_t>(std::lround(nearest.bearing_deg / 45)) % std::size(directions);
  return ExposureText::tr(directions[eighth]).arg(name).arg(nearest.distance_m / 1000, 0, 'f', 1);
}

QString maskedPhone(const std::string& phone) {
  const QString text = QString::fromStdString(phone);
  if (text.size() >= 11) return text.left(3) + QStringLiteral("****") + text.right(text.size() - 7);
  if (text.size() <= 4) return QString(text.size(), QLatin1Char('*'));
  return text.left(2) + QString(text.size() - 4, QLatin1Char('*')) + text.right(2);
}

QString divisionText(const gis::Exposure& exposure, const std::string& prefix) {
  std::string code = prefix;
  if (code.size() < 12) code.append(12 - code.size(), '0');
  const gis::ExposureDivision* found = exposure.index->division(code);
  return found == nullptr || found->name.empty() ? QString::fromStdString(prefix) : QString::fromStdString(found->name);
}

std::vector<double> kilometresThatAddUp(const std::vector<double>& km) {
  const double total = std::accumulate(km.begin(), km.end(), 0.0);
  std::vector<double> rounded;
  for (const std::int64_t tenths : gis::wholeShares(km, std::llround(total * 10)))
    rounded.push_back(static_cast<double>(tenths) / 10);
  return rounded;
}

}  // namespace app
