// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weather/warning_form.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

#include "app/settings/theme.h"
#include "layers/weather/warning_layer.h"

namespace app {
namespace {

constexpr std::int64_t kMsPerHour = 3'600'000;

}  // namespace

WarningForm::WarningForm(QWidget* parent)
    : QWidget(parent),
      m_type(new QComboBox),
      m_colour(new QComboBox),
      m_unit(new QLineEdit),
      m_hours(new QSpinBox),
      m_districts(new QListWidget),
      m_headline(new QLineEdit),
      m_text(new QPlainTextEdit),
      m_problem(new QLabel),
      m_issue(new QPushButton),
      m_close(new QPushButton) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(dp(6));
  QWidget* fields[] = {m_type, m_colour, m_districts, m_unit, m_hours, m_headline, m_text};
  for (int i = 0; i < 7; ++i) {
    m_titles[i] = new QLabel;
    grid->addWidget(m_titles[i], i, 0, i == 2 || i == 6 ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addWidget(fields[i], i, 1);
  }
  grid->setColumnStretch(1, 1);
  grid->setRowStretch(2, 1);
  m_hours->setRange(1, 24 * 30);
  m_districts->setMinimumHeight(dp(110));
  m_text->setMinimumHeight(dp(90));
  m_text->setTabChangesFocus(true);
  m_problem->setWordWrap(true);
  m_problem->setProperty("role", "danger");
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(m_close);
  buttons->addWidget(m_issue);
  grid->addWidget(m_problem, 7, 0, 1, 2);
  grid->addLayout(buttons, 8, 0, 1, 2);
  for (QComboBox* box : {m_type, m_colour}) connect(box, &QComboBox::activated, this, &WarningForm::fillTexts);
  connect(m_districts, &QListWidget::itemChanged, this, &WarningForm::fillTexts);
  connect(m_unit, &QLineEdit::editingFinished, this, &WarningForm::fillTexts);
  connect(m_issue, &QPushButton::clicked, this, &WarningForm::accepted);
  connect(m_close, &QPushButton::clicked, this, &WarningForm::rejected);
  retranslate();
}

void WarningForm::setChoices(const WarningBook& book, const gis::CodeLists& codes, const QString& language,
                             const QString& city_name) {
  m_book = book;
  m_language = language;
  m_city = city_name;
  const bool chinese = language.startsWith(QLatin1String("zh"));
  const QString type = m_type->currentData().toString();
  const int colour = m_colour->currentData().toInt();
  m_type->clear();
  m_colour->clear();
  if (const auto found = codes.find("code_warning_type"); found != codes.end())
    for (const gis::CodeEntry& entry : found->second)
      m_type->addItem(QString::fromStdString(chinese ? entry.name_zh : entry.name_en),
                      QString::fromStdString(entry.code));
  if (const auto found = codes.find("code_warning_colour"); found != codes.end())
    for (const gis::CodeEntry& entry : found->second) {
      QPixmap swatch(dp(12), dp(12));
      swatch.fill(layers::warningColour(std::stoi(entry.code)));
      m_colour->addItem(QIcon(swatch), QString::fromStdString(chinese ? entry.name_zh : entry.name_en),
                        std::stoi(entry.code));
    }
  m_type->setCurrentIndex(std::max(0, m_type->findData(type)));
  m_colour->setCurrentIndex(std::max(0, m_colour->findData(colour)));
  const QSignalBlocker quiet(m_districts);
  QStringList chosen;
  for (int i = 0; i < m_districts->count(); ++i)
    if (m_districts->item(i)->checkState() == Qt::Checked)
      chosen << m_districts->item(i)->data(Qt::UserRole).toString();
  m_districts->clear();
  for (const WarnedDistrict& district : m_book.districts) {
    auto* item = new QListWidgetItem(QString::fromStdString(district.name), m_districts);
    item->setData(Qt::UserRole, QString::fromStdString(district.code));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(chosen.contains(QString::fromStdString(district.code)) ? Qt::Checked : Qt::Unchecked);
  }
}

void WarningForm::begin(const std::string& city_code, const std::string& author, std::int64_t now_utc_ms,
                        const gis::weather::WarningRecord* before) {
  m_base = before ? *before : gis::weather::WarningRecord{};
  m_base.message = before ? gis::weather::WarningMessage::kUpdate : gis::weather::WarningMessage::kAlert;
  int serial = 0;
  const auto taken = [&](const std::string& id) {
    return std::ranges::any_of(m_book.messages, [&](const auto& m) { return m.identifier == id; });
  };
  while (serial < 9 && taken(gis::weather::platformIdentifier(city_code, now_utc_ms, serial))) ++serial;
  m_base.identifier = gis::weather::platformIdentifier(city_code, now_utc_ms, serial);
  if (!before) {
    m_base.first_identifier = m_base.identifier;
    m_base.sender = city_code + "41600000";
    m_base.sender_name = (m_city + tr(" Meteorological Observatory")).toStdString();
  }
  m_base.author = author.empty() ? "-" : author;
  m_base.issued_utc_ms = m_base.effective_utc_ms = m_base.entered_utc_ms = now_utc_ms;
  if (before) chooseType(before->type_code, before->colour);
  m_unit->setText(QString::fromStdString(m_base.sender_name));
  const QSignalBlocker quiet(m_districts);
  for (int i = 0; i < m_districts->count(); ++i) {
    const std::string code = m_districts->item(i)->data(Qt::UserRole).toString().toStdString();
    m_districts->item(i)->setCheckState(
        before && std::ranges::find(before->area_codes, code) != before->area_codes.end() ? Qt::Checked
                                                                                          : Qt::Unchecked);
  }
  m_type->setEnabled(!before);
  m_issue->setText(before ? tr("Issue the update") : tr("Issue"));
  m_problem->clear();
  fillTexts();
  m_type->setFocus();
}

void WarningForm::chooseType(const std::string& code, gis::weather::WarningColour colour) {
  m_type->setCurrentIndex(std::max(0, m_type->findData(QString::fromStdString(code))));
  m_colour->setCurrentIndex(std::max(0, m_colour->findData(static_cast<int>(colour))));
  fillTexts();
}

void WarningForm::chooseDistrict(const std::string& code, bool chosen) {
  for (int i = 0; i < m_districts->count(); ++i)
    if (m_districts->item(i)->data(Qt::UserRole).toString().toStdString() == code)
      m_districts->item(i)->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
}

void WarningForm::fillTexts() {
  const bool chinese = m_language.startsWith(QLatin1String("zh"));
  const auto colour = static_cast<gis::weather::WarningColour>(m_colour->currentData().toInt());
  const auto* text =
      gis::weather::templateFor(m_book.templates, m_type->currentData().toString().toStdString(), colour);
  QStringList names;
  for (int i = 0; i < m_districts->count(); ++i)
    if (m_districts->item(i)->checkState() == Qt::Checked) names << m_districts->item(i)->text();
  const QString where = names.size() == m_districts->count() && names.size() > 1
                            ? tr("the whole city")
                            : names.join(chinese ? QStringLiteral("、") : QStringLiteral(", "));
  m_headline->setText(
      tr("%1 issues a %2 %3 warning").arg(m_unit->text(), m_colour->currentText(), m_type->currentText()));
  if (text == nullptr) {
    m_text->setPlainText(where);
    m_problem->setText(m_type->count() > 0 ? tr("The national criteria have no such colour for this type.")
                                           : QString());
    return;
  }
  m_problem->clear();
  m_hours->setValue(text->valid_h);
  m_text->setPlainText(
      chinese
          ? QStringLiteral("%1：%2。%3")
                .arg(where, QString::fromStdString(text->criteria_zh), QString::fromStdString(text->instruction_zh))
          : QStringLiteral("%1: %2. %3")
                .arg(where, QString::fromStdString(text->criteria_en), QString::fromStdString(text->instruction_en)));
}

gis::weather::WarningRecord WarningForm::record() const {
  gis::weather::WarningRecord made = m_base;
  made.type_code = m_type->currentData().toString().toStdString();
  made.colour = static_cast<gis::weather::WarningColour>(m_colour->currentData().toInt());
  made.sender_name = m_unit->text().trimmed().toStdString();
  made.expires_utc_ms = made.effective_utc_ms + m_hours->value() * kMsPerHour;
  made.headline = m_headline->text().trimmed().toStdString();
  made.description = m_text->toPlainText().toStdString();
  made.area_codes.clear();
  for (int i = 0; i < m_districts->count(); ++i)
    if (m_districts->item(i)->checkState() == Qt::Checked)
      made.area_codes.push_back(m_districts->item(i)->data(Qt::UserRole).toString().toStdString());
  return made;
}

void WarningForm::tell(const QString& problem) { m_problem->setText(problem); }

void WarningForm::retranslate() {
  const QString titles[] = {tr("Type"),      tr("Colour"),   tr("Districts"), tr("Issued by"),
                            tr("Valid for"), tr("Headline"), tr("Text")};
  for (int i = 0; i < 7; ++i) m_titles[i]->setText(titles[i]);
  m_hours->setSuffix(tr(" h"));
  m_issue->setText(tr("Issue"));
  m_close->setText(tr("Close"));
}

}  // namespace app
