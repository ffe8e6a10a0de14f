// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QTextBrowser;

namespace app {

// First steps and keys (resources/help/<language>.md), beside the work: not modal. Follows the language.
class HelpDialog : public QDialog {
  Q_OBJECT
 public:
  explicit HelpDialog(QWidget* parent = nullptr);

  // Name, version, licence.
  static void showAbout(QWidget* parent);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  QTextBrowser* m_text;
};

}  // namespace app
