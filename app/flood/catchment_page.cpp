// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/catchment_page.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "app/flood/flood_text.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

using namespace gis::flood;

namespace {

constexpr double kLeastStreamKm2 = 8;
constexpr int kReachRole = Qt::UserRole, kRiverRole = Qt::UserRole + 1;
constexpr std::size_t kLoopsNamed = 2;

}  // namespace

CatchmentPage::CatchmentPage(QWidget* parent)
    : FloodPage(parent),
      m_pick(new QToolButton),
      m_threatened(new QToolButton),
      m_up(new QToolButton),
      m_down(new QToolButton),
      m_notes(new QLabel),
      m_summary(new QLabel),
      m_tree(new QTreeWidget),
      m_passed(new FloodList) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(8), 0, 0);
  column->setSpacing(dp(8));
  auto* top = new QHBoxLayout;
  m_pick->setCheckable(true);
  m_pick->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  auto* both = new QButtonGroup(this);
  for (QToolButton* button : {m_up, m_down}) {
    button->setCheckable(true);
    both->addButton(button);
  }
  m_down->setChecked(true);
  top->addWidget(m_pick);
  top->addStretch();
  m_threatened->setAutoRaise(true);
  m_threatened->setIconSize(QSize(dp(18), dp(18)));
  top->addWidget(m_threatened);
  top->addWidget(m_up);
  top->addWidget(m_down);
  column->addLayout(top);
  for (QLabel* label : {m_notes, m_summary}) label->setWordWrap(true);
  m_notes->setProperty("role", "second");
  m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_tree->setColumnCount(2);
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_tree->setUniformRowHeights(true);
  m_tree->setIndentation(dp(14));
  auto* lower = new QWidget;
  auto* lower_column = new QVBoxLayout(lower);
  lower_column->setContentsMargins(0, 0, 0, 0);
  lower_column->setSpacing(dp(6));
  lower_column->addWidget(m_summary);
  lower_column->addWidget(m_passed, 1);
  auto* parts = new QSplitter(Qt::Vertical);
  parts->addWidget(m_tree);
  parts->addWidget(lower);
  parts->setStretchFactor(0, 1);
  parts->setStretchFactor(1, 1);
  parts->setChildrenCollapsible(false);
  column->addWidget(m_notes);
  column->addWidget(parts, 1);
  connect(m_pick, &QToolButton::toggled, this, &CatchmentPage::pickWanted);
  connect(m_threatened, &QToolButton::clicked, this, &CatchmentPage::askThreatened);
  for (QToolButton* button : {m_up, m_down})
    connect(button, &QToolButton::clicked, this, [this] {
      m_direction_chosen = true;
      if (m_reach) choose(*m_reach);
    });
  const auto chosen = [this](QTreeWidgetItem* item) {
    if (item == nullptr || !item->data(0, kReachRole).isValid()) return;
    // Below the mouth of a river there is nothing of it.
    if (!m_direction_chosen) (item->data(0, kRiverRole).toBool() ? m_up : m_down)->setChecked(true);
    choose(static_cast<std::size_t>(item->data(0, kReachRole).toULongLong()));
  };
  connect(m_tree, &QTreeWidget::itemClicked, this, chosen);
  connect(m_tree, &QTreeWidget::itemActivated, this, chosen);
  connect(m_passed, &FloodList::rowActivated, this, &FloodPage::goTo);
}

Direction CatchmentPage::direction() const { return m_up->isChecked() ? Direction::kUpstream : Direction::kDownstream; }

void CatchmentPage::setPicking(bool on) {
  const QSignalBlocker quiet(m_pick);
  m_pick->setChecked(on);
}

void CatchmentPage::show(FloodViewPtr view) { m_view = std::move(view); }

void CatchmentPage::showEvent(QShowEvent* event) {
  FloodPage::showEvent(event);
  if (!m_rivers && !m_busy) emit riversWanted();
}

void CatchmentPage::setRivers(RiverMapPtr rivers, bool busy) {
  m_rivers = std::move(rivers);
  m_busy = busy;
  m_reach.reset();
  m_trace.reset();
  m_passed->setRows({});
  fillTree();
  fillNotes();
}

QString CatchmentPage::nameOf(std::size_t reach) const {
  for (const Basin& basin : m_rivers->rivers.basins)
    if (basin.reach == reach) return textOf(basin.name);
  const Reach& r = m_rivers->rivers.network.reaches()[reach];
  return r.name.empty() ? tr("reach %1").arg(r.no) : textOf(r.name);
}

void CatchmentPage::choose(std::size_t reach) {
  if (!m_rivers || reach >= m_rivers->rivers.network.reaches().size()) return;
  m_reach = reach;
  emit traceWanted(reach, direction());
}

void CatchmentPage::askThreatened() {
  if (!m_rivers || !m_trace || !m_reach) return;
  ThreatenedPlace place;
  place.divisions = {{"villages", std::string(), {}}};
  for (const TracedPlace& village : m_trace->villages)
    place.divisions[0].codes.push_back(m_rivers->rivers.riverside[village.riverside].code);
  place.footprint.named(
      (direction() == Direction::kUpstream ? tr("villages upstream of %1") : tr("villages downstream of %1"))
          .arg(nameOf(*m_reach))
          .toStdString());
  emit threatened(place);
}

void CatchmentPage::fillTree() {
  m_tree->clear();
  m_streams.clear();
  if (!m_rivers) return;
  m_streams = m_rivers->rivers.network.streams(kLeastStreamKm2);
  m_below.assign(m_streams.size(), {});
  m_basins.assign(m_streams.size(), {});
  std::map<std::size_t, std::size_t> stream_of;
  for (std::size_t s = 0; s < m_streams.size(); ++s) {
    if (m_streams[s].parent != kNoReach) m_below[m_streams[s].parent].push_back(s);
    for (const std::size_t reach : m_streams[s].reaches) stream_of[reach] = s;
  }
  for (std::size_t b = 0; b < m_rivers->rivers.basins.size(); ++b)
    if (const auto stream = stream_of.find(m_rivers->rivers.basins[b].reach); stream != stream_of.end())
      m_basins[stream->second].push_back(b);
  const auto named = [this](std::size_t stream) { return !m_streams[stream].name.empty(); };
  for (std::vector<std::size_t>& below : m_below) std::ranges::stable_partition(below, named);
  std::vector<std::size_t> outlets;
  for (std::size_t s = 0; s < m_streams.size(); ++s)
    if (m_streams[s].parent == kNoReach) outlets.push_back(s);
  std::ranges::stable_partition(outlets, named);  // rivers that people know, then the rest, each by size
  for (const std::size_t s : outlets) addStream(s, nullptr);
}

void CatchmentPage::addStream(std::size_t stream, QTreeWidgetItem* parent) {
  const auto& s = m_streams[stream];
  const Reach& mouth = m_rivers->rivers.network.reaches()[s.mouth];
  auto* item = parent == nullptr ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(parent);
  item->setText(0, s.name.empty() ? tr("stream %1").arg(mouth.no) : textOf(s.name));
  item->setText(1, tr("%1 km²").arg(mouth.upstream_km2, 0, 'f', 0));
  item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
  item->setData(0, kReachRole, static_cast<qulonglong>(s.mouth));
  item->setData(0, kRiverRole, true);
  for (const std::size_t b : m_basins[stream]) {
    const Basin& basin = m_rivers->rivers.basins[b];
    auto* leaf = new QTreeWidgetItem(item);
    leaf->setText(0, textOf(basin.name));
    leaf->setText(1, tr("%1 km²").arg(basin.area_km2, 0, 'f', 0));
    leaf->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    leaf->setIcon(0, themedIcon(QStringLiteral("area")));
    leaf->setData(0, kReachRole, static_cast<qulonglong>(basin.reach));
  }
  for (const std::size_t below : m_below[stream]) addStream(below, item);
  if (parent == nullptr) item->setExpanded(m_streams.size() < 60);
}

void CatchmentPage::fillNotes() {
  QStringList notes;
  if (!m_rivers) {
    notes << (m_busy ? tr("Reading the rivers …") : tr("Open a workspace with river reaches."));
  } else if (m_rivers->rivers.network.reaches().empty()) {
    notes << tr("There are no river reaches. Import them, or add them to the table “River reaches”.");
  } else {
    const NetworkNotes& n = m_rivers->rivers.network.notes();
    if (n.joined_by_geometry > 0)
      notes << tr("%1 reaches without a pointer downstream were joined where they meet.").arg(n.joined_by_geometry);
    if (!n.unknown_pointers.empty())
      notes << tr("%1 reaches point to a reach that is not there.").arg(n.unknown_pointers.size());
    for (std::size_t i = 0; i < std::min(kLoopsNamed, n.loops.size()); ++i) {
      QStringList numbers;
      for (const int no : n.loops[i]) numbers << QString::number(no);
      notes << tr("Reaches flow in a circle: %1").arg(numbers.join(QStringLiteral(" → ")));
    }
    if (n.loops.size() > kLoopsNamed) notes << tr("and %1 more circles").arg(n.loops.size() - kLoopsNamed);
  }
  m_threatened->setEnabled(m_rivers && m_trace && !m_trace->villages.empty());
  m_notes->setText(notes.join(QLatin1Char('\n')));
  m_notes->setVisible(!notes.isEmpty());
  if (m_trace && m_reach) {
    showTrace(*m_trace, nameOf(*m_reach));
    return;
  }
  m_summary->setText(m_rivers ? tr("Choose a river or a catchment above, or click one on the map.") : QString());
}

void CatchmentPage::showTrace(const RiverTrace& trace, const QString& name) {
  m_trace = trace;
  m_threatened->setEnabled(!trace.villages.empty());
  const bool up = direction() == Direction::kUpstream;
  m_summary->setText((up ? tr("Upstream of %1: %2 km², %3 km of river, %4 villages with %5 people, %6 reservoirs. The "
                              "flood wave from its head needs %7 (estimate by Manning).")
                         : tr("Downstream of %1: to a river of %2 km², %3 km, %4 villages within 500 m with %5 people, "
                              "%6 reservoirs. The flood wave runs %7 (estimate by Manning)."))
                         .arg(name)
                         .arg(trace.area_km2, 0, 'f', 1)
                         .arg((up ? trace.river_length_m : trace.longest_m) / 1000, 0, 'f', 1)
                         .arg(trace.villages.size())
                         .arg(trace.people)
                         .arg(trace.reservoirs.size())
                         .arg(travelText(trace.longest_travel)));
  std::vector<FloodRow> rows;
  std::vector<TracedPlace> all = trace.villages;
  all.insert(all.end(), trace.reservoirs.begin(), trace.reservoirs.end());
  all.insert(all.end(), trace.gauges.begin(), trace.gauges.end());
  std::ranges::stable_sort(all, {}, &TracedPlace::way_m);
  for (const TracedPlace& place : all) {
    const Riverside& side = m_rivers->rivers.riverside[place.riverside];
    FloodRow row;
    row.title = textOf(side.name);
    row.value = tr("%1 h").arg(place.travel.likely_h, 0, 'f', 1);
    row.detail = QStringList{side.kind == RiversideKind::kVillage     ? tr("%1 people").arg(side.people)
                             : side.kind == RiversideKind::kReservoir ? tr("reservoir")
                                                                      : tr("gauge"),
                             tr("%1 km along the river").arg(place.way_m / 1000, 0, 'f', 1),
                             tr("%1 m beside it").arg(side.place->offset_m, 0, 'f', 0)}
                     .join(QStringLiteral(" · "));
    row.table = side.kind == RiversideKind::kVillage     ? "division"
                : side.kind == RiversideKind::kReservoir ? "reservoir"
                                                         : "monitoring_station";
    row.fid = side.fid;
    row.at = side.at;
    rows.push_back(std::move(row));
  }
  m_passed->setEmptyText(up ? tr("No village, reservoir or gauge lies upstream.")
                            : tr("No village, reservoir or gauge lies on the way down."));
  m_passed->setRows(std::move(rows));
}

void CatchmentPage::retranslate() {
  m_pick->setText(tr("Choose on the map"));
  m_pick->setIcon(themedIcon(QStringLiteral("target")));
  m_threatened->setIcon(themedIcon(QStringLiteral("exposure")));
  m_threatened->setText(tr("What is threatened in the villages that the flood passes"));
  m_threatened->setToolTip(m_threatened->text());
  m_up->setText(tr("Upstream"));
  m_down->setText(tr("Downstream"));
  m_tree->setHeaderLabels({tr("River, catchment"), tr("Area")});
  m_tree->setAccessibleName(tr("Rivers and small catchments"));
  m_passed->setAccessibleName(tr("What the flood passes"));
  fillTree();
  fillNotes();
}

}  // namespace app
