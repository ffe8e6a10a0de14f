// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/help_dialog.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QLocale>
#include <QMessageBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/settings/theme.h"

namespace app {

HelpDialog::HelpDialog(QWidget* parent) : QDialog(parent), m_text(new QTextBrowser) {
  resize(dp(640), dp(680));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_text->setOpenExternalLinks(false);
  column->addWidget(m_text);
  retranslate();
}

void HelpDialog::retranslate() {
  setWindowTitle(tr("First steps and keys"));
  const bool chinese = QLocale().language() == QLocale::Chinese;
  QFile file(chinese ? QStringLiteral(":/help/zh.md") : QStringLiteral(":/help/en.md"));
  if (file.open(QIODevice::ReadOnly)) m_text->setMarkdown(QString::fromUtf8(file.readAll()));
}

void HelpDialog::showAbout(QWidget* parent) {
  QMessageBox::about(parent, tr("About Fengsui"),
                     tr("Fengsui %1\nRisk and emergency map for a prefecture's command centre.\nGPL-3.0-or-later. Uses "
                        "Qt, GDAL, PROJ, GEOS and SQLite.")
                         .arg(QCoreApplication::applicationVersion()));
}

void HelpDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

}  // namespace app
