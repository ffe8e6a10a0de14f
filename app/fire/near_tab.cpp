// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/near_tab.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <cmath>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fire/fire_stage.h"
#include "app/footprint/threatened.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/geo/coordinate_text.h"
#include "gis/network/vehicle.h"

namespace app {
namespace {

constexpr int kPlaceRole = Qt::UserRole;
constexpr double kSpanM = 14000;
constexpr double kSectorM = 5000;
constexpr std::size_t kKinds = 7;

}  // namespace

NearTab::NearTab(PanelContext& context, FireStage& stage, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stage(stage),
      m_slot(context.pools, Pool::kModels),
      m_place(new QLineEdit),
      m_pick(new QPushButton),
      m_go(new QPushButton),
      m_threatened(new QPushButton),
      m_vehicle(new QComboBox),
      m_wind_from(new QComboBox),
      m_wind_speed(new QDoubleSpinBox),
      m_vehicle_title(new QLabel),
      m_wind_title(new QLabel),
      m_trouble(new QLabel),
      m_where(new QLabel),
      m_people(new QLabel),
      m_note(new QLabel),
      m_tree(new QTreeWidget) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(10), dp(12), dp(8));
  column->setSpacing(dp(8));
  auto* top = new QHBoxLayout;
  top->addWidget(m_place, 1);
  top->addWidget(m_go);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(dp(8));
  grid->setVerticalSpacing(dp(6));
  grid->addWidget(m_vehicle_title, 0, 0);
  grid->addWidget(m_vehicle, 0, 1, 1, 2);
  grid->addWidget(m_wind_title, 1, 0);
  grid->addWidget(m_wind_from, 1, 1);
  grid->addWidget(m_wind_speed, 1, 2);
  grid->setColumnStretch(1, 1);
  m_pick->setCheckable(false);
  m_wind_speed->setRange(0, 40);
  m_wind_speed->setDecimals(1);
  m_wind_speed->setValue(4);
  m_place->setClearButtonEnabled(true);
  for (QLabel* label : {m_trouble, m_where, m_people, m_note}) label->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  m_where->setProperty("role", "heading");
  m_note->setProperty("role", "second");
  m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_where->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_people->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_tree->setColumnCount(3);
  m_tree->setRootIsDecorated(true);
  m_tree->setUniformRowHeights(true);
  m_tree->setIndentation(dp(12));
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_tree->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  column->addLayout(top);
  column->addWidget(m_trouble);
  column->addWidget(m_pick);
  column->addLayout(grid);
  column->addWidget(m_where);
  column->addWidget(m_people);
  column->addWidget(m_threatened);
  column->addWidget(m_tree, 1);
  column->addWidget(m_note);
  connect(m_go, &QPushButton::clicked, this,
          [this] { m_slot.busy() ? (m_slot.drop(), refresh()) : ask(m_place->text()); });
  connect(m_place, &QLineEdit::returnPressed, this, [this] { ask(m_place->text()); });
  connect(m_pick, &QPushButton::clicked, this, [this] {
    m_stage.pickPlace(
        [self = QPointer<NearTab>(this)](gis::MapXY where) {
          if (self) self->askAt(where);
        },
        tr("Click where the fire is."));
  });
  connect(m_threatened, &QPushButton::clicked, this, &NearTab::showWhatIsThreatened);
  const auto again = [this] {
    if (m_asked) askLonLat(*m_asked);
  };
  connect(m_vehicle, &QComboBox::activated, this, again);
  connect(m_wind_from, &QComboBox::activated, this, again);
  connect(m_wind_from, &QComboBox::currentIndexChanged, this, [this] { m_wind_speed->setEnabled(windKnown()); });
  connect(m_wind_speed, &QDoubleSpinBox::editingFinished, this, [this, again] {
    if (!m_wind || m_wind->m_per_s != m_wind_speed->value()) again();
  });
  connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) { choose(item); });
  connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
    const int i = item->data(0, kPlaceRole).toInt();
    if (!m_outcome || i < 0) return;
    if (const auto at = m_context.document.toMap(m_outcome->answer.places[static_cast<std::size_t>(i)].place.where))
      m_context.map.fly_to(*at, 2000);
  });
  retranslate();
}

void NearTab::ask(const QString& place) {
  if (!m_context.document.workspace()) return;
  const QString such = tr("Such as 113.11,36.19, 36°11′N 113°07′E, or “GCJ02 113.12,36.19” from a phone.");
  if (place.trimmed().isEmpty()) return refuse(tr("Type the position of the fire first.") + QLatin1Char(' ') + such);
  const auto typed = gis::parseCoordinate(place.toStdString(), m_context.document.mapCrs());
  if (!typed) return refuse(errorSentence(typed.error()) + QLatin1Char(' ') + such);
  askLonLat(typed->position);
}

// Whoever reads the panel must not take the last fire's answer for this one's.
void NearTab::refuse(const QString& why) {
  m_slot.drop();
  m_outcome.reset();
  m_asked.reset();
  drawFire();
  refresh();
  m_trouble->setText(why);
  m_trouble->show();
}

bool NearTab::windKnown() const { return m_wind_from->isEnabled() && m_wind_from->currentData().toDouble() >= 0; }

void NearTab::askAt(gis::MapXY where) {
  const auto position = m_context.document.toLonLat(where);
  if (!position) return;
  m_place->setText(QStringLiteral("%1, %2").arg(position->lon_deg, 0, 'f', 6).arg(position->lat_deg, 0, 'f', 6));
  askLonLat(*position);
}

void NearTab::askLonLat(gis::LonLat where) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_trouble->hide();
  m_asked = where;
  m_wind.reset();
  if (m_wind_from->currentData().toDouble() >= 0)
    m_wind = gis::fire::FireWind{m_wind_from->currentData().toDouble(), m_wind_speed->value()};
  gis::fire::FireQuestion question;
  question.where = where;
  question.wind = m_wind;
  m_slot.ask(
      [folder = workspace->folder, question, vehicle = m_vehicle->currentData().toString().toStdString()](
          const gis::CancelToken& cancel, const gis::Progress&) { return nearFire(folder, question, vehicle, cancel); },
      [this](gis::Result<NearOutcome> outcome) { show(std::move(outcome)); });
  drawFire();
  refresh();
}

void NearTab::drawFire() {
  const auto at = m_asked ? m_context.document.toMap(*m_asked) : std::nullopt;
  m_stage.change([&](layers::FireDrawing& d) {
    d.fire = at;
    d.rings_m = at ? std::vector<double>{1000, 3000, 5000} : std::vector<double>();
    d.sector.reset();
    d.ways.clear();
    if (!at || !m_outcome || m_slot.busy()) return;
    d.map_scale_ratio = m_outcome->map_scale_ratio;
    if (m_wind && m_wind->m_per_s > 0)
      d.sector = layers::FireDrawing::Sector{std::fmod(m_wind->from_deg + 180, 360), m_outcome->answer.sector_half_deg,
                                             kSectorM};
    const QTreeWidgetItem* item = m_tree->currentItem();
    const int chosen = item ? item->data(0, kPlaceRole).toInt() : -1;
    for (std::size_t i = 0; i < m_outcome->ways.size(); ++i)
      if (!m_outcome->ways[i].empty() &&
          (static_cast<int>(i) == chosen || m_outcome->answer.places[i].place.kind == gis::fire::PlaceKind::kTeam))
        d.ways.push_back({m_outcome->ways[i], static_cast<int>(i) == chosen});
    std::ranges::stable_sort(d.ways, {}, &layers::FireDrawing::Way::chosen);
  });
}

void NearTab::showWhatIsThreatened() {
  if (!m_outcome) return;
  const std::vector<double> radii_m{1000, 3000, 5000};
  std::vector<QString> names;
  // Each ring is counted without those inside it, and says so.
  for (std::size_t i = 0; i < radii_m.size(); ++i)
    names.push_back(i == 0 ? tr("within %1 km").arg(radii_m[i] / 1000)
                           : tr("%1–%2 km").arg(radii_m[i - 1] / 1000).arg(radii_m[i] / 1000));
  ThreatenedPlace place;
  place.footprint = ringsFootprint(m_outcome->answer.where, radii_m, names);
  place.footprint.named(tr("fire at %1, 5 km around")
                            .arg(QString::fromStdString(gis::formatDecimal(m_outcome->answer.where)))
                            .toStdString());
  showThreatened(m_context, place);
}

void NearTab::show(gis::Result<NearOutcome> outcome) {
  if (!outcome) {
    if (outcome.error().code != gis::ErrorCode::kOutOfRange) m_context.messages.add(outcome.error());
    return refuse(placeTrouble(outcome.error()));
  }
  m_outcome = std::move(*outcome);
  refresh();
  drawFire();
  if (const auto at = m_context.document.toMap(m_outcome->answer.where)) m_context.map.fly_to(*at, kSpanM);
}

void NearTab::refresh() {
  const bool open = m_context.document.workspace().has_value();
  m_go->setText(m_slot.busy() ? tr("Cancel") : tr("Look"));
  for (QWidget* w : std::initializer_list<QWidget*>{m_place, m_pick, m_go, m_vehicle, m_wind_from, m_wind_speed})
    w->setEnabled(open);
  m_wind_speed->setEnabled(windKnown());
  const bool shown = m_outcome && !m_slot.busy();
  for (QWidget* w : std::initializer_list<QWidget*>{m_where, m_people, m_threatened, m_tree}) w->setVisible(shown);
  const QSignalBlocker quiet(m_tree);
  m_tree->clear();
  if (!shown) {
    m_note->setText(
        !open ? tr("Open a workspace first.")
        : m_slot.busy()
            ? tr("Looking around the fire …")
            : tr("Type where the fire is, or take it from the map. Any form of a position will do, also one sent from "
                 "a phone "
                 "(write GCJ02 before it). You see who lives near, who can come and how soon, and where water is."));
    return;
  }
  const gis::fire::FireAnswer& answer = m_outcome->answer;
  QStringList chain;
  for (const std::string& name : answer.divisions) chain << QString::fromStdString(name);
  m_where->setText((chain.isEmpty() ? tr("No village within 10 km") : chain.join(QStringLiteral(" › "))) +
                   QLatin1Char('\n') + QString::fromStdString(gis::formatDecimal(answer.where)));
  QStringList people;
  for (const auto& ring : answer.rings)
    people << tr("within %1 km %2 people in %3 villages").arg(ring.radius_m / 1000).arg(ring.people).arg(ring.villages);
  m_people->setText(people.join(QLatin1Char('\n')));
  addPersons();
  const QString titles[kKinds] = {
      tr("Villages"), tr("Teams, by travel time"), tr("Water points"), tr("Helipads"), tr("Lookouts"), tr("Cameras"),
      tr("Key sites")};
  QTreeWidgetItem* groups[kKinds] = {};
  for (std::size_t i = 0; i < answer.places.size(); ++i) {
    const gis::fire::NearPlace& p = answer.places[i];
    const auto kind = static_cast<std::size_t>(p.place.kind);
    if (groups[kind] == nullptr) {
      groups[kind] = new QTreeWidgetItem(m_tree, {titles[kind]});
      groups[kind]->setData(0, kPlaceRole, -1);
      groups[kind]->setFirstColumnSpanned(true);
      groups[kind]->setExpanded(kind <= 2);
    }
    auto* item = new QTreeWidgetItem(groups[kind]);
    QString name = QString::fromStdString(p.place.name);
    if (p.downwind) name += tr(" · downwind");
    item->setText(0, name);
    item->setText(1, QStringLiteral("%1 km").arg(p.dist_m / 1000, 0, 'f', 1));
    item->setText(2, p.travel_min ? tr("%1 min").arg(std::lround(*p.travel_min)) : tr("no way"));
    for (const int right : {1, 2}) item->setTextAlignment(right, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(0, kPlaceRole, static_cast<int>(i));
    QStringList tip{QString::fromStdString(p.place.name)};
    if (p.place.people >= 0) tip << tr("%1 people").arg(p.place.people);
    if (!p.place.note.empty()) tip << QString::fromStdString(p.place.note);
    if (p.travel_min) tip << tr("%1 km by road").arg(p.road_km, 0, 'f', 1);
    item->setToolTip(0, tip.join(QLatin1Char('\n')));
    if (p.downwind) item->setForeground(0, currentColours().danger);
  }
  QString note = answer.off_road_m
                     ? tr("From the nearest passable road it is %1 m on foot.").arg(std::lround(*answer.off_road_m))
                     : tr("No road that this vehicle can use within 5 km.");
  note += QLatin1Char(' ') + tr("People are counted by village points.");
  if (m_outcome->speeds_unverified) note += QLatin1Char(' ') + tr("Speeds are assumptions (to be verified).");
  m_note->setText(note);
}

// Before the long lists: calling comes first. Each with where they belong; "on duty" alone tells nobody.
void NearTab::addPersons() {
  if (m_outcome->answer.persons.empty()) return;
  auto* group = new QTreeWidgetItem(m_tree, {tr("Whom to call")});
  group->setData(0, kPlaceRole, -1);
  group->setFirstColumnSpanned(true);
  for (const gis::fire::FirePerson& person : m_outcome->answer.persons) {
    QStringList words{QString::fromStdString(person.name), QString::fromStdString(person.post)};
    if (person.unit.find(person.division) == std::string::npos && !person.division_code.ends_with("00000000"))
      words << QString::fromStdString(person.division);
    if (!person.unit.empty()) words << QString::fromStdString(person.unit);
    words << QString::fromStdString(person.phone);
    auto* item = new QTreeWidgetItem(group, {words.join(QStringLiteral("  "))});
    item->setFirstColumnSpanned(true);
    item->setData(0, kPlaceRole, -1);
    item->setToolTip(0, words.join(QLatin1Char('\n')));
  }
  group->setExpanded(true);
}

void NearTab::choose(QTreeWidgetItem* item) {
  if (item == nullptr || !m_outcome) return;
  drawFire();
}

void NearTab::reset() {
  m_slot.drop();
  m_outcome.reset();
  m_asked.reset();
  m_trouble->hide();
  m_place->clear();
  refresh();
}

void NearTab::retranslate() {
  m_place->setPlaceholderText(tr("113.11, 36.19"));
  m_place->setAccessibleName(tr("Position of the fire"));
  m_threatened->setText(tr("What is threatened"));
  m_threatened->setToolTip(tr("People, houses, roads and whom to call within 1, 3 and 5 km"));
  m_pick->setText(tr("Take it from the map"));
  m_pick->setIcon(themedIcon(QStringLiteral("target")));
  m_vehicle_title->setText(tr("Vehicle"));
  m_wind_title->setText(tr("Wind"));
  m_wind_speed->setToolTip(tr("Counts when the direction is known"));
  m_wind_speed->setSuffix(QStringLiteral(" m/s"));
  const QString vehicle = m_vehicle->count() ? m_vehicle->currentData().toString() : QStringLiteral("fire_engine");
  const double wind = m_wind_from->count() ? m_wind_from->currentData().toDouble() : -1;
  const bool chinese = m_context.document.language().startsWith(QLatin1String("zh"));
  m_vehicle->clear();
  const auto& workspace = m_context.document.workspace();
  if (const auto vehicles = gis::loadVehicles(workspace ? workspace->folder : std::filesystem::path()))
    for (const gis::Vehicle& v : vehicles->all)
      m_vehicle->addItem(QString::fromStdString(chinese ? v.name_zh : v.name_en), QString::fromStdString(v.id));
  m_vehicle->setCurrentIndex(std::max(0, m_vehicle->findData(vehicle)));
  m_wind_from->clear();
  m_wind_from->addItem(tr("Not known"), -1.0);
  const QString names[] = {tr("North"), tr("Northeast"), tr("East"), tr("Southeast"),
                           tr("South"), tr("Southwest"), tr("West"), tr("Northwest")};
  for (int i = 0; i < 8; ++i) m_wind_from->addItem(names[i], i * 45.0);
  m_wind_from->setCurrentIndex(std::max(0, m_wind_from->findData(wind)));
  m_tree->setHeaderLabels({tr("Name"), tr("Distance"), tr("By road")});
  refresh();
}

}  // namespace app
