// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/past/past_banner.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/past/past_keeper.h"
#include "app/settings/theme.h"

namespace app {
namespace {

constexpr int kBeijing_s = 8 * 3600;

}  // namespace

PastBanner::PastBanner(PanelContext& context, PastKeeper& keeper, QWidget* parent)
    : QFrame(parent),
      m_context(context),
      m_text(new QLabel),
      m_other(new QPushButton),
      m_compare(new QPushButton),
      m_back(new QPushButton) {
  setProperty("role", "banner");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  m_text->setWordWrap(true);
  row->addWidget(m_text, 1);
  for (QPushButton* button : {m_other, m_compare, m_back}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  connect(m_other, &QPushButton::clicked, this, &PastBanner::dialogWanted);
  connect(m_compare, &QPushButton::clicked, this, [this] {
    // The moment goes left of the divider, now is right of it.
    const PastMapPtr past = m_context.document.past();
    m_context.document.showPast({});
    if (m_context.map.compare_past) m_context.map.compare_past(past);
  });
  connect(m_back, &QPushButton::clicked, &keeper, &PastKeeper::backToNow);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & (MapChange::kPast | MapChange::kWorkspace)) refresh();
  });
  refresh();
}

void PastBanner::refresh() {
  const PastMapPtr& past = m_context.document.past();
  setVisible(past != nullptr);
  m_other->setText(tr("Another moment…"));
  m_compare->setText(tr("Compare with now"));
  m_back->setText(tr("Back to now"));
  if (!past) return;
  const QString when = QDateTime::fromMSecsSinceEpoch(past->utc_ms, Qt::OffsetFromUTC, kBeijing_s)
                           .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
  m_text->setText(tr("<b>As it was known on %1</b>: map, warnings, call-outs, stocks and readings. Nothing can be "
                     "changed meanwhile; %2 goes back to now.")
                      .arg(when, QKeySequence(QStringLiteral("Ctrl+Shift+H")).toString(QKeySequence::NativeText)));
}

void PastBanner::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) refresh();
  QFrame::changeEvent(event);
}

}  // namespace app
