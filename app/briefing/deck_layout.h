// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <string>
#include <vector>

#include "app/briefing/briefing_deck.h"
#include "app/briefing/deck_look.h"

namespace app {

// What stands on every page.
struct DeckFrame {
  std::string language;
  QString city, title, bureau, on_duty;
  QString as_of;  // Beijing time
  bool is_demo = false;
  int pages = 0;
};

// A block with its answer.
struct AnsweredBlock {
  const gis::briefing::Block* block = nullptr;
  gis::briefing::FactTable facts;
};

// Where a figure is from and on which pages it stands.
struct DeckSource {
  QString text;
  std::vector<int> pages;
};

// Puts pages together: words are measured and broken, tables get the columns that their words need and say how many
// rows found no room. Maps and charts are named for later: by page and block. Any thread that may measure letters.
class DeckLayout {
 public:
  DeckLayout(DeckLook look, DeckFrame frame) : m_look(look), m_frame(std::move(frame)) {}

  // `headline` and its tone may be empty; `number` counts from 1.
  gis::slides::Slide page(const gis::briefing::Page& page, const QString& headline, int tone,
                          const std::vector<AnsweredBlock>& blocks, int number, BriefingDeck& deck);
  // As many as the sources need.
  std::vector<gis::slides::Slide> sources(const QString& title, const std::vector<DeckSource>& sources,
                                          const std::vector<QString>& left_out, int first_number);
  static std::string pictureName(const gis::briefing::Page& page, const gis::briefing::Block& block);
  // Of a block on the page.
  static gis::slides::Box boxOf(const gis::briefing::Block& block, bool on_cover);

 private:
  using Slide = gis::slides::Slide;
  using Box = gis::slides::Box;
  void addText(Slide& slide, const Box& box, const QString& text, int size_pt, gis::slides::Colour colour,
               bool bold = false, gis::slides::Align align = gis::slides::Align::kLeft,
               gis::slides::Valign valign = gis::slides::Valign::kTop) const;
  void addCover(Slide& slide, const QString& title) const;
  void addHead(Slide& slide, const QString& title, const QString& headline, int tone) const;
  void addFoot(Slide& slide, const QString& sources, int number) const;
  Box addBlockTitle(Slide& slide, const gis::briefing::Block& block, Box box) const;
  void addEmpty(Slide& slide, const Box& box, const QString& text) const;
  void addFigures(Slide& slide, const Box& box, const gis::briefing::FactTable& facts) const;
  void addSentences(Slide& slide, const Box& box, const AnsweredBlock& answered) const;
  void addTable(Slide& slide, const Box& box, const AnsweredBlock& answered) const;
  void addBars(Slide& slide, const Box& box, const AnsweredBlock& answered) const;
  void addBlock(Slide& slide, const gis::briefing::Page& page, const AnsweredBlock& answered, BriefingDeck& deck) const;
  QString words(const gis::briefing::Words& text) const { return QString::fromStdString(text.in(m_frame.language)); }

  DeckLook m_look;
  DeckFrame m_frame;
};

}  // namespace app
