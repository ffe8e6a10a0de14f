// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation/draft_html.h"

namespace app {
namespace {

namespace situation = gis::situation;
using gis::office::Style;

QString escaped(const std::string& text) {
  return QString::fromStdString(text).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

class HtmlMaker {
 public:
  HtmlMaker(const situation::Draft& draft, QString link_colour, QString missing_colour)
      : m_draft(draft), m_link(std::move(link_colour)), m_missing(std::move(missing_colour)) {}
  QString make() const {
    QString html;
    for (const situation::DraftBlock& block : m_draft.blocks)
      html += block.lines.empty() ? paragraph(block) : table(block);
    return html;
  }

 private:
  QString link(const std::string& name, const QString& words, const QString& colour) const {
    const auto fact = m_draft.facts.find(name);
    const QString as_of =
        fact == m_draft.facts.end()
            ? QString()
            : QString::fromStdString(situation::paperTime(fact->second.as_of_utc_ms, m_draft.as_of_utc_ms));
    return QStringLiteral("<a href='%1:%2' title='%3' style='color:%4;text-decoration:none'>%5</a>")
        .arg(fact == m_draft.facts.end() ? QLatin1String("blank") : QLatin1String("fact"), escaped(name), as_of, colour,
             words);
  }

  QString piece(const situation::Piece& one) const {
    QString words = escaped(one.text);
    if (one.is_changed) words = QStringLiteral("<b>%1</b>").arg(words);
    switch (one.kind) {
      case situation::PieceKind::kMissing:
        return link(one.name, QStringLiteral("<b>%1</b>").arg(words), m_missing);
      case situation::PieceKind::kFact:
        return link(one.name, words, m_link);
      default:
        return words;
    }
  }

  QString paragraph(const situation::DraftBlock& block) const {
    QString words;
    for (const situation::Piece& one : block.pieces) words += piece(one);
    if (block.style == Style::kTitle) return QStringLiteral("<h3 align='center'>%1</h3>").arg(words);
    if (block.style == Style::kSubtitle) return QStringLiteral("<p align='center'>%1</p>").arg(words);
    if (block.style == Style::kHeading) return QStringLiteral("<p><b>%1</b></p>").arg(words);
    if (block.style == Style::kSignature) return QStringLiteral("<p align='right'>%1</p>").arg(words);
    if (block.style == Style::kSmall) return QStringLiteral("<p><small>%1</small></p>").arg(words);
    return QStringLiteral("<p>%1</p>").arg(words);
  }

  QString table(const situation::DraftBlock& block) const {
    QString html = QStringLiteral(
        "<table width='100%' border='1' cellspacing='0' cellpadding='3' style='border-collapse:collapse'>");
    if (!block.counties.empty()) {
      html += QStringLiteral("<tr><th></th><th></th><th>合计</th><th>增减</th>");
      for (const std::string& county : block.counties) html += QStringLiteral("<th>%1</th>").arg(escaped(county));
      html += QLatin1String("</tr>");
    }
    std::string group;
    for (const situation::DraftLine& line : block.lines) {
      if (line.group != group)
        html += QStringLiteral("<tr><td colspan='%1'><b>%2</b></td></tr>")
                    .arg(4 + block.counties.size())
                    .arg(escaped(line.group));
      group = line.group;
      const QString value = line.is_missing                     ? link(line.fact, QStringLiteral("〔 〕"), m_missing)
                            : m_draft.facts.contains(line.fact) ? link(line.fact, escaped(line.value), m_link)
                                                                : escaped(line.value);
      html += QStringLiteral("<tr><td>%1</td><td>%2</td><td align='right'>%3</td><td align='right'><b>%4</b></td>")
                  .arg((line.is_part ? QStringLiteral("　") : QString()) + escaped(line.label), escaped(line.unit),
                       value, escaped(line.change));
      for (const situation::CountyCell& cell : line.counties) {
        html += QStringLiteral("<td align='right'>%1").arg(escaped(cell.value));
        if (!cell.change.empty()) html += QStringLiteral(" <b>%1</b>").arg(escaped(cell.change));
        html += QLatin1String("</td>");
      }
      html += QLatin1String("</tr>");
    }
    return html + QStringLiteral("</table>");
  }

  const situation::Draft& m_draft;
  QString m_link, m_missing;
};

}  // namespace

QString draftHtml(const situation::Draft& draft, const QString& link_colour, const QString& missing_colour) {
  return HtmlMaker(draft, link_colour, missing_colour).make();
}

}  // namespace app
