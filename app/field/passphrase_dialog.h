// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <optional>
#include <string>

class QLineEdit;

namespace app {

// Asks for the passphrase that locks a laptop's keys (口令). Window's thread.
class PassphraseDialog : public QDialog {
  Q_OBJECT
 public:
  explicit PassphraseDialog(QWidget* parent = nullptr);
  std::string passphrase() const;
  // Nothing when the person gives up.
  static std::optional<std::string> ask(QWidget* parent);

 private:
  QLineEdit* m_text;
};

}  // namespace app
