// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/edit/edit_log_store.h"

class QDateTimeEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace app {

class PastKeeper;

// Asks for a moment, by the clock or by what was changed then, and whether the whole map shall show it or only what is
// left of the divider. Window's thread.
class PastDialog : public QDialog {
  Q_OBJECT
 public:
  PastDialog(PanelContext& context, PastKeeper& keeper, QWidget* parent = nullptr);
  // Reads the changes anew.
  void reload();
  bool busy() const { return m_slot.busy(); }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Steps {
    std::vector<gis::EditLogStore::Arrived> steps;
    std::int64_t present_utc_ms = 0;  // of the workspace: a made city or a drill has its own
  };
  static gis::Result<Steps> lastSteps(const std::filesystem::path& folder);
  void retranslate();
  void accept(gis::Result<Steps> steps);
  void refresh();
  void say(const QString& text);

  PanelContext& m_context;
  PastKeeper& m_keeper;
  JobSlot<gis::Result<Steps>> m_slot;
  std::vector<gis::EditStep> m_steps;  // newest first, as the list shows them
  std::optional<gis::Error> m_error;
  QLabel* m_hint;
  QLabel* m_when_label;
  QDateTimeEdit* m_when;
  bool m_begins_at_present = false;
  QLabel* m_list_label;
  QTreeWidget* m_list;
  QLabel* m_state;
  QPushButton* m_show;
  QPushButton* m_compare;
  QPushButton* m_close;
};

}  // namespace app
