// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <cmath>

#include "app/briefing/briefing_deck.h"
#include "app/briefing/deck_text.h"
#include "app/briefing/slide_painter.h"
#include "app/charts/line_chart.h"
#include "app/charts/ring_chart.h"
#include "app/settings/theme_scope.h"
#include "layers/briefing/mark_layer.h"

namespace app {
namespace {

using gis::briefing::BlockKind;

std::unique_ptr<Chart> lineChartOf(const DeckChart& wanted, layers::Theme theme) {
  auto chart = std::make_unique<LineChart>();
  std::vector<ChartLine> lines;
  std::vector<ChartThreshold> levels;
  for (std::size_t row = 0; row < wanted.data.rows.size(); ++row) {
    const QString name = QString::fromStdString(wanted.data.text(row, "line"));
    const double x = wanted.data.number(row, "x_utc_ms"), y = wanted.data.number(row, "y");
    if (!std::isfinite(x)) {
      // The lower level is the warning, the higher one the guaranteed stage.
      levels.push_back({name, y, layers::toneColour(levels.empty() ? 2 : 1, theme)});
      continue;
    }
    if (lines.empty() || lines.back().name != name) lines.push_back({name, {}});
    lines.back().points.push_back({x, y});
  }
  chart->setData(std::move(lines), std::move(levels), ChartX::kTime, wanted.unit);
  return chart;
}

std::unique_ptr<Chart> ringChartOf(const DeckChart& wanted, layers::Theme theme) {
  auto chart = std::make_unique<RingChart>();
  std::vector<ChartSlice> slices;
  for (std::size_t row = 0; row < wanted.data.rows.size(); ++row) {
    ChartSlice slice{QString::fromStdString(wanted.data.text(row, "name")), wanted.data.number(row, "value")};
    if (const int tone = wanted.data.tone(row); tone > 0) slice.colour = layers::toneColour(tone, theme);
    slices.push_back(std::move(slice));
  }
  chart->setData(std::move(slices), wanted.unit);
  return chart;
}

}  // namespace

bool drawCharts(BriefingDeck& deck, int at_most) {
  const ThemeScope scope(deck.theme);
  int drawn = 0;
  for (const auto& [name, wanted] : deck.charts) {
    if (deck.drawn.contains(name)) continue;
    if (at_most > 0 && drawn == at_most) return false;
    const auto chart =
        wanted.kind == BlockKind::kRing ? ringChartOf(wanted, deck.theme) : lineChartOf(wanted, deck.theme);
    chart->setFont(deckFont(13));
    chart->setEmptyText(wanted.empty);
    // Charts are made for a desk; on the page everything of them is a little larger.
    chart->resize(static_cast<int>(wanted.width_pt / kChartScale), static_cast<int>(wanted.height_pt / kChartScale));
    QPicture recorded;
    QPainter painter(&recorded);
    chart->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    painter.end();
    deck.drawn[name] = recorded;
    ++drawn;
  }
  return true;
}

}  // namespace app
