// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/people_form.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/settings/theme.h"
#include "app/stocks/stocks_words.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/levels_store.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

constexpr std::int64_t kMostPeople = 100'000'000;
constexpr int kMostDays = 365, kDaysWide = 52, kPeopleWide = 96;

// As it is typed: "12,400", also with the comma of a Chinese keyboard.
std::optional<std::int64_t> numberTyped(const QLineEdit& edit, std::int64_t least, std::int64_t most) {
  QString text = edit.text().trimmed();
  text.remove(QLatin1Char(',')).remove(QChar(0xFF0C));
  bool whole = false;
  const qlonglong number = text.toLongLong(&whole);
  if (!whole || number < least || number > most) return std::nullopt;
  return number;
}

bool sameBasis(const stocks::LevelBasis& one, const stocks::LevelBasis& other) {
  return one.people == other.people && one.minimum_days == other.minimum_days && one.target_days == other.target_days &&
         one.maximum_days == other.maximum_days && one.source == other.source;
}

}  // namespace

PeopleForm::PeopleForm(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_said(new QLabel),
      m_trouble(new QLabel),
      m_method(new QLabel),
      m_people_label(new QLabel),
      m_days_label(new QLabel),
      m_source_label(new QLabel),
      m_change(new QToolButton),
      m_form(new QWidget),
      m_people(new QLineEdit),
      m_days{new QLineEdit, new QLineEdit, new QLineEdit},
      m_source(new QLineEdit),
      m_day_words{new QLabel, new QLabel, new QLabel},
      m_counted(new QPushButton),
      m_back(new QPushButton),
      m_save(new QPushButton),
      m_write_slot(context.pools, Pool::kIo),
      m_count_slot(context.pools, Pool::kIo) {
  makeWidgets();
  retranslate();
}

void PeopleForm::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(4));
  auto* top = new QHBoxLayout;
  m_said->setWordWrap(true);
  m_said->setProperty("role", "second");
  m_change->setCheckable(true);
  top->addWidget(m_said, 1);
  top->addWidget(m_change, 0, Qt::AlignTop);
  column->addLayout(top);
  auto* grid = new QGridLayout(m_form);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(dp(4));
  auto* people = new QHBoxLayout;
  people->setSpacing(dp(6));
  m_people->setMaximumWidth(dp(kPeopleWide));
  people->addWidget(m_people);
  people->addWidget(m_counted);
  people->addStretch(1);
  auto* days = new QHBoxLayout;
  days->setSpacing(dp(6));
  for (int which = 0; which < 3; ++which) {
    m_days[which]->setMaximumWidth(dp(kDaysWide));
    m_day_words[which]->setBuddy(m_days[which]);
    days->addWidget(m_day_words[which]);
    days->addWidget(m_days[which]);
  }
  days->addStretch(1);
  m_people_label->setBuddy(m_people);
  m_source_label->setBuddy(m_source);
  grid->addWidget(m_people_label, 0, 0);
  grid->addLayout(people, 0, 1);
  grid->addWidget(m_days_label, 1, 0);
  grid->addLayout(days, 1, 1);
  grid->addWidget(m_source_label, 2, 0);
  grid->addWidget(m_source, 2, 1);
  m_method->setProperty("role", "faint");
  m_trouble->setProperty("role", "danger");
  for (QLabel* label : {m_method, m_trouble}) label->setWordWrap(true);
  grid->addWidget(m_method, 3, 0, 1, 2);
  grid->addWidget(m_trouble, 4, 0, 1, 2);
  auto* end = new QHBoxLayout;
  m_save->setProperty("primary", true);
  end->addWidget(m_back);
  end->addStretch(1);
  end->addWidget(m_save);
  grid->addLayout(end, 5, 0, 1, 2);
  column->addWidget(m_form);
  m_form->hide();
  m_trouble->hide();
  connect(m_change, &QToolButton::clicked, this, &PeopleForm::unfold);
  for (QLineEdit* edit : {m_people, m_days[0], m_days[1], m_days[2], m_source})
    connect(edit, &QLineEdit::returnPressed, this, &PeopleForm::save);
  connect(m_save, &QPushButton::clicked, this, &PeopleForm::save);
  connect(m_back, &QPushButton::clicked, this, &PeopleForm::putBack);
  connect(m_counted, &QPushButton::clicked, this, &PeopleForm::takeCounted);
}

QString PeopleForm::said() const { return m_said->text(); }
QString PeopleForm::troubleText() const { return m_trouble->text(); }
bool PeopleForm::canPutBack() const { return m_back->isEnabled(); }
bool PeopleForm::isUnfolded() const { return !m_form->isHidden(); }

const StockPeople* PeopleForm::known() const {
  if (!m_view) return nullptr;
  const auto found = m_view->people.find(m_depot_id);
  return found == m_view->people.end() ? nullptr : &found->second;
}

void PeopleForm::setDepot(std::int64_t depot_id) {
  if (depot_id == m_depot_id) return;
  m_depot_id = depot_id;
  m_counted_people.reset();
  m_count_slot.drop();
  if (isUnfolded()) depot_id == 0 ? unfold(false) : askCounted();
  fill();
}

// What is being typed stays when the stocks are read again.
void PeopleForm::showView() {
  if (!m_view || !m_view->directory.depot(m_depot_id)) m_depot_id = 0;
  if (m_depot_id == 0) unfold(false);
  isUnfolded() ? say() : fill();
}

void PeopleForm::unfold(bool on) {
  m_change->setChecked(on);
  if (on == isUnfolded()) return;
  m_form->setVisible(on);
  if (!on) return;
  fill();
  askCounted();
  m_people->setFocus();
  m_people->selectAll();
}

void PeopleForm::fill() {
  const StockPeople* one = known();
  const stocks::LevelBasis basis = one ? one->stands : stocks::LevelBasis();
  m_people->setText(one ? stockCount(basis.people) : QString());
  const int days[] = {basis.minimum_days, basis.target_days, basis.maximum_days};
  for (int which = 0; which < 3; ++which) m_days[which]->setText(QString::number(days[which]));
  m_source->setText(QString::fromStdString(basis.source));
  m_source->setCursorPosition(0);
  showTrouble(*m_trouble, {});
  say();
}

void PeopleForm::say() {
  const StockPeople* one = known();
  m_change->setVisible(m_depot_id != 0);
  m_change->setEnabled(canWrite());
  if (!m_view) {
    m_said->clear();
  } else if (m_depot_id == 0) {
    m_said->setText(tr("Choose a depot to see and set whom it is there for."));
  } else if (!one) {
    m_said->setText(tr("For nobody yet: without people at risk there are no computed levels."));
  } else {
    m_said->setText(tr("For %1 people at risk, %2/%3/%4 days. Source: %5 · %6, %7")
                        .arg(stockCount(one->stands.people))
                        .arg(one->stands.minimum_days)
                        .arg(one->stands.target_days)
                        .arg(one->stands.maximum_days)
                        .arg(QString::fromStdString(one->stands.source),
                             one->author.empty() ? QStringLiteral("—") : QString::fromStdString(one->author),
                             QString::fromStdString(stocks::dayOf(one->changed_utc_ms))));
  }
  const bool back = one && one->before && canWrite() && !m_write_slot.busy();
  m_back->setVisible(one && one->before);
  m_back->setEnabled(back);
  if (one && one->before) {
    m_back->setText(tr("Back to %1 people").arg(stockCount(one->before->people)));
    m_back->setToolTip(tr("As it was before: %1 people, %2/%3/%4 days, %5")
                           .arg(stockCount(one->before->people))
                           .arg(one->before->minimum_days)
                           .arg(one->before->target_days)
                           .arg(one->before->maximum_days)
                           .arg(QString::fromStdString(one->before->source)));
  }
  m_counted->setVisible(m_counted_people.has_value());
  m_counted->setEnabled(canWrite());
  if (m_counted_people) m_counted->setText(tr("Take the %1 on record").arg(stockCount(*m_counted_people)));
  m_save->setEnabled(canWrite() && !m_write_slot.busy());
}

void PeopleForm::askCounted() {
  const auto where = folder();
  const stocks::Depot* depot = m_view ? m_view->directory.depot(m_depot_id) : nullptr;
  if (!where || !depot || m_counted_people) return;
  m_count_slot.ask(
      [where = *where, code = depot->division_code](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<std::int64_t>(where, gis::OpenMode::kRead, [&](const OpenStocks& open) {
          return stocks::LevelsStore(open.db).peopleAtRisk(code);
        });
      },
      [this](const gis::Result<std::int64_t>& people) {
        if (people) m_counted_people = *people;
        say();
      });
}

void PeopleForm::takeCounted() {
  if (!m_counted_people) return;
  m_people->setText(stockCount(*m_counted_people));
  m_source->setText(tr("threatened by geological hazards and in danger sections, as recorded"));
  m_source->setCursorPosition(0);
  m_people->setFocus();
}

std::optional<stocks::LevelBasis> PeopleForm::typed() {
  const StockPeople* one = known();
  stocks::LevelBasis basis = one ? one->stands : stocks::LevelBasis();
  basis.depot_id = m_depot_id;
  const auto wrong = [&](QLineEdit* edit, const QString& why) {
    showTrouble(*m_trouble, why);
    edit->setFocus();
    edit->selectAll();
    return std::nullopt;
  };
  const auto people = numberTyped(*m_people, 0, kMostPeople);
  if (!people) return wrong(m_people, tr("People: a whole number from 0 to %1.").arg(stockCount(kMostPeople)));
  basis.people = *people;
  int* const days[] = {&basis.minimum_days, &basis.target_days, &basis.maximum_days};
  for (int which = 0; which < 3; ++which) {
    const auto number = numberTyped(*m_days[which], 1, kMostDays);
    if (!number) return wrong(m_days[which], tr("Days: whole numbers from 1 to %1.").arg(kMostDays));
    *days[which] = static_cast<int>(*number);
    if (which > 0 && *days[which] < *days[which - 1])
      return wrong(m_days[which], tr("Days must not fall: minimum, target, maximum."));
  }
  basis.source = m_source->text().trimmed().toStdString();
  if (basis.source.empty()) return wrong(m_source, tr("Say where the number of people comes from."));
  if (one && sameBasis(basis, one->stands)) return wrong(m_people, tr("Nothing was changed."));
  return basis;
}

void PeopleForm::save() {
  if (!m_save->isEnabled() || m_depot_id == 0) return;
  if (const auto basis = typed()) write(*basis);
}

void PeopleForm::putBack() {
  const StockPeople* one = known();
  if (one && one->before && m_back->isEnabled()) write(*one->before);
}

void PeopleForm::write(const stocks::LevelBasis& basis) {
  const auto where = folder();
  if (!where || !canWrite() || m_write_slot.busy()) return;
  showTrouble(*m_trouble, {});
  m_write_slot.ask(
      [where = *where, basis, who = officer()](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<void>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          return stocks::LevelsStore(open.db).setBasis(basis, who, open.clock.nowUtcMs());
        });
      },
      [this, basis](const gis::Result<void>& done) {
        if (!done) {
          showTrouble(*m_trouble, tr("Nothing was saved. %1").arg(stockTrouble(done.error())));
          return say();
        }
        if (m_context.map.say) m_context.map.say(tr("Set: %1 people at risk.").arg(stockCount(basis.people)));
        unfold(false);
        m_change->setFocus();
        emit changed();
      });
  say();
}

void PeopleForm::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || !isUnfolded()) return StockPage::keyPressEvent(event);
  unfold(false);
  m_change->setFocus();
}

void PeopleForm::retranslate() {
  m_change->setText(tr("People …"));
  m_change->setToolTip(tr("Whom the depot is there for, and how many days its stock is to last"));
  m_people_label->setText(tr("People at risk"));
  m_days_label->setText(tr("Days"));
  m_source_label->setText(tr("Source"));
  const QString words[] = {tr("min."), tr("target"), tr("max.")};
  for (int which = 0; which < 3; ++which) {
    m_day_words[which]->setText(words[which]);
    m_days[which]->setAccessibleName(tr("Days, %1").arg(words[which]));
  }
  m_people->setAccessibleName(m_people_label->text());
  m_source->setAccessibleName(m_source_label->text());
  m_method->setText(
      tr("Level = people × norm for 1,000 ÷ 1,000, of what is used by the day × days. Levels set by hand stay."));
  m_save->setText(tr("Save"));
  say();
}

}  // namespace app
