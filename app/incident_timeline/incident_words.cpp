// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident_timeline/incident_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/text/error_text.h"
#include "app/text/moment_text.h"
#include "app/warning_text/callout_text.h"

namespace app {
namespace {

namespace incident = gis::incident;

struct IncidentWords {
  Q_DECLARE_TR_FUNCTIONS(IncidentWords)
};

bool readsChinese() { return QLocale().language() == QLocale::Chinese; }
QString words(const std::string& text) { return QString::fromStdString(text); }

// What gis/incident says in its details, so that it is read in the program's language.
const char* const kDetails[] = {
    QT_TRANSLATE_NOOP("IncidentWords", "say why it is changed"),
    QT_TRANSLATE_NOOP("IncidentWords", "that is its state already"),
    QT_TRANSLATE_NOOP("IncidentWords", "going back to an earlier state needs a reason"),
    QT_TRANSLATE_NOOP("IncidentWords", "end the response before the incident is closed"),
    QT_TRANSLATE_NOOP("IncidentWords", "no figure is told"),
    QT_TRANSLATE_NOOP("IncidentWords", "a figure is 0 or more"),
    QT_TRANSLATE_NOOP("IncidentWords", "a whole number is needed"),
    QT_TRANSLATE_NOOP("IncidentWords", "say of which moment it speaks"),
    QT_TRANSLATE_NOOP("IncidentWords", "it speaks of a moment that is still to come"),
    QT_TRANSLATE_NOOP("IncidentWords", "say who told it"),
    QT_TRANSLATE_NOOP("IncidentWords", "a grade other than the proposed one needs a reason"),
    QT_TRANSLATE_NOOP("IncidentWords", "there is nothing in it"),
    QT_TRANSLATE_NOOP("IncidentWords", "it corrects a line that is not there"),
    QT_TRANSLATE_NOOP("IncidentWords", "say what it is linked to"),
    QT_TRANSLATE_NOOP("IncidentWords", "it is not linked"),
    QT_TRANSLATE_NOOP("IncidentWords", "it is linked already"),
    QT_TRANSLATE_NOOP("IncidentWords", "say what has to be done"),
    QT_TRANSLATE_NOOP("IncidentWords", "say who does it"),
    QT_TRANSLATE_NOOP("IncidentWords", "no task has this number"),
    QT_TRANSLATE_NOOP("IncidentWords", "a task is dropped with a reason"),
    QT_TRANSLATE_NOOP("IncidentWords", "opening it again needs a reason"),
    QT_TRANSLATE_NOOP("IncidentWords", "say who decided it"),
    QT_TRANSLATE_NOOP("IncidentWords", "say why"),
    QT_TRANSLATE_NOOP("IncidentWords", "that level runs already"),
    QT_TRANSLATE_NOOP("IncidentWords", "no response runs"),
    QT_TRANSLATE_NOOP("IncidentWords", "the incident is closed"),
    QT_TRANSLATE_NOOP("IncidentWords", "say what it is called"),
    QT_TRANSLATE_NOOP("IncidentWords", "say what kind of incident it is"),
    QT_TRANSLATE_NOOP("IncidentWords", "say where it happened"),
    QT_TRANSLATE_NOOP("IncidentWords", "no such coordinates"),
    QT_TRANSLATE_NOOP("IncidentWords", "say when it became known"),
    QT_TRANSLATE_NOOP("IncidentWords", "it became known before it happened"),
    QT_TRANSLATE_NOOP("IncidentWords", "that is still to come"),
    QT_TRANSLATE_NOOP("IncidentWords", "say who you are"),
    QT_TRANSLATE_NOOP("IncidentWords", "no incident type is called so"),
    QT_TRANSLATE_NOOP("IncidentWords", "no figure is called so"),
    QT_TRANSLATE_NOOP("IncidentWords", "no response plan is called so"),
    QT_TRANSLATE_NOOP("IncidentWords", "no such incident"),
    QT_TRANSLATE_NOOP("IncidentWords", "no incident has this number"),
    QT_TRANSLATE_NOOP("IncidentWords", "it was not known yet at that time"),
};
// The things they are about.
const char* const kSubjects[] = {
    QT_TRANSLATE_NOOP("IncidentWords", "title"),    QT_TRANSLATE_NOOP("IncidentWords", "type"),
    QT_TRANSLATE_NOOP("IncidentWords", "place"),    QT_TRANSLATE_NOOP("IncidentWords", "known"),
    QT_TRANSLATE_NOOP("IncidentWords", "occurred"), QT_TRANSLATE_NOOP("IncidentWords", "reason"),
    QT_TRANSLATE_NOOP("IncidentWords", "figures"),  QT_TRANSLATE_NOOP("IncidentWords", "note"),
    QT_TRANSLATE_NOOP("IncidentWords", "link"),     QT_TRANSLATE_NOOP("IncidentWords", "task"),
    QT_TRANSLATE_NOOP("IncidentWords", "response"), QT_TRANSLATE_NOOP("IncidentWords", "author"),
};

template <std::size_t n>
QString knownText(const char* const (&list)[n], const std::string& text) {
  for (const char* one : list)
    if (text == one) return IncidentWords::tr(one);
  return {};
}

QString subjectText(const std::string& subject) {
  if (const QString known = knownText(kSubjects, subject); !known.isEmpty()) return known;
  if (const auto state = incident::stateNamed(subject)) return incidentStateText(*state);
  static const auto catalogue = incident::builtInCatalogue();
  return catalogue ? figureName(*catalogue, subject) : words(subject);
}

QString withReason(const QString& text, const std::string& reason) {
  return reason.empty() ? text : IncidentWords::tr("%1: %2").arg(text, words(reason));
}

struct EventSayer {
  const incident::IncidentCatalogue& catalogue;

  QString operator()(const incident::Opened& b) const {
    return IncidentWords::tr("Incident taken up: %1, %2").arg(typeText(catalogue, b.head.type), words(b.head.title));
  }
  QString operator()(const incident::Changed& b) const {
    return withReason(IncidentWords::tr("Description changed: %1").arg(words(b.head.title)), b.reason);
  }
  QString operator()(const incident::StateMoved& b) const {
    return withReason(IncidentWords::tr("State: %1").arg(incidentStateText(b.state)), b.words);
  }
  QString operator()(const incident::FiguresTold& b) const {
    QStringList parts;
    for (const incident::FigureEntry& entry : b.figures)
      parts << QStringLiteral("%1%2 %3").arg(
          entry.county.empty() ? QString() : words(entry.county) + QLatin1Char(' '),
          figureName(catalogue, entry.figure),
          entry.value ? figureValue(catalogue, entry.figure, entry.value) : IncidentWords::tr("withdrawn"));
    QString text = IncidentWords::tr("Figures: %1").arg(parts.join(IncidentWords::tr(", ")));
    if (!b.figures.empty())
      text += IncidentWords::tr(" (as of %1, %2)")
                  .arg(beijingTimeText(b.figures.front().as_of_utc_ms), words(b.figures.front().source));
    return text;
  }
  QString operator()(const incident::Graded& b) const {
    const QString text =
        b.proposed == b.grade
            ? IncidentWords::tr("Grade %1, as proposed").arg(gradeText(b.grade))
            : IncidentWords::tr("Grade %1, proposed was %2").arg(gradeText(b.grade), gradeText(b.proposed));
    return withReason(text, b.reason);
  }
  QString operator()(const incident::Noted& b) const {
    return b.corrects == 0 ? words(b.words)
                           : IncidentWords::tr("Corrects line %1: %2").arg(b.corrects).arg(words(b.words));
  }
  QString operator()(const incident::LinkMoved& b) const {
    const QString what =
        QStringLiteral("%1 %2").arg(linkKindText(b.link.kind), words(b.link.label.empty() ? b.link.id : b.link.label));
    return b.is_removed ? IncidentWords::tr("No longer linked: %1").arg(what)
                        : IncidentWords::tr("Linked: %1").arg(what);
  }
  QString operator()(const incident::TaskAdded& b) const {
    QString text = IncidentWords::tr("Task for %1: %2").arg(words(b.task.owner), words(b.task.text));
    if (b.task.deadline_utc_ms != 0) text += IncidentWords::tr(" (by %1)").arg(beijingTimeText(b.task.deadline_utc_ms));
    return text;
  }
  QString operator()(const incident::TaskStep& b) const {
    return withReason(IncidentWords::tr("Task %1: %2").arg(b.task).arg(taskStateText(b.state)), b.words);
  }
  QString operator()(const incident::Responded& b) const {
    QString text = IncidentWords::tr("Response %1").arg(responseActText(b.act));
    if (b.level) text += QStringLiteral(" ") + levelText(b.level);
    text += IncidentWords::tr(", decided by %1").arg(words(b.decided_by));
    if (!b.tasks.empty()) text += IncidentWords::tr(", %1 tasks begin").arg(b.tasks.size());
    return withReason(text, b.reason);
  }
};

QString calloutStepText(const gis::CalloutEvent& event) {
  using enum gis::EventKind;
  switch (event.kind) {
    case kStarted:
      return IncidentWords::tr("Call-out begins, %1 to be called").arg(event.number);
    case kRaised:
      return IncidentWords::tr("Call-out raised");
    case kStoodDown:
      return IncidentWords::tr("Call-out stood down");
    case kWithdrawn:
      return IncidentWords::tr("Call-out withdrawn");
    case kClosed:
      return IncidentWords::tr("Call-out closed");
    case kTaskDone:
      return withReason(IncidentWords::tr("Task of the call-out done"), event.text);
    case kByHand:
      return IncidentWords::tr("%1 calls go to officers").arg(event.number);
    case kNote:
      return words(event.text);
    default:
      return withReason(words(std::string(gis::eventName(event.kind))), event.text);
  }
}

QString requisitionStep(gis::stocks::RequisitionStep step) {
  using enum gis::stocks::RequisitionStep;
  switch (step) {
    case kRequested:
      return IncidentWords::tr("Requisition asked for");
    case kApproved:
      return IncidentWords::tr("Requisition approved");
    case kRejected:
      return IncidentWords::tr("Requisition rejected");
    case kPicked:
      return IncidentWords::tr("Goods picked");
    case kDispatched:
      return IncidentWords::tr("Goods sent");
    case kReceived:
      return IncidentWords::tr("Goods received");
    case kClosed:
      return IncidentWords::tr("Requisition closed");
    case kCancelled:
      return IncidentWords::tr("Requisition withdrawn");
  }
  return {};
}

struct EntrySayer {
  const incident::IncidentCatalogue& catalogue;

  QString operator()(const incident::IncidentEvent& event) const { return incidentEventText(event, catalogue); }
  QString operator()(const incident::WarningEntry& entry) const {
    return QStringLiteral("%1: %2").arg(messageKindText(entry.warning.msg_type), words(entry.warning.headline));
  }
  QString operator()(const incident::CalloutEntry& entry) const { return calloutStepText(entry.event); }
  QString operator()(const incident::RequisitionEntry& entry) const {
    return withReason(requisitionStep(entry.event.step), entry.event.words);
  }
};

}  // namespace

QString incidentStateText(incident::IncidentState state) {
  switch (state) {
    case incident::IncidentState::kReported:
      return IncidentWords::tr("Reported");
    case incident::IncidentState::kVerified:
      return IncidentWords::tr("Verified");
    case incident::IncidentState::kResponding:
      return IncidentWords::tr("Responding");
    case incident::IncidentState::kUnderControl:
      return IncidentWords::tr("Under control");
    case incident::IncidentState::kClosed:
      return IncidentWords::tr("Closed");
  }
  return {};
}

QString taskStateText(incident::TaskState state) {
  switch (state) {
    case incident::TaskState::kOpen:
      return IncidentWords::tr("open");
    case incident::TaskState::kAccepted:
      return IncidentWords::tr("accepted");
    case incident::TaskState::kDone:
      return IncidentWords::tr("done");
    case incident::TaskState::kDropped:
      return IncidentWords::tr("dropped");
  }
  return {};
}

QString linkKindText(incident::LinkKind kind) {
  switch (kind) {
    case incident::LinkKind::kWarning:
      return IncidentWords::tr("Warning");
    case incident::LinkKind::kCallout:
      return IncidentWords::tr("Call-out");
    case incident::LinkKind::kRequisition:
      return IncidentWords::tr("Requisition");
    case incident::LinkKind::kTeam:
      return IncidentWords::tr("Team");
    case incident::LinkKind::kEvacuation:
      return IncidentWords::tr("Evacuation");
    case incident::LinkKind::kReport:
      return IncidentWords::tr("Report");
    case incident::LinkKind::kPhoto:
      return IncidentWords::tr("Photograph");
    case incident::LinkKind::kJournal:
      return IncidentWords::tr("Journal entry");
  }
  return {};
}

QString responseActText(incident::ResponseAct act) {
  switch (act) {
    case incident::ResponseAct::kStarted:
      return IncidentWords::tr("started");
    case incident::ResponseAct::kRaised:
      return IncidentWords::tr("raised to");
    case incident::ResponseAct::kLowered:
      return IncidentWords::tr("lowered to");
    case incident::ResponseAct::kEnded:
      return IncidentWords::tr("ended");
  }
  return {};
}

QString gradeText(std::optional<incident::Rank> rank) {
  if (!rank) return QStringLiteral("-");
  switch (*rank) {
    case incident::Rank::kI:
      return IncidentWords::tr("Ⅰ (extremely serious)");
    case incident::Rank::kII:
      return IncidentWords::tr("Ⅱ (serious)");
    case incident::Rank::kIII:
      return IncidentWords::tr("Ⅲ (larger)");
    case incident::Rank::kIV:
      return IncidentWords::tr("Ⅳ (ordinary)");
  }
  return {};
}

QString levelText(std::optional<incident::Rank> level) {
  if (!level) return IncidentWords::tr("none");
  return IncidentWords::tr("level %1").arg(words(std::string(incident::rankSign(*level))));
}

QString bothText(const incident::TwoLanguages& both) { return words(both.in(readsChinese())); }

QString typeText(const incident::IncidentCatalogue& catalogue, const std::string& type) {
  const incident::IncidentType* known = catalogue.type(type);
  return known ? bothText(known->name) : words(type);
}

QString figureName(const incident::IncidentCatalogue& catalogue, const std::string& figure) {
  const incident::FigureKind* kind = catalogue.figure(figure);
  return kind ? bothText(kind->name) : words(figure);
}

QString figureValue(const incident::IncidentCatalogue& catalogue, const std::string& figure,
                    std::optional<double> value) {
  if (!value) return QStringLiteral("-");
  const incident::FigureKind* kind = catalogue.figure(figure);
  const QString number = kind && kind->is_whole ? QLocale(QLocale::English).toString(static_cast<qint64>(*value))
                                                : QLocale(QLocale::English).toString(*value, 'g', 12);
  return kind ? QStringLiteral("%1 %2").arg(number, bothText(kind->unit)) : number;
}

QString incidentPlace(const incident::IncidentHead& head) {
  QStringList parts;
  for (const std::string* part : {&head.division, &head.village, &head.place_words})
    if (!part->empty()) parts << words(*part);
  return parts.join(QLatin1Char(' '));
}

QStringList gradeReasons(const incident::GradeProposal& proposal) {
  QStringList lines;
  const QLocale numbers(QLocale::English);
  for (const incident::RuleFinding& rule : proposal.rules) {
    QStringList found;
    for (const incident::CriterionFinding& one : rule.criteria) {
      if (!one.value) continue;
      const QString unit = bothText(one.criterion.unit);
      QString line = one.rank ? IncidentWords::tr("%1 %2 %3 → %4")
                                    .arg(bothText(one.criterion.name), numbers.toString(*one.value, 'g', 12), unit,
                                         rule.proposes_response ? levelText(one.rank) : gradeText(one.rank))
                              : IncidentWords::tr("%1 %2 %3: below every level")
                                    .arg(bothText(one.criterion.name), numbers.toString(*one.value, 'g', 12), unit);
      if (one.next)
        line += IncidentWords::tr("; %1 begins in %2 more")
                    .arg(words(std::string(incident::rankSign(*one.next))), numbers.toString(*one.to_next, 'g', 12));
      found << line;
    }
    if (found.isEmpty()) {
      QStringList wanted;
      for (const incident::CriterionFinding& one : rule.criteria) wanted << bothText(one.criterion.name);
      found << IncidentWords::tr("nothing known yet of: %1").arg(wanted.join(IncidentWords::tr(", ")));
    }
    lines << IncidentWords::tr("%1: %2").arg(bothText(rule.title), found.join(IncidentWords::tr("; ")));
    lines << IncidentWords::tr("Source: %1").arg(words(rule.source));
  }
  if (proposal.if_missing_died)
    lines.prepend(IncidentWords::tr("If the missing are dead: grade %1").arg(gradeText(proposal.if_missing_died)));
  return lines;
}

QString incidentEventText(const incident::IncidentEvent& event, const incident::IncidentCatalogue& catalogue) {
  return std::visit(EventSayer{catalogue}, event.body);
}

QString timelineText(const incident::TimelineEntry& entry, const incident::IncidentCatalogue& catalogue) {
  const QString text = std::visit(EntrySayer{catalogue}, entry.what);
  return entry.subject.empty() ? text : IncidentWords::tr("%1: %2").arg(words(entry.subject), text);
}

QString timelineActor(const incident::TimelineEntry& entry) {
  if (const auto* own = std::get_if<incident::IncidentEvent>(&entry.what)) return words(own->actor);
  if (const auto* warning = std::get_if<incident::WarningEntry>(&entry.what))
    return words(warning->warning.sender_name);
  if (const auto* callout = std::get_if<incident::CalloutEntry>(&entry.what))
    return callout->event.actor == "engine" ? IncidentWords::tr("program") : words(callout->event.actor);
  return words(std::get<incident::RequisitionEntry>(entry.what).event.actor);
}

QString incidentTrouble(const gis::Error& error) {
  const QString detail = knownText(kDetails, error.detail);
  if (detail.isEmpty()) return errorSentence(error);
  return IncidentWords::tr("%1: %2.").arg(subjectText(error.subject), detail);
}

}  // namespace app
