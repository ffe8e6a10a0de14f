// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/links_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/footprint/threatened.h"
#include "app/incident_timeline/incident_words.h"
#include "app/settings/theme.h"

namespace app {
namespace {

namespace incident = gis::incident;

// The panel where such a thing is worked on, as app/rooms.cpp names it; empty: no room of this program has it.
QString roomOf(incident::LinkKind kind) {
  switch (kind) {
    case incident::LinkKind::kWarning:
      return QStringLiteral("weather");
    case incident::LinkKind::kCallout:
      return QStringLiteral("callout");
    case incident::LinkKind::kRequisition:
      return QStringLiteral("stocks");
    case incident::LinkKind::kTeam:
    case incident::LinkKind::kEvacuation:
      return QStringLiteral("evacuation");
    case incident::LinkKind::kReport:
      return QStringLiteral("situation");
    case incident::LinkKind::kJournal:
      return QStringLiteral("journal");
    default:
      return {};
  }
}

}  // namespace

LinksPage::LinksPage(PanelContext& context, QWidget* parent)
    : IncidentPage(context, parent),
      m_note(new QLabel),
      m_list(new QListWidget),
      m_go(new QPushButton),
      m_unlink(new QPushButton),
      m_link(new QPushButton),
      m_kinds(new QComboBox),
      m_choices(new QComboBox) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(4));
  m_note->setWordWrap(true);
  m_note->setProperty("role", "second");
  column->addWidget(m_note);
  column->addWidget(m_list, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_go);
  buttons->addWidget(m_unlink);
  buttons->addStretch(1);
  column->addLayout(buttons);
  m_choices->setEditable(true);
  m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* adding = new QHBoxLayout;
  adding->addWidget(m_kinds);
  adding->addWidget(m_choices, 1);
  adding->addWidget(m_link);
  column->addLayout(adding);
  connect(m_kinds, &QComboBox::currentIndexChanged, this, &LinksPage::fillChoices);
  connect(m_list, &QListWidget::itemActivated, this, [this] { m_go->click(); });
  connect(m_go, &QPushButton::clicked, this, [this] {
    const incident::Incident* one = incident();
    const int row = m_list->currentRow();
    if (!one || row < 0 || row >= static_cast<int>(one->links.size())) return;
    if (!goTo(one->links[static_cast<std::size_t>(row)]) && m_context.map.say)
      m_context.map.say(tr("No room of this program keeps it: look it up by its identifier."));
  });
  connect(m_unlink, &QPushButton::clicked, this, &LinksPage::unlinkChosen);
  connect(m_link, &QPushButton::clicked, this, [this] {
    const QString typed = m_choices->currentText().trimmed();
    const int chosen = m_choices->findText(typed);
    const QString id = chosen >= 0 ? m_choices->itemData(chosen).toString() : typed;
    link({static_cast<incident::LinkKind>(m_kinds->currentData().toInt()), id.toStdString(), typed.toStdString()});
  });
  retranslate();
}

void LinksPage::link(const incident::Link& link) { append({incident::LinkMoved{link, false}}); }

void LinksPage::unlinkChosen() {
  const incident::Incident* one = incident();
  const int row = m_list->currentRow();
  if (one && row >= 0 && row < static_cast<int>(one->links.size()))
    append({incident::LinkMoved{one->links[static_cast<std::size_t>(row)], true}});
}

bool LinksPage::goTo(const incident::Link& link) {
  const QString room = roomOf(link.kind);
  if (room.isEmpty()) return false;
  PlaceDesk::of(m_context.document).openPanel(room);
  return true;
}

void LinksPage::showIncident() {
  const incident::Incident* one = incident();
  setEnabled(one != nullptr);
  const int at = m_list->currentRow();
  m_list->clear();
  if (!one) return;
  for (const incident::Link& link : one->links)
    m_list->addItem(QStringLiteral("%1  %2").arg(linkKindText(link.kind),
                                                 QString::fromStdString(link.label.empty() ? link.id : link.label)));
  m_list->setCurrentRow(std::clamp(at, 0, std::max(0, m_list->count() - 1)));
  m_note->setText(one->links.empty() ? tr("Nothing is linked yet. What is linked comes into the time line.")
                                     : tr("Enter goes there."));
  m_go->setEnabled(!one->links.empty());
  m_unlink->setEnabled(!one->links.empty() && m_may_write);
  m_link->setEnabled(m_may_write);
  fillChoices();
}

void LinksPage::fillChoices() {
  const QString typed = m_choices->currentText();
  m_choices->clear();
  if (!m_view) return;
  const auto kind = static_cast<incident::LinkKind>(m_kinds->currentData().toInt());
  for (const incident::Link& link : m_view->linkable)
    if (link.kind == kind) m_choices->addItem(QString::fromStdString(link.label), QString::fromStdString(link.id));
  if (m_choices->count() == 0) m_choices->setEditText(typed);
}

void LinksPage::retranslate() {
  const int at = m_kinds->currentIndex();
  m_kinds->clear();
  for (int i = 0; i < incident::kLinkKindCount; ++i)
    m_kinds->addItem(linkKindText(static_cast<incident::LinkKind>(i)), i);
  m_kinds->setCurrentIndex(std::max(0, at));
  m_kinds->setAccessibleName(tr("Kind of link"));
  m_choices->setAccessibleName(tr("What is linked"));
  m_choices->lineEdit()->setPlaceholderText(tr("choose, or type its identifier"));
  m_go->setText(tr("Go there"));
  m_unlink->setText(tr("Unlink"));
  m_link->setText(tr("Link"));
}

}  // namespace app
