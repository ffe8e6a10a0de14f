// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>
#include <vector>

#include "gis/core/error.h"
#include "gis/demo/ground.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace app {

class AppSettings;

// What the window shows while no workspace is open: open one, make the demonstration city, or take up a recent one.
// A workspace that failed to open is explained here with what to do.
class StartPage : public QWidget {
  Q_OBJECT
 public:
  explicit StartPage(AppSettings& settings, QWidget* parent = nullptr);

  void showError(const QString& folder, const gis::Error& error);
  // The demonstration could not be made there.
  void showDemoError(const QString& folder, const gis::Error& error);
  void showOpening(const QString& folder);
  void showDemoProgress(double done_ratio);
  void showChoices();
  void refreshRecent();
  // The demonstration is kept in a new folder in this one.
  void useDemoBase(const QString& folder);
  // A map is open behind this page.
  void setMapBehind(bool behind);
  // Where the keyboard is most useful: the newest workspace, or opening one.
  void focusFirst();
  // A folder for the demo in `base` that does not exist yet.
  static QString freshDemoFolder(const QString& base);

 signals:
  void openWanted();
  void openFolderWanted(const QString& folder);
  void demoWanted(const QString& folder, gis::demo::Scale scale);
  void demoBaseWanted();
  void cancelDemoWanted();
  void backToMapWanted();

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class Failed { kOpening, kDemo };
  void retranslate();
  void refreshError();
  void refreshDemoFolder();
  void forgetFailed();
  void orderTabs();

  AppSettings& m_settings;
  QLabel* m_logo;
  QLabel* m_title;
  QLabel* m_subtitle;
  QWidget* m_error_box;
  QLabel* m_error_text;
  QPushButton* m_error_retry;
  QPushButton* m_error_forget;
  QPushButton* m_open;
  QLabel* m_open_hint;
  QPushButton* m_demo_small;
  QPushButton* m_demo_city;
  QLabel* m_demo_hint;
  QLabel* m_demo_folder;
  QPushButton* m_demo_elsewhere;
  QWidget* m_demo_choices;
  QWidget* m_demo_running;
  QProgressBar* m_demo_bar;
  QLabel* m_demo_state;
  QPushButton* m_demo_cancel;
  QLabel* m_recent_title;
  QVBoxLayout* m_recent;
  QLabel* m_recent_empty;
  QLabel* m_keys;
  QPushButton* m_back;
  std::vector<QPushButton*> m_recent_buttons;
  std::optional<gis::Error> m_error;
  QString m_error_folder;
  Failed m_failed = Failed::kOpening;
  bool m_stopping = false;
};

}  // namespace app
