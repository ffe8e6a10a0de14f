// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QScrollArea>
#include <QWidget>
#include <map>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/table/row_record.h"
#include "gis/edit/table_then.h"

class QDragEnterEvent;
class QDropEvent;
class QFormLayout;
class QVBoxLayout;

namespace app {

class FieldNote;
class PhotoStrip;

// One row as a form (表单): a field a column, coded ones with their list. A field is saved when it is left or Enter is
// pressed; what is wrong is said beside it and nothing is saved. Who changed the same field meanwhile is asked about,
// and neither value is lost. Below stands what was ever changed in the row; each change can be put back, and the whole
// row be compared with how it was before, and put back. Window's thread; reading and writing run in jobs.
class RowForm : public QScrollArea {
  Q_OBJECT
 public:
  explicit RowForm(PanelContext& context, QWidget* parent = nullptr);

  void show(OpenTablePtr table, std::int64_t fid);
  void clear();
  // Somebody may have changed the row: it is read anew, unless something is being typed.
  void refresh();
  bool busy() const;
  const std::optional<RowRecord>& record() const { return m_record; }

 signals:
  void saved(std::int64_t fid, const gis::StepDone& done);

 protected:
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Field {
    QWidget* editor = nullptr;
    FieldNote* note = nullptr;
  };
  void read();
  void accept(gis::Result<RowRecord> record);
  void rebuild();
  void addField(QFormLayout& form, std::size_t column);
  void addQuestion(QVBoxLayout& lines, std::size_t column);
  void addHistory(QVBoxLayout& column);
  void addComparison(QVBoxLayout& column);
  void restoreCompared();
  gis::RowThen compared() const;
  void failed(std::size_t column, const gis::CellValue& value, const gis::Error& error);
  QWidget* historyLine(const gis::DatedChange& dated);
  void save(std::size_t column, const gis::CellValue& value, gis::StepKind kind);
  void saveCellsOf(gis::RowCells cells, gis::StepKind kind, const QString& title, std::optional<std::size_t> column);
  void typed(std::size_t column, const QString& text);
  void tell(std::size_t column, const QString& sentence, bool wrong);
  QString shown(std::size_t column, const gis::CellValue& cell) const;
  QString savingTrouble(const gis::Error& error) const;

  PanelContext& m_context;
  PhotoStrip* m_photos;
  OpenTablePtr m_table;
  std::int64_t m_fid = 0;
  std::optional<RowRecord> m_record;
  std::optional<gis::Error> m_error;
  // A value that somebody else's change has come before.
  struct Mine {
    std::size_t column = 0;
    gis::CellValue value;
  };
  std::optional<Mine> m_mine;
  std::optional<std::int64_t> m_compared_utc_ms;
  QString m_reason;
  std::map<std::size_t, Field> m_fields;
  JobSlot<gis::Result<RowRecord>> m_read_slot;
  JobSlot<gis::Result<SavedRecord>> m_save_slot;
};

}  // namespace app
