// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <memory>

#include "app/jobs/job_slot.h"
#include "layers/core/frame.h"
#include "layers/core/label_picture.h"

class QPainter;

namespace app {

// The labels of the view: placed and drawn by a worker for an area larger than the window, so that panning moves them
// without choosing anew. Window's thread only.
class LabelStore : public QObject {
  Q_OBJECT
 public:
  explicit LabelStore(JobPools& pools, QObject* parent = nullptr);
  void setFrame(std::shared_ptr<const layers::FrameRequest> frame);
  void want(const layers::MapView& target);
  void draw(QPainter& painter, const layers::MapView& view) const;
  bool complete() const { return !m_slot.busy() && !m_stale; }
  void clear();

 signals:
  void labelsArrived();

 private:
  struct Picture {
    layers::MapView view;
    std::vector<layers::LabelPicture> names;
    std::vector<layers::PlacedLabel> labels;
  };
  void ask(const layers::MapView& target);

  JobSlot<Picture> m_slot;
  std::shared_ptr<const layers::FrameRequest> m_frame;
  layers::MapView m_target;
  layers::MapView m_asked;
  Picture m_picture;  // what is shown
  bool m_stale = false;
};

}  // namespace app
