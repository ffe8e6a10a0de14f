// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLabel>

namespace app {

// What is said below a field, hidden while there is nothing. It asks for the height that its words need at its width:
// a form within a scrolled page gives a hidden label that appears the height of one line.
class FieldNote : public QLabel {
  Q_OBJECT
 public:
  explicit FieldNote(QWidget* parent = nullptr);
  // `role` as the theme knows it: "danger", "faint".
  void say(const QString& sentence, const QString& role);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
};

}  // namespace app
