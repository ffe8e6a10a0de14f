// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QWidget>
#include <memory>
#include <optional>

#include "app/briefing/briefing_deck.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace app {

class DeckScreen;

// The briefing (会商): which one and as of when, its pages small, over the whole screen by F5, as PDF and PPTX. Asking
// and drawing run in jobs; charts and small pages are drawn one after the other while the window goes on. Window's
// thread.
class BriefingPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit BriefingPanel(PanelContext& context, QWidget* parent = nullptr);

  bool busy() const;
  const std::shared_ptr<BriefingDeck>& deck() const { return m_deck; }
  QListWidget* pages() { return m_pages; }
  DeckScreen* screen() const;
  // As the buttons.
  void prepare();
  void present();
  void save(const QString& file);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeWidgets();
  void listTemplates();
  void accept(gis::Result<std::shared_ptr<BriefingDeck>> deck);
  void drawNext();
  void askForFile(const QString& ending);
  void cancel();
  void showState();
  void retranslate();

  PanelContext& m_context;
  QLabel* m_title;
  QComboBox* m_template;
  QCheckBox* m_then;
  QDateTimeEdit* m_at;
  QLabel* m_duty_name;
  QLineEdit* m_duty;
  QCheckBox* m_light;
  QPushButton *m_prepare, *m_present, *m_pdf, *m_pptx, *m_cancel;
  QProgressBar* m_progress;
  QLabel *m_trouble, *m_empty;
  QListWidget* m_pages;
  std::shared_ptr<BriefingDeck> m_deck;
  int m_small_pages = 0;  // drawn so far
  std::optional<gis::Error> m_error;
  QPointer<DeckScreen> m_screen;
  JobSlot<gis::Result<std::shared_ptr<BriefingDeck>>> m_prepare_slot;
  JobSlot<gis::Result<void>> m_save_slot;
};

}  // namespace app
