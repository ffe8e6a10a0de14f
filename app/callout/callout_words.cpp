// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/callout_words.h"

#include <QCoreApplication>
#include <cstdlib>

#include "app/warning_text/callout_text.h"
#include "gis/cap/event_types.h"

namespace app {
namespace {

QString say(const char* text) { return QCoreApplication::translate("CalloutWords", text); }

QString nameOf(const QString& uuid, const CalloutFacts& facts) {
  for (const PersonFacts& person : facts.persons)
    if (person.uuid == uuid) return person.name;
  return {};
}

QString channelWords(const QString& name) {
  const auto channel = gis::channelNamed(name.toStdString());
  return channel ? channelText(*channel) : QString();
}

}  // namespace

QString reasonText(const QString& reason) {
  if (reason == QLatin1String("no_answer")) return say(QT_TRANSLATE_NOOP("CalloutWords", "no answer"));
  if (reason == QLatin1String("busy")) return say(QT_TRANSLATE_NOOP("CalloutWords", "busy"));
  if (reason == QLatin1String("wrong_number")) return say(QT_TRANSLATE_NOOP("CalloutWords", "wrong number"));
  if (reason == QLatin1String("no_number")) return say(QT_TRANSLATE_NOOP("CalloutWords", "no number"));
  if (reason == QLatin1String("no_line")) return say(QT_TRANSLATE_NOOP("CalloutWords", "the line failed"));
  if (reason == QLatin1String("not_home")) return say(QT_TRANSLATE_NOOP("CalloutWords", "nobody at the door"));
  return reason;
}

namespace {

QString lineTroubleWords(const gis::LineTrouble& trouble) {
  using enum gis::LineTrouble::Kind;
  switch (trouble.kind) {
    case kNone:
      return {};
    case kNoFolder:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the folder of its messages is missing"));
    case kNotAlive:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the gateway has not said that it is alive"));
    case kEnded:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the line has ended"));
    case kSilent:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "nothing was sent for %1 s")).arg(trouble.number);
    case kNoConnection:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "no connection can be made"));
    case kUnknownHost:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the host is not known"));
    case kNotSecure:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "no secure connection can be made"));
    case kNoAnswer:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "no answer within %1 s"))
          .arg(static_cast<double>(trouble.number) / 1000);
    case kBroken:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the connection broke (%1)")).arg(trouble.number);
    case kStatus:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the gateway answers %1")).arg(trouble.number);
    case kAnswersStay:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "answers cannot be put away"));
    case kAnswerUnread:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "an answer could not be read"));
    case kAnswersTooLarge:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "answers are too large"));
    case kNoAnswersList:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the answers have no list \"answers\""));
  }
  return {};
}

}  // namespace

QString lineTroubleText(const gis::LineTrouble& trouble) {
  const QString words = lineTroubleWords(trouble);
  return trouble.is_of_answers ? say(QT_TRANSLATE_NOOP("CalloutWords", "no answers: %1")).arg(words) : words;
}

QString eventText(const LogLine& line, const CalloutFacts& facts) {
  using enum gis::EventKind;
  const QString by = channelWords(line.channel);
  switch (line.kind) {
    case kStarted:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "Started: %1 persons")).arg(line.number);
    case kClaimed:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "%1 telephones %2")).arg(line.actor, line.person);
    case kReleased:
      if (line.text == QLatin1String("no word"))
        return say(QT_TRANSLATE_NOOP("CalloutWords", "taken back from %1 after three minutes: %2"))
            .arg(line.actor, line.person);
      return say(QT_TRANSLATE_NOOP("CalloutWords", "%1 gave the number of %2 back")).arg(line.actor, line.person);
    case kAttemptHanded:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "called: %1 (%2)")).arg(line.person, by);
    case kFailed:
      return QStringLiteral("%1 (%2)").arg(reasonText(line.text), by);
    case kAnswered:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "answered (%1)")).arg(by);
    case kHungUp:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "hung up after %1 s")).arg(line.number);
    case kHeard:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "heard to the end"));
    case kConfirmed:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "confirmed (%1)")).arg(by);
    case kOnPost:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "on post"));
    case kMoved:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "moved %1 people so far")).arg(line.number);
    case kDone:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "all done"));
    case kCannotServe:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "cannot serve: the deputy is asked at once"));
    case kNote:
      return QStringLiteral("“%1”").arg(line.text);
    case kDeputyAsked:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the deputy is asked: %1")).arg(nameOf(line.text, facts)).trimmed();
    case kEscalated:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the superior is told"));
    case kNeighbourAsked:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "the neighbouring village is asked"));
    case kDoorKnock:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "somebody is sent to the door"));
    case kPostVacant:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "a step has nobody"));
    case kSilent:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "SILENT: every step was tried"));
    case kAwakeOverdue:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "not confirmed in time"));
    case kFeedbackOverdue:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "feedback overdue"));
    case kProgressOverdue:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "progress overdue"));
    case kHolderChanged:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "somebody else stands in: %1")).arg(nameOf(line.text, facts));
    case kSkipped:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "skipped by %1: %2")).arg(line.actor, line.text);
    case kReopened:
      if (line.number == gis::kReopenedCorrecting)
        return say(QT_TRANSLATE_NOOP("CalloutWords", "%1 took the last entry back: %2")).arg(line.actor, line.text);
      return say(QT_TRANSLATE_NOOP("CalloutWords", "called again: %1")).arg(line.text);
    case kRaised:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "The level was raised: everybody is called again"));
    case kStoodDown:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "not needed: enough of the group have confirmed"));
    case kWithdrawn:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "withdrawn by %1: %2")).arg(line.actor, line.text);
    case kUnknownReply:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "A reply from a number nobody here has: “%1”")).arg(line.text);
    case kClockJump:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "The computer's clock was set by %1 s; no deadline moved"))
          .arg(line.number / 1000);
    case kClosed:
      if (!line.text.isEmpty())
        return say(QT_TRANSLATE_NOOP("CalloutWords", "Closed by %1: %2")).arg(line.actor, line.text);
      return say(QT_TRANSLATE_NOOP("CalloutWords", "Closed by %1")).arg(line.actor);
    case kByHand:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "%1 gave %2 calls without a line to the officers"))
          .arg(line.actor)
          .arg(line.number);
    case kActedLate:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "The engine acted %1 s late, for %2 clocks"))
          .arg(static_cast<double>(line.number) / 1000, 0, 'f', 1)
          .arg(line.text);
    case kTaskDone:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "Task done, reported by %1")).arg(line.actor);
    default:
      return {};
  }
}

QString standInScript(const QString& name, const QString& script) {
  return say(QT_TRANSLATE_NOOP("CalloutWords", "%1, you answer for the post-holder named here: %2")).arg(name, script);
}

QString standText(const PersonNow& now) {
  if (now.outcome == gis::Outcome::kWithdrawn) return say(QT_TRANSLATE_NOOP("CalloutWords", "withdrawn"));
  if (now.outcome == gis::Outcome::kStoodDown) return say(QT_TRANSLATE_NOOP("CalloutWords", "not needed"));
  if (now.silent) return say(QT_TRANSLATE_NOOP("CalloutWords", "silent"));
  if (now.cannot_serve) return say(QT_TRANSLATE_NOOP("CalloutWords", "cannot serve"));
  switch (now.reach) {
    case gis::Reach::kDone:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "done"));
    case gis::Reach::kMoving:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "moved %1")).arg(now.moved_people);
    case gis::Reach::kOnPost:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "on post"));
    case gis::Reach::kConfirmed:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "confirmed"));
    case gis::Reach::kHeard:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "heard"));
    case gis::Reach::kAnswered:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "answered"));
    case gis::Reach::kDelivered:
    case gis::Reach::kSending:
      if (!now.with.isEmpty()) return say(QT_TRANSLATE_NOOP("CalloutWords", "with %1")).arg(now.with);
      return now.called ? say(QT_TRANSLATE_NOOP("CalloutWords", "being called"))
                        : say(QT_TRANSLATE_NOOP("CalloutWords", "to call"));
    case gis::Reach::kPlanned:
      return say(QT_TRANSLATE_NOOP("CalloutWords", "to call"));
  }
  return {};
}

QString clockText(std::int64_t left_ms) {
  const std::int64_t s = std::llabs(left_ms) / 1000;
  const QString sign = left_ms < 0 && s > 0 ? QStringLiteral("-") : QString();
  if (s < 3600) return sign + QStringLiteral("%1:%2").arg(s / 60).arg(s % 60, 2, 10, QLatin1Char('0'));
  return sign + QStringLiteral("%1:%2:%3")
                    .arg(s / 3600)
                    .arg(s % 3600 / 60, 2, 10, QLatin1Char('0'))
                    .arg(s % 60, 2, 10, QLatin1Char('0'));
}

QString personText(const PersonFacts& person) {
  return QStringLiteral("%1 %2 %3").arg(person.place, person.post, person.name).simplified();
}

QColor warningSignColour(gis::WarningColour colour) {
  switch (colour) {
    case gis::WarningColour::kRed:
      return QColor("#e60012");
    case gis::WarningColour::kOrange:
      return QColor("#f39800");
    case gis::WarningColour::kYellow:
      return QColor("#fff100");
    case gis::WarningColour::kBlue:
      return QColor("#0068b7");
  }
  return {};
}

QString warningName(const std::string& event_code, std::optional<gis::WarningColour> colour, bool zh) {
  const gis::EventType* type = gis::eventTypeOf(event_code);
  const QString event = type ? QString::fromStdString(zh ? type->name_zh : type->name_en)
                             : say(QT_TRANSLATE_NOOP("CalloutWords", "unknown type"));
  if (!colour) return say(QT_TRANSLATE_NOOP("CalloutWords", "%1 warning without a level")).arg(event);
  return say(QT_TRANSLATE_NOOP("CalloutWords", "%1: %2 warning")).arg(event, colourText(*colour));
}

QString levelText(gis::WarningColour colour) {
  constexpr const char* kRoman[] = {"Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"};
  return QString::fromUtf8(kRoman[static_cast<std::size_t>(colour)]);
}

}  // namespace app
