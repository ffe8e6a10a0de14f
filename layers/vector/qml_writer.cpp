// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/qml_writer.h"

#include <QXmlStreamWriter>
#include <algorithm>

#include "layers/vector/icon_set.h"
#include "layers/vector/line_marks.h"

namespace layers {
namespace {

using gis::GeometryKind;

constexpr double kMmPerPx = 25.4 / 96;

QString mm(double px) { return QString::number(px * kMmPerPx, 'g', 5); }

QString rgba(const QColor& c) {
  return QStringLiteral("%1,%2,%3,%4").arg(c.red()).arg(c.green()).arg(c.blue()).arg(c.alpha());
}

QString quoted(QString text, QChar mark) { return mark + text.replace(mark, QString(2, mark)) + mark; }

// In the language of QGIS's filters.
QString expressionOf(const Condition& condition) {
  using Kind = Condition::Kind;
  const auto group = [&](const char* word) {
    QStringList parts;
    for (const Condition& part : condition.parts) parts << expressionOf(part);
    return QStringLiteral("(") + parts.join(QString::fromLatin1(word)) + QStringLiteral(")");
  };
  const auto compared = [&](const char* sign) {
    const QString value = QString::fromStdString(toText(condition.value));
    return quoted(QString::fromStdString(condition.attribute), u'"') + QString::fromLatin1(sign) +
           (std::holds_alternative<double>(condition.value) ? value : quoted(value, u'\''));
  };
  switch (condition.kind) {
    case Kind::kAlways:
      return {};
    case Kind::kNever:
      return QStringLiteral("FALSE");
    case Kind::kAnd:
      return group(" AND ");
    case Kind::kOr:
      return group(" OR ");
    case Kind::kNot:
      return QStringLiteral("NOT ") + group("");
    case Kind::kEqual:
      return compared(" = ");
    case Kind::kLess:
      return compared(" < ");
    case Kind::kLessEqual:
      return compared(" <= ");
    case Kind::kGreater:
      return compared(" > ");
    case Kind::kGreaterEqual:
      return compared(" >= ");
    case Kind::kIsNull:
      return quoted(QString::fromStdString(condition.attribute), u'"') + QStringLiteral(" IS NULL");
  }
  return {};
}

// One layer of a QGIS symbol: its class and properties; a marker line or a hatch holds a symbol of its own.
struct SymbolLayer {
  const char* type = "";
  std::vector<std::pair<const char*, QString>> properties;
  std::vector<std::pair<const char*, SymbolLayer>> inner;  // kind of symbol, its layer
};

class QmlWriter {
 public:
  QmlWriter(QString& text, GeometryKind kind) : m_xml(&text), m_kind(kind) {
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
  }

  void write(const std::vector<StyleRule>& rules) {
    m_xml.writeDTD(QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"));
    std::vector<std::pair<const StyleRule*, SymbolLayer>> drawn;
    std::vector<const StyleRule*> labels;
    for (const StyleRule& rule : rules) {
      if (!rule.text_attribute.empty()) labels.push_back(&rule);
      if (auto layer = rule.paint.visible ? symbolLayer(rule) : std::nullopt)
        drawn.emplace_back(&rule, std::move(*layer));
    }
    open("qgis", {{"version", QStringLiteral("3.22.0")},
                  {"styleCategories", QStringLiteral("Symbology|Labeling")},
                  {"labelsEnabled", labels.empty() ? QStringLiteral("0") : QStringLiteral("1")}});
    writeRenderer(drawn);
    if (!labels.empty()) writeLabels(labels);
    m_xml.writeEndElement();
  }

 private:
  using Attributes = std::vector<std::pair<const char*, QString>>;

  void open(const char* name, const Attributes& attributes) {
    m_xml.writeStartElement(QString::fromLatin1(name));
    for (const auto& [key, value] : attributes) m_xml.writeAttribute(QString::fromLatin1(key), value);
  }
  void empty(const char* name, const Attributes& attributes) {
    open(name, attributes);
    m_xml.writeEndElement();
  }

  // A filter and the scales of a rule. QGIS asks for the larger denominator as "scalemaxdenom".
  static Attributes limits(const StyleRule& rule, const QString& key) {
    Attributes attributes = {{"key", key}, {"description", QString::fromStdString(rule.name)}};
    const QString filter = expressionOf(rule.condition);
    if (!filter.isEmpty()) attributes.emplace_back("filter", filter);
    constexpr double kNoLimitZoom = 30;
    const auto denominator = [](double zoom) {
      return QString::number(scaleDenominator(metresPerPxFor(zoom)), 'f', 0);
    };
    if (rule.max_zoom < kNoLimitZoom) attributes.emplace_back("scalemindenom", denominator(rule.max_zoom));
    if (rule.min_zoom > 0) attributes.emplace_back("scalemaxdenom", denominator(rule.min_zoom));
    return attributes;
  }

  void writeRenderer(const std::vector<std::pair<const StyleRule*, SymbolLayer>>& drawn) {
    if (drawn.empty()) return empty("renderer-v2", {{"type", QStringLiteral("nullSymbol")}});
    open("renderer-v2", {{"type", QStringLiteral("RuleRenderer")}, {"symbollevels", QStringLiteral("1")}});
    open("rules", {{"key", QStringLiteral("root")}});
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      Attributes attributes = limits(*drawn[i].first, QStringLiteral("rule-%1").arg(i));
      attributes.emplace_back("symbol", QString::number(i));
      attributes.emplace_back("label", QString::fromStdString(drawn[i].first->name));
      empty("rule", attributes);
    }
    m_xml.writeEndElement();
    open("symbols", {});
    for (std::size_t i = 0; i < drawn.size(); ++i)
      writeSymbol(QString::number(i), kindName(), drawn[i].second, static_cast<int>(drawn[i].first->style_layer));
    m_xml.writeEndElement();
    m_xml.writeEndElement();
  }

  const char* kindName() const {
    return m_kind == GeometryKind::kPoint ? "marker" : m_kind == GeometryKind::kLine ? "line" : "fill";
  }

  void writeSymbol(const QString& name, const char* kind, const SymbolLayer& layer, int pass) {
    open("symbol", {{"name", name},
                    {"type", QString::fromLatin1(kind)},
                    {"alpha", QStringLiteral("1")},
                    {"clip_to_extent", QStringLiteral("1")}});
    open("layer", {{"class", QString::fromLatin1(layer.type)},
                   {"enabled", QStringLiteral("1")},
                   {"locked", QStringLiteral("0")},
                   {"pass", QString::number(pass)}});
    for (const auto& [key, value] : layer.properties) empty("prop", {{"k", QString::fromLatin1(key)}, {"v", value}});
    for (const auto& [inner_kind, inner] : layer.inner)
      writeSymbol(QStringLiteral("@%1@0").arg(name), inner_kind, inner, 0);
    m_xml.writeEndElement();
    m_xml.writeEndElement();
  }

  std::optional<SymbolLayer> symbolLayer(const StyleRule& rule) const {
    switch (rule.type) {
      case StyleLayerType::kFill:
        if (m_kind == GeometryKind::kPolygon) return fill(rule.paint);
        break;
      case StyleLayerType::kLine:
        if (m_kind != GeometryKind::kPoint) return line(rule.paint);
        break;
      case StyleLayerType::kCircle:
        if (m_kind == GeometryKind::kPoint) return circle(rule.paint);
        break;
      case StyleLayerType::kSymbol:
        return symbol(rule.paint);
      case StyleLayerType::kRaster:
      case StyleLayerType::kHillshade:
        break;
    }
    return std::nullopt;
  }

  static SymbolLayer stroke(const QColor& colour, double width_px) {
    return {"SimpleLine",
            {{"line_color", rgba(colour)}, {"line_width", mm(width_px)}, {"line_width_unit", QStringLiteral("MM")}},
            {}};
  }

  static SymbolLayer fill(const ResolvedPaint& paint) {
    if (paint.pattern == "dots") {
      SymbolLayer dot = disc(paint.colour, QColor(), 0, 2);
      return {"PointPatternFill",
              {{"distance_x", mm(8)}, {"distance_y", mm(4)}, {"displacement_x", mm(4)}},
              {{"marker", std::move(dot)}}};
    }
    if (paint.pattern == "cross")  // one symbol layer has no two hatches
      return {"SimpleFill",
              {{"color", rgba(paint.colour)},
               {"style", QStringLiteral("diagonal_x")},
               {"outline_style", QStringLiteral("no")}},
              {}};
    static const std::map<std::string, int> kAngles = {
        {"diagonal", 45}, {"back-diagonal", 135}, {"horizontal", 0}, {"vertical", 90}};
    if (const auto hatch = kAngles.find(paint.pattern); hatch != kAngles.end()) {
      const bool slanted = hatch->second % 90 != 0;
      return {"LinePatternFill",
              {{"angle", QString::number(hatch->second)}, {"distance", mm(slanted ? 8 * 0.7071 : 8)}},
              {{"line", stroke(paint.colour, 1.1)}}};
    }
    SymbolLayer layer{"SimpleFill", {{"color", rgba(paint.colour)}, {"style", QStringLiteral("solid")}}, {}};
    if (paint.outline.isValid()) {
      layer.properties.emplace_back("outline_color", rgba(paint.outline));
      layer.properties.emplace_back("outline_width", mm(1));
    } else {
      layer.properties.emplace_back("outline_style", QStringLiteral("no"));
    }
    return layer;
  }

  static SymbolLayer line(const ResolvedPaint& paint) {
    SymbolLayer layer = stroke(paint.colour, paint.width_px);
    layer.properties.emplace_back("capstyle", paint.cap == Qt::RoundCap    ? QStringLiteral("round")
                                              : paint.cap == Qt::SquareCap ? QStringLiteral("square")
                                                                           : QStringLiteral("flat"));
    layer.properties.emplace_back("joinstyle", paint.join == Qt::RoundJoin   ? QStringLiteral("round")
                                               : paint.join == Qt::BevelJoin ? QStringLiteral("bevel")
                                                                             : QStringLiteral("miter"));
    if (!paint.dash.empty()) {
      QStringList lengths;
      for (const double part : paint.dash) lengths << mm(part * paint.width_px);
      layer.properties.emplace_back("use_custom_dash", QStringLiteral("1"));
      layer.properties.emplace_back("customdash", lengths.join(u';'));
    }
    return layer;
  }

  static SymbolLayer disc(const QColor& colour, const QColor& outline, double outline_px, double size_px) {
    return {"SimpleMarker",
            {{"name", QStringLiteral("circle")},
             {"color", rgba(colour)},
             {"size", mm(size_px)},
             {"outline_color", rgba(outline.isValid() ? outline : QColor(0, 0, 0, 0))},
             {"outline_style", outline.isValid() ? QStringLiteral("solid") : QStringLiteral("no")},
             {"outline_width", mm(outline_px)}},
            {}};
  }

  static SymbolLayer circle(const ResolvedPaint& paint) {
    return disc(paint.colour, paint.outline, paint.width_px, 2 * paint.radius_px);
  }

  std::optional<SymbolLayer> symbol(const ResolvedPaint& paint) const {
    const LineMark sign = lineMarkOf(paint.icon);
    if (sign != LineMark::kNone) {
      if (m_kind != GeometryKind::kLine) return std::nullopt;
      return signs(paint, sign);
    }
    const QByteArray svg = IconSet::svg(paint.icon, paint.colour);
    if (svg.isEmpty() || m_kind != GeometryKind::kPoint) return std::nullopt;
    return SymbolLayer{"SvgMarker",
                       {{"name", QStringLiteral("base64:") + QString::fromLatin1(svg.toBase64())},
                        {"size", mm(paint.icon_px)},
                        {"color", rgba(paint.colour)}},
                       {}};
  }

  // Signs stand on the right of the line, as ours do where no dip is known.
  static SymbolLayer signs(const ResolvedPaint& paint, LineMark sign) {
    struct Shape {
      const char* name;
      int angle_deg;
      bool beside;  // on one side of the line, not across it
    };
    const auto shape = [sign]() -> Shape {
      switch (sign) {
        case LineMark::kReverse:
          return {"filled_arrowhead", 90, true};
        case LineMark::kDam:
          return {"square", 0, true};
        case LineMark::kArrow:
          return {"arrowhead", 0, false};
        case LineMark::kBreak:
          return {"cross2", 0, false};
        case LineMark::kDyke:
          return {"line", 0, false};
        default:
          return {"line", 0, true};
      }
    }();
    SymbolLayer mark{"SimpleMarker",
                     {{"name", QString::fromLatin1(shape.name)},
                      {"color", rgba(paint.colour)},
                      {"size", mm(paint.icon_px)},
                      {"angle", QString::number(shape.angle_deg)},
                      {"outline_color", rgba(paint.colour)},
                      {"outline_width", mm(1)}},
                     {}};
    return {"MarkerLine",
            {{"interval", mm(paint.spacing_px)},
             {"interval_unit", QStringLiteral("MM")},
             {"placement", QStringLiteral("interval")},
             {"rotate", QStringLiteral("1")},
             {"offset", shape.beside ? mm(paint.icon_px / 2) : QStringLiteral("0")}},
            {{"marker", std::move(mark)}}};
  }

  void writeLabels(const std::vector<const StyleRule*>& labels) {
    open("labeling", {{"type", QStringLiteral("rule-based")}});
    open("rules", {{"key", QStringLiteral("labels")}});
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const StyleRule& rule = *labels[i];
      open("rule", limits(rule, QStringLiteral("label-%1").arg(i)));
      open("settings", {});
      open("text-style", {{"fieldName", QString::fromStdString(rule.text_attribute)},
                          {"isExpression", QStringLiteral("0")},
                          {"fontFamily", QStringLiteral("Noto Sans CJK SC")},
                          {"fontSize", mm(rule.text.size_px)},
                          {"fontSizeUnit", QStringLiteral("MM")},
                          {"fontWeight", rule.text.bold ? QStringLiteral("75") : QStringLiteral("50")},
                          {"textColor", rgba(rule.text.colour)},
                          {"textOpacity", QStringLiteral("1")}});
      empty("text-buffer", {{"bufferDraw", rule.text.halo_px > 0 ? QStringLiteral("1") : QStringLiteral("0")},
                            {"bufferSize", mm(rule.text.halo_px)},
                            {"bufferSizeUnits", QStringLiteral("MM")},
                            {"bufferColor", rgba(rule.text.halo)},
                            {"bufferOpacity", QStringLiteral("1")}});
      m_xml.writeEndElement();
      if (!rule.text.along_line)
        empty("text-format", {{"autoWrapLength", QString::number(rule.text.max_width_em, 'f', 0)},
                              {"useMaxLineLengthForAutoWrap", QStringLiteral("1")},
                              {"multilineAlign", QStringLiteral("1")}});
      writePlacement(rule.text);
      m_xml.writeEndElement();
      m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
    m_xml.writeEndElement();
  }

  void writePlacement(const ResolvedText& text) {
    // QgsPalLayerSettings::Placement: 1 over point, 3 curved, 4 horizontal in the area.
    const bool along = text.along_line && m_kind == GeometryKind::kLine;
    const char* placement = m_kind == GeometryKind::kPoint  ? "1"
                            : along                         ? "3"
                            : m_kind == GeometryKind::kLine ? "2"
                                                            : "4";
    empty("placement", {{"placement", QString::fromLatin1(placement)},
                        {"priority", QStringLiteral("5")},  // 0, which a missing one counts as, hides it
                        {"quadOffset", QStringLiteral("4")},
                        {"xOffset", QStringLiteral("0")},
                        {"yOffset", mm(text.offset_y_px)},
                        {"offsetUnits", QStringLiteral("MM")},
                        {"repeatDistance", along ? mm(text.spacing_px) : QStringLiteral("0")},
                        {"repeatDistanceUnits", QStringLiteral("MM")},
                        {"placementFlags", QStringLiteral("9")}});
    empty("rendering",
          {{"drawLabels", QStringLiteral("1")}, {"mergeLines", along ? QStringLiteral("1") : QStringLiteral("0")}});
  }

  QXmlStreamWriter m_xml;
  GeometryKind m_kind;
};

}  // namespace

QString qmlOf(const std::vector<StyleRule>& rules, GeometryKind kind) {
  QString text;
  QmlWriter(text, kind).write(rules);
  return text;
}

}  // namespace layers
