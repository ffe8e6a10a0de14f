// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/read_only_banner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/core/map_document.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {

ReadOnlyBanner::ReadOnlyBanner(const MapDocument& document, QWidget* parent)
    : QFrame(parent), m_document(document), m_text(new QLabel), m_upgrade(new QPushButton) {
  setProperty("role", "banner");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  m_text->setWordWrap(true);
  row->addWidget(m_text, 1);
  row->addWidget(m_upgrade);
  connect(m_upgrade, &QPushButton::clicked, this, &ReadOnlyBanner::upgradeWanted);
  connect(&document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) refresh();
  });
  refresh();
}

void ReadOnlyBanner::refresh() {
  const auto& workspace = m_document.workspace();
  const bool read_only = workspace && workspace->read_only_reason;
  setVisible(read_only);
  m_upgrade->setText(tr("Bring up to date"));
  if (!read_only) return;
  m_text->setText(tr("Open for reading only: %1").arg(errorSentence(*workspace->read_only_reason)));
  m_upgrade->setVisible(workspace->read_only_reason->code == gis::ErrorCode::kOlderSchema);
}

void ReadOnlyBanner::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) refresh();
  QFrame::changeEvent(event);
}

}  // namespace app
