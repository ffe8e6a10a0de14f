// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/relocation_page.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/geology/geology_registers.h"
#include "app/register/register_view.h"
#include "app/register/stacked_bars.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/geology/geology_store.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {

RelocationPage::RelocationPage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_sum(new QLabel),
      m_bars(new StackedBars),
      m_key(new QLabel),
      m_register(new RegisterView(context, relocationRegister())),
      m_slot(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(6));
  column->setSpacing(dp(6));
  m_sum->setWordWrap(true);
  m_key->setWordWrap(true);
  m_key->setProperty("role", "faint");
  column->addWidget(m_sum);
  column->addWidget(m_bars);
  column->addWidget(m_key);
  column->addWidget(m_register, 1);
  connect(m_bars, &StackedBars::chosen, this,
          [this](const QString& county) { m_register->setFilter(QStringLiteral("division_code=%1*").arg(county)); });
  connect(m_register, &RegisterView::rowsChanged, this, &RelocationPage::read);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_slot.drop();
      m_answer.reset(), m_error.reset();
      showAnswer();
    }
    if (change.properties & MapChange::kLook) showAnswer();
  });
  showAnswer();
}

void RelocationPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_answer) read();
}

void RelocationPage::read() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !isVisible()) return;
  m_slot.ask(
      [folder = workspace->place()](const gis::CancelToken&, const gis::Progress&) -> gis::Result<Answer> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        const gis::geology::GeologyStore store(opened->db());
        const auto works = store.relocation();
        if (!works) return std::unexpected(works.error());
        const auto divisions = store.divisions();
        if (!divisions) return std::unexpected(divisions.error());
        Answer answer;
        answer.today = gis::geology::dayOf(gis::presentUtcMs(opened->db(), gis::SystemClock()));
        answer.progress = gis::geology::relocationProgress(*works, answer.today);
        for (const gis::geology::DivisionName& division : *divisions)
          if (division.level == 3)
            answer.counties[division.code.substr(0, 6)] = {QString::fromStdString(division.name),
                                                           QString::fromStdString(division.name_en)};
        return answer;
      },
      [this](gis::Result<Answer> answer) {
        m_error.reset();
        if (answer)
          m_answer = std::move(*answer);
        else
          m_error = std::move(answer.error());
        showAnswer();
      });
}

void RelocationPage::showAnswer() {
  m_bars->setVisible(m_answer.has_value());
  m_key->setVisible(m_answer.has_value());
  if (m_error || !m_answer) {
    m_sum->setText(m_error ? errorSentence(*m_error) : QString());
    return;
  }
  const gis::geology::RelocationSum& all = m_answer->progress.all;
  m_sum->setText(
      tr("%1 works: of %2 households %3 contracted, %4 built, %5 moved, %6 old houses razed. Funds: %7 of "
         "%8 ×10,000 CNY paid.")
          .arg(all.works)
          .arg(all.planned)
          .arg(all.contracted)
          .arg(all.built)
          .arg(all.moved)
          .arg(all.razed)
          .arg(all.funds_paid_yuan / 1e4, 0, 'f', 0)
          .arg(all.funds_planned_yuan / 1e4, 0, 'f', 0) +
      (all.overdue > 0 ? QLatin1Char('\n') + tr("%1 works are overdue.").arg(all.overdue) : QString()) +
      (m_answer->progress.doubtful.empty()
           ? QString()
           : QLatin1Char('\n') +
                 tr("%1 works have figures that contradict each other.").arg(m_answer->progress.doubtful.size())));
  const ThemeColours& colours = currentColours();
  QColor contracted = colours.accent;
  contracted.setAlpha(90);
  std::vector<StackedBars::Row> rows;
  for (const gis::geology::RelocationSum& county : m_answer->progress.counties) {
    const auto name = m_answer->counties.find(county.county_code);
    const double moved = static_cast<double>(county.moved);
    const double begun = static_cast<double>(std::max(county.contracted, county.built)) - moved;
    rows.push_back({QString::fromStdString(county.county_code),
                    name == m_answer->counties.end() ? QString::fromStdString(county.county_code)
                                                     : name->second.text(m_context.document.language()),
                    {moved, std::max(0.0, begun)},
                    QStringLiteral("%1/%2").arg(county.moved).arg(county.planned) +
                        (county.overdue > 0 ? QStringLiteral(" · ") + tr("%1 late").arg(county.overdue) : QString()),
                    static_cast<double>(county.planned)});
  }
  m_bars->setRows(std::move(rows), {colours.accent, contracted}, StackedBars::Scale::kShare);
  m_key->setText(
      tr("Bars: moved, contracted, of those planned. As of %1.").arg(QString::fromStdString(m_answer->today)));
}

void RelocationPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) showAnswer();
  QWidget::changeEvent(event);
}

}  // namespace app
