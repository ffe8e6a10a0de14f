// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/plan_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/warning_text/callout_text.h"
#include "gis/cap/event_types.h"

namespace app {
namespace {

QString planSay(const char* text) { return QCoreApplication::translate("PlanWords", text); }

}  // namespace

QString hazardText(const std::string& hazard, bool zh) {
  if (const gis::EventType* type = gis::eventTypeOf(hazard))
    return QString::fromStdString(zh ? type->name_zh : type->name_en);
  if (hazard == "flood") return planSay(QT_TRANSLATE_NOOP("PlanWords", "floods"));
  if (hazard == "geology") return planSay(QT_TRANSLATE_NOOP("PlanWords", "landslides and debris flows"));
  if (hazard == "fire") return planSay(QT_TRANSLATE_NOOP("PlanWords", "forest fire"));
  if (hazard == "seismic") return planSay(QT_TRANSLATE_NOOP("PlanWords", "earthquake"));
  if (hazard == "weather") return planSay(QT_TRANSLATE_NOOP("PlanWords", "other weather"));
  return QString::fromStdString(hazard);
}

QString ruleText(const gis::PlanRule& rule, bool zh) {
  QStringList hazards, colours;
  for (const std::string& hazard : rule.hazards) hazards << hazardText(hazard, zh);
  for (const gis::WarningColour colour : rule.colours) colours << colourText(colour);
  if (hazards.isEmpty()) hazards << planSay(QT_TRANSLATE_NOOP("PlanWords", "any hazard"));
  if (colours.isEmpty()) colours << planSay(QT_TRANSLATE_NOOP("PlanWords", "any level"));
  return hazards.join(QLatin1Char('/')) + QStringLiteral(" · ") + colours.join(QLatin1Char('/'));
}

QString ladderText(const std::string& id) {
  if (const auto colour = gis::colourNamed(id)) return colourText(*colour);
  if (id == "by_hand") return planSay(QT_TRANSLATE_NOOP("PlanWords", "by hand only"));
  return QString::fromStdString(id);
}

QString planTextName(const std::string& id) {
  if (id == "general") return planSay(QT_TRANSLATE_NOOP("PlanWords", "for all others"));
  return hazardText(id, true);
}

QString channelWord(gis::Channel channel) {
  switch (channel) {
    case gis::Channel::kPhone:
      return planSay(QT_TRANSLATE_NOOP("PlanWords", "phone"));
    case gis::Channel::kSms:
      return planSay(QT_TRANSLATE_NOOP("PlanWords", "sms"));
    case gis::Channel::kVoice:
      return planSay(QT_TRANSLATE_NOOP("PlanWords", "voice"));
    case gis::Channel::kGateway:
      return planSay(QT_TRANSLATE_NOOP("PlanWords", "gateway"));
    case gis::Channel::kDoor:
      return planSay(QT_TRANSLATE_NOOP("PlanWords", "door"));
  }
  return {};
}

std::optional<gis::Channel> channelOfWord(const QString& word) {
  for (int c = 0; c < gis::kChannelCount; ++c)
    if (word == channelWord(static_cast<gis::Channel>(c))) return static_cast<gis::Channel>(c);
  // The words of the plan's file are understood in every language.
  return gis::channelNamed(word.toStdString());
}

QString orderWord(gis::ChannelOrder order) {
  return order == gis::ChannelOrder::kInTurn ? planSay(QT_TRANSLATE_NOOP("PlanWords", "in turn"))
                                             : planSay(QT_TRANSLATE_NOOP("PlanWords", "at once"));
}

std::optional<gis::ChannelOrder> orderOfWord(const QString& word) {
  for (const auto order : {gis::ChannelOrder::kParallel, gis::ChannelOrder::kInTurn})
    if (word == orderWord(order)) return order;
  if (word == QLatin1String("parallel")) return gis::ChannelOrder::kParallel;
  if (word == QLatin1String("in_turn")) return gis::ChannelOrder::kInTurn;
  return std::nullopt;
}

}  // namespace app
