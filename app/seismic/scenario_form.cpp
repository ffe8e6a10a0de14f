// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/scenario_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

#include "app/quake_report/quake_text.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "gis/core/clock.h"
#include "gis/geo/coordinate_text.h"

namespace app {

using namespace gis::seismic;

namespace {

// The number in a field: nothing when empty, NaN when it is none.
std::optional<double> numberIn(const QLineEdit* field) {
  QString text = field->text().trimmed();
  if (text.isEmpty()) return std::nullopt;
  bool fine = false;
  const double value = QLocale::c().toDouble(text, &fine);
  return fine ? value : std::numeric_limits<double>::quiet_NaN();
}

QString decimals(double value, int digits) {
  QString text = QString::number(value, 'f', digits);
  while (text.contains(QLatin1Char('.')) && (text.endsWith(QLatin1Char('0')) || text.endsWith(QLatin1Char('.')))) {
    const bool point = text.endsWith(QLatin1Char('.'));
    text.chop(1);
    if (point) break;
  }
  return text;
}

}  // namespace

ScenarioForm::ScenarioForm(QWidget* parent)
    : QWidget(parent),
      m_bulletin(new QPlainTextEdit),
      m_bulletin_said(new QLabel),
      m_name(new QLineEdit),
      m_magnitude(new QLineEdit(QStringLiteral("6.5"))),
      m_epicentre(new QLineEdit),
      m_depth(new QLineEdit),
      m_strike(new QLineEdit(QStringLiteral("25"))),
      m_pick(new QToolButton),
      m_on_fault(new QToolButton),
      m_strike_fault(new QToolButton),
      m_relation(new QComboBox),
      m_site(new QComboBox),
      m_night(new QCheckBox),
      m_line(new QCheckBox),
      m_half(new QCheckBox),
      m_error(new QLabel) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(6));
  m_bulletin->setFixedHeight(dp(52));
  m_bulletin->setTabChangesFocus(true);
  m_bulletin_said->setWordWrap(true);
  m_bulletin_said->setProperty("role", "second");
  m_bulletin_said->hide();
  column->addWidget(m_bulletin);
  column->addWidget(m_bulletin_said);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(dp(8));
  grid->setVerticalSpacing(dp(6));
  grid->setColumnStretch(1, 1);
  int row = 0;
  const auto add = [&](QLabel*& title, QWidget* field, std::initializer_list<QToolButton*> buttons = {}) {
    title = new QLabel;
    title->setProperty("role", "second");
    title->setBuddy(field);
    grid->addWidget(title, row, 0);
    grid->addWidget(field, row, 1, 1, buttons.size() == 0 ? 3 : static_cast<int>(3 - buttons.size()));
    int at = 4 - static_cast<int>(buttons.size());
    for (QToolButton* button : buttons) {
      button->setAutoRaise(true);
      button->setIconSize(QSize(dp(18), dp(18)));
      grid->addWidget(button, row, at++);
    }
    ++row;
  };
  m_pick->setCheckable(true);
  add(m_magnitude_title, m_magnitude);
  add(m_epicentre_title, m_epicentre, {m_pick, m_on_fault});
  add(m_depth_title, m_depth);
  add(m_strike_title, m_strike, {m_strike_fault});
  add(m_relation_title, m_relation);
  add(m_site_title, m_site);
  add(m_name_title, m_name);
  for (std::size_t i = 0; i < std::size(kAttenuationZones); ++i) m_relation->addItem(QString());
  for (int i = 0; i < 5; ++i) m_site->addItem(QString());
  m_site->setCurrentIndex(2);
  for (QComboBox* box : {m_relation, m_site}) {
    // Long names must not push the form out of a narrow panel.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
  }
  m_night->setChecked(true);
  column->addLayout(grid);
  for (QCheckBox* box : {m_night, m_line, m_half}) column->addWidget(box);
  m_error->setProperty("role", "danger");
  m_error->setWordWrap(true);
  m_error->hide();
  column->addWidget(m_error);

  const auto changed = [this] {
    if (!m_setting) emit edited();
  };
  for (QLineEdit* field : {m_name, m_magnitude, m_epicentre, m_depth, m_strike})
    connect(field, &QLineEdit::textEdited, this, changed);
  connect(m_strike, &QLineEdit::textEdited, this, [this] { m_strike_from.clear(); });
  for (QComboBox* box : {m_relation, m_site}) connect(box, &QComboBox::currentIndexChanged, this, changed);
  for (QCheckBox* box : {m_night, m_line, m_half}) connect(box, &QCheckBox::toggled, this, changed);
  connect(m_bulletin, &QPlainTextEdit::textChanged, this, &ScenarioForm::takeBulletin);
  connect(m_pick, &QToolButton::toggled, this, &ScenarioForm::pickToggled);
  connect(m_on_fault, &QToolButton::clicked, this, &ScenarioForm::epicentreOnFaultWanted);
  connect(m_strike_fault, &QToolButton::clicked, this, &ScenarioForm::strikeOfFaultWanted);
  retranslate();
}

void ScenarioForm::takeBulletin() {
  const QString text = m_bulletin->toPlainText().trimmed();
  m_bulletin_said->setVisible(!text.isEmpty());
  if (text.isEmpty()) return;
  const auto bulletin = parseBulletin(text.toStdString());
  if (!bulletin) {
    m_bulletin_said->setText(quakeErrorText(bulletin.error()));
    return;
  }
  const auto at = bulletinTime(*bulletin, gis::SystemClock().nowUtcMs());
  m_setting = true;
  m_magnitude->setText(decimals(bulletin->magnitude, 1));
  setEpicentre(bulletin->epicentre);
  m_depth->setText(bulletin->depth_km ? decimals(*bulletin->depth_km, 1) : QString());
  m_name->setText(
      tr("%1 M%2").arg(QString::fromStdString(bulletin->place)).arg(bulletin->magnitude, 0, 'f', 1).trimmed());
  m_origin_utc_ms = at.value_or(0);
  m_setting = false;
  m_bulletin_said->setText(bulletin->kind == BulletinKind::kAutomatic
                               ? tr("Automatic bulletin read; an official one will follow.")
                               : tr("Official bulletin read."));
  emit edited();
}

gis::Result<QuakeScenario> ScenarioForm::scenario() const {
  QuakeScenario s;
  s.name = m_name->text().trimmed().toStdString();
  s.surface_mag = numberIn(m_magnitude).value_or(std::numeric_limits<double>::quiet_NaN());
  s.depth_km = numberIn(m_depth);
  s.strike_deg = numberIn(m_strike).value_or(std::numeric_limits<double>::quiet_NaN());
  s.strike_from = m_strike_from.toStdString();
  s.zone = kAttenuationZones[static_cast<std::size_t>(std::max(0, m_relation->currentIndex()))];
  s.site = static_cast<SiteClass>(std::max(0, m_site->currentIndex()));
  s.time_of_day = m_night->isChecked() ? TimeOfDay::kNight : TimeOfDay::kDay;
  s.rupture = m_line->isChecked() ? RuptureModel::kLine : RuptureModel::kPoint;
  s.edge = m_half->isChecked() ? ZoneEdge::kHalfBelow : ZoneEdge::kAtDegree;
  s.origin_utc_ms = m_origin_utc_ms;
  const std::string typed = m_epicentre->text().trimmed().toStdString();
  if (typed.empty()) return gis::fail(gis::ErrorCode::kInvalidArgument, "epicentre", "no epicentre");
  const auto place = gis::parseCoordinate(typed, m_map_crs);
  if (!place) return gis::fail(gis::ErrorCode::kInvalidArgument, typed, "no place");
  s.epicentre = place->position;
  if (auto fine = checkScenario(s); !fine) return std::unexpected(fine.error());
  return s;
}

void ScenarioForm::setScenario(const QuakeScenario& s) {
  m_setting = true;
  m_name->setText(QString::fromStdString(s.name));
  m_magnitude->setText(decimals(s.surface_mag, 2));
  setEpicentre(s.epicentre);
  m_depth->setText(s.depth_km ? decimals(*s.depth_km, 1) : QString());
  setStrike(s.strike_deg, QString::fromStdString(s.strike_from));
  const auto zone = std::ranges::find(kAttenuationZones, s.zone);
  m_relation->setCurrentIndex(static_cast<int>(zone - std::begin(kAttenuationZones)));
  m_site->setCurrentIndex(static_cast<int>(s.site));
  m_night->setChecked(s.time_of_day == TimeOfDay::kNight);
  m_line->setChecked(s.rupture == RuptureModel::kLine);
  m_half->setChecked(s.edge == ZoneEdge::kHalfBelow);
  m_origin_utc_ms = s.origin_utc_ms;
  m_setting = false;
}

void ScenarioForm::setEpicentre(gis::LonLat p) {
  m_epicentre->setText(QStringLiteral("%1, %2").arg(p.lon_deg, 0, 'f', 5).arg(p.lat_deg, 0, 'f', 5));
}

void ScenarioForm::setStrike(double strike_deg, const QString& from) {
  m_strike->setText(decimals(strike_deg, 0));
  m_strike_from = from;
}

void ScenarioForm::showError(const QString& sentence) {
  m_error->setText(sentence);
  m_error->setVisible(!sentence.isEmpty());
}

QString ScenarioForm::errorText() const { return m_error->isHidden() ? QString() : m_error->text(); }

void ScenarioForm::setPicking(bool on) {
  const QSignalBlocker quiet(m_pick);
  m_pick->setChecked(on);
}

void ScenarioForm::retranslate() {
  m_bulletin->setPlaceholderText(tr("Paste a bulletin of the earthquake network here, or fill in the fields"));
  m_bulletin->setAccessibleName(tr("Bulletin"));
  m_magnitude_title->setText(tr("Magnitude Ms"));
  m_epicentre_title->setText(tr("Epicentre"));
  m_depth_title->setText(tr("Depth, km"));
  m_strike_title->setText(tr("Strike, °"));
  m_relation_title->setText(tr("Relation"));
  m_site_title->setText(tr("Site"));
  m_name_title->setText(tr("Name"));
  m_magnitude->setPlaceholderText(QStringLiteral("5.0–8.5"));
  m_epicentre->setPlaceholderText(tr("Coordinates in any form, or click on the map"));
  m_depth->setPlaceholderText(tr("empty: not known"));
  m_depth->setToolTip(tr("Enters PGA and PGV; the intensity relation has no depth."));
  m_name->setPlaceholderText(tr("for keeping and reports"));
  const auto button = [](QToolButton* made, const QString& icon, const QString& text) {
    made->setIcon(themedIcon(icon));
    made->setToolTip(text);
    made->setAccessibleName(text);
  };
  button(m_pick, QStringLiteral("target"), tr("Click the epicentre on the map"));
  button(m_on_fault, QStringLiteral("seismic"), tr("Epicentre on the nearest fault, with its strike"));
  button(m_strike_fault, QStringLiteral("seismic"), tr("Strike of the nearest fault"));
  const QSignalBlocker quiet_relation(m_relation), quiet_site(m_site);
  for (int i = 0; i < m_relation->count(); ++i)
    m_relation->setItemText(i, relationText(kAttenuationZones[static_cast<std::size_t>(i)]));
  for (int i = 0; i < m_site->count(); ++i) m_site->setItemText(i, siteText(static_cast<SiteClass>(i)));
  m_night->setText(tr("At night (more indoors)"));
  m_line->setText(tr("Line source from M6.5 on"));
  m_line->setToolTip(tr("Zones are longer by the rupture's length (Wells & Coppersmith 1994)"));
  m_half->setText(tr("Zone edges at degree − 0.5"));
}

}  // namespace app
