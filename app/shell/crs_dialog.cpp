// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/crs_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/settings/theme.h"
#include "gis/geo/crs_info.h"

namespace app {

namespace {

// Degrees need decimals, metres do not.
QString numbers(const gis::MapBox& extent) {
  const bool small = std::max(std::abs(extent.max_x_m), std::abs(extent.max_y_m)) <= 400;
  const auto text = [small](double value) { return QString::number(value, 'f', small ? 4 : 0); };
  return CrsDialog::tr("Its coordinates run from %1 to %2 (x) and from %3 to %4 (y).")
      .arg(text(extent.min_x_m), text(extent.max_x_m), text(extent.min_y_m), text(extent.max_y_m));
}

QLabel* wrapped(const QString& text, const char* role) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setProperty("role", role);
  return label;
}

}  // namespace

CrsDialog::CrsDialog(const QString& file, const gis::MapBox& extent, const gis::LonLatBox& near, QWidget* parent)
    : QDialog(parent),
      m_candidates(gis::crsCandidates(extent, near)),
      m_search(new QLineEdit),
      m_list(new QListWidget),
      m_all(new QCheckBox(tr("Show the systems that do not fit as well"))) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Reference system"));
  setMinimumWidth(dp(520));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(20), dp(20), dp(20), dp(16));
  column->setSpacing(dp(12));
  column->addWidget(
      wrapped(tr("In which reference system are the coordinates of %1?").arg(QFileInfo(file).fileName()), "heading"));
  column->addWidget(wrapped(tr("The file does not say. If you do not know, ask whoever gave it to you; a wrong choice "
                               "puts everything in the wrong place."),
                            "second"));
  if (!extent.empty()) column->addWidget(wrapped(numbers(extent), "second"));
  m_search->setPlaceholderText(tr("Search: zone, central meridian or EPSG code"));
  m_search->setClearButtonEnabled(true);
  m_list->setMinimumHeight(dp(220));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  m_accept = buttons->button(QDialogButtonBox::Ok);
  m_accept->setText(tr("Add to the map"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Leave it out"));
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
  connect(m_search, &QLineEdit::textChanged, this, &CrsDialog::refill);
  connect(m_all, &QCheckBox::toggled, this, &CrsDialog::refill);
  column->addWidget(m_search);
  column->addWidget(m_list, 1);
  column->addWidget(m_all);
  column->addWidget(buttons);
  refill();
  m_list->setFocus();
}

QString CrsDialog::nameOf(const gis::CrsCandidate& candidate) {
  const QString datum = candidate.datum == gis::Datum::kCgcs2000 ? tr("CGCS2000")
                        : candidate.datum == gis::Datum::kWgs84  ? tr("WGS 84")
                        : candidate.datum == gis::Datum::kXian80 ? tr("Xi'an 1980")
                                                                 : tr("Beijing 1954");
  QString form;
  switch (candidate.form) {
    case gis::CrsForm::kLonLat:
      form = tr("longitude and latitude");
      break;
    case gis::CrsForm::kWebMercator:
      form = tr("web Mercator (map tiles)");
      break;
    case gis::CrsForm::kUtm:
      form = tr("UTM, central meridian %1°E").arg(candidate.central_meridian_deg);
      break;
    case gis::CrsForm::kGaussKrueger:
      form =
          candidate.zone > 0
              ? tr("%1° zone %2 (easting begins with %2)").arg(candidate.zone_width_deg).arg(candidate.zone)
              : tr("%1° zone, central meridian %2°E").arg(candidate.zone_width_deg).arg(candidate.central_meridian_deg);
      break;
  }
  return QStringLiteral("%1 · %2 (%3)").arg(datum, form, QString::fromStdString(candidate.crs));
}

QString CrsDialog::nameOf(const std::string& crs) {
  const auto all = gis::crsCandidates({}, {});
  const auto known = std::ranges::find(all, crs, &gis::CrsCandidate::crs);
  if (known != all.end()) return nameOf(*known);
  const auto info = gis::describeCrs(crs);
  return QString::fromStdString(info ? info->name : crs);
}

void CrsDialog::refill() {
  m_list->clear();
  const QString wanted = m_search->text().trimmed();
  for (const gis::CrsCandidate& candidate : m_candidates) {
    const bool fits = candidate.plausibility != gis::Plausibility::kNowhere;
    // Whoever types a name means that system, even if it does not fit.
    if (!fits && !m_all->isChecked() && wanted.isEmpty()) continue;
    QString name = nameOf(candidate);
    if (!wanted.isEmpty() && !name.contains(wanted, Qt::CaseInsensitive)) continue;
    if (!fits)
      name += QLatin1String("  ") + tr("– far outside China");
    else if (candidate.plausibility == gis::Plausibility::kNear)
      name += QLatin1String("  ") + tr("– in this city");
    auto* item = new QListWidgetItem(name, m_list);
    item->setData(Qt::UserRole, QString::fromStdString(candidate.crs));
    if (!fits) item->setForeground(currentColours().text_faint);
  }
  const bool found = m_list->count() > 0;
  if (found) {
    m_list->setCurrentRow(0);
  } else if (wanted.isEmpty() && !m_all->isChecked()) {
    m_all->setChecked(true);  // nothing fits: show everything rather than an empty list
    return;
  } else {
    auto* nothing =
        new QListWidgetItem(tr("No system is called that; try a central meridian or an EPSG code."), m_list);
    nothing->setFlags(Qt::NoItemFlags);
  }
  m_accept->setEnabled(found);
}

std::string CrsDialog::crs() const {
  const QListWidgetItem* item = m_list->currentItem();
  return item ? item->data(Qt::UserRole).toString().toStdString() : std::string();
}

}  // namespace app
