// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/register/chip_rows.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/register/flow_layout.h"
#include "app/settings/theme.h"

namespace app {
namespace {

QIcon swatch(const QColor& colour) {
  const int side = dp(10);
  QPixmap pixmap(side * 2, side * 2);
  pixmap.setDevicePixelRatio(2);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawEllipse(QRectF(0, 0, side, side));
  return QIcon(pixmap);
}

}  // namespace

ChipRows::ChipRows(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(4));
}

void ChipRows::setChips(std::vector<RegisterChips> chips, const QString& language) {
  const auto before = pressed();
  const bool same = chips.size() == m_chips.size();
  qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
  m_buttons.clear();
  m_titles.clear();
  m_lines.clear();
  m_counts.clear();
  m_chips = std::move(chips);
  m_language = language;
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    auto* line = new QWidget;
    auto* flow = new FlowLayout(line);
    flow->setSpacing(dp(4));
    m_titles.push_back(new QLabel);
    m_titles.back()->setProperty("role", "faint");
    m_titles.back()->setMinimumHeight(dp(24));
    flow->addWidget(m_titles.back());
    m_buttons.emplace_back();
    for (std::size_t k = 0; k < m_chips[i].chips.size(); ++k) {
      auto* button = new QToolButton;
      button->setCheckable(true);
      button->setProperty("role", "chip");
      button->setFocusPolicy(Qt::TabFocus);
      button->installEventFilter(this);
      if (same && k < before[i].size()) button->setChecked(before[i][k]);
      connect(button, &QToolButton::toggled, this, &ChipRows::changed);
      flow->addWidget(button);
      m_buttons.back().push_back(button);
    }
    layout()->addWidget(line);
    m_lines.push_back(line);
  }
  showTexts();
}

void ChipRows::retranslate(const QString& language) {
  m_language = language;
  showTexts();
}

void ChipRows::setFolded(bool folded) {
  m_folded = folded;
  showTexts();
}

void ChipRows::setCounts(const std::vector<std::vector<std::size_t>>& counts) {
  m_counts = counts;
  showTexts();
}

void ChipRows::showTexts() {
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    m_titles[i]->setText(m_chips[i].title.text(m_language));
    m_titles[i]->setVisible(!m_titles[i]->text().isEmpty());
    const bool asked = std::ranges::any_of(m_buttons[i], &QToolButton::isChecked);
    m_lines[i]->setVisible(!m_folded || i == 0 || asked);
    for (std::size_t k = 0; k < m_buttons[i].size(); ++k) {
      const RegisterChip& chip = m_chips[i].chips[k];
      QToolButton* button = m_buttons[i][k];
      QString text = chip.text.text(m_language);
      const bool counted = i < m_counts.size() && k < m_counts[i].size();
      if (counted)
        text += QLatin1Char(' ') + QLocale(QLocale::English).toString(static_cast<qulonglong>(m_counts[i][k]));
      button->setText(text);
      button->setAccessibleName(text);
      if (chip.colour) {
        button->setIcon(swatch(*chip.colour));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(dp(10), dp(10)));
      }
      // A code that no row has would be noise, unless it is what was asked for.
      button->setVisible(!counted || m_counts[i][k] > 0 || button->isChecked() || m_chips[i].column.empty());
    }
  }
}

std::vector<std::vector<bool>> ChipRows::pressed() const {
  std::vector<std::vector<bool>> down;
  for (const auto& line : m_buttons) {
    down.emplace_back();
    for (const QToolButton* button : line) down.back().push_back(button->isChecked());
  }
  return down;
}

bool ChipRows::anyPressed() const {
  for (const auto& line : m_buttons)
    for (const QToolButton* button : line)
      if (button->isChecked()) return true;
  return false;
}

void ChipRows::press(std::size_t question, std::size_t chip, bool down) {
  if (question < m_buttons.size() && chip < m_buttons[question].size()) m_buttons[question][chip]->setChecked(down);
}

void ChipRows::release() {
  if (!anyPressed()) return;
  {
    const QSignalBlocker quiet(this);
    for (const auto& line : m_buttons)
      for (QToolButton* button : line) button->setChecked(false);
  }
  emit changed();
}

bool ChipRows::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Left && key != Qt::Key_Right) return QWidget::eventFilter(watched, event);
  for (const auto& line : m_buttons)
    for (std::size_t k = 0; k < line.size(); ++k) {
      if (line[k] != watched) continue;
      for (std::size_t n = 1; n < line.size(); ++n) {
        const std::size_t next = (k + (key == Qt::Key_Right ? n : line.size() - n)) % line.size();
        if (!line[next]->isHidden()) {
          line[next]->setFocus(Qt::TabFocusReason);
          return true;
        }
      }
    }
  return true;
}

}  // namespace app
