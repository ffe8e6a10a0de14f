// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QFont>
#include <QLayout>
#include <QPointer>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QToolBar>
#include <QTreeView>
#include <QWidget>
#include <cmath>
#include <vector>

#include "app/settings/icons.h"
#include "app/settings/theme_scope.h"

// The resources are compiled into a static library; this must stand outside any namespace.
static void initResources() { Q_INIT_RESOURCE(fengsui_ui); }

namespace app {

namespace {

constexpr double kBaseFontPx = 13;

// The look in force. Written by applyTheme on the window's thread only.
struct Look {
  layers::Theme theme = layers::Theme::kDark;
  double scale_ratio = 1;
};
Look& look() {
  static Look current;
  return current;
}

// Fusion with the sizes that a style sheet cannot set brought to the presentation scale.
class ScaledStyle : public QProxyStyle {
 public:
  ScaledStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
    switch (metric) {
      case PM_SmallIconSize:
      case PM_ButtonIconSize:
      case PM_LineEditIconSize:
      case PM_ListViewIconSize:
      case PM_TabBarIconSize:
        return dp(16);
      case PM_LineEditIconMargin:
        return dp(4);
      default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
  }
};

QString rgba(const QColor& c) {
  return QStringLiteral("rgba(%1,%2,%3,%4)").arg(c.red()).arg(c.green()).arg(c.blue()).arg(c.alpha());
}

}  // namespace

const ThemeColours& themeColours(layers::Theme theme) {
  static const ThemeColours dark{
      .ground = QColor("#0f151b"),
      .surface = QColor("#161e27"),
      .raised = QColor("#1e2933"),
      .hover = QColor("#273542"),
      .line = QColor("#28343f"),
      .strong_line = QColor("#3c4b59"),
      .text = QColor("#e4ebf1"),
      .text_second = QColor("#a3b3c1"),
      .text_faint = QColor("#748696"),
      .accent = QColor("#3dbfae"),
      .accent_soft = QColor(61, 191, 174, 46),
      .on_accent = QColor("#06211d"),
      .danger = QColor("#f06a6a"),
      .caution = QColor("#e6b450"),
  };
  static const ThemeColours light{
      .ground = QColor("#e9eef2"),
      .surface = QColor("#ffffff"),
      .raised = QColor("#f2f5f8"),
      .hover = QColor("#e2e9ef"),
      .line = QColor("#d3dce4"),
      .strong_line = QColor("#a9b8c5"),
      .text = QColor("#0d1720"),
      .text_second = QColor("#3f5163"),
      .text_faint = QColor("#64778a"),
      .accent = QColor("#0b756b"),
      .accent_soft = QColor(11, 117, 107, 34),
      .on_accent = QColor("#ffffff"),
      .danger = QColor("#b3261e"),
      .caution = QColor("#8a5a00"),
  };
  return theme == layers::Theme::kDark ? dark : light;
}

ThemeScope::ThemeScope(layers::Theme theme) : m_theme(look().theme), m_scale_ratio(look().scale_ratio) {
  look().theme = theme;
  look().scale_ratio = 1;
}
ThemeScope::~ThemeScope() {
  look().theme = m_theme;
  look().scale_ratio = m_scale_ratio;
}

layers::Theme currentTheme() { return look().theme; }
double currentScaleRatio() { return look().scale_ratio; }
const ThemeColours& currentColours() { return themeColours(look().theme); }
int dp(double at_scale_one_px) { return static_cast<int>(std::lround(at_scale_one_px * look().scale_ratio)); }

QString styleSheetFor(layers::Theme theme, double scale_ratio) {
  initResources();
  QFile file(QStringLiteral(":/themes/fengsui.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString text = QString::fromUtf8(file.readAll());
  const ThemeColours& c = themeColours(theme);
  // Longer names first: "@line-strong" must not be read as "@line".
  const std::pair<const char*, QColor> names[] = {
      {"@accent-soft", c.accent_soft}, {"@on-accent", c.on_accent}, {"@accent", c.accent},
      {"@line-strong", c.strong_line}, {"@line", c.line},           {"@text-second", c.text_second},
      {"@text-faint", c.text_faint},   {"@text", c.text},           {"@surface", c.surface},
      {"@ground", c.ground},           {"@raised", c.raised},       {"@hover", c.hover},
      {"@danger", c.danger},           {"@caution", c.caution}};
  for (const auto& [name, colour] : names) text.replace(QLatin1String(name), rgba(colour));
  const auto icon = [&](const char* name, const QColor& colour) {
    return iconFile(QLatin1String(name), colour, static_cast<int>(std::lround(16 * scale_ratio)));
  };
  text.replace(QLatin1String("@icon-check"), icon("check", c.on_accent));
  text.replace(QLatin1String("@icon-minus"), icon("minus", c.on_accent));
  text.replace(QLatin1String("@icon-close"), icon("close", c.text_second));
  text.replace(QLatin1String("@icon-down"), icon("chevron-down", c.text_second));
  text.replace(QLatin1String("@icon-up"), icon("chevron-up", c.text_second));
  text.replace(QLatin1String("@icon-right"), icon("chevron-right", c.text_second));
  static const QRegularExpression measure(QStringLiteral("(\\d+(?:\\.\\d+)?)dp"));
  QString out;
  qsizetype from = 0;
  for (auto it = measure.globalMatch(text); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    out += text.mid(from, match.capturedStart() - from);
    out += QString::number(std::lround(match.captured(1).toDouble() * scale_ratio)) + QStringLiteral("px");
    from = match.capturedEnd();
  }
  return out + text.mid(from);
}

void applyTheme(QApplication& application, layers::Theme theme, double scale_ratio) {
  look() = {theme, scale_ratio};
  const ThemeColours& c = themeColours(theme);
  application.setStyle(new ScaledStyle);
  QFont font;
  font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                    QStringLiteral("Source Han Sans SC"), QStringLiteral("Microsoft YaHei"),
                    QStringLiteral("sans-serif")});
  font.setPixelSize(static_cast<int>(std::lround(kBaseFontPx * scale_ratio)));
  application.setFont(font);
  QPalette palette;
  palette.setColor(QPalette::Window, c.surface);
  palette.setColor(QPalette::WindowText, c.text);
  palette.setColor(QPalette::Base, c.surface);
  palette.setColor(QPalette::AlternateBase, c.raised);
  palette.setColor(QPalette::Text, c.text);
  palette.setColor(QPalette::PlaceholderText, c.text_faint);
  palette.setColor(QPalette::Button, c.raised);
  palette.setColor(QPalette::ButtonText, c.text);
  palette.setColor(QPalette::BrightText, c.danger);
  palette.setColor(QPalette::ToolTipBase, c.raised);
  palette.setColor(QPalette::ToolTipText, c.text);
  palette.setColor(QPalette::Highlight, c.accent);
  palette.setColor(QPalette::HighlightedText, c.on_accent);
  palette.setColor(QPalette::Link, c.accent);
  palette.setColor(QPalette::LinkVisited, c.accent);
  palette.setColor(QPalette::Light, c.hover);
  palette.setColor(QPalette::Mid, c.line);
  palette.setColor(QPalette::Dark, c.ground);
  palette.setColor(QPalette::Shadow, QColor(0, 0, 0, 120));
  for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, c.text_faint);
  application.setPalette(palette);
  application.setStyleSheet(styleSheetFor(theme, scale_ratio));
}

void tellLookChanged(QWidget& window) {
  std::vector<QPointer<QWidget>> widgets;
  for (QWidget* widget : window.findChildren<QWidget*>()) widgets.emplace_back(widget);
  QEvent event(QEvent::LanguageChange);
  for (const QPointer<QWidget>& widget : widgets)
    if (widget) QCoreApplication::sendEvent(widget, &event);
}

namespace {

constexpr const char* kSizesAtOne = "fengsui_sizes_at_one";

// Sizes of an object at scale one: taken the first time, kept with the object.
QVariantList sizesAtOne(QObject& object, const QVariantList& now, double from_ratio) {
  const QVariant kept = object.property(kSizesAtOne);
  if (kept.isValid()) return kept.toList();
  QVariantList sizes;
  for (const QVariant& size : now) sizes << size.toInt() / from_ratio;
  object.setProperty(kSizesAtOne, sizes);
  return sizes;
}

int scaled(const QVariant& size_at_one, double ratio) {
  return static_cast<int>(std::lround(size_at_one.toDouble() * ratio));
}

void rescaleLayout(QLayout& layout, double from_ratio, double to_ratio) {
  const QMargins m = layout.contentsMargins();
  const QVariantList sizes =
      sizesAtOne(layout, {m.left(), m.top(), m.right(), m.bottom(), layout.spacing()}, from_ratio);
  layout.setContentsMargins(scaled(sizes[0], to_ratio), scaled(sizes[1], to_ratio), scaled(sizes[2], to_ratio),
                            scaled(sizes[3], to_ratio));
  if (sizes[4].toDouble() >= 0) layout.setSpacing(scaled(sizes[4], to_ratio));
}

void rescaleWidget(QWidget& widget, double from_ratio, double to_ratio) {
  auto* view = qobject_cast<QAbstractItemView*>(&widget);
  auto* tree = qobject_cast<QTreeView*>(&widget);
  const QSize icon = view ? view->iconSize() : QSize();
  // Heights are the style sheet's, which scales them itself.
  const QVariantList sizes = sizesAtOne(
      widget,
      {widget.minimumWidth(), widget.maximumWidth(), icon.width(), icon.height(), tree ? tree->indentation() : 0},
      from_ratio);
  const bool limited = sizes[1].toDouble() < QWIDGETSIZE_MAX / 8;
  widget.setMaximumWidth(QWIDGETSIZE_MAX);
  widget.setMinimumWidth(scaled(sizes[0], to_ratio));
  if (limited) widget.setMaximumWidth(scaled(sizes[1], to_ratio));
  if (icon.isValid()) view->setIconSize({scaled(sizes[2], to_ratio), scaled(sizes[3], to_ratio)});
  if (tree) tree->setIndentation(scaled(sizes[4], to_ratio));
}

// Qt sizes these itself; a size of ours would hold them fast.
bool sizedByQt(const QWidget& widget) {
  return widget.isWindow() || widget.inherits("QMainWindow") || widget.inherits("QMenuBar") ||
         widget.inherits("QScrollBar") || widget.inherits("QTabBar") || widget.objectName().startsWith("qt_");
}

}  // namespace

void rescale(QWidget& window, double from_ratio, double to_ratio) {
  if (from_ratio == to_ratio) return;
  for (QLayout* layout : window.findChildren<QLayout*>())
    if (!layout->inherits("QMainWindowLayout") && !layout->inherits("QDockWidgetLayout") &&
        !layout->inherits("QToolBarLayout"))
      rescaleLayout(*layout, from_ratio, to_ratio);
  for (QWidget* widget : window.findChildren<QWidget*>())
    if (!sizedByQt(*widget)) rescaleWidget(*widget, from_ratio, to_ratio);
  for (QToolBar* bar : window.findChildren<QToolBar*>()) bar->setIconSize(QSize(dp(20), dp(20)));
}

}  // namespace app
