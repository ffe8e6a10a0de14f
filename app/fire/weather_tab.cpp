// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/weather_tab.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "app/charts/line_chart.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fire/fire_stage.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {
namespace {

constexpr int kCodeRole = Qt::UserRole;
constexpr double kGradeFourFrom = 73;  // HTZ, LY/T 1172-95
const QString kZoneLayer = QStringLiteral("fire_risk_zone"), kSeasonLayer = QStringLiteral("fire-season");

QDoubleSpinBox* spin(double least, double most, double value, const QString& unit) {
  auto* made = new QDoubleSpinBox;
  made->setRange(least, most);
  made->setDecimals(1);
  made->setValue(value);
  made->setSuffix(unit);
  return made;
}

}  // namespace

WeatherTab::WeatherTab(PanelContext& context, FireStage& stage, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stage(stage),
      m_slot(context.pools, Pool::kIo),
      m_save(context.pools, Pool::kIo),
      m_season_slot(context.pools, Pool::kIo),
      m_zones_title(new QLabel),
      m_zones(new QComboBox),
      m_note(new QLabel),
      m_season(new QLabel),
      m_day(new QComboBox),
      m_import(new QToolButton),
      m_add(new QToolButton),
      m_on_map(new QToolButton),
      m_tree(new QTreeWidget),
      m_chart(new LineChart),
      m_form(new QWidget),
      m_new_day(new QDateEdit),
      m_temperature(spin(-50, 60, 20, QStringLiteral(" ℃"))),
      m_humidity(spin(0, 100, 40, QStringLiteral(" %"))),
      m_wind(spin(0, 55, 3, QStringLiteral(" m/s"))),
      m_rain(spin(0, 600, 0, QStringLiteral(" mm"))),
      m_store(new QPushButton),
      m_close_form(new QPushButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(10), dp(12), dp(8));
  column->setSpacing(dp(8));
  auto* top = new QHBoxLayout;
  top->addWidget(m_day, 1);
  for (QToolButton* button : {m_on_map, m_add, m_import}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(dp(18), dp(18)));
    top->addWidget(button);
  }
  m_on_map->setCheckable(true);
  m_add->setCheckable(true);
  for (QLabel* label : {m_note, m_season}) label->setWordWrap(true);
  m_season->setProperty("role", "second");
  m_note->setProperty("role", "second");
  m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_tree->setRootIsDecorated(false);
  m_tree->setUniformRowHeights(true);
  m_tree->setColumnCount(4);
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  for (const int i : {1, 2, 3}) m_tree->header()->setSectionResizeMode(i, QHeaderView::ResizeToContents);
  m_chart->setMinimumHeight(dp(150));
  auto* grid = new QGridLayout(m_form);
  grid->setContentsMargins(0, 0, 0, 0);
  QWidget* fields[] = {m_new_day, m_temperature, m_humidity, m_wind, m_rain};
  for (int i = 0; i < 5; ++i) {
    m_form_titles[i] = new QLabel;
    grid->addWidget(m_form_titles[i], i, 0);
    grid->addWidget(fields[i], i, 1);
  }
  m_new_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
  m_new_day->setCalendarPopup(true);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(m_close_form);
  buttons->addWidget(m_store);
  grid->addLayout(buttons, 5, 0, 1, 2);
  grid->setColumnStretch(1, 1);
  m_form->hide();
  auto* zones = new QHBoxLayout;
  zones->addWidget(m_zones_title);
  zones->addWidget(m_zones, 1);
  column->addLayout(zones);
  column->addLayout(top);
  column->addWidget(m_season);
  column->addWidget(m_form);
  column->addWidget(m_tree, 2);
  column->addWidget(m_chart, 1);
  column->addWidget(m_note);
  connect(m_zones, &QComboBox::activated, this, [this] { showSeason(); });
  connect(m_day, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
  connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] { refreshChart(); });
  connect(m_on_map, &QToolButton::toggled, this, [this] { drawMap(); });
  connect(m_add, &QToolButton::toggled, this, [this](bool on) {
    m_form->setVisible(on);
    if (on) m_temperature->setFocus();
  });
  connect(m_close_form, &QPushButton::clicked, this, [this] { m_add->setChecked(false); });
  connect(m_store, &QPushButton::clicked, this, [this] { saveDay(); });
  connect(m_import, &QToolButton::clicked, this, [this] {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Import daily weather"), QString(), tr("Tables (*.csv *.txt)"));
    if (!file.isEmpty()) importFile(file.toStdString());
  });
  retranslate();
}

void WeatherTab::reload() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_slot.ask([folder = workspace->folder](const gis::CancelToken& cancel,
                                          const gis::Progress&) { return readFireWeather(folder, cancel); },
             [this](gis::Result<WeatherOutcome> outcome) { show(std::move(outcome)); });
  refresh();
}

void WeatherTab::show(gis::Result<WeatherOutcome> outcome) {
  if (!outcome) {
    m_context.messages.add(outcome.error());
    m_outcome.reset();
    refresh();
    m_note->setText(errorSentence(outcome.error()));
    return;
  }
  m_outcome = std::move(*outcome);
  std::set<gis::fire::Day> days;
  for (const auto& district : m_outcome->districts)
    for (const auto& day : district.series.days) days.insert(day.weather.day);
  m_days.assign(days.rbegin(), days.rend());
  const QSignalBlocker quiet(m_day);
  const QString chosen = m_day->currentText();
  m_day->clear();
  for (const gis::fire::Day day : m_days) m_day->addItem(QString::fromStdString(gis::fire::dayText(day)));
  m_day->setCurrentIndex(std::max(0, m_day->findText(chosen)));
  if (!m_days.empty()) {
    const gis::fire::Day last = m_days.front();
    m_new_day->setDate(QDate(last.year, last.month, last.day).addDays(1));
  } else {
    m_new_day->setDate(QDate::currentDate());
  }
  refresh();
}

const gis::fire::FireDay* WeatherTab::dayOf(const gis::fire::DistrictSeries& district) const {
  const int i = m_day->currentIndex();
  if (i < 0 || i >= static_cast<int>(m_days.size())) return nullptr;
  const auto& days = district.series.days;
  const auto found =
      std::ranges::find_if(days, [&](const auto& d) { return d.weather.day == m_days[static_cast<std::size_t>(i)]; });
  return found == days.end() ? nullptr : &*found;
}

void WeatherTab::refresh() {
  const auto& workspace = m_context.document.workspace();
  const bool can_edit = workspace && !workspace->read_only_reason;
  m_import->setEnabled(can_edit && !busy());
  m_add->setEnabled(can_edit);
  const bool filled = m_outcome && !m_days.empty();
  for (QWidget* w : std::initializer_list<QWidget*>{m_tree, m_chart, m_season, m_day}) w->setVisible(filled);
  m_on_map->setEnabled(filled);
  m_note->setText(!workspace      ? tr("Open a workspace first.")
                  : m_slot.busy() ? tr("Reading the weather …")
                  : !filled       ? tr("No weather yet. Import a table with a row a county and day (county, date, "
                                             "temperature, humidity, wind, rain), "
                                             "or type a day in.")
                            : tr("Grade by LY/T 1172-95; FWI by Van Wagner & Pickett 1985. The seasonal correction and "
                                 "the dates of the fire "
                                 "season are to be verified."));
  const QString chosen = m_tree->currentItem() ? m_tree->currentItem()->data(0, kCodeRole).toString() : QString();
  const QSignalBlocker quiet(m_tree);
  m_tree->clear();
  if (filled) {
    const gis::fire::FireSeason season =
        gis::fire::seasonOf(m_outcome->rules, m_days[static_cast<std::size_t>(std::max(0, m_day->currentIndex()))]);
    m_season->setText(season == gis::fire::FireSeason::kHigh     ? tr("Period of high fire danger")
                      : season == gis::fire::FireSeason::kSeason ? tr("Fire season")
                                                                 : tr("Outside the fire season"));
    const QString names[] = {tr("none"), tr("low"), tr("moderate"), tr("high"), tr("extreme")};
    for (const auto& district : m_outcome->districts) {
      auto* item = new QTreeWidgetItem(m_tree);
      item->setText(0, QString::fromStdString(district.name));
      item->setData(0, kCodeRole, QString::fromStdString(district.code));
      for (const int right : {2, 3}) item->setTextAlignment(right, Qt::AlignRight | Qt::AlignVCenter);
      const gis::fire::FireDay* day = dayOf(district);
      if (day == nullptr) {
        item->setText(1, tr("no data"));
        continue;
      }
      const int grade = static_cast<int>(day->grade.fire_class);
      QPixmap swatch(dp(10), dp(10));
      swatch.fill(layers::fireGradeColour(grade));
      item->setIcon(1, QIcon(swatch));
      item->setText(1, tr("%1 %2").arg(grade).arg(names[grade - 1]));
      item->setText(2, QString::number(day->grade.total));
      item->setText(3, QString::number(day->fwi.fwi, 'f', 1));
      item->setToolTip(0, tr("temperature %1, humidity %2, drought %3, wind %4, season −%5")
                              .arg(day->grade.temperature)
                              .arg(day->grade.humidity)
                              .arg(day->grade.drought)
                              .arg(day->grade.wind)
                              .arg(day->grade.correction));
      item->setToolTip(3, QStringLiteral("FFMC %1  DMC %2  DC %3\nISI %4  BUI %5  FWI %6")
                              .arg(day->fwi.codes.ffmc, 0, 'f', 1)
                              .arg(day->fwi.codes.dmc, 0, 'f', 1)
                              .arg(day->fwi.codes.dc, 0, 'f', 0)
                              .arg(day->fwi.isi, 0, 'f', 1)
                              .arg(day->fwi.bui, 0, 'f', 1)
                              .arg(day->fwi.fwi, 0, 'f', 1));
      if (item->data(0, kCodeRole).toString() == chosen) m_tree->setCurrentItem(item);
    }
    if (m_tree->currentItem() == nullptr && m_tree->topLevelItemCount() > 0)
      m_tree->setCurrentItem(m_tree->topLevelItem(0));
  }
  refreshChart();
  drawMap();
}

void WeatherTab::refreshChart() {
  ChartLine htz{tr("Index (HTZ)"), {}, seriesColour(0)}, fwi{QStringLiteral("FWI"), {}, seriesColour(1)};
  const QString code = m_tree->currentItem() ? m_tree->currentItem()->data(0, kCodeRole).toString() : QString();
  QString name;
  if (m_outcome)
    for (const auto& district : m_outcome->districts) {
      if (QString::fromStdString(district.code) != code) continue;
      name = QString::fromStdString(district.name);
      for (const auto& day : district.series.days) {
        const auto noon = static_cast<double>(
            QDateTime(QDate(day.weather.day.year, day.weather.day.month, day.weather.day.day), QTime(12, 0))
                .toMSecsSinceEpoch());
        htz.points.push_back({noon, static_cast<double>(day.grade.total)});
        fwi.points.push_back({noon, day.fwi.fwi});
      }
    }
  std::vector<ChartThreshold> thresholds;
  if (!htz.points.empty()) thresholds.push_back({tr("grade 4 from %1").arg(kGradeFourFrom), kGradeFourFrom, {}});
  m_chart->setTitle(name);
  m_chart->setData({std::move(htz), std::move(fwi)}, std::move(thresholds), ChartX::kTime);
}

void WeatherTab::drawMap() {
  m_stage.change([&](layers::FireDrawing& d) {
    d.areas.clear();
    if (!m_outcome || !m_on_map->isChecked()) return;
    for (const auto& district : m_outcome->districts) {
      const gis::fire::FireDay* day = dayOf(district);
      const auto rings = m_outcome->rings.find(district.code);
      if (day && rings != m_outcome->rings.end())
        d.areas.push_back({rings->second, static_cast<int>(day->grade.fire_class)});
    }
  });
}

void WeatherTab::showSeason() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  const QString season = m_zones->currentData().toString();
  MapDocument& document = m_context.document;
  m_season_slot.drop();
  if (document.find(kSeasonLayer)) document.removeLayer(kSeasonLayer);
  document.setVisible(kZoneLayer, season.isEmpty());
  if (season.isEmpty()) return;
  m_season_slot.ask(
      [folder = workspace->folder, codes = workspace->codes, season = season.toStdString()](
          const gis::CancelToken& cancel, const gis::Progress&) { return seasonLayer(folder, season, codes, cancel); },
      [this](gis::Result<SeasonLayer> made) {
        if (!made) {
          m_context.document.setVisible(kZoneLayer, true);
          return m_context.messages.add(std::move(made.error()));
        }
        MapLayer layer;
        layer.id = kSeasonLayer;
        layer.group = QStringLiteral("fire");
        layer.title = made->entry->title;
        layer.origin = LayerOrigin::kPlotting;
        layer.entry = made->entry;
        layer.state = made->layer.state;
        layer.columns = made->layer.columns;
        layer.table = made->entry->table;
        layer.load = LoadState::kReady;
        m_context.document.addLayer(std::move(layer));
        m_context.document.moveAbove(kSeasonLayer, kZoneLayer);
      });
}

void WeatherTab::importFile(const std::filesystem::path& file) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_save.ask([folder = workspace->folder, file, author = m_context.settings.author(),
              title = tr("Weather imported: %1").arg(QString::fromStdString(file.filename().string())).toStdString()](
                 const gis::CancelToken&, const gis::Progress&) { return importWeather(folder, file, author, title); },
             [this](gis::Result<WeatherImport> made) { saved(std::move(made)); });
  refresh();
}

void WeatherTab::saveDay() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_outcome) return;
  const QString code =
      m_tree->currentItem()
          ? m_tree->currentItem()->data(0, kCodeRole).toString()
          : QString::fromStdString(m_outcome->districts.empty() ? "" : m_outcome->districts.front().code);
  gis::fire::DailyWeather day;
  day.district = code.toStdString();
  day.day = {m_new_day->date().year(), m_new_day->date().month(), m_new_day->date().day()};
  day.temperature_c = m_temperature->value(), day.humidity_percent = m_humidity->value();
  day.wind_m_per_s = m_wind->value(), day.rain_mm = m_rain->value();
  m_save.ask(
      [folder = workspace->folder, day, author = m_context.settings.author(),
       title = tr("Weather entered").toStdString()](const gis::CancelToken&, const gis::Progress&) {
        return saveWeather(folder, {day}, author.name.empty() ? "manual" : author.name, author, title);
      },
      [this](gis::Result<WeatherImport> made) { saved(std::move(made)); });
}

void WeatherTab::saved(gis::Result<WeatherImport> made) {
  if (!made) {
    m_context.messages.add(made.error());
    refresh();
    m_note->setText(errorSentence(made.error()));
    return;
  }
  for (const gis::Warning& warning : made->refused) m_context.messages.add(warning);
  for (const std::string& name : made->saved.unknown_districts)
    m_context.messages.add(
        gis::Warning{gis::WarningCode::kRowSkipped, name, tr("no county of this name").toStdString()});
  m_context.map.say(tr("%1 days added, %2 corrected, %3 the same, %4 refused")
                        .arg(made->saved.added)
                        .arg(made->saved.changed)
                        .arg(made->saved.same)
                        .arg(made->refused.size() + made->saved.unknown_districts.size()));
  reload();
}

void WeatherTab::reset() {
  m_slot.drop(), m_save.drop(), m_season_slot.drop();
  m_zones->setCurrentIndex(0);
  m_outcome.reset();
  m_days.clear();
  const QSignalBlocker quiet(m_day);
  m_day->clear();
  refresh();
}

void WeatherTab::retranslate() {
  const std::pair<QToolButton*, std::pair<const char*, QString>> buttons[] = {
      {m_on_map, {"eye", tr("Show the grades on the map")}},
      {m_add, {"plus", tr("Type a day in")}},
      {m_import, {"import", tr("Import a table …")}}};
  for (const auto& [button, look] : buttons) {
    button->setIcon(themedIcon(QLatin1String(look.first)));
    button->setToolTip(look.second);
    button->setAccessibleName(look.second);
  }
  const QString titles[] = {tr("Day"), tr("Temperature at noon"), tr("Humidity at noon"), tr("Wind at noon"),
                            tr("Rain in 24 h")};
  for (int i = 0; i < 5; ++i) m_form_titles[i]->setText(titles[i]);
  m_zones_title->setText(tr("Risk zones"));
  m_zones->setToolTip(tr(
      "The zones of fire risk on the map: as surveyed, the classes of the census; in the period of high danger, cured "
      "grass, scrub and broadleaf litter one class up; in the growing season, green growth one class down (to be "
      "verified)."));
  m_zones_title->setToolTip(m_zones->toolTip());
  const int zone = std::max(0, m_zones->currentIndex());
  m_zones->clear();
  m_zones->addItem(tr("as surveyed"), QString());
  m_zones->addItem(tr("in the period of high danger"), QStringLiteral("fire_risk_high_season"));
  m_zones->addItem(tr("in the growing season"), QStringLiteral("fire_risk_green_season"));
  m_zones->setCurrentIndex(zone);
  m_store->setText(tr("Save for the chosen county"));
  m_close_form->setText(tr("Close"));
  m_tree->setHeaderLabels({tr("County"), tr("Grade"), tr("Index"), tr("FWI")});
  m_chart->setAccessibleName(tr("Fire weather over time"));
  refresh();
}

}  // namespace app
