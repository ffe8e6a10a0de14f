// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace app {

// The pages of resources/help/<language>, in the order of their file names, beside the work: not modal. A field finds
// the pages that hold a word. Follows the language.
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
  void showPage();
  void filter();

  QLineEdit* m_search;
  QListWidget* m_pages;
  QTextBrowser* m_text;
};

}  // namespace app
