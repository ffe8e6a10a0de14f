// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/requisition_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/settings/theme.h"
#include "app/stocks/stock_grid.h"
#include "app/stocks/stocks_words.h"
#include "gis/stocks/requisition_store.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

constexpr std::int64_t kMsPerHour = 3'600'000;
constexpr int kMostHours = 24 * 30, kUrgencies = 4;
enum LineColumn { kLineItem, kLineQuantity, kLineSays, kLineColumns };

}  // namespace

RequisitionForm::RequisitionForm(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_unit(new QLineEdit),
      m_person(new QLineEdit),
      m_phone(new QLineEdit),
      m_place(new QLineEdit),
      m_to_depot(new QComboBox),
      m_hours(new QSpinBox),
      m_basis(new QLineEdit),
      m_urgency(new QComboBox),
      m_drill(new QCheckBox),
      m_here(new QCheckBox),
      m_model(new GridModel(this)),
      m_grid(new StockGrid(m_model)),
      m_trouble(new QLabel),
      m_save(new QPushButton),
      m_leave(new QPushButton),
      m_save_slot(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(6));
  auto* rows = new QGridLayout;
  rows->setVerticalSpacing(dp(4));
  QWidget* const fields[kFormRows] = {m_unit, m_person, m_phone, m_place, m_to_depot, m_hours, m_basis, m_urgency};
  for (int row = 0; row < kFormRows; ++row) {
    m_labels[row] = new QLabel;
    m_labels[row]->setBuddy(fields[row]);
    rows->addWidget(m_labels[row], row, 0);
    rows->addWidget(fields[row], row, 1);
  }
  rows->setColumnStretch(1, 1);
  m_hours->setRange(0, kMostHours);
  m_to_depot->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  column->addLayout(rows);
  auto* marks = new QHBoxLayout;
  marks->addWidget(m_here);
  marks->addWidget(m_drill);
  marks->addStretch(1);
  column->addLayout(marks);
  m_model->setGrows(true);
  m_grid->setStops({kLineItem, kLineQuantity});
  column->addWidget(m_grid, 1);
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  m_trouble->hide();
  column->addWidget(m_trouble);
  auto* buttons = new QHBoxLayout;
  m_save->setProperty("primary", true);
  buttons->addStretch(1);
  buttons->addWidget(m_leave);
  buttons->addWidget(m_save);
  column->addLayout(buttons);
  connect(m_save, &QPushButton::clicked, this, &RequisitionForm::save);
  connect(m_leave, &QPushButton::clicked, this, &RequisitionForm::left);
  connect(m_model, &GridModel::edited, this, [this] {
    std::vector<stocks::RequisitionLine> lines;
    readLines(lines);
  });
  retranslate();
}

void RequisitionForm::begin() {
  for (QLineEdit* field : {m_unit, m_person, m_phone, m_place, m_basis}) field->clear();
  m_to_depot->setCurrentIndex(0);
  m_hours->setValue(0);
  m_urgency->setCurrentIndex(1);
  m_drill->setChecked(false);
  m_here->setChecked(false);
  m_model->clear();
  showTrouble(*m_trouble, {});
  m_unit->setFocus();
}

void RequisitionForm::setHead(const QString& unit, const QString& person, const QString& place) {
  m_unit->setText(unit);
  m_person->setText(person);
  m_place->setText(place);
}

void RequisitionForm::fillColumns() {
  std::vector<GridColumn> columns(kLineColumns);
  columns[kLineItem] = {tr("Item"), true, false, false, {}};
  columns[kLineQuantity] = {tr("Quantity"), true, true, false, {}};
  columns[kLineSays] = {tr("In all depots"), false, false, false, {}};
  if (m_view)
    for (const stocks::Item& item : m_view->directory.items)
      columns[kLineItem].words.push_back({itemName(item), QString::fromStdString(m_view->item_words.at(item.id))});
  m_model->setColumns(std::move(columns));
}

void RequisitionForm::showView() {
  fillColumns();
  m_grid->setColumnWidth(kLineItem, dp(150));
  m_grid->horizontalHeader()->setStretchLastSection(true);
  const int at = std::max(0, m_to_depot->currentIndex());
  m_to_depot->clear();
  m_to_depot->addItem(tr("used where it arrives"), 0);
  if (m_view)
    for (const stocks::Depot& depot : m_view->directory.depots)
      m_to_depot->addItem(QString::fromStdString(depot.name), static_cast<qlonglong>(depot.id));
  m_to_depot->setCurrentIndex(std::min(at, m_to_depot->count() - 1));
  m_save->setEnabled(canWrite());
}

// Says beside each line what is there, or what is wrong with it. False: something is.
bool RequisitionForm::readLines(std::vector<stocks::RequisitionLine>& lines) {
  bool good = true;
  if (!m_view) return false;
  for (int row = 0; row < m_model->rowCount(); ++row) {
    if (m_model->isBlank(row)) continue;
    const auto wrong = [&](const QString& text) {
      good = false;
      m_model->setSaid(row, kLineSays, text, GridTone::kDanger);
    };
    const stocks::Item* item = m_view->directory.itemNamed(m_model->text(row, kLineItem).toStdString());
    if (!item) {
      wrong(m_model->text(row, kLineItem).isEmpty() ? tr("Which item?") : tr("No item is called so."));
      continue;
    }
    const auto quantity = stocks::quantityOf(*item, m_model->text(row, kLineQuantity).trimmed().toStdString());
    if (!quantity || *quantity == 0) {
      wrong(tr("A whole number from 1, in %1 or packs.").arg(itemUnit(*item)));
      continue;
    }
    std::int64_t usable = 0;
    for (const stocks::Coverage& one : m_view->coverage)
      if (one.item_id == item->id) usable += one.usable;
    m_model->setSaid(row, kLineSays, quantityText(*item, usable),
                     usable < *quantity ? GridTone::kDanger : GridTone::kFaint);
    lines.push_back({item->code, *quantity, 0, 0, 0, 0, 0});
  }
  return good;
}

stocks::RequisitionHead RequisitionForm::head() const {
  const auto text = [](const QLineEdit* field) { return field->text().trimmed().toStdString(); };
  stocks::RequisitionHead head;
  head.unit = text(m_unit), head.person = text(m_person), head.phone = text(m_phone);
  head.place = text(m_place), head.basis = text(m_basis);
  head.to_depot_id = m_to_depot->currentData().toLongLong();
  head.urgency = m_urgency->currentIndex() + 1;
  head.is_drill = m_drill->isChecked();
  if (m_hours->value() > 0) head.deadline_utc_ms = m_view->now_utc_ms + m_hours->value() * kMsPerHour;
  if (const stocks::Depot* depot = m_view->directory.depot(head.to_depot_id); depot && head.to_depot_id != 0) {
    head.where = depot->where;
    if (head.place.empty()) head.place = depot->name;
  } else if (m_here->isChecked() && m_context.map.centre) {
    head.where = m_context.document.toLonLat(m_context.map.centre());
  }
  return head;
}

void RequisitionForm::save() {
  const auto where = folder();
  if (!where || !m_view || m_save_slot.busy()) return;
  std::vector<stocks::RequisitionLine> lines;
  if (!readLines(lines)) return showTrouble(*m_trouble, tr("Some lines are not finished."));
  if (m_unit->text().trimmed().isEmpty()) {
    m_unit->setFocus();
    return showTrouble(*m_trouble, tr("Say which unit asks."));
  }
  m_save_slot.ask(
      [where = *where, head = head(), lines, who = officer()](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<stocks::Requisition>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          return stocks::RequisitionStore(open.db, open.clock, open.uuids)
              .enter(head, lines, head.person.empty() ? who : head.person);
        });
      },
      [this](gis::Result<stocks::Requisition> done) {
        m_save->setEnabled(canWrite());
        if (!done) return showTrouble(*m_trouble, stockTrouble(done.error()));
        emit entered(QString::fromStdString(done->uuid));
        emit changed();
      });
  m_save->setEnabled(false);
}

void RequisitionForm::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && (event->modifiers() & Qt::ControlModifier)) return save();
  if (event->key() == Qt::Key_Escape) return emit left();
  StockPage::keyPressEvent(event);
}

void RequisitionForm::retranslate() {
  const QString names[kFormRows] = {tr("Unit"),           tr("Person"), tr("Telephone"), tr("Place"),
                                    tr("Into the depot"), tr("Within"), tr("Ground"),    tr("Urgency")};
  for (int row = 0; row < kFormRows; ++row) m_labels[row]->setText(names[row]);
  m_hours->setSuffix(tr(" h"));
  m_hours->setSpecialValueText(tr("no deadline"));
  m_basis->setPlaceholderText(tr("event, response level, number of the paper"));
  const int at = std::max(0, m_urgency->currentIndex());
  m_urgency->clear();
  for (int urgency = 1; urgency <= kUrgencies; ++urgency) m_urgency->addItem(urgencyText(urgency));
  m_urgency->setCurrentIndex(at);
  m_drill->setText(tr("Drill"));
  m_here->setText(tr("Place is the centre of the map"));
  m_save->setText(tr("Ask for it"));
  m_leave->setText(tr("Leave"));
  fillColumns();
}

}  // namespace app
