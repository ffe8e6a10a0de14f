// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/flood_page.h"

#include <QLabel>
#include <QVBoxLayout>

#include "app/settings/theme.h"

namespace app {

FloodListPage::FloodListPage(QWidget* parent)
    : FloodPage(parent),
      m_column(new QVBoxLayout(this)),
      m_headline(new QLabel),
      m_list(new FloodList),
      m_particulars(new QLabel) {
  m_column->setContentsMargins(0, dp(8), 0, 0);
  m_column->setSpacing(dp(8));
  m_headline->setWordWrap(true);
  m_headline->setProperty("role", "second");
  m_particulars->setWordWrap(true);
  m_particulars->setTextFormat(Qt::PlainText);
  m_particulars->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_particulars->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_column->addWidget(m_headline);
  m_column->addWidget(m_list, 1);
  connect(m_list, &FloodList::rowChosen, this, [this] { showCurrent(); });
  connect(m_list, &FloodList::rowActivated, this, &FloodPage::goTo);
}

}  // namespace app
