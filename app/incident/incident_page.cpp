// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/incident_page.h"

#include <QEvent>

#include "app/settings/app_settings.h"

namespace app {

void IncidentPage::show(IncidentViewPtr view, const std::string& uuid, bool may_write) {
  m_view = std::move(view);
  m_uuid = uuid;
  m_may_write = may_write;
  showIncident();
}

void IncidentPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    showIncident();
  }
  QWidget::changeEvent(event);
}

std::string IncidentPage::officer() const { return m_context.settings.author().name; }

void IncidentPage::append(std::vector<gis::incident::EventBody> bodies) {
  if (!m_write || m_uuid.empty() || bodies.empty()) return;
  m_write([uuid = m_uuid, bodies = std::move(bodies), who = officer()](gis::incident::IncidentStore& store,
                                                                       const gis::Clock& clock, gis::UuidSource&) {
    return store.append(uuid, bodies, who, clock);
  });
}

}  // namespace app
