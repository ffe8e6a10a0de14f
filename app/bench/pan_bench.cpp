// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/pan_bench.h"

#include <QBackingStore>
#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QThread>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <stop_token>
#include <thread>

#include "app/bench/measuring.h"
#include "app/map/map_canvas.h"
#include "layers/core/tile_surface.h"

namespace app {
namespace {

constexpr double kFrameMs = 1000.0 / 60;
constexpr double kLongestWaitMs = 120'000;
constexpr int kPollUs = 250;

// Below everything else, one step of blue beside the ground: where the window shows the ground's very colour, no tile
// is there. Nobody sees the difference.
QColor coverColour(layers::Theme theme) {
  const QColor ground = layers::groundColour(theme);
  return QColor(ground.red(), ground.green(), ground.blue() < 255 ? ground.blue() + 1 : 254);
}

class Cover final : public layers::LayerState {
 public:
  gis::MapBox extent() const override { return {}; }
  void paint(layers::TileSurface& surface, const layers::PaintContext& context) const override {
    surface.painter().fillRect(0, 0, context.view.width_px, context.view.height_px, coverColour(context.theme));
  }
};

// Pixels of the ground's colour in runs so long that the halo of a label, which has that colour too, makes none; at
// the window's sides, where a missing edge would begin, in short ones as well.
long long uncoveredPixels(const QImage& window, QRgb ground) {
  constexpr int kShortestRunPx = 24, kShortestAtSidePx = 2, kEveryRow = 4;
  long long found = 0;
  for (int y = 0; y < window.height(); y += kEveryRow) {
    const auto* row = static_cast<const QRgb*>(static_cast<const void*>(window.constScanLine(y)));
    int run = 0;
    for (int x = 0; x <= window.width(); ++x) {
      if (x < window.width() && (row[x] | 0xff000000U) == ground) {
        ++run;
        continue;
      }
      const bool at_side = x == run || x == window.width();
      if (run >= (at_side ? kShortestAtSidePx : kShortestRunPx)) found += run;
      run = 0;
    }
  }
  return found * kEveryRow;
}

struct Sample {
  double busy_ms = 0;
  double cpu_ms = 0;
  double block_ms = 0;
  bool late = false;
  bool stand_in = false;
  long long uncovered_px = 0;
};

FrameStatistics summary(std::string name, const std::vector<Sample>& samples) {
  std::vector<double> busy_ms, cpu_ms;
  FrameStatistics all;
  all.name = std::move(name);
  all.frames = static_cast<int>(samples.size());
  for (const Sample& sample : samples) {
    busy_ms.push_back(sample.busy_ms);
    cpu_ms.push_back(sample.cpu_ms);
    all.longest_ms = std::max(all.longest_ms, sample.busy_ms);
    all.longest_block_ms = std::max(all.longest_block_ms, sample.block_ms);
    all.late_frames += sample.late ? 1 : 0;
    all.stand_in_frames += sample.stand_in ? 1 : 0;
    all.uncovered_px += sample.uncovered_px;
    all.frames_with_uncovered += sample.uncovered_px > 0 ? 1 : 0;
  }
  all.median_ms = median(busy_ms);
  all.p95_ms = percentile(busy_ms, 95);
  all.p99_ms = percentile(busy_ms, 99);
  all.cpu_p95_ms = percentile(cpu_ms, 95);
  all.cpu_p99_ms = percentile(cpu_ms, 99);
  return all;
}

// Keeps cores busy while it lives, as another program would: with threads that stand back for nobody.
class BusyCores {
 public:
  explicit BusyCores(int cores) {
    for (int i = 0; i < cores; ++i)
      m_threads.emplace_back([](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
        }
      });
  }
  BusyCores(const BusyCores&) = delete;
  BusyCores& operator=(const BusyCores&) = delete;

 private:
  std::vector<std::jthread> m_threads;
};

// Whether a widget has been painted at all.
class PaintWatch : public QObject {
 public:
  bool painted() const { return m_painted; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    m_painted = m_painted || event->type() == QEvent::Paint;
    return QObject::eventFilter(watched, event);
  }

 private:
  bool m_painted = false;
};

class Drive {
 public:
  Drive(const BenchContent& content, const PanOptions& options, JobPools& pools, const gis::CancelToken& cancel)
      : m_options(options), m_cancel(cancel), m_canvas(pools, m_document) {
    m_document.setLook(options.theme, 1, QStringLiteral("zh"));
    std::vector<MapLayer> layers;
    const auto add = [&](const std::string& id, layers::LayerStatePtr state) {
      MapLayer layer;
      layer.id = QString::fromStdString(id);
      layer.origin = LayerOrigin::kFile;
      layer.state = std::move(state);
      layer.load = LoadState::kReady;
      layers.push_back(std::move(layer));
    };
    add("bench-cover", std::make_shared<const Cover>());
    for (const BenchLayer& layer : content.layers) add(layer.id, layer.state);
    m_document.addLayers(std::move(layers));
    m_canvas.resize(options.width_px, options.height_px);
    m_canvas.installEventFilter(&m_watch);
  }

  void open(PanReport& report) {
    const Stopwatch watch;
    m_canvas.show();
    const long long all_px = static_cast<long long>(m_options.width_px) * m_options.height_px;
    while (!m_canvas.idle() && !stopped(watch)) {
      turn();
      if (report.first_pixels_ms == 0 && m_watch.painted() && uncovered() < all_px * 9 / 10)
        report.first_pixels_ms = watch.elapsedMs();
    }
    turn();
    report.complete_view_ms = watch.elapsedMs();
    if (report.first_pixels_ms == 0) report.first_pixels_ms = report.complete_view_ms;
  }

  void goTo(const layers::MapView& view) {
    m_canvas.goTo(view.centre, view.metres_per_px);
    const Stopwatch watch;
    while (!m_canvas.idle() && !stopped(watch)) turn();
  }

  // Drags by so much a frame, there and back again four times, in two moves a frame as a mouse sends them.
  std::vector<Sample> drag(QPointF by_px) {
    constexpr int kTurns = 4;
    const QPointF middle(m_canvas.width() / 2.0, m_canvas.height() / 2.0);
    QPointF at = middle;
    mouse(QEvent::MouseButtonPress, at);
    const auto samples = frames([&](int frame) {
      const bool back = frame * kTurns / m_options.frames % 2 == 1;
      for (int half = 0; half < 2; ++half) {
        at += by_px * (back ? -0.5 : 0.5);
        mouse(QEvent::MouseMove, at);
      }
    });
    mouse(QEvent::MouseButtonRelease, at);
    return samples;
  }

  // Rolls the wheel in by so many notches, then out again.
  std::vector<Sample> roll(int notches) {
    const int every = std::max(1, m_options.frames / (2 * notches));
    return frames([&](int frame) {
      if (frame % every == 0) wheel(frame * 2 < m_options.frames ? 120 : -120);
    });
  }

 private:
  bool stopped(const Stopwatch& watch) const { return m_cancel.cancelled() || watch.elapsedMs() > kLongestWaitMs; }

  // One look at the events; how long it took.
  double turn() {
    const Stopwatch watch;
    QCoreApplication::processEvents();
    const double elapsed_ms = watch.elapsedMs();
    QThread::usleep(kPollUs);
    return elapsed_ms;
  }

  long long uncovered() const {
    const auto* window =
        m_canvas.backingStore() ? dynamic_cast<const QImage*>(m_canvas.backingStore()->paintDevice()) : nullptr;
    return window ? uncoveredPixels(*window, layers::groundColour(m_options.theme).rgb()) : 0;
  }

  std::vector<Sample> frames(const std::function<void(int)>& deliver) {
    std::vector<Sample> samples;
    const Stopwatch clock;
    for (int frame = 0; frame < m_options.frames && !m_cancel.cancelled(); ++frame) {
      Sample sample;
      sample.late = clock.elapsedMs() > (frame + 1) * kFrameMs;
      const double before_cpu_ms = threadCpuMs();
      double idle_cpu_ms = 0;
      const Stopwatch first;
      deliver(frame);
      QCoreApplication::processEvents();
      sample.busy_ms = sample.block_ms = first.elapsedMs();
      while (clock.elapsedMs() < (frame + 1) * kFrameMs) {
        const double sleeping_cpu_ms = threadCpuMs();
        QThread::usleep(kPollUs);
        idle_cpu_ms += threadCpuMs() - sleeping_cpu_ms;
        const Stopwatch next;
        QCoreApplication::processEvents();
        const double block_ms = next.elapsedMs();
        sample.busy_ms += block_ms;
        sample.block_ms = std::max(sample.block_ms, block_ms);
      }
      sample.cpu_ms = threadCpuMs() - before_cpu_ms - idle_cpu_ms;
      sample.stand_in = !m_canvas.tilesComplete();
      sample.uncovered_px = uncovered();
      samples.push_back(sample);
    }
    return samples;
  }

  void mouse(QEvent::Type type, QPointF at) {
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, m_canvas.mapToGlobal(at), button, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_canvas, &event);
  }

  void wheel(int angle) {
    const QPointF at(m_canvas.width() * 0.4, m_canvas.height() * 0.6);
    QWheelEvent event(at, m_canvas.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&m_canvas, &event);
  }

  const PanOptions& m_options;
  const gis::CancelToken& m_cancel;
  MapDocument m_document;
  PaintWatch m_watch;
  MapCanvas m_canvas;
};

}  // namespace

PanReport measurePanning(const BenchContent& content, const std::vector<BenchView>& views, const PanOptions& options,
                         JobPools& pools, const gis::CancelToken& cancel) {
  PanReport report;
  Drive drive(content, options, pools, cancel);
  drive.open(report);
  const BusyCores busy(options.busy_cores);
  std::vector<Sample> all;
  for (const BenchView& view : views) {
    if (view.steps.size() != 1 || cancel.cancelled()) continue;  // a tour has no place of its own
    const auto leg = [&](const char* name, const std::function<std::vector<Sample>()>& ride) {
      drive.goTo(view.steps.front());
      const std::vector<Sample> samples = ride();
      all.insert(all.end(), samples.begin(), samples.end());
      report.legs.push_back(summary(view.name + " " + name, samples));
    };
    leg("drag", [&] { return drive.drag({-14, 5}); });
    leg("fast drag", [&] { return drive.drag({-48, 20}); });
    leg("wheel", [&] { return drive.roll(5); });
  }
  report.all = summary("all", all);
  return report;
}

}  // namespace app
