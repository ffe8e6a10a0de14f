// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QWidget>
#include <vector>

#include "app/plotting/plot_editor.h"
#include "app/plotting/plot_tool.h"

class QAction;
class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;

namespace app {

class PlotPalette;

// Situation plotting (标绘): sheets, tools, symbols, look, and the list of what is plotted. Every change is saved at
// once and can be undone. Window's thread.
class PlotPanel : public QWidget {
  Q_OBJECT
 public:
  explicit PlotPanel(PanelContext& context, QWidget* parent = nullptr);
  ~PlotPanel() override;

  PlotEditor& editor() { return m_editor; }
  // What the palette's button of a kind does; kind -1 picks and moves.
  void useTool(int kind);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeSheetRow();
  QWidget* makeToolRow();
  QWidget* makeLookRow();
  QWidget* makeButtons();
  void retranslate();
  void refresh();
  void refreshList();
  void applyLook();
  void pickInList(const std::string& uuid);
  gis::PlotObject style() const;
  PlotGround ground() const;
  void nameSheet(bool new_sheet);
  void endNaming(bool keep);
  void chooseExport();
  void chooseImport();

  PanelContext& m_context;
  PlotEditor m_editor;
  QPointer<PlotDrawTool> m_draw;
  QPointer<PlotPickTool> m_pick;
  int m_kind = -1;
  bool m_refreshing = false;
  bool m_naming_new = false;
  QLabel* m_empty;
  QComboBox* m_sheet;
  QLineEdit* m_sheet_name;
  QToolButton *m_sheet_show, *m_sheet_add, *m_sheet_rename, *m_sheet_remove, *m_sheet_files;
  QAction *m_export, *m_import;
  QButtonGroup* m_tools;
  PlotPalette* m_palette;
  QLineEdit* m_label;
  QDoubleSpinBox* m_width;
  QCheckBox* m_dashed;
  QLabel *m_label_title, *m_width_title;
  QListWidget* m_list;
  QPushButton *m_undo, *m_redo, *m_remove;
};

}  // namespace app
