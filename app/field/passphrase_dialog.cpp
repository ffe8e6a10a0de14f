// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/passphrase_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/settings/theme.h"

namespace app {

PassphraseDialog::PassphraseDialog(QWidget* parent) : QDialog(parent), m_text(new QLineEdit) {
  setWindowTitle(tr("Passphrase"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(20), dp(16), dp(20), dp(16));
  column->setSpacing(dp(12));
  auto* hint =
      new QLabel(tr("The keys of this laptop are locked. Type the passphrase that was chosen when it was prepared."));
  hint->setWordWrap(true);
  hint->setMinimumWidth(dp(320));
  m_text->setEchoMode(QLineEdit::Password);
  m_text->setAccessibleName(tr("Passphrase"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Go on"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  column->addWidget(hint);
  column->addWidget(m_text);
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

std::string PassphraseDialog::passphrase() const { return m_text->text().toStdString(); }

std::optional<std::string> PassphraseDialog::ask(QWidget* parent) {
  PassphraseDialog dialog(parent);
  if (dialog.exec() != QDialog::Accepted) return std::nullopt;
  return dialog.passphrase();
}

}  // namespace app
