// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/core/panel.h"
#include "gis/footprint/footprint.h"

namespace app {

// A place that a room asks about (影响范围): a footprint, or districts and villages by their codes, which stand for
// their own ground. Classes are counted one by one, the worst first.
struct ThreatenedPlace {
  gis::Footprint footprint;  // its origin says in words what it is
  struct Divisions {
    std::string key;
    std::string name;                // as it is shown
    std::vector<std::string> codes;  // 12 digits
  };
  std::vector<Divisions> divisions;  // asked when the footprint has no class
};

// A footprint of one class for each ring about a place, the nearest first: {1000, 3000, 5000} m. What lies in a ring is
// not counted again in the wider ones: names say "1 to 3 km", not "within 3 km".
gis::Footprint ringsFootprint(gis::LonLat centre, const std::vector<double>& radii_m,
                              const std::vector<QString>& names);

// Where rooms hand a place over to the room that answers, without knowing it; one for each document, owned by it. The
// window shows the panel that is wanted, the exposure panel answers once it is there. Window's thread.
class PlaceDesk final : public QObject {
  Q_OBJECT
 public:
  static PlaceDesk& of(MapDocument& document);
  using Answer = std::function<void(const ThreatenedPlace& place)>;
  void setAnswer(Answer answer) { m_answer = std::move(answer); }
  // Opens the exposure panel with the people, houses, roads and persons of a place; the panel shows it on the map as
  // well. False when this window has no such panel.
  bool handOver(const ThreatenedPlace& place);
  // `item`: what to show in it, as that room reads it ("0190…/dead": a figure of an incident); empty: as it is.
  void openPanel(const QString& panel_id, const QString& item = {}) {
    emit panelWanted(panel_id);
    if (!item.isEmpty()) emit itemWanted(panel_id, item);
  }
  // The place that was handed over last; another room may go on with it. None: none yet.
  const std::optional<ThreatenedPlace>& last() const { return m_last; }

 signals:
  void panelWanted(const QString& panel_id);
  void itemWanted(const QString& panel_id, const QString& item);

 private:
  using QObject::QObject;
  Answer m_answer;
  std::optional<ThreatenedPlace> m_last;
};

// PlaceDesk::handOver of the context's document.
bool showThreatened(PanelContext& context, const ThreatenedPlace& place);

}  // namespace app
