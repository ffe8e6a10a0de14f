// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/sld_writer.h"

#include <QXmlStreamWriter>
#include <algorithm>

#include "layers/vector/icon_set.h"
#include "layers/vector/line_marks.h"

namespace layers {
namespace {

const QString kSe = QStringLiteral("http://www.opengis.net/se");
const QString kSld = QStringLiteral("http://www.opengis.net/sld");
const QString kOgc = QStringLiteral("http://www.opengis.net/ogc");
const QString kXlink = QStringLiteral("http://www.w3.org/1999/xlink");

QString number(double value) { return QString::number(value, 'g', 6); }

class SldWriter {
 public:
  explicit SldWriter(QString& text) : m_xml(&text) {
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
  }

  void write(const QString& layer_name, const QString& title, const std::vector<StyleRule>& rules,
             gis::GeometryKind kind) {
    m_xml.writeStartDocument();
    m_xml.writeNamespace(kSe, QStringLiteral("se"));
    m_xml.writeNamespace(kOgc, QStringLiteral("ogc"));
    m_xml.writeNamespace(kXlink, QStringLiteral("xlink"));
    m_xml.writeDefaultNamespace(kSld);
    m_xml.writeStartElement(kSld, QStringLiteral("StyledLayerDescriptor"));
    m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.1.0"));
    m_xml.writeStartElement(kSld, QStringLiteral("NamedLayer"));
    m_xml.writeTextElement(kSe, QStringLiteral("Name"), layer_name);
    m_xml.writeStartElement(kSld, QStringLiteral("UserStyle"));
    m_xml.writeTextElement(kSe, QStringLiteral("Name"), layer_name);
    m_xml.writeStartElement(kSe, QStringLiteral("Description"));
    m_xml.writeTextElement(kSe, QStringLiteral("Title"), title);
    m_xml.writeEndElement();
    // One type style a style layer: they are painted one over the other, rules of one are not.
    for (std::size_t at = 0; at < rules.size();) {
      std::size_t end = at;
      while (end < rules.size() && rules[end].style_layer == rules[at].style_layer) ++end;
      m_xml.writeStartElement(kSe, QStringLiteral("FeatureTypeStyle"));
      for (; at < end; ++at) writeRule(rules[at], kind);
      m_xml.writeEndElement();
    }
    m_xml.writeEndDocument();
  }

 private:
  void writeRule(const StyleRule& rule, gis::GeometryKind kind) {
    m_xml.writeStartElement(kSe, QStringLiteral("Rule"));
    m_xml.writeTextElement(kSe, QStringLiteral("Name"), QString::fromStdString(rule.name));
    if (rule.condition.kind != Condition::Kind::kAlways) {
      m_xml.writeStartElement(kOgc, QStringLiteral("Filter"));
      writeCondition(rule.condition);
      m_xml.writeEndElement();
    }
    constexpr double kNoLimitZoom = 30;
    if (rule.max_zoom < kNoLimitZoom)
      m_xml.writeTextElement(kSe, QStringLiteral("MinScaleDenominator"), denominator(rule.max_zoom));
    if (rule.min_zoom > 0)
      m_xml.writeTextElement(kSe, QStringLiteral("MaxScaleDenominator"), denominator(rule.min_zoom));
    if (rule.paint.visible) writePaint(rule, kind);
    if (!rule.text_attribute.empty()) writeText(rule, kind);
    m_xml.writeEndElement();
  }

  static QString denominator(double zoom) { return QString::number(scaleDenominator(metresPerPxFor(zoom)), 'f', 0); }

  void writeCondition(const Condition& condition) {
    using Kind = Condition::Kind;
    const auto group = [&](const char* name) {
      m_xml.writeStartElement(kOgc, QString::fromLatin1(name));
      for (const Condition& part : condition.parts) writeCondition(part);
      m_xml.writeEndElement();
    };
    switch (condition.kind) {
      case Kind::kAnd:
        return group("And");
      case Kind::kOr:
        return group("Or");
      case Kind::kNot:
        return group("Not");
      case Kind::kEqual:
        return writeComparison("PropertyIsEqualTo", condition);
      case Kind::kLess:
        return writeComparison("PropertyIsLessThan", condition);
      case Kind::kLessEqual:
        return writeComparison("PropertyIsLessThanOrEqualTo", condition);
      case Kind::kGreater:
        return writeComparison("PropertyIsGreaterThan", condition);
      case Kind::kGreaterEqual:
        return writeComparison("PropertyIsGreaterThanOrEqualTo", condition);
      case Kind::kIsNull:
        return writeComparison("PropertyIsNull", condition);
      case Kind::kAlways:
      case Kind::kNever: {
        // Filters know no constants; a literal compared with one is.
        m_xml.writeStartElement(kOgc, QStringLiteral("PropertyIsEqualTo"));
        m_xml.writeTextElement(kOgc, QStringLiteral("Literal"), QStringLiteral("1"));
        m_xml.writeTextElement(kOgc, QStringLiteral("Literal"),
                               condition.kind == Kind::kAlways ? QStringLiteral("1") : QStringLiteral("0"));
        m_xml.writeEndElement();
        return;
      }
    }
  }

  void writeComparison(const char* name, const Condition& condition) {
    m_xml.writeStartElement(kOgc, QString::fromLatin1(name));
    m_xml.writeTextElement(kOgc, QStringLiteral("PropertyName"), QString::fromStdString(condition.attribute));
    if (condition.kind != Condition::Kind::kIsNull)
      m_xml.writeTextElement(kOgc, QStringLiteral("Literal"), QString::fromStdString(toText(condition.value)));
    m_xml.writeEndElement();
  }

  void parameter(const char* name, const QString& value) {
    m_xml.writeStartElement(kSe, QStringLiteral("SvgParameter"));
    m_xml.writeAttribute(QStringLiteral("name"), QString::fromLatin1(name));
    m_xml.writeCharacters(value);
    m_xml.writeEndElement();
  }

  void fillParameters(const QColor& colour) {
    m_xml.writeStartElement(kSe, QStringLiteral("Fill"));
    parameter("fill", colour.name());
    if (colour.alpha() < 255) parameter("fill-opacity", number(colour.alphaF()));
    m_xml.writeEndElement();
  }

  void strokeParameters(const QColor& colour, double width_px) {
    parameter("stroke", colour.name());
    if (colour.alpha() < 255) parameter("stroke-opacity", number(colour.alphaF()));
    parameter("stroke-width", number(width_px));
  }

  void stroke(const QColor& colour, double width_px) {
    m_xml.writeStartElement(kSe, QStringLiteral("Stroke"));
    strokeParameters(colour, width_px);
    m_xml.writeEndElement();
  }

  void writePaint(const StyleRule& rule, gis::GeometryKind kind) {
    switch (rule.type) {
      case StyleLayerType::kFill:
        if (kind == gis::GeometryKind::kPolygon) writeFill(rule.paint);
        return;
      case StyleLayerType::kLine:
        if (kind != gis::GeometryKind::kPoint) writeLine(rule.paint);
        return;
      case StyleLayerType::kCircle:
        if (kind == gis::GeometryKind::kPoint) writeCircle(rule.paint);
        return;
      case StyleLayerType::kSymbol:
        writeSymbol(rule.paint, kind);
        return;
      case StyleLayerType::kRaster:
      case StyleLayerType::kHillshade:
        return;
    }
  }

  void mark(const char* name, const QColor& fill, const QColor& outline, double outline_px, double size_px) {
    m_xml.writeStartElement(kSe, QStringLiteral("Graphic"));
    m_xml.writeStartElement(kSe, QStringLiteral("Mark"));
    m_xml.writeTextElement(kSe, QStringLiteral("WellKnownName"), QString::fromLatin1(name));
    if (fill.isValid()) fillParameters(fill);
    if (outline.isValid()) stroke(outline, outline_px);
    m_xml.writeEndElement();
    m_xml.writeTextElement(kSe, QStringLiteral("Size"), number(size_px));
    m_xml.writeEndElement();
  }

  void writeFill(const ResolvedPaint& paint) {
    m_xml.writeStartElement(kSe, QStringLiteral("PolygonSymbolizer"));
    static const std::map<std::string, const char*> kMarks = {{"diagonal", "slash"}, {"back-diagonal", "backslash"},
                                                              {"cross", "x"},        {"horizontal", "horline"},
                                                              {"vertical", "line"},  {"dots", "circle"}};
    if (const auto hatch = kMarks.find(paint.pattern); hatch != kMarks.end()) {
      const bool dots = paint.pattern == "dots";
      m_xml.writeStartElement(kSe, QStringLiteral("Fill"));
      m_xml.writeStartElement(kSe, QStringLiteral("GraphicFill"));
      mark(hatch->second, dots ? paint.colour : QColor(), dots ? QColor() : paint.colour, 1.1, dots ? 2 : 8);
      m_xml.writeEndElement();
      m_xml.writeEndElement();
    } else if (paint.colour.alpha() > 0) {
      fillParameters(paint.colour);
    }
    if (paint.outline.isValid()) stroke(paint.outline, 1);
    m_xml.writeEndElement();
  }

  void writeLine(const ResolvedPaint& paint) {
    m_xml.writeStartElement(kSe, QStringLiteral("LineSymbolizer"));
    m_xml.writeStartElement(kSe, QStringLiteral("Stroke"));
    strokeParameters(paint.colour, paint.width_px);
    parameter("stroke-linecap", paint.cap == Qt::RoundCap    ? QStringLiteral("round")
                                : paint.cap == Qt::SquareCap ? QStringLiteral("square")
                                                             : QStringLiteral("butt"));
    parameter("stroke-linejoin", paint.join == Qt::RoundJoin   ? QStringLiteral("round")
                                 : paint.join == Qt::BevelJoin ? QStringLiteral("bevel")
                                                               : QStringLiteral("mitre"));
    if (!paint.dash.empty()) {
      QStringList lengths;
      for (const double part : paint.dash) lengths << number(part * paint.width_px);
      parameter("stroke-dasharray", lengths.join(u' '));
    }
    m_xml.writeEndElement();
    m_xml.writeEndElement();
  }

  void writeCircle(const ResolvedPaint& paint) {
    m_xml.writeStartElement(kSe, QStringLiteral("PointSymbolizer"));
    mark("circle", paint.colour, paint.outline, paint.width_px, 2 * paint.radius_px);
    m_xml.writeEndElement();
  }

  void writeSymbol(const ResolvedPaint& paint, gis::GeometryKind kind) {
    const LineMark sign = lineMarkOf(paint.icon);
    if (sign != LineMark::kNone) {
      if (kind == gis::GeometryKind::kPoint) return;
      m_xml.writeStartElement(kSe, QStringLiteral("LineSymbolizer"));
      m_xml.writeStartElement(kSe, QStringLiteral("Stroke"));
      m_xml.writeStartElement(kSe, QStringLiteral("GraphicStroke"));
      mark(wellKnownName(sign), paint.colour, QColor(), 0, paint.icon_px);
      m_xml.writeTextElement(kSe, QStringLiteral("Gap"), number(paint.spacing_px));
      m_xml.writeEndElement();
      m_xml.writeEndElement();
      m_xml.writeEndElement();
      return;
    }
    const QByteArray svg = IconSet::svg(paint.icon, paint.colour);
    if (svg.isEmpty() || kind != gis::GeometryKind::kPoint) return;
    m_xml.writeStartElement(kSe, QStringLiteral("PointSymbolizer"));
    m_xml.writeStartElement(kSe, QStringLiteral("Graphic"));
    m_xml.writeStartElement(kSe, QStringLiteral("ExternalGraphic"));
    m_xml.writeEmptyElement(kSe, QStringLiteral("OnlineResource"));
    m_xml.writeAttribute(kXlink, QStringLiteral("type"), QStringLiteral("simple"));
    // As the program that reads it most often wants it: its pictures begin with "base64:".
    m_xml.writeAttribute(kXlink, QStringLiteral("href"),
                         QStringLiteral("base64:") + QString::fromLatin1(svg.toBase64()));
    m_xml.writeTextElement(kSe, QStringLiteral("Format"), QStringLiteral("image/svg+xml"));
    m_xml.writeEndElement();
    if (paint.icon_opacity < 1) m_xml.writeTextElement(kSe, QStringLiteral("Opacity"), number(paint.icon_opacity));
    m_xml.writeTextElement(kSe, QStringLiteral("Size"), number(paint.icon_px));
    m_xml.writeEndElement();
    m_xml.writeEndElement();
  }

  static const char* wellKnownName(LineMark sign) {
    switch (sign) {
      case LineMark::kReverse:
        return "triangle";
      case LineMark::kDam:
        return "square";
      case LineMark::kArrow:
        return "arrowhead";
      case LineMark::kBreak:
        return "x";
      default:
        return "line";
    }
  }

  void writeText(const StyleRule& rule, gis::GeometryKind kind) {
    const ResolvedText& text = rule.text;
    m_xml.writeStartElement(kSe, QStringLiteral("TextSymbolizer"));
    m_xml.writeStartElement(kSe, QStringLiteral("Label"));
    m_xml.writeTextElement(kOgc, QStringLiteral("PropertyName"), QString::fromStdString(rule.text_attribute));
    m_xml.writeEndElement();
    m_xml.writeStartElement(kSe, QStringLiteral("Font"));
    parameter("font-family", QStringLiteral("Noto Sans CJK SC"));
    parameter("font-size", number(text.size_px));
    if (text.bold) parameter("font-weight", QStringLiteral("bold"));
    m_xml.writeEndElement();
    m_xml.writeStartElement(kSe, QStringLiteral("LabelPlacement"));
    if (text.along_line && kind == gis::GeometryKind::kLine) {
      m_xml.writeStartElement(kSe, QStringLiteral("LinePlacement"));
      m_xml.writeTextElement(kSe, QStringLiteral("IsRepeated"), QStringLiteral("true"));
      m_xml.writeTextElement(kSe, QStringLiteral("Gap"), number(text.spacing_px));
    } else {
      m_xml.writeStartElement(kSe, QStringLiteral("PointPlacement"));
      point("AnchorPoint", 0.5, 0.5);
      point("Displacement", 0, -text.offset_y_px);
    }
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    if (text.halo_px > 0) {
      m_xml.writeStartElement(kSe, QStringLiteral("Halo"));
      m_xml.writeTextElement(kSe, QStringLiteral("Radius"), number(text.halo_px));
      fillParameters(text.halo);
      m_xml.writeEndElement();
    }
    fillParameters(text.colour);
    m_xml.writeEndElement();
  }

  void point(const char* tag, double x, double y) {
    const QString name = QString::fromLatin1(tag);
    m_xml.writeStartElement(kSe, name);
    m_xml.writeTextElement(kSe, name + u'X', number(x));
    m_xml.writeTextElement(kSe, name + u'Y', number(y));
    m_xml.writeEndElement();
  }

  QXmlStreamWriter m_xml;
};

}  // namespace

QString sldOf(const QString& layer_name, const QString& title, const std::vector<StyleRule>& rules,
              gis::GeometryKind kind) {
  QString text;
  SldWriter(text).write(layer_name, title, rules, kind);
  return text;
}

}  // namespace layers
