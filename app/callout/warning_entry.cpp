// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/warning_entry.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/callout/callout_words.h"
#include "app/core/wheel_pass.h"
#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"
#include "gis/cap/event_types.h"

namespace app {
namespace {

constexpr int kMostHours = 240;
constexpr const char* kColourWords[] = {"红色", "橙色", "黄色", "蓝色"};

}  // namespace

WarningEntry::WarningEntry(QWidget* parent)
    : QWidget(parent),
      m_kind(new QComboBox),
      m_type(new QComboBox),
      m_colour(new QComboBox),
      m_places(new QListWidget),
      m_sender(new QLineEdit),
      m_headline(new QLineEdit),
      m_text(new QPlainTextEdit),
      m_hours(new QSpinBox),
      m_exercise(new QCheckBox),
      m_problem(new QLabel),
      m_keep(new QPushButton),
      m_close(new QPushButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(6));
  auto* form = new QFormLayout;
  form->setSpacing(dp(4));
  form->setLabelAlignment(Qt::AlignLeft);
  QWidget* const fields[] = {m_kind, m_type, m_colour, m_sender, m_places, m_headline, m_hours};
  for (std::size_t i = 0; i < std::size(fields); ++i) {
    m_labels[i] = new QLabel;
    m_labels[i]->setBuddy(fields[i]);
    form->addRow(m_labels[i], fields[i]);
  }
  m_places->setMaximumHeight(dp(110));
  m_hours->setRange(1, kMostHours);
  m_hours->setValue(12);
  m_text->setMinimumHeight(dp(64));
  // On a low screen the text gives way, so that the buttons stay in sight.
  m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  m_problem->setProperty("role", "danger");
  m_problem->setWordWrap(true);
  m_problem->hide();
  m_keep->setDefault(true);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_kind, m_type, m_colour, m_hours}) passWheel(*widget);
  column->addLayout(form);
  column->addWidget(m_text, 1);
  column->addWidget(m_exercise);
  column->addWidget(m_problem);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(m_close);
  buttons->addWidget(m_keep);
  column->addLayout(buttons);
  for (QComboBox* box : {m_kind, m_type, m_colour})
    connect(box, &QComboBox::currentIndexChanged, this, [this] { fill(); });
  connect(m_places, &QListWidget::itemChanged, this, [this] { fill(); });
  connect(m_sender, &QLineEdit::textEdited, this, [this] { fill(); });
  connect(m_keep, &QPushButton::clicked, this, &WarningEntry::keep);
  connect(m_close, &QPushButton::clicked, this, &WarningEntry::cancelled);
  retranslate();
}

void WarningEntry::begin(const std::vector<WarnedPlace>& counties, const gis::Warning12379* before) {
  m_counties = counties;
  m_before_id = before ? before->identifier : std::string();
  m_problem->hide();
  m_headline->clear();
  m_text->clear();
  m_made_headline.clear();
  m_made_text.clear();
  const QSignalBlocker quiet(m_places);
  m_places->clear();
  const auto named = [&](const WarnedPlace& county) {
    return before && std::ranges::any_of(before->division_codes, [&](const std::string& code) {
             return county.code.starts_with(code.substr(0, 6));
           });
  };
  // What is taken over stands on top, where it is seen.
  std::ranges::stable_partition(m_counties, named);
  for (const WarnedPlace& county : m_counties) {
    auto* item = new QListWidgetItem(county.name, m_places);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(named(county) ? Qt::Checked : Qt::Unchecked);
    item->setData(Qt::UserRole, QString::fromStdString(county.code));
  }
  m_kind->setCurrentIndex(0);
  m_kind->setEnabled(before != nullptr);
  if (before) {
    choose(before->event_code, before->colour.value_or(gis::WarningColour::kRed));
    m_sender->setText(QString::fromStdString(before->sender_name));
  }
  fill();
  m_type->setFocus();
}

void WarningEntry::begin(const std::vector<WarnedPlace>& counties, const WarningDraft& draft) {
  begin(counties, nullptr);
  choose(draft.event_code, gis::colourNamed(draft.colour).value_or(gis::WarningColour::kRed));
  for (const std::string& code : draft.division_codes) chooseCounty(code.substr(0, 6) + "000000", true);
  if (!draft.text.isEmpty()) m_text->setPlainText(draft.text);
}

void WarningEntry::choose(const std::string& event_code, gis::WarningColour colour) {
  m_type->setCurrentIndex(std::max(0, m_type->findData(QString::fromStdString(event_code))));
  m_colour->setCurrentIndex(static_cast<int>(colour));
}

void WarningEntry::chooseCounty(const std::string& code, bool chosen) {
  for (int i = 0; i < m_places->count(); ++i)
    if (m_places->item(i)->data(Qt::UserRole).toString().toStdString() == code)
      m_places->item(i)->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
}

TypedWarning WarningEntry::warning() const {
  TypedWarning typed;
  typed.event_code = m_type->currentData().toString().toStdString();
  typed.colour = static_cast<gis::WarningColour>(std::max(0, m_colour->currentIndex()));
  for (int i = 0; i < m_places->count(); ++i)
    if (m_places->item(i)->checkState() == Qt::Checked)
      typed.division_codes.push_back(m_places->item(i)->data(Qt::UserRole).toString().toStdString());
  typed.sender_name = m_sender->text().trimmed().toStdString();
  typed.headline = m_headline->text().trimmed().toStdString();
  typed.description = m_text->toPlainText().trimmed().toStdString();
  typed.hours = m_hours->value();
  typed.is_exercise = m_exercise->isChecked();
  if (m_kind->currentIndex() > 0) typed.updates = m_before_id;
  typed.cancels = m_kind->currentIndex() == 2;
  return typed;
}

// The words of the message are Chinese: those who are called read them.
void WarningEntry::fill() {
  const TypedWarning typed = warning();
  const gis::EventType* type = gis::eventTypeOf(typed.event_code);
  if (!type) return;
  const QString sender = QString::fromStdString(typed.sender_name);
  const QString event = QString::fromStdString(type->name_zh);
  const QString colour = QString::fromUtf8(kColourWords[static_cast<std::size_t>(typed.colour)]);
  QStringList places;
  for (int i = 0; i < m_places->count(); ++i)
    if (m_places->item(i)->checkState() == Qt::Checked) places << m_places->item(i)->text();
  const QString verb = typed.cancels            ? QStringLiteral("解除")
                       : !typed.updates.empty() ? QStringLiteral("继续发布")
                                                : QStringLiteral("发布");
  const QString headline = QStringLiteral("%1%2%3%4预警").arg(sender, verb, event, colour);
  const QString text =
      typed.cancels ? QStringLiteral("%1解除%2%3预警。").arg(sender, event, colour)
                    : QStringLiteral("%1%2%3%4预警：预计未来%5小时，%6有%3灾害风险，请加强防范。")
                          .arg(sender, verb, event, colour)
                          .arg(m_hours->value())
                          .arg(places.isEmpty() ? QStringLiteral("（区县）") : places.join(QStringLiteral("、")));
  if (m_headline->text() == m_made_headline) m_headline->setText(headline);
  if (m_text->toPlainText() == m_made_text) m_text->setPlainText(text);
  m_made_headline = headline;
  m_made_text = text;
}

void WarningEntry::keep() {
  const TypedWarning typed = warning();
  if (typed.division_codes.empty() || typed.headline.empty() || typed.sender_name.empty()) {
    m_problem->setText(typed.division_codes.empty() ? tr("Choose at least one county.")
                       : typed.sender_name.empty()  ? tr("Say who issues the warning.")
                                                    : tr("The warning needs a headline."));
    m_problem->show();
    return;
  }
  emit accepted(typed);
}

void WarningEntry::retranslate() {
  const char* const labels[] = {QT_TR_NOOP("Message"),  QT_TR_NOOP("Type"),     QT_TR_NOOP("Level"),
                                QT_TR_NOOP("Issuer"),   QT_TR_NOOP("Counties"), QT_TR_NOOP("Headline"),
                                QT_TR_NOOP("Valid for")};
  for (std::size_t i = 0; i < std::size(labels); ++i) m_labels[i]->setText(tr(labels[i]));
  const auto refill = [](QComboBox* box, const std::vector<std::pair<QString, QString>>& rows) {
    const QSignalBlocker quiet(box);
    const int kept = std::max(0, box->currentIndex());
    box->clear();
    for (const auto& row : rows) box->addItem(row.first, row.second);
    box->setCurrentIndex(std::min(kept, box->count() - 1));
  };
  refill(m_kind, {{tr("A new warning"), {}}, {tr("Update of the one chosen"), {}}, {tr("Cancels the one chosen"), {}}});
  const bool zh = tr("Type") != QLatin1String("Type");
  std::vector<std::pair<QString, QString>> types;
  for (const gis::EventType& type : gis::eventTypes())
    types.emplace_back(QString::fromStdString(zh ? type.name_zh : type.name_en), QString::fromStdString(type.code));
  refill(m_type, types);
  std::vector<std::pair<QString, QString>> colours;
  for (const auto colour :
       {gis::WarningColour::kRed, gis::WarningColour::kOrange, gis::WarningColour::kYellow, gis::WarningColour::kBlue})
    colours.emplace_back(QStringLiteral("%1  %2").arg(levelText(colour), colourText(colour)), QString());
  refill(m_colour, colours);
  m_hours->setSuffix(tr(" h"));
  m_sender->setPlaceholderText(tr("e.g. the city's meteorological office"));
  m_exercise->setText(tr("Exercise: nobody is called as if it were real"));
  m_keep->setText(tr("Keep"));
  m_close->setText(tr("Cancel"));
}

void WarningEntry::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
