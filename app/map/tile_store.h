// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QObject>
#include <QRegion>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "app/jobs/job_slot.h"
#include "app/map/zoom_picture.h"
#include "layers/core/frame.h"

class QPainter;

namespace app {

struct TileKeyHash {
  std::size_t operator()(const layers::TileKey& key) const;
};

// The map's tiles: asks workers for those a view needs (nearest to its centre first), cancels those it no longer
// needs, keeps what was drawn (least recently used goes first) and always has something to show: fresh tiles, else the
// tiles of an older frame, else the last complete picture or the overview, scaled. Paints nothing itself but images.
// Window's thread only; the drawing happens on the drawing pool.
class TileStore : public QObject {
  Q_OBJECT
 public:
  explicit TileStore(JobPools& pools, QObject* parent = nullptr);
  ~TileStore() override;

  // What to draw from now on. Tiles of the frame before stay as stand-ins until theirs arrive.
  void setFrame(std::shared_ptr<const layers::FrameRequest> frame);
  // Which view is wanted. Cheap; called at every movement.
  void want(const layers::MapView& target);
  // Returns the part of the view that no tile covers: the ground is for the caller to fill.
  QRegion draw(QPainter& painter, const layers::MapView& view);
  // Every tile of the wanted view is drawn from the current frame.
  bool complete() const { return m_missing_visible == 0; }
  // The part of the map whose complete picture is worth keeping as overview (the document's extent).
  void setOverviewBox(const gis::MapBox& box) { m_overview_box = box; }
  void clear();

  static constexpr std::size_t kBudgetBytes = std::size_t{96} << 20;
  std::size_t bytesHeld() const { return m_bytes; }

 signals:
  void tilesArrived();

 private:
  struct Entry {
    QImage image;
    std::uint64_t frame_no = 0;
    std::uint64_t used = 0;
  };
  struct Piece {
    layers::TileKey key;
    QImage image;
  };
  bool fresh(const layers::TileKey& key) const;
  void fill();
  void accept(const layers::TileKey& key, std::uint64_t frame_no, QImage image);
  void noteComplete();
  void evict();

  JobPools& m_pools;
  std::shared_ptr<const layers::FrameRequest> m_frame;
  std::uint64_t m_frame_no = 0;
  std::uint64_t m_clock = 0;
  std::size_t m_bytes = 0;
  int m_missing_visible = 0;
  layers::MapView m_target;
  gis::MapBox m_overview_box;
  std::vector<layers::TileKey> m_visible;
  std::vector<layers::TileKey> m_queue;  // last = next
  std::unordered_map<layers::TileKey, Entry, TileKeyHash> m_cache;
  std::vector<Piece> m_backdrop;  // the last complete picture
  ZoomPicture m_zoom;
  std::vector<Piece> m_overview;  // the last complete picture of everything
  std::unordered_map<layers::TileKey, std::unique_ptr<JobSlot<QImage>>, TileKeyHash> m_running;
};

}  // namespace app
