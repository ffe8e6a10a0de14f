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
