// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/incident/incident_layer.h"

#include <gtest/gtest.h>

#include <QPainter>

namespace {

using layers::IncidentLook;
using layers::IncidentMark;

QImage incidentPicture(IncidentMark mark, layers::Theme theme) {
  QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  layers::paintIncident(painter, QPointF(20, 20), 12, mark, theme);
  return image;
}

TEST(IncidentLayer, EveryStateGradeAndDrillLooksDifferentInBothThemes) {
  for (const auto theme : {layers::Theme::kDark, layers::Theme::kLight}) {
    std::vector<QImage> seen;
    for (const auto& [look, rank, is_drill] : {std::tuple{IncidentLook::kReported, 0, false},
                                               {IncidentLook::kReported, 2, false},
                                               {IncidentLook::kReported, 4, false},
                                               {IncidentLook::kReported, 0, true},
                                               {IncidentLook::kVerified, 0, false},
                                               {IncidentLook::kResponding, 0, false},
                                               {IncidentLook::kUnderControl, 0, false},
                                               {IncidentLook::kClosed, 0, false}}) {
      IncidentMark mark;
      mark.look = look, mark.rank = rank, mark.is_drill = is_drill;
      const QImage image = incidentPicture(mark, theme);
      for (const QImage& other : seen) EXPECT_NE(image, other) << static_cast<int>(look) << ' ' << rank;
      seen.push_back(image);
    }
  }
}

TEST(IncidentLayer, DrillsAreNamedSoAndWhatIsOverHasANameOnlyNearby) {
  const layers::IncidentLayer layer({{{100, 100}, QStringLiteral("甲滑坡"), IncidentLook::kResponding, 3, false},
                                     {{120, 180}, QStringLiteral("乙山洪"), IncidentLook::kReported, 0, true},
                                     {{200, 200}, QStringLiteral("丙火灾"), IncidentLook::kClosed, 4, false}});
  layers::PaintContext context;
  context.view.centre = {150, 150};
  context.view.metres_per_px = 500;
  context.view.width_px = context.view.height_px = 200;
  const auto labels = layer.labels(context);
  ASSERT_EQ(labels.size(), 2U);
  EXPECT_EQ(labels[0].text, QStringLiteral("【演练】乙山洪"));
  context.language = QStringLiteral("en");
  EXPECT_EQ(layer.labels(context)[0].text, QStringLiteral("[DRILL] 乙山洪"));
  context.view.metres_per_px = 10;
  EXPECT_EQ(layer.labels(context).size(), 3U);
  EXPECT_EQ(layer.legend(context).size(), 3U);
  EXPECT_EQ(layer.featureCount(), 3);
}

}  // namespace
