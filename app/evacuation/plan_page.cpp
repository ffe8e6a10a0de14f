// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/plan_page.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/evacuation/evacuation_words.h"
#include "app/footprint/threatened.h"
#include "app/map/pick_tool.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {
namespace {

constexpr double kClickPx = 8, kLeastReach_m = 20, kMostReach_m = 200;

enum PlanColumn { kPlanVillage, kPlanPeople, kPlanShelter, kPlanTime, kPlanWhy, kPlanColumns };

}  // namespace

PlanPage::PlanPage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_plan(context.pools, Pool::kModels),
      m_start(context.pools, Pool::kIo),
      m_circle(new QToolButton),
      m_polygon(new QToolButton),
      m_corridor(new QToolButton),
      m_file(new QToolButton),
      m_other(new QToolButton),
      m_close_roads(new QToolButton),
      m_close_here(new QAction(this)),
      m_close_file(new QAction(this)),
      m_open_roads(new QAction(this)),
      m_whole(new QCheckBox),
      m_drill(new QCheckBox),
      m_state(new QLabel),
      m_closed(new QLabel),
      m_table(new QTableWidget(0, kPlanColumns)),
      m_order(new QPushButton) {
  makeWidgets();
  connect(m_circle, &QToolButton::clicked, this, [this] { draw(FootprintTask::kCircle); });
  connect(m_polygon, &QToolButton::clicked, this, [this] { draw(FootprintTask::kPolygon); });
  connect(m_corridor, &QToolButton::clicked, this, [this] { draw(FootprintTask::kCorridor); });
  connect(m_file, &QToolButton::clicked, this, [this] { chooseFile(false); });
  connect(m_other, &QToolButton::clicked, this, &PlanPage::takeOver);
  connect(m_close_here, &QAction::triggered, this, &PlanPage::pickClosures);
  connect(m_close_file, &QAction::triggered, this, [this] { chooseFile(true); });
  connect(m_open_roads, &QAction::triggered, this, &PlanPage::openRoads);
  connect(m_whole, &QCheckBox::toggled, this, &PlanPage::again);
  connect(m_drill, &QCheckBox::toggled, this, &PlanPage::again);
  connect(m_order, &QPushButton::clicked, this, &PlanPage::start);
  connect(m_table, &QTableWidget::cellActivated, this, [this](int row, int) {
    const QVariant village = m_table->item(row, kPlanVillage)->data(Qt::UserRole);
    if (!m_shown || !m_context.map.fly_to) return;
    if (const auto& at = m_shown->made.task.villages[village.toUInt()].at) m_context.map.fly_to(*at, 0);
  });
  retranslate();
}

void PlanPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(4), 0, 0);
  auto* tools = new QHBoxLayout;
  tools->setSpacing(dp(2));
  for (QToolButton* button : {m_circle, m_polygon, m_corridor, m_file, m_other, m_close_roads}) {
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize(QSize(dp(18), dp(18)));
    tools->addWidget(button);
  }
  auto* menu = new QMenu(m_close_roads);
  menu->addActions({m_close_here, m_close_file, m_open_roads});
  m_close_roads->setMenu(menu);
  m_close_roads->setPopupMode(QToolButton::InstantPopup);
  tools->addStretch();
  column->addLayout(tools);
  auto* options = new QHBoxLayout;
  options->addWidget(m_whole);
  options->addWidget(m_drill);
  options->addStretch();
  column->addLayout(options);
  for (QLabel* label : {m_closed, m_state}) {
    label->setWordWrap(true);
    label->setProperty("role", "second");
    column->addWidget(label);
  }
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setAlternatingRowColors(true);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->setWordWrap(false);
  column->addWidget(m_table, 1);
  m_order->setProperty("primary", true);
  column->addWidget(m_order, 0, Qt::AlignRight);
}

QString PlanPage::says() const { return m_state->text(); }

void PlanPage::draw(FootprintTask task) {
  if (!m_context.document.workspace() || !m_context.map.use_tool) return refresh();
  auto tool =
      std::make_unique<FootprintTool>(task, [this](gis::MapXY where) { return m_context.document.toLonLat(where); });
  connect(tool.get(), &FootprintTool::sketched, this, [this](const gis::Footprint& footprint, bool finished) {
    if (finished) ask({footprint, {}, tr("Area drawn on the map")});
  });
  tool->setHint(task == FootprintTask::kCircle
                    ? tr("Drag on the map; Esc drops it.")
                    : tr("Click corner by corner; double click or Enter ends, Backspace takes one back."));
  m_tool = tool.get();
  m_context.map.use_tool(std::move(tool));
}

void PlanPage::takeOver() {
  const auto& place = PlaceDesk::of(m_context.document).last();
  if (!place) return;
  HazardChosen hazard{place->footprint, {}, QString::fromStdString(place->footprint.origin)};
  if (hazard.words.isEmpty()) hazard.words = tr("Area of another room");
  for (const ThreatenedPlace::Divisions& part : place->divisions)
    hazard.divisions.push_back({part.key, part.name, part.codes});
  ask(std::move(hazard));
}

void PlanPage::chooseFile(bool closures) {
  const QString file = QFileDialog::getOpenFileName(this, closures ? tr("What closes roads") : tr("Area that is left"),
                                                    m_context.settings.filesFolder(), tr("GeoJSON (*.geojson *.json)"));
  if (file.isEmpty()) return;
  if (closures)
    setClosures(file);
  else
    readHazard(file);
}

void PlanPage::readHazard(const QString& file) {
  QFile in(file);
  if (!in.open(QIODevice::ReadOnly)) {
    m_error = gis::Error{gis::ErrorCode::kNotFound, file.toStdString(), {}, {}};
    return refresh();
  }
  auto footprint = gis::footprintFromGeoJson(in.readAll().toStdString());
  if (!footprint) {
    m_error = std::move(footprint.error());
    if (m_error->subject.empty()) m_error->subject = QFileInfo(file).fileName().toStdString();
    return refresh();
  }
  ask({std::move(*footprint), {}, QFileInfo(file).fileName()});
}

void PlanPage::pickClosures() {
  if (!m_context.document.workspace() || !m_context.map.use_tool) return refresh();
  auto tool = std::make_unique<PickTool>();
  connect(tool.get(), &PickTool::picked, this, &PlanPage::closeRoad);
  m_context.map.use_tool(std::move(tool));
  if (m_context.map.say) m_context.map.say(tr("Click on every road that is closed; Esc ends."));
}

void PlanPage::closeRoad(gis::MapXY where) {
  // As exact as a person can click at this scale.
  const double metres_per_px = m_context.map.metres_per_px ? m_context.map.metres_per_px() : 1;
  gis::Closure closure{
      gis::GeometryKind::kPoint, {{where}}, std::clamp(kClickPx * metres_per_px, kLeastReach_m, kMostReach_m)};
  m_drawn.push_back({tr("Closure %1").arg(m_drawn.size() + 1).toStdString(), std::move(closure)});
  m_keeps_view = true;
  emit planned();  // the mark stands before the plan does
  again();
}

void PlanPage::openRoads() {
  m_closures.clear();
  m_drawn.clear();
  m_keeps_view = true;
  emit planned();
  again();
}

void PlanPage::setClosures(const QString& file) {
  m_closures = file;
  again();
}

void PlanPage::setDrill(bool is_drill) { m_drill->setChecked(is_drill); }

void PlanPage::ask(HazardChosen hazard) {
  m_hazard = std::move(hazard);
  m_keeps_view = false;
  again();
}

void PlanPage::again() {
  const auto& workspace = m_context.document.workspace();
  m_error.reset();
  if (!workspace || !m_hazard) return refresh();
  PlanWish wish{
      *m_hazard,
      m_whole->isChecked() ? gis::evacuation::PeopleRule::kWholeVillage : gis::evacuation::PeopleRule::kInside,
      m_closures.toStdString(), m_drawn, m_drill->isChecked()};
  m_plan.ask([folder = workspace->folder, wish](const gis::CancelToken& cancel,
                                                const gis::Progress&) { return makePlan(folder, {}, wish, cancel); },
             [this](gis::Result<PlanShownPtr> plan) { accept(std::move(plan)); });
  refresh();
}

void PlanPage::accept(gis::Result<PlanShownPtr> plan) {
  if (plan) {
    m_shown = std::move(*plan);
    m_error.reset();
  } else {
    // A plan of another area must not stand beside the sentence about this one.
    m_shown.reset();
    m_error = std::move(plan.error());
  }
  fill();
  refresh();
  emit planned();
}

void PlanPage::start() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_shown || m_start.busy()) return;
  const std::string author = m_context.settings.author().name;
  m_start.ask(
      [folder = workspace->folder, shown = m_shown, author](const gis::CancelToken&,
                                                            const gis::Progress&) -> gis::Result<QString> {
        QString uuid;
        const std::string words = shown->words.toStdString();
        const auto done = writeEvacuations(folder, [&](const OpenEvacuations& open) -> gis::Result<void> {
          const auto ordered = gis::evacuation::orderedPlan(shown->made, gis::footprintToGeoJson(shown->hazard), words);
          const auto started = open.evacuations.start(ordered, words, shown->is_drill, author);
          if (!started) return std::unexpected(started.error());
          uuid = QString::fromStdString(started->uuid);
          return {};
        });
        if (!done) return std::unexpected(done.error());
        return uuid;
      },
      [this](gis::Result<QString> uuid) {
        if (!uuid) {
          m_error = std::move(uuid.error());
          return refresh();
        }
        // What was ordered is carried out on the next page; ordering it twice would count everybody twice.
        m_shown.reset();
        m_hazard.reset();
        fill();
        refresh();
        emit started(*uuid);
      });
  refresh();
}

void PlanPage::reset() {
  m_plan.drop();
  m_start.drop();
  m_hazard.reset();
  m_shown.reset();
  m_error.reset();
  m_closures.clear();
  m_drawn.clear();
  fill();
  refresh();
}

void PlanPage::fill() {
  m_table->setRowCount(0);
  if (!m_shown) return;
  const auto& made = m_shown->made;
  m_table->setRowCount(static_cast<int>(made.plan.left.size() + made.plan.rows.size()));
  int row = 0;
  const auto put = [&](std::uint32_t village, std::int64_t people, const QString& shelter, const QString& time,
                       const QString& why, bool alarm) {
    const QString texts[] = {QString::fromStdString(made.task.villages[village].name), peopleText(people), shelter,
                             time, why};
    for (int c = 0; c < kPlanColumns; ++c) {
      auto* item = new QTableWidgetItem(texts[c]);
      item->setToolTip(texts[c]);
      if (c == kPlanPeople || c == kPlanTime) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      if (alarm) item->setForeground(themeColours(m_context.document.theme()).danger);
      m_table->setItem(row, c, item);
    }
    m_table->item(row, kPlanVillage)->setData(Qt::UserRole, village);
    ++row;
  };
  for (const auto& left : made.plan.left)
    put(left.village, left.people, tr("no place"), {}, leftReasonText(made, left), true);
  for (const auto& one : made.plan.rows)
    put(one.village, one.people, QString::fromStdString(made.task.shelters[one.shelter].name),
        travelText(one.travel_ms), rowReasonText(made, one), false);
  for (const int c : {kPlanVillage, kPlanPeople, kPlanShelter, kPlanTime}) m_table->resizeColumnToContents(c);
}

void PlanPage::refresh() {
  const auto& workspace = m_context.document.workspace();
  m_table->setVisible(m_shown != nullptr);
  m_order->setVisible(m_shown != nullptr);
  m_order->setEnabled(m_shown && workspace && !workspace->read_only_reason && !m_start.busy() && !m_plan.busy());
  m_order->setText(m_drill->isChecked() ? tr("Start as a drill") : tr("Start"));
  m_other->setEnabled(PlaceDesk::of(m_context.document).last().has_value());
  QStringList closed;
  if (!m_closures.isEmpty()) closed << tr("Roads closed by %1").arg(QFileInfo(m_closures).fileName());
  if (!m_drawn.empty()) closed << tr("%1 places closed on the map").arg(m_drawn.size());
  m_closed->setVisible(!closed.isEmpty());
  m_closed->setText(closed.join(QStringLiteral(" · ")));
  m_open_roads->setEnabled(!closed.isEmpty());
  m_state->setProperty("role", m_error ? "danger" : "second");
  m_state->style()->unpolish(m_state);
  m_state->style()->polish(m_state);
  m_state->setText(m_error         ? evacuationTrouble(*m_error)
                   : !workspace    ? tr("Open a workspace to plan an evacuation.")
                   : m_plan.busy() ? tr("Planning …")
                   : m_shown
                       ? (m_shown->is_drill ? tr("Drill. ") : QString()) + planSentence(m_shown->made)
                       : tr("Draw the danger area on the map, read it from a file, or take over the villages that "
                            "the flood or geology room shows as threatened: who goes to which shelter by which "
                            "road is worked out at once."));
}

void PlanPage::retranslate() {
  const auto name = [](QToolButton* button, const char* icon, const QString& text, const QString& tip) {
    button->setIcon(themedIcon(QString::fromLatin1(icon)));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
  };
  name(m_circle, "plot-circle", tr("Circle"), tr("Danger area: drag a circle"));
  name(m_polygon, "area", tr("Area"), tr("Danger area: click its corners"));
  name(m_corridor, "plot-line", tr("Strip"), tr("Danger area: click along its middle"));
  name(m_file, "file", tr("File"), tr("Danger area from a GeoJSON file; classes are dangers, the worst first"));
  name(m_other, "flood", tr("Take"), tr("The villages or area that another room showed as threatened last"));
  name(m_close_roads, "close", tr("Roads"), tr("Closed roads: click them on the map or read them from a file"));
  m_close_here->setText(tr("Click on the map …"));
  m_close_file->setText(tr("From a GeoJSON file …"));
  m_open_roads->setText(tr("All open again"));
  m_whole->setText(tr("Whole villages"));
  m_whole->setToolTip(tr("All of a village of which anybody lives inside, not only those inside"));
  m_drill->setText(tr("Drill"));
  m_drill->setToolTip(tr("Marked as a drill, never counted with what is real, removable"));
  m_table->setHorizontalHeaderLabels({tr("Village"), tr("People"), tr("Shelter"), tr("Way"), tr("Why")});
  fill();
  refresh();
}

void PlanPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
