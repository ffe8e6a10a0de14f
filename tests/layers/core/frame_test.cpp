// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/core/frame.h"

#include <gtest/gtest.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>
#include <cmath>
#include <numeric>
#include <set>

#include "gis/core/random.h"
#include "layers/core/label_font.h"
#include "layers/core/label_layout.h"
#include "layers/core/label_picture.h"
#include "layers/core/tile_surface.h"

using namespace layers;

namespace {

// A layer of labels and one coloured square.
class FakeLayer final : public LayerState {
 public:
  std::vector<LabelCandidate> texts;
  QColor colour = Qt::red;
  gis::MapBox square{-1e9, -1e9, 1e9, 1e9};
  gis::MapBox extent() const override { return square; }
  void paint(TileSurface& surface, const PaintContext& context) const override {
    QPainter& painter = surface.painter();
    const auto corner = context.view.toPixel({square.min_x_m, square.max_y_m});
    const auto other = context.view.toPixel({square.max_x_m, square.min_y_m});
    painter.fillRect(QRectF(corner.x_px, corner.y_px, other.x_px - corner.x_px, other.y_px - corner.y_px), colour);
  }
  std::vector<LabelCandidate> labels(const PaintContext&) const override { return texts; }
};

LabelCandidate label(const QString& text, double x_m, double y_m, int priority = 0) {
  LabelCandidate candidate;
  candidate.text = text;
  candidate.where = {x_m, y_m};
  candidate.priority = priority;
  candidate.colour = Qt::white;
  candidate.halo = Qt::black;
  return candidate;
}

FrameRequest requestWith(std::vector<LabelCandidate> texts) {
  auto layer = std::make_shared<FakeLayer>();
  layer->texts = std::move(texts);
  FrameRequest request;
  request.layers.push_back({layer, 1});
  return request;
}

MapView view(int width_px, int height_px, double metres_per_px = 1) {
  return {{0, 0}, metres_per_px, width_px, height_px, 1};
}

// The letters' rectangle of an upright label.
QRectF letters(const PlacedLabel& placed, const MapView& at) {
  const auto anchor = at.toPixel(placed.anchor);
  const double width =
      QFontMetricsF(labelFont(placed.label.size_px, placed.label.bold)).horizontalAdvance(placed.label.text);
  const double height = placed.label.size_px;
  return {anchor.x_px - width / 2, anchor.y_px + placed.label.offset_y_px - height / 2, width, height};
}

}  // namespace

TEST(MapView, FittedShowsTheWholeBoxWithAMargin) {
  const gis::MapBox box{1000, 2000, 3000, 2500};
  const MapView at = fitted(box, 800, 600);
  EXPECT_EQ(at.centre, (gis::MapXY{2000, 2250}));
  EXPECT_DOUBLE_EQ(at.metres_per_px, 2000 / (800 * 0.92));
  EXPECT_TRUE(at.box().contains({1000, 2000}) && at.box().contains({3000, 2500}));
  EXPECT_GT(fitted({5, 5, 5, 5}, 100, 100).metres_per_px, 0) << "a single point";
  EXPECT_GT(fitted({}, 100, 100).metres_per_px, 0) << "nothing at all";
}

TEST(Tiles, CoverTheViewOnceNearestFirst) {
  const MapView at{{12345.6, -7890.1}, 3.3, 1000, 700, 1};
  const auto tiles = tilesFor(at);
  gis::MapBox covered;
  double area_m2 = 0;
  std::set<std::pair<int, int>> keys;
  for (const TileKey& tile : tiles) {
    covered.add(tile.box());
    area_m2 += tile.box().width_m() * tile.box().height_m();
    EXPECT_TRUE(keys.insert({tile.column, tile.row}).second);
    EXPECT_TRUE(tile.box().intersects(at.box()));
  }
  EXPECT_NEAR(area_m2, covered.width_m() * covered.height_m(), 1) << "no gap";
  EXPECT_TRUE(covered.contains({at.box().min_x_m, at.box().min_y_m}));
  EXPECT_TRUE(covered.contains({at.box().max_x_m, at.box().max_y_m}));
  EXPECT_TRUE(tiles.front().box().contains(at.centre));
  EXPECT_GT(tilesFor(at, 1).size(), tiles.size());
}

TEST(Tiles, SenselessViewsGiveNoTilesAndDoNotHang) {
  EXPECT_TRUE(tilesFor({{0, 0}, 0, 100, 100, 1}).empty());
  EXPECT_TRUE(tilesFor({{std::nan(""), 0}, 1, 100, 100, 1}).empty());
  EXPECT_TRUE(tilesFor({{0, 0}, 1, 0, 100, 1}).empty());
  EXPECT_LE(tilesFor({{1e300, 0}, 1, 100, 100, 1}).size(), 70'000U);
}

TEST(Frame, EdgesFallOnTheSamePixelInEveryTile) {
  auto layer = std::make_shared<FakeLayer>();
  layer->square = {-100, -100, 300, 200};
  FrameRequest request;
  request.layers.push_back({layer, 1});
  for (const double ratio : {1.0, 1.25, 2.0}) {
    MapView at = view(900, 700);
    at.device_ratio = ratio;
    const QImage image = paintFrame(request, at);
    EXPECT_EQ(image.width(), static_cast<int>(std::lround(900 * ratio)));
    int red = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) red += image.pixel(x, y) == qRgb(255, 0, 0) ? 1 : 0;
    const double expected = 400 * ratio * 300 * ratio;
    EXPECT_NEAR(red, expected, 2 * (400 + 300) * ratio) << ratio;
  }
}

TEST(Frame, OpacityBlendsWithTheGround) {
  auto layer = std::make_shared<FakeLayer>();
  FrameRequest request;
  request.layers.push_back({layer, 0.5});
  const QColor half = paintFrame(request, view(20, 20)).pixelColor(10, 10);
  EXPECT_NEAR(half.red(), (255 + groundColour(Theme::kDark).red()) / 2, 2);
  request.layers.front().opacity = 0;
  EXPECT_EQ(paintFrame(request, view(20, 20)).pixelColor(10, 10), groundColour(Theme::kDark));
}

TEST(Labels, NeverOverlapAndStayInside) {
  gis::Random random(3);
  std::vector<LabelCandidate> texts;
  for (int i = 0; i < 400; ++i) {
    texts.push_back(label(QStringLiteral("长治市%1").arg(i), random.uniform(-420, 420), random.uniform(-320, 320),
                          static_cast<int>(random.below(3))));
    texts.back().size_px = 9 + static_cast<double>(random.below(8));
    texts.back().bold = random.chance(0.3);
  }
  const MapView at = view(800, 600);
  const auto placed = placeLabels(requestWith(texts), at, {});
  ASSERT_GT(placed.size(), 30U);
  ASSERT_LT(placed.size(), texts.size());
  for (std::size_t i = 0; i < placed.size(); ++i) {
    EXPECT_TRUE(QRectF(0, 0, 800, 600).contains(letters(placed[i], at)));
    for (std::size_t j = i + 1; j < placed.size(); ++j)
      EXPECT_FALSE(letters(placed[i], at).intersects(letters(placed[j], at)))
          << placed[i].label.text.toStdString() << " and " << placed[j].label.text.toStdString();
  }
}

TEST(Labels, GreaterPriorityWinsWhateverTheOrder) {
  for (const bool swap : {false, true}) {
    std::vector<LabelCandidate> texts = {label(QStringLiteral("村"), 0, 0, 1), label(QStringLiteral("县"), 3, 0, 9)};
    if (swap) std::swap(texts[0], texts[1]);
    const auto placed = placeLabels(requestWith(texts), view(200, 200), {});
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_EQ(placed.front().label.text, QStringLiteral("县"));
  }
}

TEST(Labels, UpperLayerWinsAmongEquals) {
  FrameRequest request = requestWith({label(QStringLiteral("下"), 0, 0)});
  request.layers.push_back(requestWith({label(QStringLiteral("上"), 0, 0)}).layers.front());
  const auto placed = placeLabels(request, view(200, 200), {});
  ASSERT_EQ(placed.size(), 1U);
  EXPECT_EQ(placed.front().label.text, QStringLiteral("上"));
}

// What share of the names that could stay does stay when the map is moved.
double stayingRatio(const FrameRequest& request, const MapView& from, const MapView& to, bool remembering) {
  const auto before = placeLabels(request, from, {});
  const auto after = remembering ? placeLabels(request, to, {}, before) : placeLabels(request, to, {});
  const QRectF frame(0, 0, to.width_px, to.height_px);
  int could = 0, did = 0;
  for (const PlacedLabel& old : before) {
    if (!frame.contains(letters(old, to).adjusted(-8, -8, 8, 8))) continue;
    ++could;
    did += std::any_of(after.begin(), after.end(), [&](const PlacedLabel& now) {
      return now.label.text == old.label.text && now.anchor == old.anchor;
    });
  }
  EXPECT_GT(could, 10);
  return could > 0 ? static_cast<double>(did) / could : 1;
}

// Only what is in sight competes, as in the layers of the map: names that come in at the edge must not shove those that
// are there.
TEST(Labels, StayWhileTheMapIsMoved) {
  gis::Random random(8);
  double forgetful = 0;
  constexpr int kMoves = 25;
  for (int move = 0; move < kMoves; ++move) {
    std::vector<LabelCandidate> equals, ranked;
    for (int i = 0; i < 1500; ++i) {
      equals.push_back(label(QStringLiteral("村%1").arg(i), random.uniform(-1200, 1200), random.uniform(-900, 900), 1));
      equals.back().size_px = 9 + static_cast<double>(random.below(6));
      ranked.push_back(equals.back());
      ranked.back().priority = i % 40 == 0 ? 9 : 1;
    }
    const MapView from = view(800, 600);
    MapView to = from;
    to.centre.x_m += random.uniform(-400, 400), to.centre.y_m += random.uniform(-300, 300);
    EXPECT_EQ(stayingRatio(requestWith(equals), from, to, true), 1.0);
    EXPECT_GE(stayingRatio(requestWith(ranked), from, to, true), 0.95);
    forgetful += stayingRatio(requestWith(equals), from, to, false) / kMoves;
  }
  EXPECT_LT(forgetful, 0.999) << "without a memory some would have gone: else this shows nothing";
}

TEST(Labels, AMoreImportantNameDrivesOneOutThatWasThere) {
  const auto before = placeLabels(requestWith({label(QStringLiteral("村"), 0, 0, 1)}), view(200, 200), {});
  ASSERT_EQ(before.size(), 1U);
  const auto after =
      placeLabels(requestWith({label(QStringLiteral("村"), 0, 0, 1), label(QStringLiteral("县"), 3, 0, 9)}),
                  view(200, 200), {}, before);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.front().label.text, QStringLiteral("县")) << "names of districts always win";
}

TEST(Labels, SameTextKeepsItsDistance) {
  std::vector<LabelCandidate> texts;
  for (int i = 0; i < 9; ++i) {
    texts.push_back(label(QStringLiteral("浊漳河"), -400 + 100.0 * i, 0));
    texts.back().min_spacing_px = 250;
  }
  const auto placed = placeLabels(requestWith(texts), view(1000, 200), {});
  EXPECT_EQ(placed.size(), 3U) << "of nine along 800 px";
}

TEST(Labels, SlantedLabelsBlockWhatLiesOnThem) {
  LabelCandidate river = label(QStringLiteral("浊漳河南源浊漳河南源"), 0, 0, 5);
  river.path = {{-100, -100}, {100, 100}};
  const auto placed =
      placeLabels(requestWith({river, label(QStringLiteral("坝"), 30, 30), label(QStringLiteral("站"), 60, -60)}),
                  view(300, 300), {});
  ASSERT_EQ(placed.size(), 2U);
  EXPECT_EQ(placed[1].label.text, QStringLiteral("站")) << "the one beside it stays, the one on it goes";
}

TEST(Labels, RunAlongTheirLineFromLeftToRight) {
  LabelCandidate river = label(QStringLiteral("River"), 0, 0);
  river.path = {{80, 80}, {-80, -80}};  // drawn from the upper right to the lower left
  GlyphAtlas atlas;
  const LabelLayout layout = layOut(river, *atlas.set(river.text, false), view(300, 300), 1);
  ASSERT_EQ(layout.letters.size(), 5U);
  for (std::size_t i = 0; i < layout.letters.size(); ++i) {
    EXPECT_NEAR(layout.letters[i].angle_deg, -45, 1e-6);
    if (i > 0) {
      EXPECT_GT(layout.letters[i].pen_px.x(), layout.letters[i - 1].pen_px.x());
    }
  }
}

TEST(Labels, ChineseOnASteepLineReadsDownwards) {
  LabelCandidate river = label(QStringLiteral("浊漳河"), 0, 0);
  river.path = {{2, -80}, {-2, 80}};
  GlyphAtlas atlas;
  const LabelLayout layout = layOut(river, *atlas.set(river.text, false), view(300, 300), 1);
  ASSERT_EQ(layout.letters.size(), 3U);
  EXPECT_LT(layout.letters[0].pen_px.y(), layout.letters[1].pen_px.y()) << "the first letter is the highest";
  EXPECT_LT(std::abs(layout.letters[0].angle_deg), 5) << "letters stand upright";
}

TEST(Labels, LineThatIsShortOrTurnsSharplyCarriesNoName) {
  LabelCandidate river = label(QStringLiteral("浊漳河南源"), 0, 0);
  GlyphAtlas atlas;
  river.path = {{-10, 0}, {10, 0}};
  EXPECT_TRUE(layOut(river, *atlas.set(river.text, false), view(300, 300), 1).letters.empty()) << "too short";
  river.path = {{-60, 0}, {0, 0}, {0, 60}};
  EXPECT_TRUE(layOut(river, *atlas.set(river.text, false), view(300, 300), 1).letters.empty()) << "a right angle";
}

TEST(Labels, LongNamesAreBrokenIntoEvenLines) {
  GlyphAtlas atlas;
  const QString name = QStringLiteral("长治市潞州区老顶山街道办事处滑坡隐患点");
  const auto one = atlas.set(name, false), broken = atlas.set(name, false, 10);
  EXPECT_NEAR(one->height_em * 2, broken->height_em, 1e-6);
  EXPECT_LT(broken->width_em, 11);
  EXPECT_GT(broken->width_em, 9) << "not one long and one short line";
  EXPECT_EQ(one->letters.size(), broken->letters.size());
}

TEST(GlyphAtlas, LettersAreDrawnOnceAndLookAsAsked) {
  GlyphAtlas atlas;
  const auto text = atlas.set(QStringLiteral("漳"), false);
  ASSERT_EQ(text->letters.size(), 1U);
  const std::uint32_t letter = text->letters.front().letter;
  const auto once = atlas.picture(letter, {16, 1.5, 0, 0});
  EXPECT_EQ(once, atlas.picture(letter, {16, 1.5, 0, 0})) << "kept";
  const std::size_t bytes = atlas.bytesHeld();
  EXPECT_GT(bytes, 0U);
  const auto ink = [](const std::vector<std::uint8_t>& alpha) {
    return std::accumulate(alpha.begin(), alpha.end(), 0.0, [](double sum, std::uint8_t a) { return sum + a / 255.0; });
  };
  EXPECT_GT(ink(once->halo), ink(once->letter)) << "the halo reaches beyond the letter";
  const auto twice = atlas.picture(letter, {32, 0, 0, 0});
  EXPECT_NEAR(ink(twice->letter) / ink(once->letter), 4, 0.15) << "twice the size is four times the ink";
  const auto turned = atlas.picture(letter, {16, 1.5, 90, 0});
  EXPECT_NEAR(ink(turned->letter) / ink(once->letter), 1, 0.05);
}

TEST(Labels, RepeatableAndCancellable) {
  std::vector<LabelCandidate> texts;
  for (int i = 0; i < 50; ++i)
    texts.push_back(label(QString::number(i % 7), (i * 37) % 300 - 150, (i * 91) % 300 - 150));
  const auto names = [&](std::vector<LabelCandidate> from) {
    std::string all;
    for (const auto& placed : placeLabels(requestWith(std::move(from)), view(400, 400), {}))
      all += placed.label.text.toStdString() + "@" + std::to_string(placed.anchor.x_m) + " ";
    return all;
  };
  const std::string once = names(texts);
  std::reverse(texts.begin(), texts.end());
  EXPECT_EQ(once, names(texts));
  const auto cancel = gis::CancelToken::create();
  cancel.cancel();
  EXPECT_TRUE(placeLabels(requestWith(texts), view(400, 400), cancel).empty());
}

TEST(Labels, OnePictureEachMakesTheWholePicture) {
  MapView at = view(400, 300);
  for (const double ratio : {1.0, 1.5}) {
    at.device_ratio = ratio;
    const auto placed = placeLabels(
        requestWith({label(QStringLiteral("长治"), 40, 10), label(QStringLiteral("Houwan 3"), -60, 50)}), at, {});
    ASSERT_EQ(placed.size(), 2U);
    QImage whole(static_cast<int>(400 * ratio), static_cast<int>(300 * ratio), QImage::Format_ARGB32_Premultiplied);
    whole.fill(Qt::transparent);
    QImage put = whole;
    GlyphAtlas atlas;
    paintLabels(whole, at, placed, 1, atlas);
    QPainter painter(&put);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    const auto pictures = drawLabels(at, placed, 1, atlas);
    for (const LabelPicture& name : pictures) painter.drawImage(name.corner.column, name.corner.row, name.image);
    painter.end();
    ASSERT_EQ(pictures.size(), 2U);
    EXPECT_LT(pictures[0].image.width() * pictures[0].image.height(), 8000 * ratio * ratio)
        << "no larger than the name";
    EXPECT_EQ(put, whole) << ratio;
  }
}

TEST(Labels, ArePaintedWhereTheyWerePlaced) {
  const MapView at = view(200, 100);
  const auto placed = placeLabels(requestWith({label(QStringLiteral("长治"), 40, 10)}), at, {});
  ASSERT_EQ(placed.size(), 1U);
  QImage image(200, 100, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  GlyphAtlas atlas;
  paintLabels(image, at, placed, 1, atlas);
  const QRectF expected = letters(placed.front(), at).adjusted(-3, -4, 3, 4);
  int inside = 0, outside = 0;
  for (int y = 0; y < 100; ++y)
    for (int x = 0; x < 200; ++x)
      if (qAlpha(image.pixel(x, y)) > 0) ++(expected.contains(QPointF(x + 0.5, y + 0.5)) ? inside : outside);
  EXPECT_GT(inside, 50);
  EXPECT_EQ(outside, 0);
}
