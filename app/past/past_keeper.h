// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QPointer>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"

namespace app {

class PastDialog;

// What is done with the map of a moment.
enum class PastUse { kShow, kCompare };

// The map as it was (当时的地图): works out what the layers of the workspace were at a moment and shows it in place of
// now, or left of the divider. Rows read anew meanwhile are followed. Window's thread.
class PastKeeper : public QObject {
  Q_OBJECT
 public:
  explicit PastKeeper(PanelContext& context, QObject* parent = nullptr);

  void ask(std::int64_t utc_ms, PastUse use);
  void backToNow();
  bool busy() const { return m_slot.busy(); }
  // Which moment, and what for.
  void showDialog(QWidget* parent);

 signals:
  void made(app::PastUse use);
  void failed(const gis::Error& error);

 private:
  using Answer = gis::Result<gis::Loaded<PastMapPtr>>;
  void accept(PastUse use, Answer answer);

  PanelContext& m_context;
  QPointer<PastDialog> m_dialog;
  JobSlot<Answer> m_slot;
};

}  // namespace app
