// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QPushButton>
#include <QString>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

class MapDocument;

// A warning as a hazard room's rules would have it; an officer looks at it, changes it and keeps it, or does not.
struct WarningDraft {
  std::string event_code;                   // gis/cap/event_types.h: "11A51"
  std::string colour;                       // "red", "orange", "yellow", "blue"
  std::vector<std::string> division_codes;  // of the places that are meant, of any level
  QString text;                             // in Chinese, as all messages are
};

// Where hazard rooms hand a draft to the call-out room without knowing it; one for each document, owned by it. Nothing
// is kept and nobody is called by it: the call-out room opens with the form filled in. Window's thread.
class WarningDesk final : public QObject {
  Q_OBJECT
 public:
  static WarningDesk& of(MapDocument& document);
  using Answer = std::function<void(const WarningDraft& draft)>;
  void setAnswer(Answer answer) { m_answer = std::move(answer); }
  // Opens the call-out room with the draft.
  void handOver(const WarningDraft& draft);

 private:
  explicit WarningDesk(MapDocument& document);
  MapDocument& m_document;
  Answer m_answer;
};

// "Raise a warning …" 发起预警: asks its room for the draft when it is pressed.
class RaiseWarningButton final : public QPushButton {
  Q_OBJECT
 public:
  using Draft = std::function<std::optional<WarningDraft>()>;
  explicit RaiseWarningButton(Draft draft, QWidget* parent = nullptr);
  // Is there only while there is something to warn of.
  void refresh() { setVisible(m_draft().has_value()); }

 signals:
  void wanted(const app::WarningDraft& draft);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  Draft m_draft;
};

}  // namespace app
