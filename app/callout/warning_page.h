// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "app/callout/callout_jobs.h"
#include "app/footprint/warning_desk.h"

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace app {

class WarningEntry;

// The warnings that came, each with its updates as one line; files are dropped, opened or watched for, or a warning is
// typed by hand. Choosing one says whom it would call. Window's thread.
class WarningPage : public QWidget {
  Q_OBJECT
 public:
  explicit WarningPage(QWidget* parent = nullptr);
  void setWarnings(const WarningList& list, bool zh, bool can_write);
  void setNote(const QString& note, bool is_trouble);
  // How the address that is asked does; empty: none is.
  void setAddressState(const QString& state);
  // The warning that is chosen; empty: none.
  std::string chosen() const;
  void choose(const std::string& identifier);
  // Opens the form with what a hazard room would warn of, as soon as the counties are known.
  void beginDraft(const WarningDraft& draft);
  WarningEntry* entry() const { return m_entry; }
  QListWidget* list() const { return m_list; }
  QToolButton* saveButton() const { return m_save; }

 signals:
  void chosenChanged();
  void openWanted();
  void watchWanted();
  void addressWanted();
  void planWanted();
  void saveWanted();                    // the chosen one as a CAP file
  void enteringChanged(bool entering);  // the form needs the room, or gives it back
  void filesDropped(const QStringList& files);
  void typed(const app::TypedWarning& warning);

 protected:
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslate();
  void refresh();
  void fitList();
  QString endlessText(std::int64_t sent_utc_ms) const;
  const gis::WarningLife* chosenLife() const;

  std::optional<WarningList> m_warnings;
  bool m_zh = true, m_can_write = false, m_entering = false;
  QString m_address_state;
  std::optional<WarningDraft> m_draft;  // until the counties are known
  QListWidget* m_list;
  QLabel* m_empty;
  QLabel* m_details;
  QLabel* m_note;
  QLabel* m_watched;
  QPushButton* m_open;
  QPushButton* m_type;
  QToolButton* m_watch;
  QToolButton* m_address;
  QToolButton* m_plan;
  QToolButton* m_save;
  QToolButton* m_over;
  WarningEntry* m_entry;
};

}  // namespace app
