// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/row_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/fields/shown_cell.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"
#include "gis/edit/census_row_store.h"

namespace app {
namespace {

constexpr std::size_t kMostHistory = 200;  // more is read by the command line

// A wheel over a closed list must scroll the form, not change the row.
class QuietComboBox : public QComboBox {
 public:
  using QComboBox::QComboBox;

 protected:
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QString timeText(std::int64_t utc_ms) {
  return QDateTime::fromMSecsSinceEpoch(utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

}  // namespace

RowForm::RowForm(PanelContext& context, QWidget* parent)
    : QScrollArea(parent),
      m_context(context),
      m_read_slot(context.pools, Pool::kIo),
      m_save_slot(context.pools, Pool::kIo) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  rebuild();
}

void RowForm::clear() {
  m_read_slot.drop();
  m_table.reset();
  m_record.reset();
  m_error.reset();
  rebuild();
}

void RowForm::show(OpenTablePtr table, std::int64_t fid) {
  if (m_record && m_table == table && m_fid == fid) return;
  m_table = std::move(table);
  m_fid = fid;
  read();
}

void RowForm::read() {
  m_read_slot.ask(
      [table = m_table, fid = m_fid](const gis::CancelToken&, const gis::Progress&) { return readRecord(*table, fid); },
      [this](gis::Result<RowRecord> record) {
        m_error.reset();
        m_record.reset();
        if (record)
          m_record = std::move(*record);
        else
          m_error = std::move(record.error());
        rebuild();
      });
}

void RowForm::rebuild() {
  // A field that goes away with the keyboard in it would save what was to be dropped.
  for (const auto& [column, field] : m_fields) field.editor->blockSignals(true);
  m_fields.clear();
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(12));
  column->setSpacing(dp(8));
  if (!m_table || !m_record) {
    auto* hint =
        new QLabel(m_error   ? errorSentence(*m_error)
                   : m_table ? QString()
                             : tr("Choose a row to see all of it, change it, and read who changed it before."));
    hint->setWordWrap(true);
    hint->setProperty("role", m_error ? "danger" : "second");
    column->addWidget(hint);
    column->addStretch(1);
    setWidget(page);
    return;
  }
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::DontWrapRows);
  form->setLabelAlignment(Qt::AlignLeft);
  form->setHorizontalSpacing(dp(12));
  form->setVerticalSpacing(dp(4));
  // Names first: that is what a row is known by.
  std::vector<std::size_t> order = m_table->all;
  std::ranges::stable_sort(order, {}, [this](std::size_t i) { return m_table->schema.columns[i].name != "name"; });
  for (const std::size_t i : order)
    if (!gis::isHousekeeping(m_table->schema, m_table->schema.columns[i].name)) addField(*form, i);
  column->addLayout(form);
  addHistory(*column);
  column->addStretch(1);
  const int scrolled = verticalScrollBar() ? verticalScrollBar()->value() : 0;
  setWidget(page);
  verticalScrollBar()->setValue(scrolled);
}

QString RowForm::shown(std::size_t column, const gis::CellValue& cell) const {
  const QString text = shownCell(m_table->fields.fields[column], cell, m_table->codes, m_context.document.language());
  return text.isEmpty() ? tr("(empty)") : text;
}

void RowForm::addField(QFormLayout& form, std::size_t column) {
  const gis::SchemaColumn& schema = m_table->schema.columns[column];
  const layers::InspectorField& field = m_table->fields.fields[column];
  const QString& language = m_context.document.language();
  const auto cell = m_record->cells.find(schema.name);
  const gis::CellValue value = cell == m_record->cells.end() ? gis::CellValue() : cell->second;
  const auto& workspace = m_context.document.workspace();
  const bool can_write = workspace && !workspace->read_only_reason;
  auto* holder = new QWidget;
  auto* lines = new QVBoxLayout(holder);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(dp(2));
  Field made;
  const QString heading = m_table->fields.heading(column, language);
  const auto list = m_table->codes.find(field.code_table);
  if (list != m_table->codes.end()) {
    auto* combo = new QuietComboBox;
    combo->setFocusPolicy(Qt::StrongFocus);
    if (schema.nullable) combo->addItem(tr("(empty)"), QString());
    const QString stored = editableText({}, value);
    for (const gis::CodeEntry& code : list->second) {
      const layers::BilingualText name{QString::fromStdString(code.name_zh), QString::fromStdString(code.name_en)};
      combo->addItem(name.text(language), QString::fromStdString(code.code));
    }
    combo->setCurrentIndex(combo->findData(stored));
    connect(combo, &QComboBox::activated, this,
            [this, combo, column](int row) { typed(column, combo->itemData(row).toString()); });
    combo->setEnabled(can_write);
    made.editor = combo;
  } else if (field.yes_no) {
    auto* box = new QCheckBox;
    const auto* integer = std::get_if<std::int64_t>(&value);
    box->setChecked(integer && *integer != 0);
    connect(box, &QCheckBox::clicked, this,
            [this, column](bool yes) { typed(column, yes ? QStringLiteral("1") : QStringLiteral("0")); });
    box->setEnabled(can_write);
    made.editor = box;
  } else {
    auto* line = new QLineEdit(editableText(field, value));
    line->setReadOnly(!can_write);
    connect(line, &QLineEdit::editingFinished, this, [this, line, column, before = line->text()] {
      if (line->text() != before || !m_fields[column].note->text().isEmpty()) typed(column, line->text());
    });
    made.editor = line;
  }
  made.editor->setAccessibleName(heading);
  made.note = new QLabel;
  made.note->setWordWrap(true);
  made.note->hide();
  lines->addWidget(made.editor);
  lines->addWidget(made.note);
  auto* label = new QLabel(heading);
  label->setProperty("role", "second");
  label->setWordWrap(true);
  label->setFixedWidth(dp(110));
  form.addRow(label, holder);
  m_fields[column] = made;
}

void RowForm::addHistory(QVBoxLayout& column) {
  auto* title = new QLabel(tr("History"));
  title->setProperty("role", "heading");
  column.addSpacing(dp(8));
  column.addWidget(title);
  if (m_record->history.empty()) {
    auto* none = new QLabel(tr("Nobody has changed this row since it was entered."));
    none->setWordWrap(true);
    none->setProperty("role", "second");
    column.addWidget(none);
  }
  for (std::size_t i = 0; i < std::min(kMostHistory, m_record->history.size()); ++i)
    column.addWidget(historyLine(m_record->history[i]));
}

QWidget* RowForm::historyLine(const gis::DatedChange& dated) {
  auto* holder = new QWidget;
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(0, 0, 0, 0);
  const auto column = m_table->schema.find(dated.change.column);
  QString what;
  if (dated.change.column == gis::kRowCame)
    what = tr("row added");
  else if (dated.change.column == gis::kRowWent)
    what = tr("row removed");
  else if (!column)
    what = tr("place on the map changed");
  else
    what = tr("%1: %2 → %3")
               .arg(m_table->fields.heading(*column, m_context.document.language()),
                    shown(*column, dated.change.old_value), shown(*column, dated.change.new_value));
  QString text =
      QStringLiteral("%1 · %2\n%3").arg(timeText(dated.at_utc_ms), QString::fromStdString(dated.author.name), what);
  if (!dated.reason.empty()) text += QLatin1Char('\n') + QString::fromStdString(dated.reason);
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  row->addWidget(label, 1);
  const auto& workspace = m_context.document.workspace();
  if (!column || !workspace || workspace->read_only_reason) return holder;
  const auto now = m_record->cells.find(dated.change.column);
  if (now == m_record->cells.end() || now->second == dated.change.old_value) return holder;
  auto* back = new QPushButton(tr("Put back"));
  back->setProperty("link", true);
  back->setToolTip(tr("Set it to %1 again").arg(shown(*column, dated.change.old_value)));
  connect(back, &QPushButton::clicked, this,
          [this, column = *column, old = dated.change.old_value] { save(column, old, gis::StepKind::kRestore); });
  row->addWidget(back, 0, Qt::AlignTop);
  return holder;
}

void RowForm::typed(std::size_t column, const QString& text) {
  if (!m_table || !m_record) return;
  const auto value = typedCell(m_table->schema.columns[column], m_table->fields.fields[column], text);
  if (!value) {
    tell(column, detailText(value.error().detail), true);
    return;
  }
  const auto now = m_record->cells.find(m_table->schema.columns[column].name);
  if (now != m_record->cells.end() && now->second == *value) {
    tell(column, {}, false);
    return;
  }
  save(column, *value, gis::StepKind::kEdit);
}

void RowForm::save(std::size_t column, const gis::CellValue& value, gis::StepKind kind) {
  if (m_save_slot.busy()) {
    // One change after the other: what was typed stays in its field and is saved when it is left again.
    tell(column, tr("Not saved yet: the change before is still being written. Press Enter again."), true);
    return;
  }
  const QString heading = m_table->fields.heading(column, m_context.document.language());
  const gis::StepPlan plan{
      m_context.settings.author(), kind,
      (kind == gis::StepKind::kRestore ? tr("%1 put back") : tr("%1 changed")).arg(heading).toStdString()};
  m_save_slot.ask(
      [table = m_table, record = *m_record, name = m_table->schema.columns[column].name, value, plan](
          const gis::CancelToken&, const gis::Progress&) { return saveCell(*table, record, name, value, plan); },
      [this, column, table = m_table, fid = m_fid](gis::Result<RowRecord> record) {
        const bool still_shown = m_table == table && m_fid == fid;
        if (!record) {
          if (still_shown) tell(column, savingTrouble(record.error()), true);
          return;
        }
        if (still_shown) {
          const bool had_focus = m_fields[column].editor && m_fields[column].editor->hasFocus();
          m_record = std::move(*record);
          rebuild();
          if (had_focus) m_fields[column].editor->setFocus();
          tell(column, tr("Saved"), false);
        }
        emit saved(fid);
      });
}

QString RowForm::savingTrouble(const gis::Error& error) const {
  switch (gis::brokenRule(error).value_or(gis::SchemaRule::kOther)) {
    case gis::SchemaRule::kUnique:
      return tr("Not saved: another row has this value already.");
    case gis::SchemaRule::kReference:
      return tr("Not saved: there is nothing with this code or number.");
    case gis::SchemaRule::kOther:
      break;
  }
  if (error.code == gis::ErrorCode::kInvalidArgument)
    return tr("Not saved: this value lies outside what may stand here.");
  return tr("Not saved. %1").arg(errorSentence(error));
}

void RowForm::tell(std::size_t column, const QString& sentence, bool wrong) {
  QLabel* note = m_fields[column].note;
  if (!note) return;
  note->setText(sentence);
  note->setProperty("role", wrong ? "danger" : "faint");
  note->style()->unpolish(note);
  note->style()->polish(note);
  note->setVisible(!sentence.isEmpty());
}

void RowForm::keyPressEvent(QKeyEvent* event) {
  // What was typed and is not wanted: the row as it stands.
  const bool dirty = std::ranges::any_of(m_fields, [](const auto& field) {
    const auto* line = qobject_cast<const QLineEdit*>(field.second.editor);
    return (line && line->isModified()) || !field.second.note->text().isEmpty();
  });
  if (event->key() == Qt::Key_Escape && m_record && dirty) {
    QTimer::singleShot(0, this, &RowForm::rebuild);  // the field is still at its key
    return;
  }
  if (event->key() == Qt::Key_Escape) return event->ignore();  // whoever holds the form may leave it
  QScrollArea::keyPressEvent(event);
}

void RowForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QScrollArea::changeEvent(event);
}

}  // namespace app
