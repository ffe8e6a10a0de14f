// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect/inspector_panel.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/footprint/threatened.h"
#include "app/inspect/inspector_card.h"
#include "app/settings/theme.h"
#include "gis/footprint/footprint_of_features.h"
#include "gis/geo/coordinate_text.h"

namespace app {

namespace {
constexpr double kRadiusPx = 8;
constexpr std::size_t kDivisionDigits = 12;
}  // namespace

InspectorPanel::InspectorPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_slot(context.pools, Pool::kIo),
      m_chain(new QLabel),
      m_place(new QLabel),
      m_threatened(new QPushButton),
      m_empty(new QLabel),
      m_more(new QLabel),
      m_header(new QWidget),
      m_scroll(new QScrollArea),
      m_list(new QVBoxLayout) {
  setMinimumWidth(dp(210));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QVBoxLayout(m_header);
  head->setContentsMargins(dp(12), dp(12), dp(12), dp(8));
  head->setSpacing(dp(4));
  m_chain->setProperty("role", "heading");
  m_chain->setWordWrap(true);
  m_place->setProperty("role", "second");
  m_place->setWordWrap(true);
  m_place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  head->addWidget(m_chain);
  head->addWidget(m_place);
  head->addWidget(m_threatened, 0, Qt::AlignLeft);
  m_threatened->setMenu(new QMenu(m_threatened));
  connect(m_threatened->menu(), &QMenu::aboutToShow, this, &InspectorPanel::fillThreatened);
  auto* content = new QWidget;
  m_list->setContentsMargins(dp(12), dp(4), dp(12), dp(12));
  m_list->setSpacing(dp(8));
  m_empty->setWordWrap(true);
  m_empty->setProperty("role", "second");
  m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_more->setProperty("role", "faint");
  m_more->setWordWrap(true);
  m_list->addWidget(m_empty);
  m_list->addWidget(m_more);
  m_list->addStretch();
  content->setLayout(m_list);
  m_scroll->setWidget(content);
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addWidget(m_header);
  column->addWidget(m_scroll, 1);
  m_context.map.on_identify([this](gis::MapXY where) { inspectAt(where); });
  connect(&m_context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_slot.drop();
      m_answer.reset();
      rebuild();
    } else if (change.properties & MapChange::kLook) {
      rebuild();
    }
  });
  retranslate();
}

InspectorPanel::~InspectorPanel() = default;

void InspectorPanel::inspectAt(gis::MapXY where) {
  const double metres_per_px = m_context.map.metres_per_px();
  auto request = std::make_shared<const InspectRequest>(
      inspectRequest(m_context.document, where, kRadiusPx * currentScaleRatio() * metres_per_px, metres_per_px));
  m_slot.ask([request](const gis::CancelToken& cancel, const gis::Progress&) { return inspect(*request, cancel); },
             [this](InspectAnswer answer) { show(std::move(answer)); });
}

void InspectorPanel::show(InspectAnswer answer) {
  for (const gis::Error& error : answer.errors) m_context.messages.add(error);
  m_answer = std::move(answer);
  m_context.map.mark(m_answer->where);
  m_chosen = 0;
  rebuild();
  if (!m_answer->cards.empty()) {
    select(0);
  } else {
    m_context.document.select({});
  }
}

void InspectorPanel::rebuild() {
  for (InspectorCard* card : m_cards) {
    card->hide();
    card->deleteLater();
  }
  m_cards.clear();
  m_header->setVisible(m_answer.has_value());
  m_threatened->setVisible(m_context.document.workspace().has_value());
  m_more->setVisible(m_answer && m_answer->left_out > 0);
  m_empty->setVisible(!m_answer || m_answer->cards.empty());
  if (!m_answer) {
    m_empty->setText(
        tr("Click a place on the map to see what is there: the divisions it belongs to, its height, and "
           "everything the visible layers hold."));
    return;
  }
  m_empty->setText(
      tr("Nothing of the visible layers lies here. Switch on more layers, or zoom in: some show only "
         "from a larger scale."));
  m_chain->setVisible(!m_answer->divisions.empty());
  m_chain->setText(QStringList(m_answer->divisions.begin(), m_answer->divisions.end()).join(QStringLiteral(" › ")));
  m_place->setText(placeText());
  m_more->setText(tr("%n more not shown; zoom in to tell them apart.", nullptr, static_cast<int>(m_answer->left_out)));
  const QString language = m_context.document.language();
  for (std::size_t i = 0; i < m_answer->cards.size(); ++i) {
    auto* card = new InspectorCard(m_answer->cards[i], language, {});
    connect(card, &InspectorCard::chosen, this, [this, i] { select(i); });
    connect(card, &InspectorCard::zoomWanted, this, [this, i] {
      const InspectCard& wanted = m_answer->cards[i];
      if (wanted.kind == gis::GeometryKind::kPoint || wanted.box.empty()) {
        m_context.map.fly_to(wanted.box.empty() ? m_answer->where : wanted.box.centre(), 2000);
      } else {
        m_context.map.show_box(wanted.box);
      }
    });
    m_list->insertWidget(static_cast<int>(i) + 1, card);
    m_cards.push_back(card);
  }
  // In another language or theme the same card stays open.
  if (m_chosen < m_cards.size()) {
    m_cards[m_chosen]->setActive(true);
    m_cards[m_chosen]->setState(CardState::kOpen);
  }
}

void InspectorPanel::select(std::size_t chosen) {
  if (!m_answer || chosen >= m_cards.size()) return;
  m_chosen = chosen;
  for (std::size_t i = 0; i < m_cards.size(); ++i) {
    m_cards[i]->setActive(i == chosen);
    m_cards[i]->setState(i == chosen ? CardState::kOpen : CardState::kFolded);
  }
  const layers::Hit& hit = m_answer->cards[chosen].hit;
  m_context.document.select(
      Selection{QString::fromStdString(hit.layer_id), hit.table, hit.fid, hit.feature, m_answer->where});
}

// The districts that contain the place, the smallest first; rings about it; the ground of the open card.
void InspectorPanel::fillThreatened() {
  QMenu* menu = m_threatened->menu();
  menu->clear();
  if (!m_answer) return;
  const std::string& code = m_answer->division_code;
  constexpr std::size_t kDigits[] = {4, 6, 9, 12};  // city, county, town, village
  for (std::size_t i = m_answer->divisions.size(); i-- > 0;) {
    if (i >= std::size(kDigits) || code.size() < kDigits[i]) continue;
    const QString name = m_answer->divisions[i];
    std::string whole = code.substr(0, kDigits[i]);
    whole.append(kDivisionDigits - whole.size(), '0');
    menu->addAction(name, this, [this, name, whole] {
      ThreatenedPlace place;
      place.divisions = {{whole, name.toStdString(), {whole}}};
      place.footprint.named(name.toStdString());
      showThreatened(m_context, place);
    });
  }
  menu->addSeparator();
  for (const double radius_m : {1000.0, 5000.0, 20000.0}) {
    if (!m_answer->lon_lat) break;
    const QString name = tr("Within %1 km").arg(radius_m / 1000);
    menu->addAction(name, this, [this, radius_m] {
      ThreatenedPlace place;
      place.footprint = ringsFootprint(*m_answer->lon_lat, {radius_m}, {});
      place.footprint.named(tr("%1 km around %2")
                                .arg(radius_m / 1000)
                                .arg(QString::fromStdString(gis::formatDecimal(*m_answer->lon_lat)))
                                .toStdString());
      showThreatened(m_context, place);
    });
  }
  if (m_chosen >= m_answer->cards.size()) return;
  const InspectCard& card = m_answer->cards[m_chosen];
  const MapLayer* layer = m_context.document.find(QString::fromStdString(card.hit.layer_id));
  if (card.kind != gis::GeometryKind::kPolygon || card.hit.table == "division" || !layer || !layer->columns ||
      card.hit.feature >= layer->columns->featureCount())
    return;
  menu->addSeparator();
  const QString name = card.title.text(m_context.document.language());
  menu->addAction(name, this, [this, name, feature = card.hit.feature, columns = layer->columns] {
    gis::FeatureSet one;
    one.append(feature, feature + 1);
    auto made = gis::footprintOfFeatures(*columns, m_context.document.mapCrs(), one);
    if (!made) return m_context.messages.add(std::move(made.error()));
    ThreatenedPlace place;
    place.footprint = std::move(*made);
    place.footprint.named(name.toStdString());
    showThreatened(m_context, place);
  });
}

QString InspectorPanel::placeText() const {
  QStringList parts;
  if (m_answer->lon_lat) {
    parts << QString::fromStdString(gis::formatDecimal(*m_answer->lon_lat));
    parts << QString::fromStdString(gis::formatDms(*m_answer->lon_lat, 1));
  }
  if (m_answer->elevation_m) parts << tr("Height %1 m").arg(*m_answer->elevation_m, 0, 'f', 0);
  return parts.join(QLatin1Char('\n'));
}

void InspectorPanel::retranslate() {
  setWindowTitle(tr("Inspector"));
  m_threatened->setText(tr("What is threatened here"));
  m_threatened->setToolTip(
      tr("People, houses, roads and whom to call: in this village, town or county, in the area of the open card, or "
         "around"));
  rebuild();
}

void InspectorPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
