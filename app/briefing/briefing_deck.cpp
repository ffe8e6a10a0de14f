// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/briefing_deck.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>

#include "app/briefing/briefing_facts.h"
#include "app/briefing/deck_layout.h"
#include "app/briefing/deck_maps.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace briefing = gis::briefing;
using briefing::BlockKind;

QString deckSaying(const char* english) { return QCoreApplication::translate("BriefingDeck", english); }

// A page with everything asked.
struct AnsweredPage {
  const briefing::Page* page = nullptr;
  QString headline;
  int tone = 0;
  std::vector<AnsweredBlock> blocks;
  double asked_ms = 0;
};

double millisecondsOf(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

gis::Result<void> askHeadline(BriefingFacts& facts, const briefing::Headline& headline, AnsweredPage& answered) {
  if (facts.missingTable(headline.question)) return {};
  const auto table = facts.answer(headline.question);
  if (!table) return std::unexpected(table.error());
  // A function may say itself that it knows nothing: "nothing is over a threshold" would then be wrong.
  if (const std::string said = table->text(0, "say"); !said.empty()) {
    answered.headline = QString::fromStdString(said);
    answered.tone = table->tone(0);
    return {};
  }
  const std::string& sentence = (table->rows.empty() ? headline.none : headline.text).in(facts.language());
  answered.headline = QString::fromStdString(briefing::filledIn(sentence, *table, 0));
  answered.tone = table->tone(0);
  return {};
}

// The page with its answers; without a block: all its blocks were left out.
gis::Result<AnsweredPage> ask(BriefingFacts& facts, const briefing::Page& page, std::vector<LeftOut>& left_out) {
  QElapsedTimer timer;
  timer.start();
  AnsweredPage answered;
  answered.page = &page;
  if (page.headline)
    if (auto done = askHeadline(facts, *page.headline, answered); !done)
      return std::unexpected(std::move(done.error()).via(page.id));
  for (const briefing::Block& block : page.blocks) {
    if (const auto missing = facts.missingTable(block.question)) {
      left_out.push_back({page.id, block.id, *missing});
      continue;
    }
    AnsweredBlock one{&block, {}};
    if (block.question.asked()) {
      auto table = facts.answer(block.question);
      if (!table) return std::unexpected(std::move(table.error()).via(page.id + "/" + block.id));
      one.facts = std::move(*table);
    }
    answered.blocks.push_back(std::move(one));
  }
  answered.asked_ms = millisecondsOf(timer);
  return answered;
}

std::vector<DeckSource> sourcesOf(const std::vector<AnsweredPage>& pages, const std::string& language) {
  std::vector<DeckSource> sources;
  int number = 0;
  for (const AnsweredPage& page : pages) {
    ++number;
    for (const AnsweredBlock& block : page.blocks) {
      const QString text = QString::fromStdString(block.block->source.in(language));
      auto known = std::ranges::find(sources, text, &DeckSource::text);
      if (known == sources.end()) known = sources.insert(sources.end(), {text, {}});
      if (known->pages.empty() || known->pages.back() != number) known->pages.push_back(number);
    }
  }
  return sources;
}

std::vector<QString> saidOf(const std::vector<LeftOut>& left_out, const briefing::Template& form,
                            const std::string& language) {
  std::vector<QString> said;
  for (const LeftOut& one : left_out) {
    const auto page = std::ranges::find(form.pages, one.page, &briefing::Page::id);
    const auto block = std::ranges::find(page->blocks, one.block, &briefing::Block::id);
    const std::string& title = (block->title.zh.empty() ? page->title : block->title).in(language);
    said.push_back(deckSaying(QT_TRANSLATE_NOOP("BriefingDeck", "Left out: %1. This workspace has no table %2."))
                       .arg(QString::fromStdString(title), QString::fromStdString(one.why)));
  }
  return said;
}

DeckFrame frameOf(const BriefingRequest& request, const BriefingFacts& facts, const briefing::Template& form) {
  const gis::WorkspaceFacts& city = facts.workspace().facts();
  DeckFrame frame;
  frame.language = request.language;
  frame.city =
      layers::BilingualText{QString::fromStdString(city.city_name_zh), QString::fromStdString(city.city_name_en)}.text(
          QString::fromStdString(request.language));
  frame.title = QString::fromStdString(form.title.in(request.language));
  frame.bureau = request.bureau.empty()
                     ? deckSaying(QT_TRANSLATE_NOOP("BriefingDeck", "%1 Emergency Management Bureau")).arg(frame.city)
                     : QString::fromStdString(request.bureau);
  frame.on_duty = QString::fromStdString(request.on_duty);
  frame.as_of = beijingTimeText(facts.asOfUtcMs());
  frame.is_demo = city.is_demo;
  return frame;
}

std::vector<MapWish> wishesOf(const std::vector<AnsweredPage>& pages) {
  constexpr double kTitleOverMap_pt = 24;
  std::vector<MapWish> wishes;
  for (const AnsweredPage& page : pages)
    for (const AnsweredBlock& block : page.blocks) {
      if (block.block->kind != BlockKind::kMap) continue;
      const auto box = DeckLayout::boxOf(*block.block, page.page->is_cover);
      wishes.push_back({DeckLayout::pictureName(*page.page, *block.block), block.block, block.facts, box.width_pt,
                        box.height_pt - (block.block->title.zh.empty() ? 0 : kTitleOverMap_pt), 0});
    }
  return wishes;
}

}  // namespace

gis::Result<BriefingDeck> prepareBriefing(const BriefingRequest& request, JobPools& pools,
                                          const gis::CancelToken& cancel, const gis::Progress& progress) {
  constexpr double kAskedRatio = 0.4;
  const auto form = briefing::templateOf(request.template_id);
  if (!form) return std::unexpected(form.error());
  const auto facts = BriefingFacts::open(request.workspace, request.at_utc_ms, request.language, cancel);
  if (!facts) return std::unexpected(facts.error());
  BriefingDeck deck;
  deck.theme = request.theme;
  deck.as_of_utc_ms = (*facts)->asOfUtcMs();
  std::vector<AnsweredPage> pages;
  const briefing::Page* sources_page = nullptr;
  for (const briefing::Page& page : form->pages) {
    if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, request.template_id);
    if (page.is_sources) sources_page = &page;
    if (page.is_sources) continue;
    auto answered = ask(**facts, page, deck.left_out);
    if (!answered) return std::unexpected(std::move(answered.error()));
    if (!answered->blocks.empty()) pages.push_back(std::move(*answered));
    if (progress)
      progress(kAskedRatio * static_cast<double>(&page - form->pages.data()) / static_cast<double>(form->pages.size()));
  }

  std::vector<MapWish> wishes = wishesOf(pages);
  auto maps =
      drawDeckMaps(**facts, wishes, request.theme, request.at_utc_ms.has_value(), pools, [&](double done_ratio) {
        if (progress) progress(kAskedRatio + (1 - kAskedRatio) * done_ratio);
      });
  if (!maps) return std::unexpected(std::move(maps.error()));
  deck.maps = std::move(*maps);

  const DeckLook look{request.theme};
  DeckFrame frame = frameOf(request, **facts, *form);
  const auto sources = sourcesOf(pages, request.language);
  const auto left_out = saidOf(deck.left_out, *form, request.language);
  const auto last = [&](const DeckFrame& with) {
    return DeckLayout(look, with)
        .sources(sources_page ? QString::fromStdString(sources_page->title.in(request.language))
                              : deckSaying(QT_TRANSLATE_NOOP("BriefingDeck", "Sources")),
                 sources, left_out, static_cast<int>(pages.size()) + 1);
  };
  frame.pages = static_cast<int>(pages.size() + last(frame).size());
  DeckLayout layout(look, frame);
  for (const AnsweredPage& page : pages) {
    QElapsedTimer timer;
    timer.start();
    deck.slides.slides.push_back(layout.page(*page.page, page.headline, page.tone, page.blocks,
                                             static_cast<int>(deck.slides.slides.size()) + 1, deck));
    double drawn_ms = 0;
    for (const MapWish& wish : wishes)
      if (wish.name.starts_with(page.page->id + "/")) drawn_ms += wish.drawn_ms;
    deck.page_ids.push_back(page.page->id);
    deck.page_ms.push_back(page.asked_ms + drawn_ms + millisecondsOf(timer));
  }
  for (gis::slides::Slide& slide : last(frame)) {
    deck.slides.slides.push_back(std::move(slide));
    deck.page_ids.emplace_back("sources");
    deck.page_ms.push_back(0);
  }
  deck.slides.title = (frame.city + QLatin1Char(' ') + frame.title).toStdString();
  deck.slides.author = frame.bureau.toStdString();
  deck.slides.created_utc_ms = deck.as_of_utc_ms;
  return deck;
}

}  // namespace app
