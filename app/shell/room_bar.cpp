// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/room_bar.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLayout>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

namespace {

// A button at scale one, by density. Words are set in the 11 px of the style sheet.
struct ButtonLook {
  double height_px, icon_px;
  double beside_text_px;  // everything but the word, from edge to edge
  Qt::ToolButtonStyle style;
};
constexpr ButtonLook kLooks[] = {{46, 18, 10, Qt::ToolButtonTextUnderIcon},
                                 {28, 16, 34, Qt::ToolButtonTextBesideIcon},
                                 {22, 14, 30, Qt::ToolButtonTextBesideIcon}};
constexpr double kFontPx = 11, kLeastWidthPx = 52;

const ButtonLook& lookOf(RoomBar::Density density) { return kLooks[static_cast<std::size_t>(density)]; }

}  // namespace

RoomBar::RoomBar(QWidget* parent) : QToolBar(parent) {
  setObjectName(QStringLiteral("rooms"));
  setMovable(false);
  setContextMenuPolicy(Qt::PreventContextMenu);
  retranslate();
}

void RoomBar::add(const PanelDefinition& room, QAction* toggle) {
  if (!room.name) return;
  auto* button = new QToolButton;
  button->setCheckable(true);
  button->setChecked(toggle->isChecked());
  button->setProperty("role", "room");
  button->installEventFilter(this);
  connect(button, &QToolButton::clicked, toggle, &QAction::trigger);
  connect(toggle, &QAction::toggled, button, &QToolButton::setChecked);
  // A room that has something to show says so with its action's data.
  connect(toggle, &QAction::changed, button, [button, toggle] {
    const bool marked = toggle->data().toBool();
    if (button->property("attention").toBool() == marked) return;
    button->setProperty("attention", marked);
    button->style()->unpolish(button);
    button->style()->polish(button);
  });
  if (!m_entries.empty() && m_entries.back().room.group != room.group) addSeparator();
  addWidget(button);
  m_entries.push_back({room, toggle, button});
  retranslate();
}

void RoomBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QToolBar::changeEvent(event);
}

// Before it is shown the bar has no height to fit into.
void RoomBar::showEvent(QShowEvent* event) {
  QToolBar::showEvent(event);
  arrange();
}

void RoomBar::resizeEvent(QResizeEvent* event) {
  QToolBar::resizeEvent(event);
  arrange();
}

bool RoomBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return false;
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Up && key != Qt::Key_Down) return false;
  const auto at = std::ranges::find(m_entries, watched, [](const Entry& entry) -> QObject* { return entry.button; });
  if (at == m_entries.end()) return false;
  const auto count = static_cast<std::ptrdiff_t>(m_entries.size());
  const std::ptrdiff_t next = (at - m_entries.begin() + (key == Qt::Key_Down ? 1 : count - 1)) % count;
  m_entries[static_cast<std::size_t>(next)].button->setFocus(Qt::TabFocusReason);
  return true;
}

// The largest buttons of which all fit: what the layout really takes, its spacing and separators included.
void RoomBar::arrange() {
  for (const Density next : {Density::kUnder, Density::kBeside, Density::kTight}) {
    apply(next);
    layout()->invalidate();
    if (!isVisible() || layout()->sizeHint().height() <= height()) return;
  }
}

void RoomBar::apply(Density density) {
  m_density = density;
  const ButtonLook& look = lookOf(m_density);
  QFont font = this->font();
  font.setPixelSize(dp(kFontPx));
  int widest_px = 0;
  for (const Entry& entry : m_entries)
    widest_px = std::max(widest_px, QFontMetrics(font).horizontalAdvance(entry.button->text()));
  const QSize size(std::max(dp(kLeastWidthPx), widest_px + dp(look.beside_text_px)), dp(look.height_px));
  for (const Entry& entry : m_entries) {
    QToolButton* button = entry.button;
    if (button->toolButtonStyle() == look.style && button->minimumSize() == size && button->maximumSize() == size)
      continue;
    button->setToolButtonStyle(look.style);
    button->setIconSize(QSize(dp(look.icon_px), dp(look.icon_px)));
    button->setFixedSize(size);
  }
}

void RoomBar::retranslate() {
  setWindowTitle(tr("Rooms"));
  for (const Entry& entry : m_entries) {
    const QString name = QCoreApplication::translate("Rooms", entry.room.name);
    entry.button->setText(name);
    entry.button->setAccessibleName(name);
    entry.button->setIcon(themedIcon(entry.room.icon));
    const QString key = entry.toggle->shortcut().toString(QKeySequence::NativeText);
    const QString title = entry.toggle->text();
    entry.button->setToolTip(key.isEmpty() ? title : QStringLiteral("%1  (%2)").arg(title, key));
  }
  arrange();
}

}  // namespace app
