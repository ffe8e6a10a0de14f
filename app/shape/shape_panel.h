// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QWidget>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/shape/shape_jobs.h"
#include "app/shape/snap_finder.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace app {

class EntryForm;

// Editing the shapes of the census on the map (图形编辑): pick, move vertices or the whole, add, hole, split, merge,
// delete; each is on the disk when it is shown, and Ctrl+Z takes it back. What cannot be saved is said in a sentence,
// what may be wrong is asked. Window's thread; reading and writing run in jobs, one after the other.
class ShapePanel : public QWidget {
  Q_OBJECT
 public:
  explicit ShapePanel(PanelContext& context, QWidget* parent = nullptr);
  ~ShapePanel() override;

  bool busy() const { return m_slot.busy() || m_pick_slot.busy() || m_draw_slot.busy() || m_preview_slot.busy(); }
  ShapeTool* tool() const { return m_tool; }
  const std::vector<gis::ShapeRow>& picked() const { return m_rows; }
  void chooseLayer(const QString& layer_id);
  void useMode(ShapeMode mode);
  void pick(const std::string& table, std::int64_t fid, bool add);
  void merge();
  void removePicked();

 protected:
  void changeEvent(QEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  enum class Tone { kPlain, kGood, kBad };
  QWidget* makeTools();
  QWidget* makeSnapRow();
  void retranslate();
  void fillLayers();
  void refresh();
  bool canEdit() const;
  gis::GeometryKind layerKind() const;
  std::string table() const;
  gis::StepPlan plan(const char* title) const;
  void makeTool();
  void pickAt(gis::MapXY where, bool add);
  void forget();
  void afterEdit(const gis::Shape& shape, const std::vector<SetVertex>& set, Ask ask,
                 const std::optional<std::string>& division_code);
  void drawn(const std::vector<SetVertex>& vertices);
  void askNew(DrawnShape drawn);
  void saveNew(Ask ask);
  void previewSplit(const std::vector<SetVertex>& line);
  void write(std::function<gis::Result<ShapeAnswer>()> work, std::function<void(const ShapeAnswer&)> asked,
             const QString& said);
  void saved(const ShapeAnswer& answer, const QString& said);
  void refused(const gis::Error& error);
  void tell(const QString& sentence, Tone tone);
  // The card under the tools: a question or a form; none: it goes away.
  QVBoxLayout* openCard(const QString& text);
  QPushButton* cardButton(QVBoxLayout& card, const QString& text, bool primary, std::function<void()> then);
  void closeCard();
  QString changesText(const std::vector<gis::RowCells>& changes, const gis::RowCells& row) const;
  TableFields fieldsOf(const gis::TableSchema& schema) const;

  PanelContext& m_context;
  SnapFinder m_snaps;
  QPointer<ShapeTool> m_tool;
  std::vector<gis::ShapeRow> m_rows;  // picked, the edited one first
  std::optional<DrawnShape> m_drawn;
  ShapeMode m_mode = ShapeMode::kEdit;
  bool m_picked_again = false;  // after a refusal: its sentence stays

  QComboBox* m_layers;
  QButtonGroup* m_modes;
  QToolButton *m_merge, *m_remove;
  QCheckBox *m_snap, *m_snap_edges;
  QSpinBox* m_snap_px;
  QLabel *m_layer_title, *m_info, *m_hint, *m_said, *m_reason_title;
  QFrame* m_card = nullptr;
  QLineEdit* m_reason;
  EntryForm* m_entry = nullptr;
  QVBoxLayout* m_column;

  JobSlot<gis::Result<gis::ShapeRow>> m_pick_slot;
  JobSlot<gis::Result<DrawnShape>> m_draw_slot;
  JobSlot<gis::Result<SplitPreview>> m_preview_slot;
  JobSlot<gis::Result<gis::Shape>> m_merge_slot;
  JobSlot<gis::Result<ShapeAnswer>> m_slot;
};

}  // namespace app
