// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plotting/plot_palette.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <array>

#include "app/settings/theme.h"
#include "layers/vector/icon_set.h"

namespace app {

namespace {

struct Symbol {
  const char* icon;
  const char* name;
};

constexpr Symbol kSymbols[] = {
    {"rescue-team", QT_TRANSLATE_NOOP("PlotPalette", "Rescue team")},
    {"person", QT_TRANSLATE_NOOP("PlotPalette", "Person in charge")},
    {"shelter", QT_TRANSLATE_NOOP("PlotPalette", "Shelter")},
    {"depot", QT_TRANSLATE_NOOP("PlotPalette", "Depot")},
    {"helipad", QT_TRANSLATE_NOOP("PlotPalette", "Helipad")},
    {"lookout", QT_TRANSLATE_NOOP("PlotPalette", "Lookout")},
    {"hospital", QT_TRANSLATE_NOOP("PlotPalette", "Hospital")},
    {"school", QT_TRANSLATE_NOOP("PlotPalette", "School")},
    {"water-point", QT_TRANSLATE_NOOP("PlotPalette", "Water point")},
    {"past-fire", QT_TRANSLATE_NOOP("PlotPalette", "Fire")},
    {"past-flood", QT_TRANSLATE_NOOP("PlotPalette", "Flood")},
    {"past-landslide", QT_TRANSLATE_NOOP("PlotPalette", "Landslide")},
    {"past-quake", QT_TRANSLATE_NOOP("PlotPalette", "Earthquake")},
    {"past-storm", QT_TRANSLATE_NOOP("PlotPalette", "Storm")},
    {"hazchem", QT_TRANSLATE_NOOP("PlotPalette", "Dangerous chemicals")},
    {"past-other", QT_TRANSLATE_NOOP("PlotPalette", "Other danger")},
};

struct Colour {
  const char* value;
  const char* name;
};

// What plotting symbols of emergency management are drawn in: danger, caution, our own forces, water, other.
constexpr Colour kColours[] = {
    {"#d7263d", QT_TRANSLATE_NOOP("PlotPalette", "Red")},    {"#e07b00", QT_TRANSLATE_NOOP("PlotPalette", "Orange")},
    {"#e3c000", QT_TRANSLATE_NOOP("PlotPalette", "Yellow")}, {"#1f6feb", QT_TRANSLATE_NOOP("PlotPalette", "Blue")},
    {"#17795a", QT_TRANSLATE_NOOP("PlotPalette", "Green")},  {"#7b3fb8", QT_TRANSLATE_NOOP("PlotPalette", "Violet")},
    {"#20242b", QT_TRANSLATE_NOOP("PlotPalette", "Black")},  {"#ffffff", QT_TRANSLATE_NOOP("PlotPalette", "White")},
};

constexpr int kColumns = 8;
constexpr int kSymbolPx = 26, kColourPx = 20;

QIcon swatch(const QColor& colour) {
  QPixmap picture(dp(kColourPx), dp(kColourPx));
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(currentColours().strong_line, 1));
  painter.setBrush(colour);
  painter.drawEllipse(QRectF(1, 1, dp(kColourPx) - 2, dp(kColourPx) - 2));
  return QIcon(picture);
}

QToolButton* button(QWidget* parent) {
  auto* made = new QToolButton(parent);
  made->setCheckable(true);
  made->setAutoRaise(true);
  return made;
}

}  // namespace

PlotPalette::PlotPalette(QWidget* parent)
    : QWidget(parent),
      m_symbol_grid(new QWidget),
      m_symbols(new QButtonGroup(this)),
      m_colours(new QButtonGroup(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(6));
  auto* grid = new QGridLayout(m_symbol_grid);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(dp(2));
  for (int i = 0; i < static_cast<int>(std::size(kSymbols)); ++i) {
    QToolButton* one = button(m_symbol_grid);
    m_symbols->addButton(one, i);
    grid->addWidget(one, i / kColumns, i % kColumns);
  }
  grid->setColumnStretch(kColumns, 1);
  auto* row = new QHBoxLayout;
  row->setSpacing(dp(2));
  for (int i = 0; i < static_cast<int>(std::size(kColours)); ++i) {
    QToolButton* one = button(this);
    m_colours->addButton(one, i);
    row->addWidget(one);
  }
  row->addStretch(1);
  column->addWidget(m_symbol_grid);
  column->addLayout(row);
  m_symbols->button(0)->setChecked(true);
  m_colours->button(0)->setChecked(true);
  for (QButtonGroup* group : {m_symbols, m_colours})
    connect(group, &QButtonGroup::idClicked, this, &PlotPalette::chosen);
  retranslate();
}

std::string PlotPalette::symbol() const { return kSymbols[m_symbols->checkedId()].icon; }
std::string PlotPalette::colour() const { return kColours[m_colours->checkedId()].value; }

void PlotPalette::setSymbol(const std::string& name) {
  for (int i = 0; i < static_cast<int>(std::size(kSymbols)); ++i)
    if (name == kSymbols[i].icon) m_symbols->button(i)->setChecked(true);
}

void PlotPalette::setColour(const std::string& colour) {
  for (int i = 0; i < static_cast<int>(std::size(kColours)); ++i)
    if (colour == kColours[i].value) m_colours->button(i)->setChecked(true);
}

void PlotPalette::showSymbols(bool shown) { m_symbol_grid->setVisible(shown); }

void PlotPalette::retranslate() {
  const layers::IconSet icons;
  for (int i = 0; i < static_cast<int>(std::size(kSymbols)); ++i) {
    auto* one = qobject_cast<QToolButton*>(m_symbols->button(i));
    one->setIconSize(QSize(dp(kSymbolPx), dp(kSymbolPx)));
    const QImage image = icons.image(kSymbols[i].icon, dp(kSymbolPx), devicePixelRatioF(), currentColours().danger);
    one->setIcon(QIcon(QPixmap::fromImage(image)));
    one->setToolTip(tr(kSymbols[i].name));
    one->setAccessibleName(tr(kSymbols[i].name));
  }
  for (int i = 0; i < static_cast<int>(std::size(kColours)); ++i) {
    auto* one = qobject_cast<QToolButton*>(m_colours->button(i));
    one->setIconSize(QSize(dp(kColourPx), dp(kColourPx)));
    one->setIcon(swatch(QColor(QLatin1String(kColours[i].value))));
    one->setToolTip(tr(kColours[i].name));
    one->setAccessibleName(tr(kColours[i].name));
  }
}

}  // namespace app
