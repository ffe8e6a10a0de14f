// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/danger/danger_panel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/danger/danger_card.h"
#include "app/danger/danger_form.h"
#include "app/register/register_view.h"
#include "app/register/stacked_bars.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

namespace danger = gis::danger;

constexpr int kFormPage = 2;

layers::BilingualText both(const char* zh, const char* en) { return {QString::fromUtf8(zh), QString::fromUtf8(en)}; }

RegisterSpec ledger() {
  RegisterSpec spec;
  spec.table = "danger_item";
  // The deadline first: a long title would push it out of a narrow panel.
  spec.columns = {"due_on", "title",       "state",    "level",     "hazard",
                  "owner",  "owner_phone", "found_on", "closed_on", "danger_no"};
  spec.searched = {"description", "place", "found_by", "owner_unit"};
  spec.chips = {{both("", ""),
                 {},
                 {{both("已逾期", "Overdue"), QStringLiteral("due_on<{today} state<6"), {}},
                  {both("未销号", "Open"), QStringLiteral("state<6"), {}},
                  {both("重大", "Major"), QStringLiteral("level=2"), {}},
                  {both("无责任人", "No owner"), QStringLiteral("state<6 owner="), {}}}},
                {both("灾种", "Hazard"), "hazard", {}},
                {both("环节", "State"), "state", {}}};
  spec.county_column = "division_code";
  spec.sort_column = "due_on";
  spec.fold_chips = true;
  spec.empty = both("台账中还没有隐患。点“登记隐患”新增，或由现场笔记本带回。",
                    "The ledger is empty. “New danger” enters one; field laptops bring theirs.");
  return spec;
}

QString hazardText(const std::string& hazard) {
  if (hazard == "fire") return DangerPanel::tr("Fire");
  if (hazard == "geology") return DangerPanel::tr("Geology");
  if (hazard == "flood") return DangerPanel::tr("Flood");
  if (hazard == "seismic") return DangerPanel::tr("Earthquake");
  return DangerPanel::tr("Other");
}

}  // namespace

QString dangerStateText(danger::State state) {
  switch (state) {
    case danger::State::kFound:
      return DangerPanel::tr("Found");
    case danger::State::kHandedOver:
      return DangerPanel::tr("Handed over");
    case danger::State::kPublished:
      return DangerPanel::tr("Published");
    case danger::State::kSupervised:
      return DangerPanel::tr("Supervised");
    case danger::State::kChecked:
      return DangerPanel::tr("Checked");
    case danger::State::kClosed:
      return DangerPanel::tr("Closed");
  }
  return {};
}

DangerPanel::DangerPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_tabs(new QTabBar),
      m_pages(new QStackedWidget),
      m_sum(new QLabel),
      m_register(new RegisterView(context, ledger())),
      m_card(new DangerCard(context)),
      m_form(new DangerForm(context)),
      m_new(new QPushButton),
      m_county_title(new QLabel),
      m_counties(new StackedBars),
      m_hazard_title(new QLabel),
      m_hazards(new StackedBars),
      m_state_title(new QLabel),
      m_states(new StackedBars),
      m_key(new QLabel),
      m_slot(context.pools, Pool::kIo) {
  setMinimumWidth(dp(320));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_tabs->setExpanding(false);
  m_tabs->setDrawBase(false);
  m_tabs->addTab(QString());
  m_tabs->addTab(QString());
  column->addWidget(m_tabs);
  column->addWidget(m_pages, 1);
  auto* list = new QWidget;
  auto* lines = new QVBoxLayout(list);
  lines->setContentsMargins(dp(8), dp(8), dp(8), dp(6));
  lines->setSpacing(dp(6));
  m_sum->setWordWrap(true);
  lines->addWidget(m_sum);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(m_register);
  split->addWidget(m_card);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  lines->addWidget(split, 1);
  m_pages->addWidget(list);
  auto* charts = new QWidget;
  auto* bars = new QVBoxLayout(charts);
  bars->setContentsMargins(dp(8), dp(8), dp(8), dp(8));
  bars->setSpacing(dp(6));
  for (const auto& [title, bar] :
       {std::pair{m_county_title, m_counties}, {m_hazard_title, m_hazards}, {m_state_title, m_states}}) {
    title->setProperty("role", "heading");
    bars->addWidget(title);
    bars->addWidget(bar);
  }
  m_key->setWordWrap(true);
  m_key->setProperty("role", "faint");
  bars->addWidget(m_key);
  bars->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(charts);
  m_pages->addWidget(scroll);
  auto* form_scroll = new QScrollArea;
  form_scroll->setWidgetResizable(true);
  form_scroll->setFrameShape(QFrame::NoFrame);
  form_scroll->setWidget(m_form);
  m_pages->addWidget(form_scroll);
  m_register->actions()->addWidget(m_new);
  connect(m_new, &QPushButton::clicked, this, [this] { enterNew(); });
  connect(m_form, &DangerForm::left, this, [this] { m_pages->setCurrentIndex(m_tabs->currentIndex()); });
  connect(m_form, &DangerForm::entered, this, [this](qint64 fid) {
    m_pages->setCurrentIndex(0);
    m_context.document.tellTables();
    m_register->setFilter(QString());
    m_register->pick(fid);
    m_register->readAgain();
    m_card->show(fid);
  });
  connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
  connect(m_register, &RegisterView::currentChanged, m_card, &DangerCard::show);
  connect(m_register, &RegisterView::rowsChanged, this, &DangerPanel::read);
  connect(m_card, &DangerCard::changed, m_register, &RegisterView::readAgain);
  const auto filtered = [this](const QString& filter) {
    m_tabs->setCurrentIndex(0);
    m_register->setFilter(filter);
  };
  connect(m_counties, &StackedBars::chosen, this,
          [filtered](const QString& county) { filtered(QStringLiteral("division_code=%1* state<6").arg(county)); });
  connect(m_hazards, &StackedBars::chosen, this,
          [filtered](const QString& hazard) { filtered(QStringLiteral("hazard=%1 state<6").arg(hazard)); });
  connect(m_states, &StackedBars::chosen, this,
          [filtered](const QString& state) { filtered(QStringLiteral("state=%1").arg(state)); });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_slot.drop();
      m_answer.reset(), m_error.reset();
      m_card->show(std::nullopt);
      showAnswer();
    } else if (change.properties & MapChange::kLook) {
      showAnswer();
    }
  });
  retranslate();
}

bool DangerPanel::busy() const { return m_slot.busy() || m_register->busy() || m_card->busy() || m_form->busy(); }

void DangerPanel::enterNew(const QString& hazard) {
  if (!m_context.document.workspace()) return;
  m_tabs->setCurrentIndex(0);
  m_pages->setCurrentIndex(kFormPage);
  m_form->begin(hazard, m_answer ? QString::fromStdString(m_answer->today) : QString());
}

void DangerPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_answer) read();
}

void DangerPanel::read() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_slot.ask(
      [folder = workspace->place()](const gis::CancelToken&, const gis::Progress&) -> gis::Result<Answer> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        const danger::DangerStore store(opened->db());
        const auto items = store.items();
        if (!items) return std::unexpected(items.error());
        Answer answer;
        answer.made_day = opened->facts().is_demo;
        answer.today = danger::dayOf(gis::presentUtcMs(opened->db(), gis::SystemClock()));
        answer.tally = danger::tallyOf(*items, answer.today);
        answer.all = items->size();
        auto names = store.countyNames();
        if (!names) return std::unexpected(names.error());
        for (const auto& [code, name] : *names)
          answer.counties[code] = {QString::fromStdString(name.first), QString::fromStdString(name.second)};
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

void DangerPanel::showAnswer() {
  const bool shown = m_answer && !m_error;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_county_title, m_counties, m_hazard_title, m_hazards,
                                                         m_state_title, m_states, m_key})
    widget->setVisible(shown);
  if (!shown) {
    m_new->setEnabled(false);
    m_sum->setText(m_error                          ? errorSentence(*m_error)
                   : m_context.document.workspace() ? QString()
                                                    : tr("Open a workspace to see its ledger."));
    return;
  }
  const auto& open_workspace = m_context.document.workspace();
  m_new->setEnabled(open_workspace && !open_workspace->read_only_reason);
  const danger::Tally& tally = m_answer->tally;
  std::size_t open = 0;
  for (int state = 1; state < 6; ++state) open += tally.by_state[state];
  m_sum->setText(tr("%1 open, %2 of them major; %3 overdue on %4. %5 closed.")
                     .arg(open)
                     .arg(tally.major_open)
                     .arg(tally.overdue)
                     .arg(QString::fromStdString(m_answer->today))
                     .arg(tally.by_state[6]) +
                 (m_answer->made_day ? QLatin1Char('\n') + tr("Demo data: here it is always %1. Deadlines count from "
                                                              "that day and what you enter gets it.")
                                                               .arg(QString::fromStdString(m_answer->today))
                                     : QString()));
  const ThemeColours& colours = currentColours();
  const std::vector<QColor> parts{colours.danger, colours.accent, colours.strong_line};
  const auto rows = [&](const std::vector<danger::Tally::Line>& lines, auto name) {
    std::vector<StackedBars::Row> made;
    for (const danger::Tally::Line& line : lines)
      made.push_back({QString::fromStdString(line.key),
                      name(line.key),
                      {static_cast<double>(line.overdue), static_cast<double>(line.open - line.overdue),
                       static_cast<double>(line.closed)},
                      QStringLiteral("%1 / %2").arg(line.overdue).arg(line.open)});
    return made;
  };
  m_counties->setRows(rows(tally.counties,
                           [this](const std::string& code) {
                             const auto found = m_answer->counties.find(code);
                             return found == m_answer->counties.end()
                                        ? QString::fromStdString(code)
                                        : found->second.text(m_context.document.language());
                           }),
                      parts, StackedBars::Scale::kLongest);
  m_hazards->setRows(rows(tally.hazards, [](const std::string& hazard) { return hazardText(hazard); }), parts,
                     StackedBars::Scale::kLongest);
  std::vector<StackedBars::Row> states;
  for (int state = 1; state <= 6; ++state)
    states.push_back({QString::number(state),
                      dangerStateText(static_cast<danger::State>(state)),
                      {static_cast<double>(tally.by_state[state])},
                      QString::number(tally.by_state[state])});
  m_states->setRows(std::move(states), {colours.accent}, StackedBars::Scale::kLongest);
}

void DangerPanel::retranslate() {
  setWindowTitle(tr("Ledger of hidden dangers"));
  m_tabs->setTabText(0, tr("Ledger"));
  m_tabs->setTabText(1, tr("Statistics"));
  m_county_title->setText(tr("By county"));
  m_hazard_title->setText(tr("By hazard"));
  m_state_title->setText(tr("By state"));
  m_new->setText(tr("New danger …"));
  m_key->setText(
      tr("Bars: overdue, open, closed; figures: overdue / open. A click lists them. Deadlines are rules in "
         "the table danger_deadline_rule, to be verified before use."));
  showAnswer();
}

void DangerPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
