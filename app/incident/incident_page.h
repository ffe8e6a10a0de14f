// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <functional>
#include <string>
#include <vector>

#include "app/core/panel.h"
#include "app/incident/incident_job.h"

namespace app {

// One page about the chosen incident. What it wants written goes to the panel, which writes in a job and shows the
// incident anew. Window's thread.
class IncidentPage : public QWidget {
  Q_OBJECT
 public:
  using Write = std::function<void(IncidentWork work)>;
  explicit IncidentPage(PanelContext& context, QWidget* parent = nullptr) : QWidget(parent), m_context(context) {}
  void setWriter(Write write) { m_write = std::move(write); }
  // Empty uuid: nothing is chosen.
  void show(IncidentViewPtr view, const std::string& uuid, bool may_write);
  virtual bool busy() const { return false; }

 protected:
  void changeEvent(QEvent* event) override;
  virtual void retranslate() = 0;
  virtual void showIncident() = 0;
  const gis::incident::Incident* incident() const { return m_view ? m_view->find(m_uuid) : nullptr; }
  // Adds these events to the chosen incident, signed by the officer of this seat.
  void append(std::vector<gis::incident::EventBody> bodies);
  std::string officer() const;

  PanelContext& m_context;
  IncidentViewPtr m_view;
  std::string m_uuid;
  bool m_may_write = false;
  Write m_write;
};

}  // namespace app
