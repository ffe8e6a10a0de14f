// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QStringList>
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/journal/journal_job.h"
#include "app/map/pick_tool.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace app {

// What was typed, not yet looked up or copied: that is a job's.
struct TypedEntry {
  gis::journal::EntryDraft draft;
  std::string place;  // as typed
  std::vector<std::filesystem::path> files;
  std::optional<std::int64_t> answer_in_ms;  // 0: open without a time
  std::optional<std::int64_t> corrects_seq;
  bool withdraws = false;
};

// Writes an entry: kind, text, people, place (typed or clicked on the map), files, until when it needs an answer; or
// corrects one. Ctrl+Enter writes. What was typed stays until it was written. Window's thread.
class JournalEntryForm : public QWidget {
  Q_OBJECT
 public:
  explicit JournalEntryForm(PanelContext& context, QWidget* parent = nullptr);
  void setKinds(const std::vector<gis::journal::KindName>& kinds);
  void setUsable(bool usable);
  // Begins a correction of this entry.
  void correct(const gis::journal::Entry& entry);
  void clear();
  void attach(const QStringList& files);
  QPlainTextEdit* text() { return m_text; }
  QLineEdit* people() { return m_people; }
  QLineEdit* place() { return m_place; }
  QComboBox* kind() { return m_kind; }
  QComboBox* answer() { return m_answer; }
  QCheckBox* drill() { return m_drill; }
  QCheckBox* withdraw() { return m_withdraw; }
  // As the button and Ctrl+Enter.
  void submit();

 signals:
  void written(const app::TypedEntry& typed);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void makeWidgets();
  void retranslate();
  void showMode();
  void pick();
  void chooseFiles();

  PanelContext& m_context;
  std::vector<gis::journal::KindName> m_kinds;
  std::optional<std::int64_t> m_corrects_seq;
  std::optional<gis::LonLat> m_picked;
  QString m_picked_text;
  QStringList m_files;
  bool m_usable = false;
  QLabel* m_mode;
  QComboBox *m_kind, *m_answer;
  QPlainTextEdit* m_text;
  QLineEdit *m_people, *m_place;
  QToolButton *m_pick, *m_attach, *m_cancel;
  QCheckBox *m_drill, *m_withdraw;
  QPushButton* m_write;
  QPointer<PickTool> m_tool;
};

}  // namespace app
