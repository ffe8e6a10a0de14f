// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStatusBar>
#include <QTimer>
#include <optional>

#include "gis/core/coords.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace app {

class JobList;
class MapDocument;
class MessageList;

// The foot of the window: running work, what the pointer is at (longitude and latitude, map coordinates), the scale
// (can be typed), and how many messages are unread.
class MapStatusBar : public QStatusBar {
  Q_OBJECT
 public:
  MapStatusBar(JobList& jobs, MessageList& messages, MapDocument& document, QWidget* parent = nullptr);
  void setPointer(std::optional<gis::MapXY> where);
  void setScaleDenominator(double denominator);
  void say(const QString& text);
  // The same for as long as a tool is in hand. Another hint, or an empty one, ends it; what was said since stays.
  void sayHint(const QString& hint);
  // "CGCS2000 / 3° GK CM 114°E" for EPSG:4547; other systems by their code.
  static QString crsName(const std::string& crs);

 signals:
  void scaleWanted(double denominator);
  void messagesWanted();
  void jobsWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refreshJobs();
  void refreshMessages();
  void retranslate();

  JobList& m_jobs;
  MessageList& m_messages;
  MapDocument& m_document;
  QLabel* m_text;
  QToolButton* m_job;
  QProgressBar* m_bar;
  QLabel* m_lon_lat;
  QLabel* m_projected;
  QLineEdit* m_scale;
  QToolButton* m_unread;
  QTimer m_jobs_soon;
  QString m_said, m_hint;
  std::optional<gis::MapXY> m_pointer;
};

}  // namespace app
