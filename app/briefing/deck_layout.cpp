// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/deck_layout.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/briefing/deck_table.h"
#include "app/briefing/deck_text.h"

namespace app {
namespace {

using namespace gis::slides;
using gis::briefing::Block;
using gis::briefing::BlockKind;

constexpr double kSide_pt = 36, kBodyTop_pt = 108, kBodyBottom_pt = 500, kGap_pt = 14;
constexpr double kBlockTitle_pt = 24;

QString deckWords(const char* english) { return QCoreApplication::translate("BriefingDeck", english); }

}  // namespace

std::string DeckLayout::pictureName(const gis::briefing::Page& page, const Block& block) {
  return page.id + "/" + block.id;
}

Box DeckLayout::boxOf(const Block& block, bool on_cover) {
  constexpr double kCoverTop_pt = 330;
  const double top_pt = on_cover ? kCoverTop_pt : kBodyTop_pt;
  const double column_pt = (kPageWidth_pt - 2 * kSide_pt + kGap_pt) / 12;
  const double row_pt = (kBodyBottom_pt - top_pt + kGap_pt) / 8;
  return {kSide_pt + block.left * column_pt, top_pt + block.top * row_pt, block.width * column_pt - kGap_pt,
          block.height * row_pt - kGap_pt};
}

void DeckLayout::addText(Slide& slide, const Box& box, const QString& text, int size_pt, Colour colour, bool bold,
                         Align align, Valign valign) const {
  slide.items.emplace_back(TextItem{box, text.toStdString(), size_pt, colour, bold, align, valign, false});
}

void DeckLayout::addHead(Slide& slide, const QString& title, const QString& headline, int tone) const {
  constexpr double kAsOfWidth_pt = 220;
  slide.items.emplace_back(ShapeItem{{kSide_pt, 26, 5, 32}, m_look.accent(), 0});
  const double title_width_pt = kPageWidth_pt - 2 * kSide_pt - 14 - kAsOfWidth_pt;
  TextItem head{{kSide_pt + 14, 20, title_width_pt, 44},
                title.toStdString(),
                28,
                m_look.text(),
                true,
                Align::kLeft,
                Valign::kMiddle,
                true};
  head.size_pt = deckFittingSize(title, {28, 26, 24, 22}, title_width_pt, 44, true);
  slide.items.emplace_back(head);
  const double right_pt = kPageWidth_pt - kSide_pt - kAsOfWidth_pt;
  addText(slide, {right_pt, 22, kAsOfWidth_pt, 20}, m_frame.city, 13, m_look.second(), false, Align::kRight);
  addText(slide, {right_pt, 41, kAsOfWidth_pt, 20},
          deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "As of %1")).arg(m_frame.as_of), 13, m_look.second(), false,
          Align::kRight);
  if (headline.isEmpty()) return;
  const Box box{kSide_pt + 14, 66, kPageWidth_pt - 2 * kSide_pt - 14, 34};
  const int size_pt = deckFittingSize(headline, {18, 17, 16, 15, 14, 12}, box.width_pt, box.height_pt, true);
  addText(slide, box, headline, size_pt, tone > 0 ? m_look.toneText(tone) : m_look.text(), true, Align::kLeft,
          Valign::kMiddle);
}

void DeckLayout::addFoot(Slide& slide, const QString& sources, int number) const {
  constexpr double kNumberWidth_pt = 90, kMarkWidth_pt = 110;
  double right_pt = kPageWidth_pt - kSide_pt;
  if (m_frame.pages > 0) {
    addText(slide, {right_pt - kNumberWidth_pt, 510, kNumberWidth_pt, 18},
            QStringLiteral("%1 / %2").arg(number).arg(m_frame.pages), 12, m_look.second(), false, Align::kRight,
            Valign::kMiddle);
    right_pt -= kNumberWidth_pt;
  }
  if (m_frame.is_demo) {
    addText(slide, {right_pt - kMarkWidth_pt, 510, kMarkWidth_pt, 18},
            deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "Demo data")), 12, m_look.toneText(1), true, Align::kCentre,
            Valign::kMiddle);
    right_pt -= kMarkWidth_pt;
  }
  if (sources.isEmpty()) return;
  const double width_pt = right_pt - kSide_pt - kGap_pt;
  addText(slide, {kSide_pt, 508, width_pt, 22},
          deckElided(deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "Source: %1")).arg(sources), 11, width_pt), 11,
          m_look.second(), false, Align::kLeft, Valign::kMiddle);
}

void DeckLayout::addCover(Slide& slide, const QString& title) const {
  slide.items.emplace_back(ShapeItem{{0, 0, 12, kPageHeight_pt}, m_look.accent(), 0});
  const double width_pt = kPageWidth_pt - 2 * 60;
  addText(slide, {60, 64, width_pt, 28}, m_frame.bureau, 20, m_look.second(), true);
  TextItem head{
      {60, 104, width_pt, 72}, title.toStdString(), 46, m_look.text(), true, Align::kLeft, Valign::kMiddle, true};
  head.size_pt = deckFittingSize(title, {46, 40, 36, 32}, width_pt, 72, true);
  slide.items.emplace_back(head);
  addText(slide, {60, 186, width_pt, 30}, deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "As of %1")).arg(m_frame.as_of),
          22, m_look.text());
  const QString duty =
      m_frame.on_duty.isEmpty()
          ? deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "On duty: not entered (option --on-duty or the panel)"))
          : deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "On duty: %1")).arg(m_frame.on_duty);
  addText(slide, {60, 222, width_pt, 26}, duty, 17, m_look.second());
}

Box DeckLayout::addBlockTitle(Slide& slide, const Block& block, Box box) const {
  if (block.title.zh.empty()) return box;
  addText(slide, {box.x_pt, box.y_pt, box.width_pt, kBlockTitle_pt - 4},
          deckElided(words(block.title), 15, box.width_pt, true), 15, m_look.second(), true, Align::kLeft,
          Valign::kMiddle);
  box.y_pt += kBlockTitle_pt;
  box.height_pt -= kBlockTitle_pt;
  return box;
}

void DeckLayout::addEmpty(Slide& slide, const Box& box, const QString& text) const {
  // A card as high as its words: an empty frame would look like something that failed.
  const double inner_pt = box.width_pt - 32;
  const int size_pt = deckFittingSize(text, {18, 16, 14, 12}, inner_pt, box.height_pt - 24);
  const double height_pt = std::min(box.height_pt, deckTextHeight(text, size_pt, inner_pt) + 30);
  slide.items.emplace_back(ShapeItem{{box.x_pt, box.y_pt, box.width_pt, height_pt}, m_look.card(), 6});
  addText(slide, {box.x_pt + 16, box.y_pt, inner_pt, height_pt}, text, size_pt, m_look.second(), false, Align::kLeft,
          Valign::kMiddle);
}

void DeckLayout::addFigures(Slide& slide, const Box& box, const gis::briefing::FactTable& facts) const {
  const auto n = static_cast<int>(facts.rows.size());
  const int most_columns = std::max(1, static_cast<int>(box.width_pt / 150));
  int columns = std::min(n, most_columns);
  // Rows of equal length: six cards are three and three, not four and two.
  const int rows = (n + columns - 1) / columns;
  columns = (n + rows - 1) / rows;
  const double width_pt = (box.width_pt + kGap_pt) / columns - kGap_pt;
  const double height_pt = std::min(110.0, (box.height_pt + kGap_pt) / rows - kGap_pt);
  const bool low = height_pt < 72;
  for (int i = 0; i < n; ++i) {
    const auto row = static_cast<std::size_t>(i);
    const int tone = facts.tone(row);
    const Box card{box.x_pt + (i % columns) * (width_pt + kGap_pt), box.y_pt + (i / columns) * (height_pt + kGap_pt),
                   width_pt, height_pt};
    slide.items.emplace_back(ShapeItem{card, m_look.card(), 6});
    slide.items.emplace_back(
        ShapeItem{{card.x_pt, card.y_pt + 8, 4, card.height_pt - 16}, tone > 0 ? m_look.tone(tone) : m_look.line(), 0});
    const double inner_pt = card.width_pt - 28;
    const QString name = QString::fromStdString(facts.text(row, "name"));
    addText(slide, {card.x_pt + 16, card.y_pt + (low ? 5 : 10), inner_pt, 20},
            deckElided(name, deckFittingSize(name, {14, 13, 12}, inner_pt, 20), inner_pt),
            deckFittingSize(name, {14, 13, 12}, inner_pt, 20), m_look.second());
    const QString value = QString::fromStdString(gis::briefing::cellText(facts.cell(row, "value")));
    const QString unit = QString::fromStdString(facts.text(row, "unit"));
    const int size_pt = low ? 26 : 36;
    const double value_pt = deckTextWidth(value, size_pt, true) + 6;
    const double top_pt = card.y_pt + (low ? 22 : 34), value_height_pt = card.bottom_pt() - top_pt - 4;
    addText(slide, {card.x_pt + 16, top_pt, std::min(value_pt, inner_pt), value_height_pt}, value, size_pt,
            tone > 0 ? m_look.toneText(tone) : m_look.text(), true, Align::kLeft, Valign::kMiddle);
    if (inner_pt - value_pt > deckTextWidth(unit, 14))
      addText(slide, {card.x_pt + 16 + value_pt, top_pt + (low ? 4 : 8), inner_pt - value_pt, value_height_pt - 4},
              unit, 14, m_look.second(), false, Align::kLeft, Valign::kMiddle);
  }
}

void DeckLayout::addSentences(Slide& slide, const Box& box, const AnsweredBlock& answered) const {
  QString text;
  const std::string& sentence = answered.block->sentence.in(m_frame.language);
  double y_pt = box.y_pt;
  std::vector<QString> lines;
  for (std::size_t row = 0; row < answered.facts.rows.size(); ++row) {
    lines.push_back(QString::fromStdString(gis::briefing::filledIn(sentence, answered.facts, row)));
    text += lines.back() + QLatin1Char('\n');
  }
  const double inner_pt = box.width_pt - 18;
  const double gaps_pt = 8.0 * static_cast<double>(lines.size());
  const int size_pt = deckFittingSize(text, {20, 18, 16, 15, 14, 13}, inner_pt, box.height_pt - gaps_pt);
  for (std::size_t row = 0; row < lines.size(); ++row) {
    const double height_pt = deckTextHeight(lines[row], size_pt, inner_pt) + 2;
    const bool last = row + 1 < lines.size() && y_pt + height_pt + size_pt * 1.5 > box.bottom_pt();
    const int tone = answered.facts.tone(row);
    if (last) {
      addText(slide, {box.x_pt + 18, y_pt, inner_pt, size_pt * 1.5},
              deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "and %1 more")).arg(lines.size() - row), size_pt,
              m_look.second());
      return;
    }
    slide.items.emplace_back(
        ShapeItem{{box.x_pt, y_pt + size_pt * 0.55, 8, 8}, tone > 0 ? m_look.tone(tone) : m_look.accent(), 0});
    addText(slide, {box.x_pt + 18, y_pt, inner_pt, height_pt}, lines[row], size_pt, m_look.text());
    y_pt += height_pt + 8;
  }
}

void DeckLayout::addTable(Slide& slide, const Box& box, const AnsweredBlock& answered) const {
  DeckTable table(m_look, box);
  for (const gis::briefing::BlockColumn& column : answered.block->columns)
    table.addColumn(words(column.title), column.is_number, column.share);
  const std::size_t room = table.rowsThatFit();
  const std::size_t rows = answered.facts.rows.size();
  const std::size_t shown = rows <= room ? rows : room - 1;
  for (std::size_t row = 0; row < shown; ++row) {
    std::vector<QString> cells;
    for (const gis::briefing::BlockColumn& column : answered.block->columns)
      cells.push_back(
          QString::fromStdString(gis::briefing::cellText(answered.facts.cell(row, column.name), column.decimals)));
    table.addRow(std::move(cells), answered.facts.tone(row));
  }
  if (shown < rows) table.addNote(deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "and %1 more")).arg(rows - shown));
  slide.items.emplace_back(table.item());
}

void DeckLayout::addBars(Slide& slide, const Box& box, const AnsweredBlock& answered) const {
  constexpr double kBarRow_pt = 27, kBar_pt = 15;
  const gis::briefing::FactTable& facts = answered.facts;
  const auto room = static_cast<std::size_t>(std::max(1.0, box.height_pt / kBarRow_pt));
  const std::size_t shown = std::min(facts.rows.size(), facts.rows.size() > room ? room - 1 : room);
  double name_pt = 0, value_pt = 0, most = 0;
  std::vector<QString> names, values;
  for (std::size_t row = 0; row < shown; ++row) {
    names.push_back(QString::fromStdString(gis::briefing::cellText(facts.rows[row].front())));
    const std::string& sentence = answered.block->sentence.in(m_frame.language);
    values.push_back(sentence.empty() ? QString::fromStdString(gis::briefing::cellText(facts.cell(row, "value"))) +
                                            QLatin1Char(' ') + words(answered.block->unit)
                                      : QString::fromStdString(gis::briefing::filledIn(sentence, facts, row)));
    name_pt = std::max(name_pt, deckTextWidth(names.back(), 14) + 8);
    value_pt = std::max(value_pt, deckTextWidth(values.back(), 14) + 4);
    if (const double value = facts.number(row, "value"); std::isfinite(value)) most = std::max(most, value);
  }
  name_pt = std::min(name_pt, box.width_pt * 0.34);
  value_pt = std::min(value_pt, box.width_pt * 0.4);
  const double bar_room_pt = box.width_pt - name_pt - value_pt - 8;
  for (std::size_t row = 0; row < shown; ++row) {
    const double y_pt = box.y_pt + static_cast<double>(row) * kBarRow_pt;
    const int tone = facts.tone(row);
    addText(slide, {box.x_pt, y_pt, name_pt, kBarRow_pt}, deckElided(names[row], 14, name_pt - 6), 14, m_look.text(),
            false, Align::kLeft, Valign::kMiddle);
    const double value = facts.number(row, "value");
    const double length_pt =
        most > 0 && std::isfinite(value) ? std::max(1.0, bar_room_pt * std::max(0.0, value) / most) : 1;
    slide.items.emplace_back(ShapeItem{{box.x_pt + name_pt, y_pt + (kBarRow_pt - kBar_pt) / 2, length_pt, kBar_pt},
                                       tone > 0 ? m_look.tone(tone) : m_look.accent(),
                                       2});
    addText(slide, {box.x_pt + name_pt + length_pt + 6, y_pt, value_pt, kBarRow_pt},
            deckElided(values[row], 14, value_pt), 14, m_look.text(), false, Align::kLeft, Valign::kMiddle);
  }
  if (shown < facts.rows.size())
    addText(slide, {box.x_pt, box.y_pt + static_cast<double>(shown) * kBarRow_pt, box.width_pt, kBarRow_pt},
            deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "and %1 more")).arg(facts.rows.size() - shown), 14,
            m_look.second(), false, Align::kLeft, Valign::kMiddle);
}

void DeckLayout::addBlock(Slide& slide, const gis::briefing::Page& page, const AnsweredBlock& answered,
                          BriefingDeck& deck) const {
  const Block& block = *answered.block;
  const Box box = addBlockTitle(slide, block, boxOf(block, page.is_cover));
  const std::string name = pictureName(page, block);
  if (block.kind != BlockKind::kMap && answered.facts.rows.empty()) return addEmpty(slide, box, words(block.empty));
  switch (block.kind) {
    case BlockKind::kText:
      return addSentences(slide, box, answered);
    case BlockKind::kFigures:
      return addFigures(slide, box, answered.facts);
    case BlockKind::kTable:
      return addTable(slide, box, answered);
    case BlockKind::kBars:
      return addBars(slide, box, answered);
    case BlockKind::kLines:
    case BlockKind::kRing:
      deck.charts[name] = {block.kind,     words(block.unit), words(block.empty),
                           answered.facts, box.width_pt,      box.height_pt};
      [[fallthrough]];
    case BlockKind::kMap:
      slide.items.emplace_back(
          PictureItem{box, name, words(block.title.zh.empty() ? page.title : block.title).toStdString()});
      return;
  }
}

gis::slides::Slide DeckLayout::page(const gis::briefing::Page& page, const QString& headline, int tone,
                                    const std::vector<AnsweredBlock>& blocks, int number, BriefingDeck& deck) {
  Slide slide;
  slide.title = words(page.title).toStdString();
  slide.ground = m_look.ground();
  if (page.is_cover) {
    addCover(slide, words(page.title));
    if (!headline.isEmpty())
      addText(slide, {60, 262, kPageWidth_pt - 120, 56}, headline, 22, tone > 0 ? m_look.toneText(tone) : m_look.text(),
              true, Align::kLeft, Valign::kMiddle);
  } else {
    addHead(slide, words(page.title), headline, tone);
  }
  QStringList sources;
  for (const AnsweredBlock& answered : blocks) {
    addBlock(slide, page, answered, deck);
    if (const QString source = words(answered.block->source); !sources.contains(source)) sources << source;
  }
  addFoot(slide, sources.join(deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "; "))), number);
  return slide;
}

std::vector<gis::slides::Slide> DeckLayout::sources(const QString& title, const std::vector<DeckSource>& sources,
                                                    const std::vector<QString>& left_out, int first_number) {
  std::vector<std::pair<QString, QString>> lines;
  for (const DeckSource& source : sources) {
    QStringList pages;
    for (const int page : source.pages) pages << QString::number(page);
    lines.emplace_back(source.text, pages.join(QStringLiteral(", ")));
  }
  for (const QString& text : left_out) lines.emplace_back(text, QStringLiteral("—"));
  std::vector<Slide> slides;
  const Box body{kSide_pt, kBodyTop_pt, kPageWidth_pt - 2 * kSide_pt, kBodyBottom_pt - kBodyTop_pt};
  for (std::size_t at = 0; at < lines.size() || slides.empty();) {
    Slide slide;
    slide.title = title.toStdString();
    slide.ground = m_look.ground();
    addHead(slide, title,
            deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "All figures as of %1 unless a table says another time."))
                .arg(m_frame.as_of),
            0);
    DeckTable table(m_look, body);
    table.addColumn(deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "Source, or what was left out and why")), false, 5);
    table.addColumn(deckWords(QT_TRANSLATE_NOOP("BriefingDeck", "Pages")), false, 1);
    for (std::size_t room = table.rowsThatFit(); room > 0 && at < lines.size(); --room, ++at)
      table.addRow({lines[at].first, lines[at].second}, 0);
    slide.items.emplace_back(table.item());
    addFoot(slide, {}, first_number + static_cast<int>(slides.size()));
    slides.push_back(std::move(slide));
  }
  return slides;
}

}  // namespace app
