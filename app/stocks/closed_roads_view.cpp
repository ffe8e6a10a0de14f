// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/closed_roads_view.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/stocks/stocks_words.h"
#include "gis/footprint/footprint_of_features.h"

namespace app {
namespace {

namespace sending = gis::sending;
constexpr double kClosedLine_m = 20, kAboutFeatures_m = 15;

std::string bytesOf(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) return {};
  return file.readAll().toStdString();
}

}  // namespace

ClosedRoadsView::ClosedRoadsView(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_circle(new QToolButton),
      m_line(new QToolButton),
      m_area(new QToolButton),
      m_chosen(new QToolButton),
      m_file(new QToolButton),
      m_remove(new QToolButton),
      m_list(new QListWidget),
      m_hint(new QLabel),
      m_trouble(new QLabel) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(4), 0, 0);
  column->setSpacing(dp(4));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(dp(3));
  for (QToolButton* one : {m_circle, m_line, m_area, m_chosen, m_file, m_remove}) {
    one->setProperty("role", "chip");
    buttons->addWidget(one);
  }
  buttons->addStretch(1);
  column->addLayout(buttons);
  m_trouble->setProperty("role", "danger");
  m_hint->setProperty("role", "second");
  for (QLabel* label : {m_trouble, m_hint}) {
    label->setWordWrap(true);
    column->addWidget(label);
  }
  m_trouble->hide();
  column->addWidget(m_list, 1);
  connect(m_circle, &QToolButton::clicked, this, [this] { draw(FootprintTask::kCircle); });
  connect(m_line, &QToolButton::clicked, this, [this] { draw(FootprintTask::kCorridor); });
  connect(m_area, &QToolButton::clicked, this, [this] { draw(FootprintTask::kPolygon); });
  connect(m_chosen, &QToolButton::clicked, this, &ClosedRoadsView::addChosen);
  connect(m_remove, &QToolButton::clicked, this, &ClosedRoadsView::removeCurrent);
  connect(m_file, &QToolButton::clicked, this, [this] {
    const auto where = folder();
    const QString start = where && std::filesystem::exists(*where / "dispatch")
                              ? QString::fromStdString((*where / "dispatch").string())
                              : m_context.settings.filesFolder();
    const QString name = QFileDialog::getOpenFileName(this, tr("Closures or the footprint of a hazard"), start,
                                                      tr("GeoJSON (*.geojson *.json)"));
    if (!name.isEmpty()) addFile(name);
  });
  connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
    const auto row = static_cast<std::size_t>(m_list->row(item));
    if (row >= m_places.size()) return;
    const bool counts = item->checkState() == Qt::Checked;
    const std::string name = item->text().trimmed().toStdString();
    if (!name.empty()) m_places[row].name = name;
    if (m_places[row].counts == counts) return keep();
    m_places[row].counts = counts;
    keep();
    emit closuresChanged();
  });
  retranslate();
}

int ClosedRoadsView::closed() const {
  return static_cast<int>(std::ranges::count(m_places, true, &sending::ClosedPlace::counts));
}

std::filesystem::path ClosedRoadsView::file() const {
  const auto where = folder();
  return where ? *where / "closed_roads.geojson" : std::filesystem::path();
}

void ClosedRoadsView::showView() {
  if (file() != m_read_from) {
    m_read_from = file();
    m_places.clear();
    const std::string text =
        m_read_from.empty() ? std::string() : bytesOf(QString::fromStdString(m_read_from.string()));
    if (!text.empty()) {
      auto known = sending::closedPlacesOf(text, m_read_from.string());
      if (known)
        m_places = std::move(*known);
      else
        showTrouble(*m_trouble, stockTrouble(known.error()));
    }
    if (!m_places.empty()) emit closuresChanged();
  }
  showList();
}

void ClosedRoadsView::showList() {
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  for (const sending::ClosedPlace& place : m_places) {
    auto* item = new QListWidgetItem(QString::fromStdString(place.name), m_list);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
    item->setCheckState(place.counts ? Qt::Checked : Qt::Unchecked);
  }
  m_hint->setVisible(m_places.empty());
  m_remove->setEnabled(!m_places.empty());
}

// A workspace that may only be read keeps nothing: the closures count until the program ends.
void ClosedRoadsView::keep() {
  if (m_read_from.empty() || !canWrite()) return;
  QSaveFile out(QString::fromStdString(m_read_from.string()));
  const std::string text = sending::closedPlacesText(m_places);
  if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), static_cast<qint64>(text.size())) < 0 || !out.commit())
    showTrouble(*m_trouble, tr("Could not be kept for the next start: %1").arg(out.errorString()));
}

void ClosedRoadsView::add(sending::ClosedPlace place) {
  m_places.push_back(std::move(place));
  showTrouble(*m_trouble, {});
  showList();
  m_list->setCurrentRow(m_list->count() - 1);
  keep();
  emit closuresChanged();
}

void ClosedRoadsView::addFootprint(const gis::Footprint& footprint) {
  add({tr("Closed %1").arg(m_places.size() + 1).toStdString(), footprint, true});
}

void ClosedRoadsView::addFile(const QString& name) {
  const std::string text = bytesOf(name);
  auto places = sending::closedByFootprint(text, name.toStdString(), QFileInfo(name).completeBaseName().toStdString());
  if (!places) return showTrouble(*m_trouble, stockTrouble(places.error()));
  for (sending::ClosedPlace& place : *places) m_places.push_back(std::move(place));
  showTrouble(*m_trouble, {});
  showList();
  keep();
  emit closuresChanged();
}

void ClosedRoadsView::addChosen() {
  const FeatureSelection chosen = m_context.document.chosen();
  if (chosen.empty()) return showTrouble(*m_trouble, tr("Choose areas, lines or points on the map first."));
  gis::Footprint all;
  all.classes.push_back({});
  for (const auto& part : chosen.parts()) {
    auto one = gis::footprintOfFeatures(*part.columns, m_context.document.mapCrs(), part.features, kAboutFeatures_m);
    if (!one) return showTrouble(*m_trouble, stockTrouble(one.error()));
    std::ranges::move(one->classes[0].shapes, std::back_inserter(all.classes[0].shapes));
  }
  addFootprint(all);
}

void ClosedRoadsView::draw(FootprintTask task) {
  if (!m_context.map.use_tool) return;
  MapDocument* document = &m_context.document;
  auto tool = std::make_unique<FootprintTool>(task, [document](gis::MapXY at) { return document->toLonLat(at); });
  tool->setWidthM(kClosedLine_m);
  tool->setHint(tr("Draw what is closed; Enter or a double click ends it, Esc drops it."));
  connect(tool.get(), &FootprintTool::sketched, this, [this](const gis::Footprint& footprint, bool finished) {
    if (!finished) return;
    addFootprint(footprint);
    // Not from within the tool's own signal.
    QMetaObject::invokeMethod(
        this, [this] { m_context.map.use_tool(nullptr); }, Qt::QueuedConnection);
  });
  m_context.map.use_tool(std::move(tool));
}

void ClosedRoadsView::removeCurrent() {
  const int row = m_list->currentRow();
  if (row < 0 || row >= static_cast<int>(m_places.size())) return;
  m_places.erase(m_places.begin() + row);
  showList();
  keep();
  emit closuresChanged();
}

void ClosedRoadsView::retranslate() {
  m_circle->setText(tr("Circle"));
  m_line->setText(tr("Line"));
  m_area->setText(tr("Area"));
  m_chosen->setText(tr("Chosen"));
  m_chosen->setToolTip(tr("What is chosen on the map: areas, lines or points of a layer"));
  m_file->setText(tr("File …"));
  m_file->setToolTip(tr("GeoJSON: closures, or the footprint of a flood or landslide"));
  m_remove->setText(tr("Remove"));
  m_hint->setText(
      tr("No road is closed. Draw a circle, a line or an area on the map, or take what is chosen there or a file: "
         "what lies in it is impassable."));
}

}  // namespace app
