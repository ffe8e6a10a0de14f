// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/basis_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/quake_report/quake_text.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"

namespace app {

using namespace gis::seismic;

namespace {

QTableWidget* table() {
  auto* made = new QTableWidget;
  made->verticalHeader()->hide();
  made->setShowGrid(false);
  made->setSelectionBehavior(QAbstractItemView::SelectRows);
  made->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                        QAbstractItemView::AnyKeyPressed);
  return made;
}

QTableWidgetItem* cell(const QString& text, bool editable) {
  auto* item = new QTableWidgetItem(text);
  item->setFlags(editable ? item->flags() | Qt::ItemIsEditable : item->flags() & ~Qt::ItemIsEditable);
  return item;
}

const std::array<const char*, 5> kGradeColumns{"sound_percent", "slight_percent", "moderate_percent", "severe_percent",
                                               "destroyed_percent"};

}  // namespace

BasisPage::BasisPage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_write(context.pools, Pool::kIo),
      m_parameters_title(new QLabel),
      m_plan_title(new QLabel),
      m_plan_source(new QLabel),
      m_matrix_title(new QLabel),
      m_matrix_said(new QLabel),
      m_parameters(table()),
      m_grades(table()),
      m_plans(new QComboBox),
      m_matrix(new QPlainTextEdit),
      m_reset(new QPushButton),
      m_use_plan(new QPushButton),
      m_use_matrix(new QPushButton),
      m_drop_matrix(new QPushButton) {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  outer->addWidget(scroll);
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(12));
  column->setSpacing(dp(8));
  scroll->setWidget(inside);
  for (QLabel* label : {m_parameters_title, m_plan_title, m_matrix_title}) label->setProperty("role", "heading");
  for (QLabel* label : {m_plan_source, m_matrix_said}) {
    label->setWordWrap(true);
    label->setProperty("role", "second");
  }
  column->addWidget(m_plan_title);
  auto* plan = new QHBoxLayout;
  m_plans->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  plan->addWidget(m_plans, 1);
  plan->addWidget(m_use_plan);
  column->addLayout(plan);
  column->addWidget(m_grades);
  column->addWidget(m_plan_source);
  column->addWidget(m_parameters_title);
  m_parameters->setMinimumHeight(dp(220));
  column->addWidget(m_parameters);
  column->addWidget(m_reset, 0, Qt::AlignRight);
  column->addWidget(m_matrix_title);
  column->addWidget(m_matrix_said);
  m_matrix->setFixedHeight(dp(110));
  m_matrix->setTabChangesFocus(true);
  m_matrix->setLineWrapMode(QPlainTextEdit::NoWrap);
  column->addWidget(m_matrix);
  auto* matrix = new QHBoxLayout;
  matrix->addStretch();
  matrix->addWidget(m_drop_matrix);
  matrix->addWidget(m_use_matrix);
  column->addLayout(matrix);
  column->addStretch();
  connect(m_parameters, &QTableWidget::itemChanged, this, &BasisPage::saveParameter);
  connect(m_grades, &QTableWidget::itemChanged, this, &BasisPage::saveRule);
  connect(m_plans, &QComboBox::currentIndexChanged, this, &BasisPage::showPlan);
  connect(m_use_plan, &QPushButton::clicked, this, &BasisPage::usePlan);
  connect(m_reset, &QPushButton::clicked, this, &BasisPage::resetParameters);
  connect(m_use_matrix, &QPushButton::clicked, this, &BasisPage::useMatrix);
  connect(m_drop_matrix, &QPushButton::clicked, this, &BasisPage::dropMatrix);
  retranslate();
}

bool BasisPage::canEdit() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

void BasisPage::setData(const SeismicData& book) {
  m_rows = book.parameters;
  m_rules = book.rules;
  m_figures = book.figures;
  refresh();
}

void BasisPage::reset() {
  m_write.drop();
  m_rows.clear();
  m_rules.clear();
  m_figures = {};
  refresh();
}

void BasisPage::refresh() {
  m_filling = true;
  const bool chinese = m_context.document.language().startsWith(QLatin1String("zh"));
  m_parameters->setColumnCount(4);
  m_parameters->setHorizontalHeaderLabels({tr("Figure"), tr("Value"), tr("Unit"), tr("How sure")});
  m_parameters->setRowCount(static_cast<int>(m_rows.size()));
  for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
    const ModelParameter& row = m_rows[static_cast<std::size_t>(i)];
    const QString source = QString::fromStdString(row.figures_source);
    m_parameters->setItem(i, 0, cell(QString::fromStdString(chinese ? row.name_zh : row.name_en), false));
    m_parameters->setItem(i, 1, cell(QString::number(row.value), canEdit()));
    m_parameters->setItem(i, 2, cell(QString::fromStdString(row.unit), false));
    m_parameters->setItem(i, 3, cell(confidenceText(row.confidence), false));
    m_parameters->item(i, 1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (row.confidence == "unsure") m_parameters->item(i, 3)->setForeground(currentColours().caution);
    for (int c = 0; c < 4; ++c)
      m_parameters->item(i, c)->setToolTip(tr("Source: %1\nShipped value: %2").arg(source).arg(row.default_value));
  }
  m_parameters->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_parameters->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  const QString before = m_plans->currentData().toString();
  {
    const QSignalBlocker quiet(m_plans);
    m_plans->clear();
    for (const ResponseRule& rule : m_rules)
      if (const QString name = QString::fromStdString(rule.plan_name); m_plans->findData(name) < 0)
        m_plans->addItem(rule.in_use ? tr("%1 (in use)").arg(name) : name, name);
    m_plans->setCurrentIndex(std::max(0, m_plans->findData(before)));
  }
  for (QWidget* widget : std::initializer_list<QWidget*>{m_reset, m_use_matrix, m_use_plan})
    widget->setEnabled(canEdit());
  m_drop_matrix->setEnabled(canEdit() && !m_figures.official.empty());
  m_filling = false;
  showPlan();
  showMatrix();
}

void BasisPage::showPlan() {
  m_filling = true;
  m_plan.clear();
  for (const ResponseRule& rule : m_rules)
    if (QString::fromStdString(rule.plan_name) == m_plans->currentData().toString()) m_plan.push_back(rule);
  m_grades->setColumnCount(4);
  m_grades->setHorizontalHeaderLabels({tr("Grade"), tr("Deaths ≥"), tr("M ≥"), tr("M ≥, dense")});
  m_grades->setRowCount(static_cast<int>(m_plan.size()));
  const auto number = [](const auto& value) { return value ? QString::number(*value) : QString(); };
  for (int i = 0; i < static_cast<int>(m_plan.size()); ++i) {
    const ResponseRule& rule = m_plan[static_cast<std::size_t>(i)];
    m_grades->setItem(
        i, 0,
        cell(QString::fromStdString(rule.grade_name + (rule.response_name.empty() ? "" : " · " + rule.response_name)),
             false));
    m_grades->setItem(i, 1, cell(number(rule.min_deaths), canEdit()));
    m_grades->setItem(i, 2, cell(number(rule.min_magnitude), canEdit()));
    m_grades->setItem(i, 3, cell(number(rule.min_magnitude_dense), canEdit()));
    m_grades->item(i, 0)->setToolTip(QString::fromStdString(rule.leader));
    for (int c = 1; c < 4; ++c) m_grades->item(i, c)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
  m_grades->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_grades->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  int height = m_grades->horizontalHeader()->sizeHint().height() + dp(6);
  for (int i = 0; i < m_grades->rowCount(); ++i) height += m_grades->rowHeight(i);
  m_grades->setFixedHeight(height);
  if (!m_plan.empty()) {
    const ResponseRule& first = m_plan.front();
    m_plan_source->setText(tr("%1, %2. %3 (%4)")
                               .arg(QString::fromStdString(first.plan_name), QString::fromStdString(first.plan_date),
                                    QString::fromStdString(first.figures_source), confidenceText(first.confidence)));
    m_use_plan->setEnabled(canEdit() && !first.in_use);
  }
  m_filling = false;
}

void BasisPage::showMatrix() {
  m_matrix_said->setText(
      m_figures.official.empty()
          ? tr("Derived from the index ranges of GB/T 17742-2020. Paste an official matrix to replace it: "
               "one line each, class, degree and five percentages (sound … destroyed), for example "
               "“B 8 10 25 35 20 10”.")
          : tr("%1 rows of an official matrix are used.").arg(m_figures.official.size()));
  QStringList lines;
  for (const auto& [key, shares] : m_figures.official) {
    const std::string_view name = buildingClassName(key.first);
    QString line = QStringLiteral("%1 %2")
                       .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())))
                       .arg(key.second);
    for (const double share : shares) line += QStringLiteral(" %1").arg(100 * share, 0, 'g', 4);
    lines << line;
  }
  m_matrix->setPlainText(lines.join(QLatin1Char('\n')));
}

void BasisPage::write(const QString& title, SeismicEdit edit) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_write.ask([folder = workspace->folder, author = m_context.settings.author(), title = title.toStdString(),
               edit = std::move(edit)](const gis::CancelToken&,
                                       const gis::Progress&) { return editSeismic(folder, author, title, edit); },
              [this](gis::Result<SeismicData> book) {
                if (!book) {
                  m_context.messages.add(std::move(book.error()));
                  return refresh();
                }
                emit dataRead(*book);
              });
}

void BasisPage::saveParameter(QTableWidgetItem* item) {
  if (m_filling || item->column() != 1) return;
  const ModelParameter& row = m_rows[static_cast<std::size_t>(item->row())];
  bool number = false;
  const double value = item->text().toDouble(&number);
  if (!number || value < 0 || !std::isfinite(value)) {
    m_context.map.say(tr("A number of 0 or more is needed."));
    QMetaObject::invokeMethod(this, &BasisPage::refresh, Qt::QueuedConnection);
    return;
  }
  write(tr("Figure of the earthquake model"), [uuid = row.uuid, value](gis::RowEditor& rows) {
    return rows.set("model_parameter", uuid, {{"value", value}});
  });
}

void BasisPage::saveRule(QTableWidgetItem* item) {
  if (m_filling || item->column() < 1) return;
  static constexpr std::array kColumns{"", "min_deaths", "min_magnitude", "min_magnitude_dense"};
  const QString text = item->text().trimmed();
  bool number = false;
  const double value = text.toDouble(&number);
  if (!text.isEmpty() && (!number || value < 0)) {
    m_context.map.say(tr("A number of 0 or more is needed; empty: not used by the plan."));
    QMetaObject::invokeMethod(this, &BasisPage::showPlan, Qt::QueuedConnection);
    return;
  }
  gis::CellValue cell_value;
  if (!text.isEmpty()) {
    if (item->column() == 1)
      cell_value = static_cast<std::int64_t>(value);
    else
      cell_value = value;
  }
  write(tr("Grades of an earthquake plan"),
        [uuid = m_plan[static_cast<std::size_t>(item->row())].uuid,
         column = std::string(kColumns[static_cast<std::size_t>(item->column())]), cell_value](gis::RowEditor& rows) {
          return rows.set("quake_response_rule", uuid, {{column, cell_value}});
        });
}

void BasisPage::usePlan() {
  const std::string name = m_plans->currentData().toString().toStdString();
  write(tr("Earthquake plan in use"), [rules = m_rules, name](gis::RowEditor& rows) -> gis::Result<void> {
    for (const ResponseRule& rule : rules)
      if (rule.in_use != (rule.plan_name == name))
        if (auto done = rows.set("quake_response_rule", rule.uuid, {{"in_use", std::int64_t{rule.plan_name == name}}});
            !done)
          return done;
    return {};
  });
}

void BasisPage::resetParameters() {
  write(tr("Figures of the earthquake model reset"), [all = m_rows](gis::RowEditor& rows) -> gis::Result<void> {
    for (const ModelParameter& row : all)
      if (row.value != row.default_value)
        if (auto done = rows.set("model_parameter", row.uuid, {{"value", row.default_value}}); !done) return done;
    return {};
  });
}

void BasisPage::useMatrix() {
  std::vector<gis::RowCells> made;
  const QStringList lines = m_matrix->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  for (const QString& line : lines) {
    const QStringList cells =
        line.trimmed().split(QRegularExpression(QStringLiteral("[\\s,;，]+")), Qt::SkipEmptyParts);
    double sum = 0;
    bool fine = cells.size() == 7 && buildingClassNamed(cells[0].toUpper().toStdString()).has_value();
    const int degree = fine ? cells[1].toInt(&fine) : 0;
    gis::RowCells row;
    for (int g = 0; fine && g < 5; ++g) {
      bool number = false;
      const double percent = QString(cells[2 + g]).remove(QLatin1Char('%')).toDouble(&number);
      fine = number && percent >= 0 && percent <= 100;
      sum += percent;
      row[kGradeColumns[static_cast<std::size_t>(g)]] = percent;
    }
    if (!fine || degree < 6 || degree > 12 || std::abs(sum - 100) > 0.5) {
      m_matrix_said->setText(
          tr("“%1” cannot be used: class A1, A2, B, C or D, degree 6 to 12, five percentages that sum to 100.")
              .arg(line.trimmed()));
      return;
    }
    row["structure_class"] = cells[0].toUpper().toStdString();
    row["intensity"] = std::int64_t{degree};
    row["figures_source"] = tr("entered by hand").toStdString();
    row["source"] = std::string("人工录入");
    made.push_back(std::move(row));
  }
  if (made.empty()) return;
  write(tr("Official damage matrix"), [made](gis::RowEditor& rows) -> gis::Result<void> {
    const auto old = rows.rows().uuidsOf("damage_matrix_row", 0, 1'000'000);
    if (!old) return std::unexpected(old.error());
    for (const std::string& uuid : *old)
      if (auto done = rows.remove("damage_matrix_row", uuid); !done) return done;
    for (const gis::RowCells& row : made)
      if (auto done = rows.insert("damage_matrix_row", row); !done) return std::unexpected(done.error());
    return {};
  });
}

void BasisPage::dropMatrix() {
  write(tr("Official damage matrix removed"), [](gis::RowEditor& rows) -> gis::Result<void> {
    const auto old = rows.rows().uuidsOf("damage_matrix_row", 0, 1'000'000);
    if (!old) return std::unexpected(old.error());
    for (const std::string& uuid : *old)
      if (auto done = rows.remove("damage_matrix_row", uuid); !done) return done;
    return {};
  });
}

void BasisPage::retranslate() {
  m_plan_title->setText(tr("Grades and response"));
  m_parameters_title->setText(tr("Figures of the estimate"));
  m_matrix_title->setText(tr("Damage matrix"));
  m_plans->setAccessibleName(tr("Plan"));
  m_use_plan->setText(tr("Use this plan"));
  m_reset->setText(tr("Reset all"));
  m_use_matrix->setText(tr("Use as official"));
  m_drop_matrix->setText(tr("Back to derived"));
  refresh();
}

}  // namespace app
