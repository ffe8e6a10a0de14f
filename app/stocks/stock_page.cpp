// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stock_page.h"

#include <QEvent>
#include <QLabel>

#include "app/core/map_document.h"
#include "app/settings/app_settings.h"

namespace app {

void StockPage::setView(StockViewPtr view) {
  m_view = std::move(view);
  showView();
}

void StockPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    showView();
  }
  QWidget::changeEvent(event);
}

std::optional<std::filesystem::path> StockPage::folder() const {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return std::nullopt;
  return workspace->place();
}

bool StockPage::canWrite() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason && m_view && m_view->is_there;
}

std::string StockPage::officer() const { return m_context.settings.author().name; }

void StockPage::showTrouble(QLabel& label, const QString& text) {
  label.setText(text);
  label.setVisible(!text.isEmpty());
}

}  // namespace app
