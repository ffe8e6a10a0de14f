// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/journal/journal_job.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStringListModel;

namespace app {

// Begins a shift, or hands over: what is open and what runs, who comes, remarks, and both sides sign by typing their
// names. Esc goes back. Window's thread.
class ShiftForm : public QWidget {
  Q_OBJECT
 public:
  explicit ShiftForm(QWidget* parent = nullptr);
  // Null on duty: a shift begins.
  void open(const JournalView& view);
  QLineEdit* leader() { return m_leader; }
  QLineEdit* officers() { return m_officers; }
  QLineEdit* gives() { return m_gives; }
  QLineEdit* takes() { return m_takes; }
  QLineEdit* remarks() { return m_remarks; }
  QListWidget* carried() { return m_carried; }
  bool handsOver() const { return m_hands_over; }
  void submit();

 signals:
  void handedOver(const gis::journal::HandOverDraft& draft);
  void begun(const gis::journal::Watch& watch, const QString& remarks);
  void left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  QLineEdit* nameField();

  bool m_hands_over = false;
  QStringListModel* m_names;
  QLabel *m_title, *m_now, *m_carried_title, *m_leader_label, *m_officers_label, *m_gives_label, *m_takes_label,
      *m_remarks_label;
  QListWidget* m_carried;
  QLineEdit *m_leader, *m_officers, *m_gives, *m_takes, *m_remarks;
  QPushButton *m_cancel, *m_done;
};

}  // namespace app
