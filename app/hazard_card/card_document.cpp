// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hazard_card/card_document.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>

#include "app/hazard_card/qr_picture.h"
#include "app/print/pending_file.h"
#include "app/print/searchable_font.h"
#include "gis/geology/geology_store.h"
#include "gis/store/code_store.h"

namespace app {
namespace {

using gis::geology::Card;
using gis::geology::CardKey;
using gis::geology::CardKind;

constexpr int kResolutionDpi = 300;
constexpr double kMarginMm = 15, kLabelMm = 30, kPadMm = 1.6, kQrMm = 34, kLeastRowMm = 8.6;

struct HazardCard {
  Q_DECLARE_TR_FUNCTIONS(HazardCard)
};

bool isLong(CardKey key) {
  switch (key) {
    case CardKey::kLocation:
    case CardKey::kSigns:
    case CardKey::kMethod:
    case CardKey::kCriterion:
    case CardKey::kRoute:
    case CardKey::kEvacuationPlace:
    case CardKey::kMembers:
    case CardKey::kNotes:
    case CardKey::kAddress:
    case CardKey::kHazardName:
    case CardKey::kShelter:
    case CardKey::kLead:
    case CardKey::kMonitor:
    case CardKey::kOrderGiver:
    case CardKey::kRescueLead:
    case CardKey::kSecurityLead:
    case CardKey::kMedicalLead:
    case CardKey::kWarner:
    case CardKey::kMedicalUnit:
      return true;
    default:
      return false;
  }
}

// Draws one card on the page that the painter stands on.
class Sheet {
 public:
  Sheet(QPainter& painter, const CardPrint& print) : m_painter(painter), m_print(print) {
    m_font = QFont(QStringLiteral("Noto Sans CJK SC"));
    keepSearchable(m_font);
  }
  void draw(const Card& card) {
    const double width = mm(210 - 2 * kMarginMm);
    text(20, true, QRectF(0, mm(4), width - mm(kQrMm + 4), mm(12)), cardTitle(card.kind),
         Qt::AlignLeft | Qt::AlignVCenter);
    text(13, false, QRectF(0, mm(17), width - mm(kQrMm + 4), mm(15)), QString::fromStdString(card.hazard_name),
         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap);
    drawQrCode(m_painter, QRectF(width - mm(kQrMm), 0, mm(kQrMm), mm(kQrMm)), card.code_text);
    double y = mm(kQrMm + 3);
    for (std::size_t i = 0; i < card.lines.size();) {
      const bool pair = !isLong(card.lines[i].key) && i + 1 < card.lines.size() && !isLong(card.lines[i + 1].key);
      const double cell = pair ? width / 2 : width;
      double height = heightOf(card.lines[i], cell);
      if (pair) height = std::max(height, heightOf(card.lines[i + 1], cell));
      row(card.lines[i], QRectF(0, y, cell, height));
      if (pair) row(card.lines[i + 1], QRectF(cell, y, cell, height));
      y += height;
      i += pair ? 2 : 1;
    }
    const double bottom = mm(297 - 2 * kMarginMm);
    QString foot = HazardCard::tr("Scan the code: what it says needs no network.");
    if (card.kind == CardKind::kWork)
      foot += QStringLiteral("　") + HazardCard::tr("Holder: ____________  Date: ____________");
    text(8.5, false, QRectF(0, bottom - mm(11), width, mm(5)), foot, Qt::AlignLeft | Qt::AlignVCenter);
    QString origin = m_print.city;
    if (m_print.demo) origin = HazardCard::tr("Demonstration data, not for use") + QStringLiteral("　") + origin;
    text(8.5, m_print.demo, QRectF(0, bottom - mm(5.5), width, mm(5)), origin, Qt::AlignLeft | Qt::AlignVCenter);
  }

 private:
  double mm(double at_mm) const { return at_mm / 25.4 * kResolutionDpi; }
  void use(double points, bool bold) {
    m_font.setPointSizeF(points);
    m_font.setBold(bold);
    m_painter.setFont(m_font);
  }
  void text(double points, bool bold, const QRectF& where, const QString& words, int flags) {
    use(points, bold);
    m_painter.drawText(where, flags, words);
  }
  QRectF valueRect(const QRectF& cell) const {
    return cell.adjusted(mm(kLabelMm + kPadMm), mm(kPadMm), -mm(kPadMm), -mm(kPadMm));
  }
  double heightOf(const gis::geology::CardLine& line, double cell) {
    use(10.5, false);
    const QRectF room = valueRect(QRectF(0, 0, cell, mm(200)));
    const QRectF needs = m_painter.boundingRect(room, Qt::TextWordWrap, QString::fromStdString(line.text));
    use(9.5, true);
    const QRectF label = m_painter.boundingRect(QRectF(0, 0, mm(kLabelMm - 2 * kPadMm), mm(200)), Qt::TextWordWrap,
                                                cardKeyText(line.key));
    return std::max({needs.height() + mm(2 * kPadMm), label.height() + mm(2 * kPadMm), mm(kLeastRowMm)});
  }
  void row(const gis::geology::CardLine& line, const QRectF& cell) {
    const QRectF label(cell.x(), cell.y(), mm(kLabelMm), cell.height());
    m_painter.fillRect(label, QColor(0xEE, 0xF0, 0xF3));
    m_painter.setPen(QPen(QColor(0x70, 0x76, 0x7E), mm(0.18)));
    m_painter.drawRect(cell);
    m_painter.drawRect(label);
    m_painter.setPen(Qt::black);
    text(9.5, true, label.adjusted(mm(kPadMm), 0, -mm(kPadMm), 0), cardKeyText(line.key),
         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap);
    text(10.5, false, valueRect(cell), QString::fromStdString(line.text),
         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap);
  }
  QPainter& m_painter;
  const CardPrint& m_print;
  QFont m_font;
};

}  // namespace

QString cardTitle(CardKind kind) {
  return kind == CardKind::kWork ? HazardCard::tr("Hazard prevention card") : HazardCard::tr("Evacuation card");
}

QString cardKeyText(CardKey key) {
  switch (key) {
    case CardKey::kHazardCode:
      return HazardCard::tr("Hazard code");
    case CardKey::kHazardName:
      return HazardCard::tr("Hazard point");
    case CardKey::kType:
      return HazardCard::tr("Type");
    case CardKey::kScale:
      return HazardCard::tr("Scale");
    case CardKey::kAlarm:
      return HazardCard::tr("Alarm signal");
    case CardKey::kRoute:
      return HazardCard::tr("Way out");
    case CardKey::kLocation:
      return HazardCard::tr("Where");
    case CardKey::kHouseholds:
      return HazardCard::tr("Households threatened");
    case CardKey::kPeople:
      return HazardCard::tr("People threatened");
    case CardKey::kProperty:
      return HazardCard::tr("Property threatened");
    case CardKey::kTrigger:
      return HazardCard::tr("Trigger");
    case CardKey::kLead:
      return HazardCard::tr("Monitoring lead");
    case CardKey::kMonitor:
      return HazardCard::tr("Monitor");
    case CardKey::kSigns:
      return HazardCard::tr("Signs to watch");
    case CardKey::kMethod:
      return HazardCard::tr("Means of monitoring");
    case CardKey::kCriterion:
      return HazardCard::tr("When to leave");
    case CardKey::kEvacuationPlace:
      return HazardCard::tr("Place of refuge");
    case CardKey::kOrderGiver:
      return HazardCard::tr("Gives the order");
    case CardKey::kRescueLead:
      return HazardCard::tr("Rescue lead");
    case CardKey::kSecurityLead:
      return HazardCard::tr("Public order lead");
    case CardKey::kMedicalLead:
      return HazardCard::tr("Medical lead");
    case CardKey::kIssuedBy:
      return HazardCard::tr("Issued by");
    case CardKey::kIssuedOn:
      return HazardCard::tr("Issued on");
    case CardKey::kDangerGrade:
      return HazardCard::tr("Danger grade");
    case CardKey::kPosition:
      return HazardCard::tr("House to hazard");
    case CardKey::kHead:
      return HazardCard::tr("Head of household");
    case CardKey::kFamilySize:
      return HazardCard::tr("People in the house");
    case CardKey::kMembers:
      return HazardCard::tr("Members");
    case CardKey::kHousePhone:
      return HazardCard::tr("Phone");
    case CardKey::kHouse:
      return HazardCard::tr("House");
    case CardKey::kAddress:
      return HazardCard::tr("Address");
    case CardKey::kNotes:
      return HazardCard::tr("Mind");
    case CardKey::kWarner:
      return HazardCard::tr("Who warns");
    case CardKey::kDutyPhone:
      return HazardCard::tr("Duty phone");
    case CardKey::kShelter:
      return HazardCard::tr("Where to stay");
    case CardKey::kShelterLead:
      return HazardCard::tr("Shelter lead");
    case CardKey::kShelterPhone:
      return HazardCard::tr("Shelter phone");
    case CardKey::kMedicalUnit:
      return HazardCard::tr("Medical help");
    case CardKey::kUpdatedOn:
      return HazardCard::tr("As of");
  }
  return {};
}

gis::Result<gis::geology::CardSource> readCardSource(const gis::Database& db, const QString& language) {
  const gis::geology::GeologyStore store(db);
  gis::geology::CardSource source;
  auto points = store.points();
  if (!points) return std::unexpected(points.error());
  auto plans = store.plans();
  if (!plans) return std::unexpected(plans.error());
  auto households = store.households();
  if (!households) return std::unexpected(households.error());
  auto responsible = store.responsible();
  if (!responsible) return std::unexpected(responsible.error());
  const auto divisions = store.divisions();
  if (!divisions) return std::unexpected(divisions.error());
  auto codes = gis::CodeStore(db).all();
  if (!codes) return std::unexpected(codes.error());
  source.points = std::move(*points);
  source.plans = std::move(*plans);
  source.households = std::move(*households);
  source.responsible = std::move(*responsible);
  for (const gis::geology::DivisionName& division : *divisions) source.divisions[division.code] = division.name;
  const bool chinese = language.startsWith(QLatin1String("zh"));
  source.name_of = [codes = std::move(*codes), chinese](const std::string& table, const std::string& code) {
    const auto list = codes.find(table);
    if (list == codes.end()) return code;
    for (const gis::CodeEntry& entry : list->second)
      if (entry.code == code) return chinese ? entry.name_zh : entry.name_en;
    return std::string();
  };
  source.county_word = "自然资源局";
  return source;
}

gis::Result<void> writeCards(const std::filesystem::path& file, std::span<const Card> cards, const CardPrint& print,
                             const gis::CancelToken& cancel, const gis::Progress& progress) {
  if (cards.empty()) return gis::fail(gis::ErrorCode::kNoData, file.string(), "no card to print");
  PendingFile pending(file);
  if (auto begun = pending.begin(); !begun) return begun;
  {
    QPdfWriter writer(&pending);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    writer.setResolution(kResolutionDpi);
    writer.setTitle(cardTitle(cards.front().kind));
    QPainter painter(&writer);
    Sheet sheet(painter, print);
    for (std::size_t i = 0; i < cards.size(); ++i) {
      if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, file.string());
      if (i > 0) writer.newPage();
      sheet.draw(cards[i]);
      if (progress) progress(static_cast<double>(i + 1) / static_cast<double>(cards.size()));
    }
  }
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

std::vector<std::pair<CardKey, std::size_t>> blankCounts(std::span<const Card> cards) {
  std::map<CardKey, std::size_t> counts;
  for (const Card& card : cards)
    for (const CardKey key : card.blanks) ++counts[key];
  std::vector<std::pair<CardKey, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

}  // namespace app
