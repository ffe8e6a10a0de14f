// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/callout_standby.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QVBoxLayout>

#include "app/callout/callout_panel.h"
#include "app/core/map_document.h"

namespace app {
namespace {

// The map comes first: by then the window has its layers.
constexpr int kWakeAfterMs = 2500;

}  // namespace

CalloutStandby::CalloutStandby(PanelContext& context, QWidget* parent) : QWidget(parent), m_context(context) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  setFocusPolicy(Qt::TabFocus);
  setWindowTitle(tr("Call-and-respond"));
  m_later.setSingleShot(true);
  m_later.setInterval(kWakeAfterMs);
  connect(&m_later, &QTimer::timeout, this, &CalloutStandby::wake);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) wakeLater();
  });
  wakeLater();
}

void CalloutStandby::wakeLater() {
  if (!m_panel && m_context.document.workspace()) m_later.start();
}

void CalloutStandby::wake() {
  if (m_panel) return;
  m_later.stop();
  m_panel = new CalloutPanel(m_context);
  layout()->addWidget(m_panel);
  setWindowTitle(m_panel->windowTitle());
  connect(m_panel, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
  connect(m_panel, &CalloutPanel::attentionWanted, this, &CalloutStandby::callAttention);
  setMinimumWidth(m_panel->minimumWidth());
  setFocusProxy(m_panel);
}

void CalloutStandby::callAttention(const QString& text) {
  QApplication::beep();
  QApplication::alert(window());
  if (isVisible()) return;
  mark(true);
  if (m_context.map.say) m_context.map.say(text);
}

// The room bar shows the mark of the dock's action.
void CalloutStandby::mark(bool marked) {
  for (QWidget* above = parentWidget(); above; above = above->parentWidget())
    if (auto* dock = qobject_cast<QDockWidget*>(above)) {
      dock->toggleViewAction()->setData(marked ? QVariant(true) : QVariant());
      return;
    }
}

void CalloutStandby::showEvent(QShowEvent* event) {
  wake();
  mark(false);
  QWidget::showEvent(event);
}

void CalloutStandby::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && !m_panel) setWindowTitle(tr("Call-and-respond"));
  QWidget::changeEvent(event);
}

void CalloutStandby::focusInEvent(QFocusEvent* event) {
  if (m_panel) m_panel->setFocus();
  QWidget::focusInEvent(event);
}

}  // namespace app
