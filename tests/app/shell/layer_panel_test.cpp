// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/layer_panel.h"

#include <gtest/gtest.h>

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSlider>
#include <QTest>

#include "app/shell/layer_row_delegate.h"
#include "tests/app/shell/shell_program.h"

namespace {

// Shows between two resolutions only.
class LayerOfSomeScales final : public layers::LayerState {
 public:
  LayerOfSomeScales(double from_m, double to_m) : m_from_m(from_m), m_to_m(to_m) {}
  gis::MapBox extent() const override { return {0, 0, 1000, 1000}; }
  void paint(layers::TileSurface&, const layers::PaintContext&) const override {}
  bool visibleAt(double metres_per_px) const override { return metres_per_px >= m_from_m && metres_per_px <= m_to_m; }

 private:
  double m_from_m, m_to_m;
};

QString hint(const app::LayerPanel& panel, const char* id) {
  return panel.itemOf(QLatin1String(id))->data(0, app::LayerRowDelegate::kHintRole).toString();
}

TEST(LayerPanel, SaysHowFarToZoomForALayerThatTheScaleHides) {
  tests::ShellProgram p;
  app::LayerPanel panel(p.context);
  p.addLayer("fine", "flood", std::make_shared<LayerOfSomeScales>(0.0, 14.0));
  p.addLayer("coarse", "flood", std::make_shared<LayerOfSomeScales>(200.0, 1e9));
  p.addLayer("never", "flood", std::make_shared<LayerOfSomeScales>(-2.0, -1.0));
  panel.setResolution(100);
  // 14 m a pixel is about 1:53,000: two figures are told, on the side where it shows.
  EXPECT_EQ(hint(panel, "fine"), QStringLiteral("Zoom in to 1:51,000"));
  EXPECT_TRUE(hint(panel, "coarse").startsWith(QStringLiteral("Zoom out to 1:7")))
      << hint(panel, "coarse").toStdString();
  EXPECT_EQ(hint(panel, "never"), QString());
  EXPECT_TRUE(panel.itemOf(QStringLiteral("fine"))->toolTip(0).contains(QStringLiteral("Zoom in to 1:51,000")));
  panel.setResolution(10);
  EXPECT_EQ(hint(panel, "fine"), QString()) << "it shows now";
  panel.setResolution(100);
  p.document.setVisible(QStringLiteral("fine"), false);
  EXPECT_EQ(hint(panel, "fine"), QString()) << "nobody misses what is switched off";
  p.document.setVisible(QStringLiteral("fine"), true);
  p.translation.use(app::Language::kChinese);
  p.document.setLook(layers::Theme::kDark, 1, QStringLiteral("zh"));
  EXPECT_EQ(hint(panel, "fine"), QStringLiteral("放大到 1:51,000 后显示"));
}

TEST(LayerPanel, TheSliderNamesItsLayerAndItsValue) {
  tests::ShellProgram p;
  app::LayerPanel panel(p.context);
  panel.resize(400, 600);
  panel.show();
  p.addFake("a", "fire");
  auto* slider = panel.findChild<QSlider*>();
  EXPECT_FALSE(slider->isEnabled());
  panel.tree()->setCurrentItem(panel.itemOf(QStringLiteral("a")));
  slider->setFocus();
  QTest::keyClick(slider, Qt::Key_PageDown);
  EXPECT_NEAR(p.document.find(QStringLiteral("a"))->opacity_ratio, 0.9, 1e-9);
  QStringList words;
  for (const QLabel* label : panel.findChildren<QLabel*>()) words << label->text();
  EXPECT_TRUE(words.contains(QStringLiteral("Opacity of Layer a"))) << words.join(u'|').toStdString();
  EXPECT_TRUE(words.contains(QStringLiteral("90%")));
  EXPECT_EQ(slider->accessibleName(), QStringLiteral("Opacity of Layer a"));
}

TEST(LayerPanel, ADroppedLayerMovesWithinItsGroup) {
  tests::ShellProgram p;
  app::LayerPanel panel(p.context);
  panel.resize(300, 600);
  panel.show();
  for (const char* id : {"a", "b", "c"}) p.addFake(id, "fire");
  p.addFake("other", "flood");
  QTreeWidget* tree = panel.tree();
  tree->expandAll();
  const auto drop = [&](const char* dragged, const char* onto, bool upper_half) {
    tree->setCurrentItem(panel.itemOf(QLatin1String(dragged)));
    const QRect row = tree->visualItemRect(panel.itemOf(QLatin1String(onto)));
    std::unique_ptr<QMimeData> data(tree->model()->mimeData({tree->currentIndex()}));
    const QPoint at(row.center().x(), upper_half ? row.top() + 2 : row.bottom() - 2);
    QDragEnterEvent enter(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tree->viewport(), &enter);
    QDragMoveEvent move(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tree->viewport(), &move);
    if (!move.isAccepted()) return;
    QDropEvent event(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tree->viewport(), &event);
  };
  const auto ids = [](std::initializer_list<const char*> names) {
    QStringList list;
    for (const char* name : names) list << QLatin1String(name);
    return list;
  };
  drop("a", "c", true);
  EXPECT_EQ(p.order(), ids({"b", "c", "a", "other"}));
  drop("c", "b", false);
  EXPECT_EQ(p.order(), ids({"c", "b", "a", "other"}));
  drop("a", "other", true);
  EXPECT_EQ(p.order(), ids({"c", "b", "a", "other"})) << "a layer stays with its hazard";
}

}  // namespace
