// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "app/charts/bar_chart.h"
#include "app/charts/line_chart.h"
#include "app/charts/ring_chart.h"
#include "app/charts/spider_chart.h"
#include "app/settings/theme.h"

namespace {

std::vector<app::ChartBar> threeCounties() {
  return {{QStringLiteral("潞州区"), {930}, {}, {}},
          {QStringLiteral("上党区"), {310}, {}, {}},
          {QStringLiteral("武乡县"), {0}, {}, {}}};
}

void show(app::Chart& chart, QSize size = {320, 240}) {
  app::applyTheme(*qApp, layers::Theme::kDark, 1);
  chart.resize(size);
  chart.show();
}

// How many pixels of a rectangle are of about a colour.
int pixelsLike(const QImage& image, const QColor& colour, QRect where) {
  int count = 0;
  for (int y = std::max(0, where.top()); y <= std::min(image.height() - 1, where.bottom()); ++y)
    for (int x = std::max(0, where.left()); x <= std::min(image.width() - 1, where.right()); ++x) {
      const QColor c = image.pixelColor(x, y);
      if (std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) + std::abs(c.blue() - colour.blue()) <
          12)
        ++count;
    }
  return count;
}

}  // namespace

TEST(BarChart, drawsEachBarAsLongAsItsValueOnItsOwnRow) {
  app::BarChart chart;
  show(chart);
  chart.setData(threeCounties());
  const QImage image = chart.picture({320, chart.sizeHint().height()});
  const QColor colour = app::seriesColour(0);
  const int first = pixelsLike(image, colour, chart.itemRect(0).toRect());
  const int second = pixelsLike(image, colour, chart.itemRect(1).toRect());
  EXPECT_GT(second, 100);
  EXPECT_NEAR(static_cast<double>(first) / second, 3.0, 0.15);
  EXPECT_EQ(pixelsLike(image, colour, chart.itemRect(2).toRect()), 0);
}

TEST(BarChart, aClassColourIsTheBarsOwn) {
  app::BarChart chart;
  show(chart);
  auto bars = threeCounties();
  bars[1].colour = QColor(200, 30, 220);
  chart.setData(bars);
  const QImage image = chart.picture({320, chart.sizeHint().height()});
  EXPECT_GT(pixelsLike(image, bars[1].colour, chart.itemRect(1).toRect()), 100);
  EXPECT_EQ(pixelsLike(image, bars[1].colour, chart.itemRect(0).toRect()), 0);
}

TEST(BarChart, clickAndKeysActivateTheBarMeant) {
  app::BarChart chart;
  show(chart);
  chart.setData(threeCounties());
  QSignalSpy activated(&chart, &app::Chart::activated);
  QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.itemRect(1).center().toPoint());
  ASSERT_EQ(activated.size(), 1);
  EXPECT_EQ(activated[0][0].toInt(), 1);
  QTest::keyClick(&chart, Qt::Key_Down);
  QTest::keyClick(&chart, Qt::Key_Return);
  ASSERT_EQ(activated.size(), 2);
  EXPECT_EQ(activated[1][0].toInt(), 2);
  QTest::keyClick(&chart, Qt::Key_Home);
  EXPECT_EQ(chart.current(), 0);
}

TEST(BarChart, longNamesMakeRowsOfTwoLines) {
  app::BarChart chart;
  show(chart);
  chart.setData(threeCounties());
  const int low = chart.sizeHint().height();
  auto bars = threeCounties();
  bars[0].name = QStringLiteral("长治市上党区荫城镇桑梓村民委员会尾矿库下游居民点");
  chart.setData(bars);
  EXPECT_GT(chart.sizeHint().height(), low);
}

TEST(BarChart, groupedSharesAreNotAddedUp) {
  app::BarChart chart;
  show(chart);
  chart.setGrouped(100, QStringLiteral("normal"));
  chart.setData({{QStringLiteral("武乡县"), {50, 100}, {}, {}}, {QStringLiteral("沁县"), {NAN, 25}, {}, {}}},
                {{QStringLiteral("soil"), {}}, {QStringLiteral("storage"), {}}}, QStringLiteral("%"));
  EXPECT_TRUE(chart.itemText(0).contains(QStringLiteral("soil　50 %")));
  EXPECT_TRUE(chart.itemText(0).contains(QStringLiteral("storage　100 %")));
  EXPECT_FALSE(chart.itemText(0).contains(QStringLiteral("150")));
  EXPECT_TRUE(chart.text().contains(QStringLiteral("沁县\t\t25")));
  const QImage image = chart.picture({320, chart.sizeHint().height()});
  const QRect row = chart.itemRect(0).toRect();
  const int soil = pixelsLike(image, app::seriesColour(0), row), storage = pixelsLike(image, app::seriesColour(1), row);
  EXPECT_GT(soil, 100);
  EXPECT_NEAR(static_cast<double>(storage) / soil, 2.0, 0.2);
  EXPECT_EQ(pixelsLike(image, app::seriesColour(0), chart.itemRect(1).toRect()), 0);
}

TEST(BarChart, aLegendThatIsTooWideTakesMoreLines) {
  app::BarChart chart;
  const std::vector<app::ChartSeries> series(7, app::ChartSeries{QStringLiteral("2002–2010"), {}});
  chart.setData({{QStringLiteral("Brick"), std::vector<double>(7, 1.0), {}, {}}}, series);
  chart.resize(1200, 100);
  const int wide = chart.sizeHint().height();
  chart.resize(300, 100);
  EXPECT_GE(chart.sizeHint().height(), wide + 20);
}

TEST(BarChart, textHasHeadingsAndAllValues) {
  app::BarChart chart;
  chart.setTitle(QStringLiteral("Buildings"));
  chart.setData({{QStringLiteral("A"), {1, 2}, {}, {}}, {QStringLiteral("B"), {3}, {}, {}}},
                {{QStringLiteral("brick"), {}}, {QStringLiteral("adobe"), {}}}, QStringLiteral("houses"));
  EXPECT_EQ(chart.text(), QStringLiteral("Buildings\tbrick (houses)\tadobe (houses)\nA\t1\t2\nB\t3\t0"));
}

TEST(BarChart, forgetsACurrentBarThatIsGone) {
  app::BarChart chart;
  show(chart);
  chart.setData(threeCounties());
  chart.setCurrent(2);
  chart.setData({{QStringLiteral("A"), {1}, {}, {}}});
  EXPECT_EQ(chart.current(), -1);
  chart.setData({});
  EXPECT_EQ(chart.itemCount(), 0);
}

TEST(Charts, followTheTheme) {
  app::BarChart chart;
  show(chart);
  chart.setData(threeCounties());
  app::applyTheme(*qApp, layers::Theme::kLight, 1);
  app::tellLookChanged(chart);
  const QImage image = chart.picture({320, chart.sizeHint().height()});
  EXPECT_GT(pixelsLike(image, app::seriesColour(0), chart.itemRect(0).toRect()), 100);
  app::applyTheme(*qApp, layers::Theme::kDark, 1);
}

TEST(LineChart, gapsStayGapsAndMomentsCanBeWalked) {
  app::LineChart chart;
  show(chart);
  chart.setData({{QStringLiteral("rain"), {{0, 1}, {1, 5}, {2, NAN}, {3, 2}}, {}}}, {{QStringLiteral("move"), 4, {}}},
                app::ChartX::kNumber, QStringLiteral("mm"));
  EXPECT_EQ(chart.itemCount(), 4);
  chart.setFocus();
  QTest::keyClick(&chart, Qt::Key_End);
  EXPECT_EQ(chart.current(), 3);
  EXPECT_TRUE(chart.itemText(1).contains(QStringLiteral("5 mm")));
  EXPECT_TRUE(chart.text().contains(QStringLiteral("2\t\n")));
  EXPECT_TRUE(chart.text().contains(QStringLiteral("move\t4")));
}

TEST(LineChart, thresholdsThatLieCloseAreToldApart) {
  app::LineChart chart;
  show(chart);
  const double hour = 3'600'000, begin = 1'785'000'000'000;
  chart.setData({{QStringLiteral("stage"), {{begin, 909.9}, {begin + 30 * hour, 910.6}}, {}}},
                {{QStringLiteral("warning"), 910.5, {}}, {QStringLiteral("guaranteed"), 911.15, {}}},
                app::ChartX::kTime, QStringLiteral("m"));
  EXPECT_EQ(chart.thresholdText(0), QStringLiteral("warning 910.50"));
  EXPECT_EQ(chart.thresholdText(1), QStringLiteral("guaranteed 911.15"));
  EXPECT_TRUE(chart.itemText(0).contains(QStringLiteral("909.90 m")));
  const auto boxes = chart.thresholdBoxes();
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_FALSE(boxes[0].intersects(boxes[1]));
  // Half of the last moment's label has room beside the plot.
  EXPECT_GT(chart.width() - chart.itemRect(1).right(), 25);
}

TEST(LineChart, aValueInTheNameIsNotSaidTwice) {
  app::LineChart chart;
  show(chart);
  chart.setData({{QStringLiteral("index"), {{0, 20}, {1, 80}}, {}}}, {{QStringLiteral("grade 4 from 73"), 73, {}}},
                app::ChartX::kNumber);
  EXPECT_EQ(chart.thresholdText(0), QStringLiteral("grade 4 from 73"));
}

TEST(LineChart, oneMomentIsNoDivisionByZero) {
  app::LineChart chart;
  show(chart);
  chart.setData({{QStringLiteral("stage"), {{1e12, 900.5}}, {}}});
  EXPECT_TRUE(std::isfinite(chart.itemRect(0).width()));
}

TEST(SpiderChart, namesStandInsideTheWidget) {
  app::SpiderChart chart;
  show(chart, {320, 260});
  const QStringList axes = {QStringLiteral("地震"), QStringLiteral("地质灾害"), QStringLiteral("洪水"),
                            QStringLiteral("森林火灾"), QStringLiteral("应急能力")};
  chart.setData(axes, {{QStringLiteral("襄垣县"), {0.2, 0.9, 0.5, 0.4, 0.7}, {}}});
  for (int i = 0; i < axes.size(); ++i)
    EXPECT_TRUE(QRectF(chart.rect()).contains(chart.itemRect(i))) << axes[i].toStdString();
  EXPECT_GT(pixelsLike(chart.picture({320, 260}), app::seriesColour(0), {0, 0, 320, 260}), 100);
  chart.setData({QStringLiteral("two"), QStringLiteral("axes")}, {{QStringLiteral("x"), {1, 1}, {}}});
  EXPECT_EQ(chart.itemCount(), 0);  // no shape
}

TEST(RingChart, saysSharesAndDrawsNothingForNothing) {
  app::RingChart chart;
  show(chart, {340, 120});
  chart.setData({{QStringLiteral("0–14"), 10, {}}, {QStringLiteral("15–64"), 70, {}}, {QStringLiteral("65+"), 20, {}}},
                QStringLiteral("people"));
  EXPECT_TRUE(chart.itemText(1).contains(QStringLiteral("70.0%")));
  const QImage image = chart.picture({340, 120});
  EXPECT_GT(pixelsLike(image, app::seriesColour(1), {0, 0, 140, 120}),
            pixelsLike(image, app::seriesColour(2), {0, 0, 140, 120}));
  chart.setData({{QStringLiteral("none"), 0, {}}});
  EXPECT_EQ(chart.itemCount(), 0);
}

TEST(ShortNumber, isShortAndExactWhereItCanBe) {
  EXPECT_EQ(app::shortNumber(930), QStringLiteral("930"));
  EXPECT_EQ(app::shortNumber(12345), QStringLiteral("12,345"));
  EXPECT_EQ(app::shortNumber(3'180'884), QStringLiteral("3.2M"));
  EXPECT_EQ(app::shortNumber(0.256), QStringLiteral("0.26"));
  EXPECT_EQ(app::shortNumber(NAN), QStringLiteral("—"));
}
