// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/warning_text/callout_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace app {
namespace {
QString sayCallout(const char* text) { return QCoreApplication::translate("CalloutText", text); }

constexpr int kBeijingS = 8 * 3600;

// What the reader of the XML says by its stable words.
QString xmlTroubleText(const QString& word) {
  if (word == QLatin1String("empty")) return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "it holds no element"));
  if (word == QLatin1String("tag")) return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "a tag is broken"));
  if (word == QLatin1String("attribute")) return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "an attribute is broken"));
  if (word == QLatin1String("end")) return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "an element is not closed"));
  if (word == QLatin1String("text"))
    return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "a comment or a CDATA section is broken"));
  return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "its beginning is no XML"));
}
}  // namespace

QString capProblemText(const gis::CapProblem& problem) {
  const QString subject = QString::fromStdString(problem.subject), value = QString::fromStdString(problem.value);
  switch (problem.kind) {
    case gis::CapProblemKind::kTooLarge:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "The file is larger than any warning: the limit is %1 bytes."))
          .arg(subject);
    case gis::CapProblemKind::kEncoding:
      return value.isEmpty() ? sayCallout(QT_TRANSLATE_NOOP("CalloutText", "The bytes are no text in the encoding %1."))
                                   .arg(subject)
                             : sayCallout(QT_TRANSLATE_NOOP("CalloutText",
                                                            "The bytes are no text in the encoding %1 (at byte %2)."))
                                   .arg(subject, value);
    case gis::CapProblemKind::kNotXml:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "This is no XML: %1 (at byte %2)."))
          .arg(xmlTroubleText(subject), value);
    case gis::CapProblemKind::kForbiddenMarkup:
      return sayCallout(QT_TRANSLATE_NOOP(
                            "CalloutText",
                            "The file declares a document type or entities (%1); such files are refused unread."))
          .arg(subject);
    case gis::CapProblemKind::kTooDeep:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText",
                                          "More than %1 elements within each other; such files are refused unread."))
          .arg(subject);
    case gis::CapProblemKind::kNotCap:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "An XML file of another kind (%1), no warning.")).arg(subject);
    case gis::CapProblemKind::kMissing:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "The warning lacks %1. Ask the sender to send it again."))
          .arg(subject);
    case gis::CapProblemKind::kBadValue:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 says \"%2\", which the standard does not know."))
          .arg(subject, value);
    case gis::CapProblemKind::kBadTime:
      return sayCallout(
                 QT_TRANSLATE_NOOP("CalloutText", "%1 says \"%2\", which is no time like 2024-07-26T02:35:00+08:00."))
          .arg(subject, value);
    case gis::CapProblemKind::kBadArea:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "The %1 \"%2\" is no area on the earth.")).arg(subject, value);
    case gis::CapProblemKind::kUtcAsZ:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 ends with Z; read as UTC.")).arg(subject);
    case gis::CapProblemKind::kSwappedAxes:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "The %1 has longitude before latitude; turned round."))
          .arg(subject);
    case gis::CapProblemKind::kOldWord:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 says \"%2\"; read as Likely.")).arg(subject, value);
    case gis::CapProblemKind::kUnknownWord:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 says \"%2\"; read as Unknown.")).arg(subject, value);
  }
  return {};
}

QString colourText(gis::WarningColour colour) {
  switch (colour) {
    case gis::WarningColour::kRed:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "red"));
    case gis::WarningColour::kOrange:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "orange"));
    case gis::WarningColour::kYellow:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "yellow"));
    case gis::WarningColour::kBlue:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "blue"));
  }
  return {};
}

QString arrivalText(gis::WarningArrival arrival) {
  switch (arrival) {
    case gis::WarningArrival::kNew:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "kept"));
    case gis::WarningArrival::kDuplicate:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "was there already"));
    case gis::WarningArrival::kHeld:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "held: the warning it belongs to has not come"));
  }
  return {};
}

QString warningStateText(gis::WarningState state) {
  switch (state) {
    case gis::WarningState::kInForce:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "in force"));
    case gis::WarningState::kExpired:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "expired"));
    case gis::WarningState::kCancelled:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "cancelled"));
  }
  return {};
}

QString rosterGapText(gis::RosterGapKind kind) {
  switch (kind) {
    case gis::RosterGapKind::kNobody:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "places where nobody holds the post"));
    case gis::RosterGapKind::kNoPhone:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "persons without a telephone number"));
    case gis::RosterGapKind::kNoDeputy:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "persons without a deputy"));
    case gis::RosterGapKind::kNoSuperior:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "persons without a superior"));
    case gis::RosterGapKind::kTwoPosts:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "persons on two posts, called once"));
    case gis::RosterGapKind::kLoop:
      return sayCallout(
          QT_TRANSLATE_NOOP("CalloutText", "deputies or superiors in a circle, or a deputy with the same number"));
  }
  return {};
}

QString channelText(gis::Channel channel) {
  switch (channel) {
    case gis::Channel::kPhone:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "telephone by hand"));
    case gis::Channel::kSms:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "SMS"));
    case gis::Channel::kVoice:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "automatic voice"));
    case gis::Channel::kGateway:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "gateway"));
    case gis::Channel::kDoor:
      return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "door knock"));
  }
  return {};
}

QString durationText(std::int64_t duration_ms) {
  if (duration_ms < 0) return QStringLiteral("-");
  const std::int64_t seconds = (duration_ms + 500) / 1000;
  if (seconds > 0 && seconds % 3600 == 0)
    return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 h")).arg(seconds / 3600);
  if (seconds > 0 && seconds < 3600 && seconds % 60 == 0)
    return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 min")).arg(seconds / 60);
  if (seconds < 60) return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 s")).arg(seconds);
  if (seconds < 3600)
    return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
  return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 h %2 min")).arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString expectedText(std::int64_t duration_ms) {
  return duration_ms < 0 ? sayCallout(QT_TRANSLATE_NOOP("CalloutText", "not reached")) : durationText(duration_ms);
}

QString forecastText(const gis::CourseForecast& course, std::int64_t most_ms) {
  QString text;
  if (course.half_confirmed_ms < 0)
    text = sayCallout(QT_TRANSLATE_NOOP("CalloutText", "Expected: fewer than half confirm within %1."))
               .arg(durationText(most_ms));
  else if (course.p95_confirmed_ms < 0)
    text =
        sayCallout(QT_TRANSLATE_NOOP("CalloutText", "Expected: half have confirmed after %1; 95 % do not within %2."))
            .arg(durationText(course.half_confirmed_ms), durationText(most_ms));
  else
    text = sayCallout(QT_TRANSLATE_NOOP("CalloutText", "Expected: half have confirmed after %1, 95 % after %2."))
               .arg(durationText(course.half_confirmed_ms), durationText(course.p95_confirmed_ms));
  if (course.covered_ms >= 0)
    text = sayCallout(QT_TRANSLATE_NOOP("CalloutText",
                                        "%1 By %2 each has confirmed or is with a superior or somebody on the way."))
               .arg(text, durationText(course.covered_ms));
  if (course.silent == 0) return text;
  return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 %2 persons do not confirm.")).arg(text).arg(course.silent);
}

QStringList timeLineTexts(const gis::CourseForecast& course) {
  QStringList marks, lines;
  for (std::size_t i = 0; i < gis::kCourseMarksMs.size(); ++i) {
    // After the last of them nothing changes.
    if (i > 0 && course.confirmed_by[i] == course.confirmed_by[i - 1] && course.confirmed_by[i] == course.confirmed)
      break;
    marks << QStringLiteral("%1 %2").arg(durationText(gis::kCourseMarksMs[i])).arg(course.confirmed_by[i]);
  }
  lines << sayCallout(QT_TRANSLATE_NOOP("CalloutText", "Confirmed by then: %1")).arg(marks.join(QStringLiteral(" · ")));
  const auto stage = [&](const char* text, const gis::CourseStage& of) {
    if (of.targets > 0) lines << sayCallout(text).arg(durationText(of.first_ms)).arg(of.targets);
  };
  stage(QT_TRANSLATE_NOOP("CalloutText", "Deputies are asked from %1 on: for %2 persons"), course.deputies);
  stage(QT_TRANSLATE_NOOP("CalloutText", "Superiors are told from %1 on: of %2 persons"), course.superiors);
  stage(QT_TRANSLATE_NOOP("CalloutText", "Neighbouring villages are asked from %1 on: for %2 persons"),
        course.neighbours);
  stage(QT_TRANSLATE_NOOP("CalloutText", "Somebody is sent to the door from %1 on: of %2 persons"), course.doors);
  if (!course.hasRange()) return lines;
  const auto range = [&](std::int64_t gis::CalloutCourse::*figure) {
    return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "%1 to %2"))
        .arg(expectedText(course.soonest.*figure), expectedText(course.latest.*figure));
  };
  lines << sayCallout(
               QT_TRANSLATE_NOOP("CalloutText",
                                 "Nine times of ten between: half %1; 95 % %2; all confirmed or given on %3; the "
                                 "last confirmation %4 (one person decides it)"))
               .arg(range(&gis::CalloutCourse::half_confirmed_ms), range(&gis::CalloutCourse::p95_confirmed_ms),
                    range(&gis::CalloutCourse::covered_ms), range(&gis::CalloutCourse::last_confirmed_ms));
  return lines;
}

QString beijingText(std::int64_t utc_ms, const QString& format) {
  return QDateTime::fromMSecsSinceEpoch(utc_ms, QTimeZone(kBeijingS)).toString(format);
}

QString momentText(std::int64_t utc_ms, std::int64_t now_utc_ms) {
  if (utc_ms == 0) return QStringLiteral("-");
  const QString year = QStringLiteral("yyyy");
  const bool this_year = beijingText(utc_ms, year) == beijingText(now_utc_ms, year);
  return beijingText(utc_ms, this_year ? QStringLiteral("MM-dd HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString messageKindText(gis::CapMsgType kind) {
  if (kind == gis::CapMsgType::kCancel) return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "cancellation"));
  if (kind == gis::CapMsgType::kUpdate) return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "update"));
  return sayCallout(QT_TRANSLATE_NOOP("CalloutText", "first issue"));
}

}  // namespace app
