// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/danger/danger_card.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/core/map_document.h"
#include "app/danger/danger_form.h"
#include "app/danger/danger_panel.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

namespace danger = gis::danger;

QString eventText(const danger::Event& event) {
  if (event.kind == "back") return DangerCard::tr("Handed back to: %1").arg(dangerStateText(event.state));
  if (event.kind == "reopen") return DangerCard::tr("Reopened");
  if (event.kind == "extend") return DangerCard::tr("Deadline moved to %1").arg(QString::fromStdString(event.due_on));
  if (event.kind == "note") return DangerCard::tr("Note");
  if (event.kind == "photo") return DangerCard::tr("Photo");
  return dangerStateText(event.state);
}

}  // namespace

DangerCard::DangerCard(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel),
      m_state(new QLabel),
      m_course(new QLabel),
      m_scroll(new QScrollArea),
      m_trouble(new QLabel),
      m_words(new QLineEdit),
      m_unit(new QLineEdit),
      m_next(new QPushButton),
      m_others(new QComboBox),
      m_note(new QPushButton),
      m_photo(new QToolButton),
      m_slot(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(4), 0, 0);
  column->setSpacing(dp(4));
  m_title->setProperty("role", "heading");
  for (QLabel* label : {m_title, m_state, m_course, m_trouble}) label->setWordWrap(true);
  m_course->setTextFormat(Qt::PlainText);
  m_course->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_course->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_course->setMargin(dp(2));
  m_trouble->setProperty("role", "danger");
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(m_course);
  m_scroll->setMinimumHeight(dp(96));
  column->addWidget(m_title);
  column->addWidget(m_state);
  column->addWidget(m_scroll, 1);
  column->addWidget(m_trouble);
  auto* lines = new QHBoxLayout;
  lines->setSpacing(dp(6));
  lines->addWidget(m_words, 3);
  lines->addWidget(m_unit, 2);
  m_photo->setAutoRaise(true);
  m_photo->setIconSize(QSize(dp(18), dp(18)));
  m_photo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  lines->addWidget(m_photo);
  column->addLayout(lines);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(dp(6));
  buttons->addWidget(m_next);
  buttons->addWidget(m_others, 1);
  buttons->addWidget(m_note);
  column->addLayout(buttons);
  connect(m_next, &QPushButton::clicked, this, [this] {
    if (!m_item) return;
    advance(m_closing ? danger::State::kClosed : danger::mayFollow(m_item->state, m_item->level).front());
  });
  connect(m_others, &QComboBox::activated, this, [this](int row) {
    const int state = m_others->itemData(row).toInt();
    if (state > 0) advance(static_cast<danger::State>(state));
    m_others->setCurrentIndex(0);
  });
  connect(m_note, &QPushButton::clicked, this, &DangerCard::note);
  connect(m_photo, &QToolButton::clicked, this, [this] {
    setPhotos(QFileDialog::getOpenFileNames(this, tr("Photographs for the next move or note"),
                                            m_context.settings.filesFolder(), tr("Pictures (*.jpg *.jpeg *.png)")));
  });
  retranslate();
}

void DangerCard::show(std::optional<std::int64_t> fid) {
  if (!fid) {
    m_slot.drop();
    m_fid.reset(), m_item.reset(), m_error.reset();
    m_closing = false;
    m_events.clear();
    showAnswer();
    return;
  }
  if (m_fid != fid) {
    m_words->clear();
    m_unit->clear();
    m_photos.clear();
    m_closing = false;
  }
  m_fid = fid;
  ask(*fid, {});
}

void DangerCard::setWords(const QString& words) { m_words->setText(words); }

void DangerCard::setPhotos(const QStringList& files) {
  m_photos = files;
  showAnswer();
}

void DangerCard::ask(std::int64_t fid, Write write) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  const bool writes = static_cast<bool>(write);
  m_slot.ask(
      [folder = workspace->folder, fid, write = std::move(write)](const gis::CancelToken&,
                                                                  const gis::Progress&) -> gis::Result<Answer> {
        const auto opened = gis::Workspace::open(folder, write ? gis::OpenMode::kReadWrite : gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        const danger::DangerStore store(opened->db());
        const auto read = [&]() -> gis::Result<danger::Item> { return store.findRow(fid); };
        auto item = read();
        if (!item) return std::unexpected(item.error());
        if (write) {
          if (opened->readOnlyReason()) return std::unexpected(*opened->readOnlyReason());
          const auto clock = std::make_shared<gis::SystemClock>();
          gis::UuidSource uuids(clock);
          if (auto done = write(*opened, uuids, *clock, *item); !done) return std::unexpected(done.error());
          item = read();
          if (!item) return std::unexpected(item.error());
        }
        auto events = store.events(item->uuid);
        if (!events) return std::unexpected(events.error());
        return Answer{std::move(*item), std::move(*events),
                      danger::dayOf(gis::presentUtcMs(opened->db(), gis::SystemClock()))};
      },
      [this, writes](gis::Result<Answer> answer) {
        m_error.reset();
        if (answer) {
          m_item = std::move(answer->item);
          m_events = std::move(answer->events);
          m_today = std::move(answer->today);
          if (writes) m_words->clear(), m_unit->clear(), m_photos.clear();
        } else {
          m_error = std::move(answer.error());
        }
        showAnswer();
        if (writes && !m_error) emit changed();
      });
  showAnswer();
}

void DangerCard::advance(danger::State to) {
  if (!m_item || m_slot.busy()) return;
  const danger::Advance what{
      to, m_words->text().trimmed().toStdString(), m_unit->text().trimmed().toStdString(), {}, {}};
  const auto move = danger::moveBetween(m_item->state, to, m_item->level);
  if (move && *move != danger::Move::kForward && what.words.empty())
    return askForWords(tr("Say why before it is handed back or reopened."));
  // The last move: what is closed is looked at by nobody again, so it takes words and a second press.
  if (to == danger::State::kClosed && what.words.empty())
    return askForWords(tr("Say how it was dealt with before it is closed."));
  if (to == danger::State::kClosed && !std::exchange(m_closing, true)) {
    showAnswer();
    m_trouble->setText(tr("Press once more to close it. Reopening takes a reason."));
    m_trouble->show();
    return;
  }
  m_closing = false;
  const std::string title = tr("%1: %2").arg(QString::fromStdString(m_item->no), dangerStateText(to)).toStdString();
  ask(*m_fid,
      [what, title, photos = m_photos, author = m_context.settings.author()](
          const gis::Workspace& workspace, gis::UuidSource& uuids, const gis::Clock& clock, const danger::Item& item) {
        return danger::DangerStore(workspace.db())
            .advance(uuids, clock, author, item, what, title, attachPhotos(workspace, photos));
      });
}

void DangerCard::askForWords(const QString& why) {
  m_trouble->setText(why);
  m_trouble->show();
  m_words->setFocus(Qt::OtherFocusReason);
}

void DangerCard::note() {
  if (!m_item || m_slot.busy()) return;
  const danger::Advance what{m_item->state, m_words->text().trimmed().toStdString(), {}, {}, {}};
  if (what.words.empty() && m_photos.isEmpty()) return askForWords(tr("Type the note first."));
  const std::string title = tr("%1: note").arg(QString::fromStdString(m_item->no)).toStdString();
  ask(*m_fid,
      [what, title, photos = m_photos, author = m_context.settings.author()](
          const gis::Workspace& workspace, gis::UuidSource& uuids, const gis::Clock& clock, const danger::Item& item) {
        return danger::DangerStore(workspace.db())
            .note(uuids, clock, author, item, what, title, attachPhotos(workspace, photos));
      });
}

void DangerCard::showAnswer() {
  const auto& workspace = m_context.document.workspace();
  const bool can = m_item && workspace && !workspace->read_only_reason && !m_slot.busy();
  for (QWidget* widget : std::initializer_list<QWidget*>{m_words, m_unit, m_next, m_others, m_note, m_photo})
    widget->setEnabled(can);
  m_photo->setText(m_photos.isEmpty() ? QString() : QString::number(m_photos.size()));
  m_trouble->setVisible(m_error.has_value());
  if (m_error) m_trouble->setText(errorSentence(*m_error) + QLatin1Char(' ') + detailText(m_error->detail));
  if (!m_item) {
    m_title->setText(QString());
    m_state->setText(tr("Choose a danger to see what happened to it and to move it on."));
    m_course->clear();
    m_next->setText(tr("Move on"));
    m_others->clear();
    return;
  }
  m_title->setText(QString::fromStdString(m_item->title));
  QString state = QStringLiteral("%1 · %2").arg(QString::fromStdString(m_item->no), dangerStateText(m_item->state));
  if (!m_item->due_on.empty()) {
    const auto late = danger::daysBetween(m_item->due_on, m_today);
    state +=
        QStringLiteral(" · ") + (late && *late > 0 && m_item->state != danger::State::kClosed
                                     ? tr("due %1, %2 days late").arg(QString::fromStdString(m_item->due_on)).arg(*late)
                                     : tr("due %1").arg(QString::fromStdString(m_item->due_on)));
  }
  if (!m_item->owner.empty())
    state +=
        QLatin1Char('\n') + tr("Owner: %1 %2 %3")
                                .arg(QString::fromStdString(m_item->owner_unit), QString::fromStdString(m_item->owner),
                                     QString::fromStdString(m_item->owner_phone));
  else
    state += QLatin1Char('\n') + tr("No owner is entered.");
  m_state->setText(state);
  QStringList course;
  for (auto event = m_events.rbegin(); event != m_events.rend(); ++event) {
    QString line =
        QStringLiteral("%1  %2  %3")
            .arg(QDateTime::fromMSecsSinceEpoch(event->at_utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                 eventText(*event), QString::fromStdString(event->author));
    if (!event->to_unit.empty()) line += QStringLiteral(" → ") + QString::fromStdString(event->to_unit);
    if (!event->photos.empty())
      line += QStringLiteral("\n    ") +
              tr("%n photograph(s)", nullptr, static_cast<int>(std::ranges::count(event->photos, ' ')) + 1);
    if (!event->words.empty()) line += QStringLiteral("\n    ") + QString::fromStdString(event->words);
    course << line;
  }
  m_course->setText(course.join(QLatin1Char('\n')));
  const auto states = danger::mayFollow(m_item->state, m_item->level);
  m_next->setText(m_closing                                 ? tr("Confirm closing")
                  : m_item->state == danger::State::kClosed ? tr("Reopen")
                                                            : tr("To: %1").arg(dangerStateText(states.front())));
  m_others->clear();
  m_others->addItem(tr("Other…"), 0);
  for (std::size_t i = 1; i < states.size(); ++i) {
    const auto move = danger::moveBetween(m_item->state, states[i], m_item->level);
    const QString name = dangerStateText(states[i]);
    m_others->addItem(move && *move == danger::Move::kBack ? tr("Hand back to: %1").arg(name) : tr("To: %1").arg(name),
                      static_cast<int>(states[i]));
  }
}

void DangerCard::retranslate() {
  m_words->setPlaceholderText(tr("What was done, or why it goes back"));
  m_words->setAccessibleName(m_words->placeholderText());
  m_unit->setPlaceholderText(tr("Handed to (unit)"));
  m_unit->setAccessibleName(m_unit->placeholderText());
  m_others->setAccessibleName(tr("Other moves"));
  m_note->setText(tr("Add a note"));
  m_photo->setIcon(themedIcon(QStringLiteral("photo")));
  m_photo->setToolTip(tr("Photographs for the next move or note"));
  m_photo->setAccessibleName(m_photo->toolTip());
  showAnswer();
}

void DangerCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
