// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/warning_page.h"

#include <QDragEnterEvent>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/callout/callout_words.h"
#include "app/callout/warning_entry.h"
#include "app/register/flow_layout.h"
#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"
#include "gis/core/clock.h"

namespace app {
namespace {

constexpr int kMostListRows = 6, kMostRowsWhenLow = 2;
constexpr double kLowWindowPx = 840;  // below it a third row would push the start button out
constexpr std::int64_t kWarningDayMs = 86'400'000;

QString timeText(std::int64_t utc_ms) { return momentText(utc_ms, gis::SystemClock().nowUtcMs()); }

// The lines to show: one without an end is in force for ever, so it stands below those that end.
std::vector<const gis::WarningLife*> orderedLives(const std::vector<gis::WarningLife>& lives) {
  std::vector<const gis::WarningLife*> ordered;
  for (const gis::WarningLife& life : lives) ordered.push_back(&life);
  std::ranges::stable_partition(ordered, [](const gis::WarningLife* life) {
    return life->state != gis::WarningState::kInForce || life->latest().expires_utc_ms != 0;
  });
  return ordered;
}

// The warning's colour as a sign, with a shape of its own for eyes that see no red: the gravest is fullest.
QIcon signIcon(const std::optional<gis::WarningColour>& colour, bool in_force) {
  const int size = dp(22);
  QPixmap pixmap(size * 2, size * 2);
  pixmap.setDevicePixelRatio(2);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor fill = !in_force ? currentColours().strong_line
                      : colour  ? warningSignColour(*colour)
                                : currentColours().text_faint;
  painter.setPen(Qt::NoPen);
  painter.setBrush(fill);
  painter.drawRoundedRect(QRectF(1, 1, size - 2, size - 2), dp(4), dp(4));
  if (colour) {
    painter.setPen(*colour == gis::WarningColour::kYellow && in_force ? Qt::black : Qt::white);
    QFont font = painter.font();
    font.setPixelSize(dp(13));
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QRectF(0, 0, size, size), Qt::AlignCenter, levelText(*colour));
  }
  QIcon icon(pixmap);
  // A chosen row would tint it, and an orange that is tinted is no national colour.
  icon.addPixmap(pixmap, QIcon::Selected);
  return icon;
}

}  // namespace

WarningPage::WarningPage(QWidget* parent)
    : QWidget(parent),
      m_list(new QListWidget),
      m_empty(new QLabel),
      m_details(new QLabel),
      m_note(new QLabel),
      m_watched(new QLabel),
      m_open(new QPushButton),
      m_type(new QPushButton),
      m_watch(new QToolButton),
      m_address(new QToolButton),
      m_plan(new QToolButton),
      m_save(new QToolButton),
      m_over(new QToolButton),
      m_entry(new WarningEntry) {
  setAcceptDrops(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(6));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(dp(4));
  buttons->addWidget(m_open, 1);
  buttons->addWidget(m_type, 1);
  for (QToolButton* button : {m_watch, m_address, m_plan, m_save, m_over}) {
    button->setProperty("role", "chip");
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  }
  m_over->setCheckable(true);
  auto* chips = new FlowLayout;
  chips->setSpacing(dp(4));
  for (QToolButton* button : {m_watch, m_address, m_plan, m_save, m_over}) chips->addWidget(button);
  m_list->setWordWrap(true);
  m_list->setIconSize(QSize(dp(22), dp(22)));
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  for (QLabel* label : {m_empty, m_details, m_note, m_watched}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
  }
  m_details->setProperty("role", "second");
  m_watched->setProperty("role", "faint");
  m_empty->setProperty("role", "second");
  m_empty->setAlignment(Qt::AlignCenter);
  column->addLayout(buttons);
  column->addLayout(chips);
  column->addWidget(m_watched);
  column->addWidget(m_note);
  column->addWidget(m_empty, 1);
  column->addWidget(m_list);
  column->addWidget(m_details);
  column->addWidget(m_entry, 3);
  m_note->hide();
  m_entry->hide();
  connect(m_open, &QPushButton::clicked, this, &WarningPage::openWanted);
  connect(m_watch, &QToolButton::clicked, this, &WarningPage::watchWanted);
  connect(m_address, &QToolButton::clicked, this, &WarningPage::addressWanted);
  connect(m_plan, &QToolButton::clicked, this, &WarningPage::planWanted);
  connect(m_save, &QToolButton::clicked, this, &WarningPage::saveWanted);
  connect(m_over, &QToolButton::toggled, this, [this] { refresh(); });
  connect(m_type, &QPushButton::clicked, this, [this] {
    const gis::WarningLife* life = chosenLife();
    const bool follows = life && life->state == gis::WarningState::kInForce;
    m_entry->begin(m_warnings ? m_warnings->counties : std::vector<WarnedPlace>(), follows ? &life->latest() : nullptr);
    m_entry->show();
    refresh();
  });
  connect(m_entry, &WarningEntry::cancelled, this, [this] {
    m_entry->hide();
    refresh();
  });
  connect(m_entry, &WarningEntry::accepted, this, [this](const TypedWarning& warning) {
    m_entry->hide();
    refresh();
    emit typed(warning);
  });
  connect(m_list, &QListWidget::currentRowChanged, this, [this] {
    refresh();
    emit chosenChanged();
  });
  // What a row needs is known only when the list has its width and its style.
  connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, &WarningPage::fitList, Qt::QueuedConnection);
  retranslate();
}

const gis::WarningLife* WarningPage::chosenLife() const {
  const std::string id = chosen();
  if (!m_warnings || id.empty()) return nullptr;
  for (const gis::WarningLife& life : m_warnings->lines.lives)
    if (life.latest().identifier == id) return &life;
  return nullptr;
}

std::string WarningPage::chosen() const {
  const QListWidgetItem* item = m_list->currentItem();
  return item ? item->data(Qt::UserRole).toString().toStdString() : std::string();
}

void WarningPage::choose(const std::string& identifier) {
  for (int i = 0; i < m_list->count(); ++i)
    if (m_list->item(i)->data(Qt::UserRole).toString().toStdString() == identifier) m_list->setCurrentRow(i);
}

void WarningPage::setWarnings(const WarningList& list, bool zh, bool can_write) {
  m_warnings = list;
  m_zh = zh;
  m_can_write = can_write;
  refresh();
  if (const auto draft = std::exchange(m_draft, std::nullopt)) beginDraft(*draft);
}

void WarningPage::beginDraft(const WarningDraft& draft) {
  if (!m_warnings) {
    m_draft = draft;
    return;
  }
  if (!m_can_write) return setNote(tr("This city can only be read: no warning can be kept."), true);
  m_entry->begin(m_warnings->counties, draft);
  m_entry->show();
  refresh();
}

void WarningPage::setAddressState(const QString& state) {
  m_address_state = state;
  refresh();
}

void WarningPage::setNote(const QString& note, bool is_trouble) {
  m_note->setText(note);
  m_note->setProperty("role", is_trouble ? "danger" : "second");
  m_note->style()->unpolish(m_note);
  m_note->style()->polish(m_note);
  m_note->setVisible(!note.isEmpty());
}

QString WarningPage::endlessText(std::int64_t sent_utc_ms) const {
  const auto days =
      static_cast<int>(std::max<std::int64_t>(0, gis::SystemClock().nowUtcMs() - sent_utc_ms) / kWarningDayMs);
  return tr("no end is given, issued %n day(s) ago", nullptr, days);
}

// As high as its rows, at most six, in a low window two: the rest belongs to whom a warning calls.
void WarningPage::fitList() {
  int height = 2 * m_list->frameWidth() + dp(2);
  // A row that is laid out knows how many lines its words take.
  const int most = window()->height() < dp(kLowWindowPx) ? kMostRowsWhenLow : kMostListRows;
  for (int row = 0; row < std::min(m_list->count(), most); ++row)
    height += std::max(m_list->sizeHintForRow(row), m_list->visualItemRect(m_list->item(row)).height());
  m_list->setFixedHeight(height);
}

void WarningPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitList();
}

void WarningPage::refresh() {
  const bool entering = !m_entry->isHidden();
  if (std::exchange(m_entering, entering) != entering) emit enteringChanged(entering);
  const std::string kept = chosen();
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    if (m_warnings)
      for (const gis::WarningLife* shown : orderedLives(m_warnings->lines.lives)) {
        const gis::WarningLife& life = *shown;
        const gis::Warning12379& latest = life.latest();
        const bool in_force = life.state == gis::WarningState::kInForce;
        if (!in_force && !m_over->isChecked()) continue;
        auto* item = new QListWidgetItem(m_list);
        QStringList second{timeText(latest.sent_utc_ms), warningStateText(life.state)};
        if (in_force && latest.expires_utc_ms == 0) second << endlessText(latest.sent_utc_ms);
        if (life.messages.size() > 1) second << tr("%n message(s)", nullptr, static_cast<int>(life.messages.size()));
        if (latest.status != gis::CapStatus::kActual) second << tr("exercise or test");
        if (std::ranges::find(m_warnings->called, latest.identifier) != m_warnings->called.end())
          second << tr("called");
        item->setText(QString::fromStdString(latest.headline) + QLatin1Char('\n') + second.join(QStringLiteral(" · ")));
        item->setIcon(signIcon(latest.colour, in_force));
        item->setData(Qt::UserRole, QString::fromStdString(latest.identifier));
        if (latest.identifier == kept) m_list->setCurrentItem(item);
      }
  }
  fitList();
  const bool none = m_list->count() == 0;
  m_empty->setVisible(none && !entering);
  m_list->setVisible(!none && !entering);
  const gis::WarningLife* life = chosenLife();
  m_details->setVisible(life != nullptr && !entering);
  if (life) {
    const gis::Warning12379& latest = life->latest();
    QStringList lines{QStringLiteral("%1  %2").arg(
        warningName(latest.event_code, latest.colour, m_zh),
        QString::fromStdString(latest.sender_name.empty() ? latest.sender : latest.sender_name))};
    lines.front() +=
        QStringLiteral(" · ") + (latest.expires_utc_ms == 0 ? endlessText(latest.sent_utc_ms)
                                                            : tr("until %1").arg(timeText(latest.expires_utc_ms)));
    if (life->messages.size() > 1)
      for (const gis::Warning12379& message : life->messages) {
        lines << QStringLiteral("%1  %2  %3")
                     .arg(timeText(message.sent_utc_ms), messageKindText(message.msg_type),
                          message.colour ? colourText(*message.colour) : QString());
      }
    m_details->setText(lines.join(QLatin1Char('\n')));
  }
  const int held = m_warnings ? static_cast<int>(m_warnings->lines.held.size()) : 0;
  QStringList notes;
  if (m_warnings && !m_warnings->watched_folder.empty())
    notes << tr("Watched: %1").arg(QString::fromStdString(m_warnings->watched_folder));
  if (!m_address_state.isEmpty()) notes << m_address_state;
  if (held > 0) notes << tr("%n message(s) held: the warning they belong to has not come.", nullptr, held);
  m_watched->setText(notes.join(QLatin1Char('\n')));
  m_watched->setVisible(!notes.isEmpty() && !entering);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_open, m_type, m_watch, m_address, m_plan, m_save, m_over})
    widget->setVisible(!entering);
  m_save->setEnabled(life != nullptr);
  m_open->setEnabled(m_can_write);
  m_type->setEnabled(m_can_write && m_warnings);
  m_watch->setEnabled(m_can_write);
  m_address->setEnabled(m_can_write);
}

void WarningPage::dragEnterEvent(QDragEnterEvent* event) {
  if (m_can_write && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void WarningPage::dropEvent(QDropEvent* event) {
  QStringList files;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) files << url.toLocalFile();
  event->acceptProposedAction();
  if (!files.isEmpty()) emit filesDropped(files);
}

void WarningPage::retranslate() {
  m_open->setText(tr("Open a warning …"));
  m_type->setText(tr("Type by hand …"));
  m_watch->setText(tr("Watch a folder …"));
  m_watch->setToolTip(tr("Warnings that are put into this folder come in by themselves"));
  m_address->setText(tr("From an address …"));
  m_address->setToolTip(
      tr("Asks a web address for warnings every minute: a CAP message, or an Atom or RSS list of them"));
  m_plan->setText(tr("Plan …"));
  m_plan->setToolTip(tr("Whom a warning calls, how long to wait, with which words; checks before the season"));
  m_save->setText(tr("Save as CAP …"));
  m_save->setToolTip(tr("The chosen warning as a CAP 1.2 file, for whoever passes it on"));
  m_over->setText(tr("Past ones"));
  m_empty->setText(
      tr("No warning is in force.\n\nDrop a CAP file here, open one, or type a warning by hand: you will see whom it "
         "calls before anybody is called."));
  refresh();
}

void WarningPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
