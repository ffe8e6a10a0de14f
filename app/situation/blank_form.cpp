// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation/blank_form.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalBlocker>

#include "app/settings/theme.h"
#include "app/situation_report/situation_text.h"

namespace app {

namespace situation = gis::situation;

BlankForm::BlankForm(QWidget* parent) : QWidget(parent), m_rows(new QFormLayout(this)) {
  m_rows->setRowWrapPolicy(QFormLayout::WrapAllRows);
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(dp(3));
}

void BlankForm::addField(const std::string& name, const QString& label, int lines, const QString& begins_with) {
  const auto found = m_typed.find(name);
  const QString words = found == m_typed.end() ? QString() : QString::fromStdString(found->second);
  QWidget* field = nullptr;
  if (lines > 1) {
    auto* text = new QPlainTextEdit(words);
    text->setTabChangesFocus(true);
    text->setPlaceholderText(begins_with);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * lines + dp(14));
    connect(text, &QPlainTextEdit::textChanged, this, [this, name, text] {
      m_typed[name] = text->toPlainText().trimmed().toStdString();
      emit edited();
    });
    field = text;
  } else {
    auto* line = new QLineEdit(words);
    line->setPlaceholderText(begins_with);
    connect(line, &QLineEdit::textChanged, this, [this, name](const QString& now) {
      m_typed[name] = now.trimmed().toStdString();
      emit edited();
    });
    field = line;
  }
  field->setAccessibleName(label);
  m_rows->addRow(label, field);
  m_fields[name] = field;
}

void BlankForm::setBlanks(const std::vector<situation::BlankDefinition>& blanks, const situation::Facts& facts) {
  while (m_rows->rowCount() > 0) m_rows->removeRow(0);
  m_fields.clear();
  for (const situation::BlankDefinition& blank : blanks) {
    const auto fact = facts.find(blank.from);
    addField(blank.name, bothText(blank.label) + (blank.is_needed ? QStringLiteral(" *") : QString()), blank.lines,
             fact == facts.end() ? QString() : QString::fromStdString(fact->second.text));
  }
}

void BlankForm::askReasons(const situation::ReportCatalogue& catalogue,
                           const std::vector<situation::Finding>& findings) {
  for (const situation::Finding& finding : findings) {
    const std::string name = "reason." + finding.where;
    const situation::FactDefinition* fact = catalogue.fact(finding.where);
    if (finding.code != situation::FindingCode::kFell || m_fields.contains(name) || !fact) continue;
    addField(name,
             tr("Why %1 is smaller (%2)").arg(bothText(fact->label), QString::fromStdString(finding.detail)) +
                 QStringLiteral(" *"),
             1, {});
  }
}

void BlankForm::type(const std::string& name, const QString& words) {
  const auto found = m_fields.find(name);
  if (found == m_fields.end()) return;
  if (auto* line = qobject_cast<QLineEdit*>(found->second)) line->setText(words);
  if (auto* text = qobject_cast<QPlainTextEdit*>(found->second)) text->setPlainText(words);
}

void BlankForm::clear() { m_typed.clear(); }

bool BlankForm::focus(const std::string& name) {
  auto found = m_fields.find(name);
  if (found == m_fields.end()) found = m_fields.find("reason." + name);
  if (found == m_fields.end()) return false;
  found->second->setFocus(Qt::OtherFocusReason);
  // Only Tab scrolls by itself.
  for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(above)) area->ensureWidgetVisible(found->second, 0, dp(28));
  return true;
}

}  // namespace app
