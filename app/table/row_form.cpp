// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/row_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fields/field_note.h"
#include "app/fields/shown_cell.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/table/photo_strip.h"
#include "app/table/rule_text.h"
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
      m_photos(new PhotoStrip(context, this)),
      m_read_slot(context.pools, Pool::kIo),
      m_save_slot(context.pools, Pool::kIo) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAcceptDrops(true);
  connect(m_photos, &PhotoStrip::changed, this, [this](const gis::StepDone& done) { emit saved(m_fid, done); });
  rebuild();
}

bool RowForm::busy() const { return m_read_slot.busy() || m_save_slot.busy() || m_photos->busy(); }

void RowForm::clear() {
  m_read_slot.drop();
  m_table.reset();
  m_record.reset();
  m_error.reset();
  m_mine.reset();
  m_compared_utc_ms.reset();
  rebuild();
}

void RowForm::refresh() {
  if (!m_table || m_read_slot.busy() || m_save_slot.busy()) return;
  // What is half typed stays; saving it will find out about the other change.
  for (const auto& [column, field] : m_fields)
    if (const auto* line = qobject_cast<QLineEdit*>(field.editor); line && line->hasFocus() && line->isModified())
      return;
  m_read_slot.ask(
      [table = m_table, fid = m_fid](const gis::CancelToken&, const gis::Progress&) { return readRecord(*table, fid); },
      [this](gis::Result<RowRecord> record) {
        const bool same = record && m_record && record->cells == m_record->cells &&
                          record->history.size() == m_record->history.size();
        if (same) return;
        std::optional<std::size_t> focus;
        for (const auto& [column, field] : m_fields)
          if (field.editor->hasFocus()) focus = column;
        accept(std::move(record));
        if (focus && m_fields.contains(*focus)) m_fields[*focus].editor->setFocus();
      });
}

void RowForm::accept(gis::Result<RowRecord> record) {
  m_error.reset();
  m_record.reset();
  if (record)
    m_record = std::move(*record);
  else
    m_error = std::move(record.error());
  rebuild();
}

void RowForm::show(OpenTablePtr table, std::int64_t fid) {
  if (m_record && m_table == table && m_fid == fid) return;
  m_table = std::move(table);
  m_fid = fid;
  m_mine.reset();
  m_compared_utc_ms.reset();
  read();
}

void RowForm::read() {
  m_read_slot.ask(
      [table = m_table, fid = m_fid](const gis::CancelToken&, const gis::Progress&) { return readRecord(*table, fid); },
      [this](gis::Result<RowRecord> record) { accept(std::move(record)); });
}

void RowForm::rebuild() {
  // A field that goes away with the keyboard in it would save what was to be dropped.
  for (const auto& [column, field] : m_fields) field.editor->blockSignals(true);
  m_fields.clear();
  // The small pictures outlive the page they stand on.
  m_photos->hide();
  m_photos->setParent(this);
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
  column->addSpacing(dp(8));
  column->addWidget(m_photos);
  m_photos->setVisible(true);
  m_photos->showRow(m_table, *m_record);
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
    line->setCursorPosition(0);  // a long name is read from its beginning
    line->setReadOnly(!can_write);
    connect(line, &QLineEdit::editingFinished, this, [this, line, column, before = line->text()] {
      if (line->text() != before || !m_fields[column].note->text().isEmpty()) typed(column, line->text());
    });
    made.editor = line;
  }
  made.editor->setAccessibleName(heading);
  made.note = new FieldNote;
  lines->addWidget(made.editor);
  // A code says nothing: what it stands for is called by its name.
  if (const auto parent = m_record->parents.find(schema.name); parent != m_record->parents.end()) {
    auto* name = new QLabel(QString::fromStdString(parent->second));
    name->setProperty("role", "faint");
    lines->addWidget(name);
  }
  lines->addWidget(made.note);
  if (m_compared_utc_ms) {
    const gis::RowThen then = compared();
    const auto old = then.cells.find(schema.name);
    if (old != then.cells.end() && old->second != value) {
      auto* was = new QLabel(tr("then: %1").arg(shown(column, old->second)));
      was->setWordWrap(true);
      was->setProperty("role", "danger");
      lines->addWidget(was);
    }
  }
  if (m_mine && m_mine->column == column) addQuestion(*lines, column);
  auto* label = new QLabel(heading);
  label->setProperty("role", "second");
  label->setWordWrap(true);
  label->setFixedWidth(dp(110));
  form.addRow(label, holder);
  m_fields[column] = made;
}

// Two people changed one cell: both values are there, and one of them is chosen.
void RowForm::addQuestion(QVBoxLayout& lines, std::size_t column) {
  const std::string& name = m_table->schema.columns[column].name;
  QString who;
  for (const gis::DatedChange& dated : m_record->history)
    if (dated.change.column == name) {
      who = QStringLiteral("%1, %2").arg(QString::fromStdString(dated.author.name), timeText(dated.at_utc_ms));
      break;
    }
  auto* question = new QLabel(tr("Not saved: this was changed meanwhile (%1). Above is the other value; yours is %2.")
                                  .arg(who, shown(column, m_mine->value)));
  question->setWordWrap(true);
  question->setProperty("role", "danger");
  lines.addWidget(question);
  auto* row = new QHBoxLayout;
  auto* mine = new QPushButton(tr("Put mine in"));
  auto* theirs = new QPushButton(tr("Leave the other"));
  for (QPushButton* button : {mine, theirs}) row->addWidget(button);
  row->addStretch(1);
  lines.addLayout(row);
  connect(mine, &QPushButton::clicked, this, [this, column] {
    if (!m_mine) return;
    const gis::CellValue value = m_mine->value;
    m_mine.reset();
    save(column, value, gis::StepKind::kEdit);
  });
  connect(theirs, &QPushButton::clicked, this, [this] {
    m_mine.reset();
    QTimer::singleShot(0, this, &RowForm::rebuild);
  });
}

gis::RowThen RowForm::compared() const {
  std::vector<gis::DatedChange> oldest_first(m_record->history.rbegin(), m_record->history.rend());
  return gis::rowThen(oldest_first, *m_compared_utc_ms);
}

void RowForm::addComparison(QVBoxLayout& column) {
  if (!m_compared_utc_ms) return;
  const gis::RowThen then = compared();
  auto* text = new QLabel(then.presence == gis::RowThen::Presence::kNotThere
                              ? tr("Compared with %1: the row was not there yet.").arg(timeText(*m_compared_utc_ms))
                              : tr("Compared with how the row was at %1.").arg(timeText(*m_compared_utc_ms)));
  text->setWordWrap(true);
  column.addWidget(text);
  auto* row = new QHBoxLayout;
  const auto& workspace = m_context.document.workspace();
  if (workspace && !workspace->read_only_reason && !then.cells.empty()) {
    auto* back = new QPushButton(tr("Put the row back"));
    back->setToolTip(tr("Set every field, and the place on the map, to what it was then"));
    connect(back, &QPushButton::clicked, this, &RowForm::restoreCompared);
    row->addWidget(back);
  }
  auto* end = new QPushButton(tr("End comparing"));
  connect(end, &QPushButton::clicked, this, [this] {
    m_compared_utc_ms.reset();
    QTimer::singleShot(0, this, &RowForm::rebuild);
  });
  row->addWidget(end);
  row->addStretch(1);
  column.addLayout(row);
}

void RowForm::restoreCompared() {
  gis::RowCells cells = compared().cells;
  for (const char* kept : {"fid", "uuid", "created_utc", "changed_utc"}) cells.erase(kept);
  const QString title = tr("Row put back to %1").arg(timeText(*m_compared_utc_ms));
  m_compared_utc_ms.reset();
  saveCellsOf(std::move(cells), gis::StepKind::kRestore, title, {});
}

void RowForm::addHistory(QVBoxLayout& column) {
  auto* title = new QLabel(tr("History"));
  title->setProperty("role", "heading");
  column.addSpacing(dp(8));
  column.addWidget(title);
  const auto& workspace = m_context.document.workspace();
  if (workspace && !workspace->read_only_reason) {
    auto* reason = new QLineEdit(m_reason);
    reason->setObjectName(QStringLiteral("reason"));
    reason->setPlaceholderText(tr("Reason for the next changes; may be empty"));
    reason->setAccessibleName(tr("Reason for the next changes; may be empty"));
    connect(reason, &QLineEdit::textChanged, this, [this](const QString& text) { m_reason = text; });
    column.addWidget(reason);
  }
  addComparison(column);
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
  auto* links = new QVBoxLayout;
  row->addLayout(links);
  if (dated.change.column != gis::kRowCame) {
    auto* compare = new QPushButton(tr("Compare"));
    compare->setProperty("link", true);
    compare->setToolTip(tr("Show beside each field what stood there before this change"));
    connect(compare, &QPushButton::clicked, this, [this, before = dated.at_utc_ms - 1] {
      m_compared_utc_ms = before;
      QTimer::singleShot(0, this, &RowForm::rebuild);
    });
    links->addWidget(compare, 0, Qt::AlignTop | Qt::AlignRight);
  }
  links->addStretch(1);
  const auto& workspace = m_context.document.workspace();
  if (!column || !workspace || workspace->read_only_reason) return holder;
  const auto now = m_record->cells.find(dated.change.column);
  if (now == m_record->cells.end() || now->second == dated.change.old_value) return holder;
  auto* back = new QPushButton(tr("Put back"));
  back->setProperty("link", true);
  back->setToolTip(tr("Set it to %1 again").arg(shown(*column, dated.change.old_value)));
  connect(back, &QPushButton::clicked, this,
          [this, column = *column, old = dated.change.old_value] { save(column, old, gis::StepKind::kRestore); });
  links->insertWidget(0, back, 0, Qt::AlignTop | Qt::AlignRight);
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
  const QString heading = m_table->fields.heading(column, m_context.document.language());
  saveCellsOf({{m_table->schema.columns[column].name, value}}, kind,
              (kind == gis::StepKind::kRestore ? tr("%1 put back") : tr("%1 changed")).arg(heading), column);
}

void RowForm::saveCellsOf(gis::RowCells cells, gis::StepKind kind, const QString& title,
                          std::optional<std::size_t> column) {
  if (m_save_slot.busy()) {
    // One change after the other: what was typed stays in its field and is saved when it is left again.
    if (column) tell(*column, tr("Not saved yet: the change before is still being written. Press Enter again."), true);
    return;
  }
  const gis::StepPlan plan{m_context.settings.author(), kind, title.toStdString(), m_reason.trimmed().toStdString()};
  m_save_slot.ask(
      [table = m_table, record = *m_record, cells, plan](const gis::CancelToken&, const gis::Progress&) {
        return saveCells(*table, record, cells, plan);
      },
      [this, column, cells, table = m_table, fid = m_fid](gis::Result<SavedRecord> result) {
        const bool still_shown = m_table == table && m_fid == fid;
        if (!result) {
          if (still_shown && column) failed(*column, cells.begin()->second, result.error());
          if (still_shown && !column) m_context.messages.add(std::move(result.error()));
          return;
        }
        if (still_shown) {
          const bool had_focus = column && m_fields[*column].editor && m_fields[*column].editor->hasFocus();
          m_record = std::move(result->record);
          rebuild();
          if (had_focus) m_fields[*column].editor->setFocus();
          if (column) {
            const QString& name = QString::fromStdString(m_table->schema.columns[*column].name);
            const QString odd = oddText(name.toStdString(), editableText({}, m_record->cells[name.toStdString()]));
            tell(*column, odd.isEmpty() ? tr("Saved") : tr("Saved.") + QLatin1Char(' ') + odd, !odd.isEmpty());
          }
        }
        emit saved(fid, result->done);
      });
}

void RowForm::failed(std::size_t column, const gis::CellValue& value, const gis::Error& error) {
  if (error.code != gis::ErrorCode::kChangedElsewhere) {
    tell(column, savingTrouble(error), true);
    return;
  }
  // Both values are kept until one is chosen.
  m_mine = Mine{column, value};
  read();
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
  if (const QString rule = ruleText(error); !rule.isEmpty()) return tr("Not saved: it must be %1.").arg(rule);
  if (error.code == gis::ErrorCode::kInvalidArgument)
    return tr("Not saved: this value lies outside what may stand here.");
  return tr("Not saved. %1").arg(errorSentence(error));
}

void RowForm::tell(std::size_t column, const QString& sentence, bool wrong) {
  if (FieldNote* note = m_fields[column].note)
    note->say(sentence, wrong ? QStringLiteral("danger") : QStringLiteral("faint"));
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

void RowForm::dragEnterEvent(QDragEnterEvent* event) {
  if (m_record && !PhotoStrip::picturesOf(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void RowForm::dropEvent(QDropEvent* event) {
  m_photos->add(PhotoStrip::picturesOf(*event->mimeData()));
  event->acceptProposedAction();
}

void RowForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QScrollArea::changeEvent(event);
}

}  // namespace app
