// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <QWidget>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/danger/danger_store.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace gis {
class Workspace;
}

namespace app {

// One hidden danger: where it stands, what happened, and moving it on. Writing is a step of the edit log, so undo takes
// it back. Window's thread.
class DangerCard : public QWidget {
  Q_OBJECT
 public:
  explicit DangerCard(PanelContext& context, QWidget* parent = nullptr);
  // By its fid in danger_item; none: nothing is chosen.
  void show(std::optional<std::int64_t> fid);
  bool busy() const { return m_slot.busy(); }
  const std::optional<gis::danger::Item>& item() const { return m_item; }
  // As the buttons do: closing needs words, and the second of two calls.
  void advance(gis::danger::State to);
  void setWords(const QString& words);
  // Photographs that go with the next move or note.
  void setPhotos(const QStringList& files);

 signals:
  void changed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Answer {
    gis::danger::Item item;
    std::vector<gis::danger::Event> events;
    std::string today;
  };
  using Write = std::function<gis::Result<void>(const gis::Workspace&, gis::UuidSource&, const gis::Clock&,
                                                const gis::danger::Item&)>;
  void ask(std::int64_t fid, Write write);
  void showAnswer();
  void note();
  void askForWords(const QString& why);
  void retranslate();

  PanelContext& m_context;
  QLabel* m_title;
  QLabel* m_state;
  QLabel* m_course;
  QScrollArea* m_scroll;
  QLabel* m_trouble;
  QLineEdit* m_words;
  QLineEdit* m_unit;
  QPushButton* m_next;
  QComboBox* m_others;  // back, reopen, straight to the check
  QPushButton* m_note;
  QToolButton* m_photo;
  QStringList m_photos;
  std::optional<std::int64_t> m_fid;
  std::optional<gis::danger::Item> m_item;
  std::vector<gis::danger::Event> m_events;
  std::string m_today;
  bool m_closing = false;  // pressed once
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<Answer>> m_slot;
};

}  // namespace app
