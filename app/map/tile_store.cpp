// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_store.h"

#include <QPainter>
#include <bit>
#include <cmath>
#include <unordered_set>

namespace app {

namespace {

constexpr int kMarginTiles = 1;  // drawn ahead of panning

// Edges are rounded one by one, so that neighbours share them and no seam shows.
QRectF rectOf(const layers::MapView& view, const gis::MapBox& box) {
  const gis::PixelXY a = view.toPixel({box.min_x_m, box.max_y_m}), b = view.toPixel({box.max_x_m, box.min_y_m});
  const double ratio = view.device_ratio;
  const auto snap = [ratio](double at_px) { return std::round(at_px * ratio) / ratio; };
  return QRectF(QPointF(snap(a.x_px), snap(a.y_px)), QPointF(snap(b.x_px), snap(b.y_px)));
}

// The whole pixels that a rectangle covers.
QRect insideOf(const QRectF& rect) {
  const QPoint corner(static_cast<int>(std::ceil(rect.left())), static_cast<int>(std::ceil(rect.top())));
  const QPoint end(static_cast<int>(std::floor(rect.right())), static_cast<int>(std::floor(rect.bottom())));
  return QRect(corner, end - QPoint(1, 1));
}

// Pictures that may lie on one another: what another one covers already is not painted again.
class Uncovered {
 public:
  Uncovered(QPainter& painter, const layers::MapView& view)
      : m_painter(painter), m_view(view), m_left(0, 0, view.width_px, view.height_px) {}

  // Pictures that do not overlap each other, painted where nothing was painted before.
  template <class Pieces>
  void paint(const Pieces& pieces) {
    if (m_left.isEmpty()) return;
    QRegion covered;
    const bool clip = m_started;
    if (clip) m_painter.setClipRegion(m_left);
    for (const auto& piece : pieces) {
      const QRectF rect = rectOf(m_view, piece.key.box());
      if (!m_left.intersects(rect.toAlignedRect())) continue;
      m_painter.drawImage(rect, piece.image, QRectF(piece.image.rect()));
      covered += insideOf(rect);
    }
    if (clip) m_painter.setClipping(false);
    m_started = true;
    m_left -= covered;
  }
  const QRegion& left() const { return m_left; }

 private:
  QPainter& m_painter;
  const layers::MapView& m_view;
  QRegion m_left;
  bool m_started = false;
};

}  // namespace

std::size_t TileKeyHash::operator()(const layers::TileKey& key) const {
  std::uint64_t h = std::bit_cast<std::uint64_t>(key.metres_per_px) * 0x9e3779b97f4a7c15ULL;
  h ^= std::bit_cast<std::uint64_t>(key.device_ratio) + (h << 6) + (h >> 2);
  h ^= static_cast<std::uint64_t>(static_cast<std::uint32_t>(key.column)) * 0xff51afd7ed558ccdULL;
  h ^= (static_cast<std::uint64_t>(static_cast<std::uint32_t>(key.row)) + (h >> 29)) * 0xc4ceb9fe1a85ec53ULL;
  return static_cast<std::size_t>(h ^ (h >> 32));
}

TileStore::TileStore(JobPools& pools, QObject* parent) : QObject(parent), m_pools(pools) {}
TileStore::~TileStore() = default;

void TileStore::clear() {
  m_running.clear();
  m_queue.clear();
  m_visible.clear();
  m_cache.clear();
  m_backdrop.clear();
  m_overview.clear();
  m_bytes = 0;
  m_missing_visible = 0;
}

void TileStore::setFrame(std::shared_ptr<const layers::FrameRequest> frame) {
  m_frame = std::move(frame);
  ++m_frame_no;
  m_running.clear();
  if (m_target.width_px > 0) want(m_target);
}

bool TileStore::fresh(const layers::TileKey& key) const {
  const auto it = m_cache.find(key);
  return it != m_cache.end() && it->second.frame_no == m_frame_no;
}

void TileStore::want(const layers::MapView& target) {
  m_target = target;
  m_visible = layers::tilesFor(target);
  std::vector<layers::TileKey> wanted = m_visible;
  {
    std::unordered_set<layers::TileKey, TileKeyHash> seen(m_visible.begin(), m_visible.end());
    for (const layers::TileKey& key : layers::tilesFor(target, kMarginTiles))
      if (!seen.contains(key)) wanted.push_back(key);
  }
  const std::unordered_set<layers::TileKey, TileKeyHash> wanted_set(wanted.begin(), wanted.end());
  std::erase_if(m_running, [&](const auto& running) { return !wanted_set.contains(running.first); });
  m_queue.clear();
  for (auto it = wanted.rbegin(); it != wanted.rend(); ++it)
    if (!fresh(*it) && !m_running.contains(*it)) m_queue.push_back(*it);
  m_missing_visible = static_cast<int>(
      std::count_if(m_visible.begin(), m_visible.end(), [&](const layers::TileKey& key) { return !fresh(key); }));
  if (m_missing_visible == 0) noteComplete();
  fill();
}

void TileStore::fill() {
  // Twice the workers, so that none waits for the window's thread to hand it the next one.
  const auto at_most = static_cast<std::size_t>(m_pools.threads(Pool::kDrawing)) * 2;
  while (m_frame && !m_queue.empty() && m_running.size() < at_most) {
    const layers::TileKey key = m_queue.back();
    m_queue.pop_back();
    auto slot = std::make_unique<JobSlot<QImage>>(m_pools, Pool::kDrawing);
    slot->ask([frame = m_frame, key](const gis::CancelToken& cancel,
                                     const gis::Progress&) { return layers::paintTile(*frame, key, cancel); },
              [this, key, frame_no = m_frame_no](QImage image) { accept(key, frame_no, std::move(image)); });
    m_running.emplace(key, std::move(slot));
  }
}

void TileStore::accept(const layers::TileKey& key, std::uint64_t frame_no, QImage image) {
  m_running.erase(key);
  if (frame_no == m_frame_no && !image.isNull()) {
    Entry& entry = m_cache[key];
    m_bytes -= static_cast<std::size_t>(entry.image.sizeInBytes());
    m_bytes += static_cast<std::size_t>(image.sizeInBytes());
    entry = {std::move(image), frame_no, ++m_clock};
    if (std::find(m_visible.begin(), m_visible.end(), key) != m_visible.end() && --m_missing_visible == 0)
      noteComplete();
    evict();
  }
  fill();
  emit tilesArrived();
}

void TileStore::noteComplete() {
  m_backdrop.clear();
  for (const layers::TileKey& key : m_visible) m_backdrop.push_back({key, m_cache.at(key).image});
  const gis::MapBox view = m_target.box();
  const gis::MapBox& all = m_overview_box;
  if (!all.empty() && view.min_x_m <= all.min_x_m && view.max_x_m >= all.max_x_m && view.min_y_m <= all.min_y_m &&
      view.max_y_m >= all.max_y_m)
    m_overview = m_backdrop;
}

void TileStore::evict() {
  if (m_bytes <= kBudgetBytes) return;
  std::vector<std::pair<std::uint64_t, layers::TileKey>> by_age;
  for (const auto& [key, entry] : m_cache) by_age.emplace_back(entry.used, key);
  std::sort(by_age.begin(), by_age.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<QImage> dropped;
  for (const auto& [used, key] : by_age) {
    if (m_bytes <= kBudgetBytes / 4 * 3) break;
    if (std::find(m_visible.begin(), m_visible.end(), key) != m_visible.end()) continue;
    const auto it = m_cache.find(key);
    m_bytes -= static_cast<std::size_t>(it->second.image.sizeInBytes());
    dropped.push_back(std::move(it->second.image));
    m_cache.erase(it);
  }
  // Giving a hundred tiles back to the system takes longer than a frame may.
  m_pools.run(Pool::kIo, [dropped = std::make_shared<std::vector<QImage>>(std::move(dropped))] { dropped->clear(); });
}

QRegion TileStore::draw(QPainter& painter, const layers::MapView& view) {
  const bool moving = view.metres_per_px != m_target.metres_per_px;
  std::vector<Piece> here;
  // While zooming, the tiles of the resolution we are heading for are shown as soon as they are there.
  for (const layers::TileKey& key : moving ? m_visible : layers::tilesFor(view)) {
    const auto it = m_cache.find(key);
    if (it == m_cache.end() || (moving && it->second.frame_no != m_frame_no)) continue;
    it->second.used = ++m_clock;
    here.push_back({key, it->second.image});
  }
  if (moving) {
    m_zoom.begin(view);
    for (const std::vector<Piece>* run :
         {&std::as_const(here), &std::as_const(m_backdrop), &std::as_const(m_overview)}) {
      for (const Piece& piece : *run) m_zoom.add(piece.key, piece.image);
      m_zoom.endRun();
    }
    return m_zoom.draw(painter);
  }
  painter.save();
  // What stands in is gone in a moment; it must not cost one.
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  Uncovered uncovered(painter, view);
  uncovered.paint(here);
  uncovered.paint(m_backdrop);
  uncovered.paint(m_overview);
  painter.restore();
  return uncovered.left();
}

}  // namespace app
