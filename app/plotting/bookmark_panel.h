// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <deque>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/edit/row_editor.h"
#include "gis/plotting/plot_store.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace app {

// Named views of the map (书签), kept in the workspace: type a name and Enter keeps what is shown, Enter on a name goes
// there, Delete removes. Window's thread.
class BookmarkPanel : public QWidget {
  Q_OBJECT
 public:
  explicit BookmarkPanel(PanelContext& context, QWidget* parent = nullptr);
  const std::vector<gis::MapBookmark>& bookmarks() const { return m_bookmarks; }

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  using Edit = std::function<gis::Result<void>(gis::RowEditor&)>;
  void add();
  void go();
  void remove();
  void ask(const char* title, Edit edit);
  void refresh();
  void retranslate();

  PanelContext& m_context;
  std::vector<gis::MapBookmark> m_bookmarks;
  JobSlot<gis::Result<std::vector<gis::MapBookmark>>> m_slot;
  QLineEdit* m_name;
  QPushButton* m_add;
  QLabel* m_empty;
  QListWidget* m_list;
  QPushButton *m_go, *m_remove;
};

}  // namespace app
