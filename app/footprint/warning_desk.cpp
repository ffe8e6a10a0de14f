// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/footprint/warning_desk.h"

#include <QEvent>
#include <QTimer>

#include "app/core/map_document.h"
#include "app/footprint/threatened.h"

namespace app {

WarningDesk::WarningDesk(MapDocument& document) : QObject(&document), m_document(document) {}

WarningDesk& WarningDesk::of(MapDocument& document) {
  if (auto* desk = document.findChild<WarningDesk*>(QString(), Qt::FindDirectChildrenOnly)) return *desk;
  return *new WarningDesk(document);
}

void WarningDesk::handOver(const WarningDraft& draft) {
  PlaceDesk::of(m_document).openPanel(QStringLiteral("callout"));
  if (m_answer) return m_answer(draft);
  // A panel that was never open is made when it is shown, which may be a moment later.
  QTimer::singleShot(0, this, [this, draft] {
    if (m_answer) m_answer(draft);
  });
}

RaiseWarningButton::RaiseWarningButton(Draft draft, QWidget* parent) : QPushButton(parent), m_draft(std::move(draft)) {
  connect(this, &QPushButton::clicked, this, [this] {
    if (const auto made = m_draft()) emit wanted(*made);
  });
  retranslate();
}

void RaiseWarningButton::retranslate() {
  setText(tr("Raise a warning …"));
  setToolTip(tr("Opens the call-out room with the warning filled in; nothing is sent before you confirm it"));
}

void RaiseWarningButton::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QPushButton::changeEvent(event);
}

}  // namespace app
