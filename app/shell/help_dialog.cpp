// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/help_dialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>

#include "app/settings/theme.h"

namespace app {

namespace {
constexpr int kTextRole = Qt::UserRole;
constexpr double kWidthPx = 860, kHeightPx = 680, kPagesPx = 190;
}  // namespace

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent), m_search(new QLineEdit), m_pages(new QListWidget), m_text(new QTextBrowser) {
  resize(dp(kWidthPx), dp(kHeightPx));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  auto* column = new QVBoxLayout;
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(8));
  column->setSpacing(dp(8));
  m_search->setClearButtonEnabled(true);
  column->addWidget(m_search);
  column->addWidget(m_pages, 1);
  m_pages->setFixedWidth(dp(kPagesPx));
  m_search->setFixedWidth(dp(kPagesPx));
  row->addLayout(column);
  m_text->setOpenExternalLinks(false);
  row->addWidget(m_text, 1);
  connect(m_pages, &QListWidget::currentRowChanged, this, &HelpDialog::showPage);
  connect(m_search, &QLineEdit::textChanged, this, &HelpDialog::filter);
  retranslate();
}

void HelpDialog::retranslate() {
  setWindowTitle(tr("First steps and keys"));
  m_search->setPlaceholderText(tr("Find in the help"));
  m_search->setAccessibleName(m_search->placeholderText());
  const QString folder =
      QLocale().language() == QLocale::Chinese ? QStringLiteral(":/help/zh") : QStringLiteral(":/help/en");
  const int shown = std::max(0, m_pages->currentRow());
  m_pages->clear();
  for (const QString& name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly)) continue;
    const QString text = QString::fromUtf8(file.readAll());
    auto* page = new QListWidgetItem(text.section(QLatin1Char('\n'), 0, 0).mid(2), m_pages);  // "# Title"
    page->setData(kTextRole, text);
  }
  m_pages->setCurrentRow(shown);
  filter();
}

void HelpDialog::showPage() {
  const QListWidgetItem* page = m_pages->currentItem();
  m_text->setMarkdown(page ? page->data(kTextRole).toString() : QString());
  // The first place of what is looked for, if anything is.
  if (page && !m_search->text().isEmpty()) m_text->find(m_search->text());
}

void HelpDialog::filter() {
  const QString word = m_search->text().trimmed();
  int first = -1;
  for (int i = 0; i < m_pages->count(); ++i) {
    const bool holds =
        word.isEmpty() || m_pages->item(i)->data(kTextRole).toString().contains(word, Qt::CaseInsensitive);
    m_pages->item(i)->setHidden(!holds);
    if (holds && first < 0) first = i;
  }
  const QListWidgetItem* current = m_pages->currentItem();
  if (first >= 0 && (!current || current->isHidden())) m_pages->setCurrentRow(first);
  showPage();
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
