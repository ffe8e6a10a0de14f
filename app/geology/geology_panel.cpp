// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/geology_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/geology/cards_page.h"
#include "app/geology/dual_page.h"
#include "app/geology/geology_registers.h"
#include "app/geology/rain_grade_page.h"
#include "app/geology/relocation_page.h"
#include "app/register/register_view.h"
#include "app/settings/theme.h"

namespace app {

GeologyPanel::GeologyPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_tabs(new QTabBar),
      m_pages(new QStackedWidget),
      m_which(new QComboBox),
      m_register(new RegisterView(context, geologyRegisters().front().spec)) {
  setMinimumWidth(dp(320));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_tabs->setExpanding(false);
  m_tabs->setDrawBase(false);
  for (int tab = kRegister; tab <= kCards; ++tab) m_tabs->addTab(QString());
  column->addWidget(m_tabs);
  column->addWidget(m_pages, 1);
  auto* registers = new QWidget;
  auto* lines = new QVBoxLayout(registers);
  lines->setContentsMargins(dp(8), dp(8), dp(8), dp(6));
  lines->setSpacing(dp(6));
  lines->addWidget(m_which);
  lines->addWidget(m_register, 1);
  m_made[kRegister] = registers;
  m_pages->addWidget(registers);
  connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) { showTab(static_cast<Tab>(tab)); });
  connect(m_which, &QComboBox::activated, this, [this](int row) { chooseRegister(m_which->itemData(row).toString()); });
  retranslate();
}

QWidget* GeologyPanel::makePage(int tab) {
  switch (tab) {
    case kRain: {
      m_rain = new RainGradePage(m_context);
      connect(m_rain, &RainGradePage::rowWanted, this, &GeologyPanel::openRow);
      return m_rain;
    }
    case kDual: {
      auto* page = new DualPage(m_context);
      connect(page, &DualPage::rowWanted, this, &GeologyPanel::openRow);
      if (m_rain) page->setLevels(m_rain->levels());
      return page;
    }
    case kRelocation:
      return new RelocationPage(m_context);
    default:
      return new CardsPage(m_context);
  }
}

void GeologyPanel::showTab(Tab tab) {
  if (!m_made[tab]) {
    m_made[tab] = makePage(tab);
    m_pages->addWidget(m_made[tab]);
  }
  if (tab == kDual && m_rain) static_cast<DualPage*>(m_made[tab])->setLevels(m_rain->levels());
  m_tabs->setCurrentIndex(tab);
  m_pages->setCurrentWidget(m_made[tab]);
}

void GeologyPanel::chooseRegister(const QString& table) {
  for (const GeologyRegister& one : geologyRegisters())
    if (QString::fromStdString(one.spec.table) == table && m_register->spec().table != one.spec.table)
      m_register->setSpec(one.spec);
  m_which->setCurrentIndex(m_which->findData(table));
}

void GeologyPanel::openRow(const QString& table, qint64 fid) {
  showTab(kRegister);
  chooseRegister(table);
  m_register->openForm(fid);
}

void GeologyPanel::fillRegisters() {
  m_which->clear();
  for (const GeologyRegister& one : geologyRegisters())
    m_which->addItem(one.title.text(m_context.document.language()), QString::fromStdString(one.spec.table));
  m_which->setCurrentIndex(m_which->findData(QString::fromStdString(m_register->spec().table)));
}

void GeologyPanel::retranslate() {
  setWindowTitle(tr("Geological hazards"));
  // Short enough for five beside each other in a narrow panel; the tip has the whole word.
  const QString names[] = {tr("Registers"), tr("Rain"), tr("Dual"), tr("Moves"), tr("Cards")};
  const QString whole[] = {tr("Registers"), tr("Rain risk"), tr("Dual control"), tr("Relocation"), tr("Cards")};
  for (int tab = kRegister; tab <= kCards; ++tab) {
    m_tabs->setTabText(tab, names[tab]);
    m_tabs->setTabToolTip(tab, whole[tab]);
  }
  m_which->setAccessibleName(tr("Register"));
  fillRegisters();
}

void GeologyPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
