// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <filesystem>
#include <memory>
#include <set>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/fields/table_fields.h"
#include "app/jobs/job_slot.h"
#include "gis/import/import_draft.h"
#include "gis/import/import_run.h"
#include "gis/import/target_store.h"
#include "layers/vector/layer_source.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace app {

class ColumnsPage;
class ResultPage;
class SourcePage;

// Import of a file (导入): what it is taken for, where the columns come from, what would be done, and doing it. All
// work is done in jobs; closing the dialog cancels them, and an import that is cancelled leaves nothing behind. Deletes
// itself when closed. Window's thread.
class ImportDialog : public QDialog {
  Q_OBJECT
 public:
  // A workspace must be open.
  ImportDialog(PanelContext& context, const QString& file, QWidget* parent = nullptr);
  ~ImportDialog() override;
  bool busy() const { return m_drafting.busy() || m_planning.busy() || m_applying.busy() || m_undoing.busy(); }

 private:
  struct Drafted {
    gis::ImportDraft draft;
    std::vector<gis::TargetTable> tables;
  };
  struct Applied {
    gis::ImportOutcome outcome;
    layers::VectorLayer layer;  // the table's layer anew; empty when the map shows none
  };
  enum Page { kSource, kColumns, kResult };

  void connectPages();
  void makeDraft();
  void accept(gis::Result<Drafted> drafted);
  void plan();
  void apply();
  void undoImport();
  void takeApplied(gis::Result<Applied> applied);
  void takeSuggestion(const gis::ImportQuestion& question);
  void leaveAsItIs(const gis::ImportQuestion& question);
  void chooseAnew();
  void saveRejected();
  void showOnMap();
  void showPage(Page page);
  void refresh();
  bool asksOnly(gis::QuestionKind kind) const;
  const gis::TargetTable* table() const;
  TableFields fieldsOf(const gis::TargetTable& table) const;
  // Reads the layer of a table anew, on a worker; nothing when the map shows none.
  static layers::VectorLayer layerOf(const layers::CatalogueEntry* entry, const OpenWorkspace& workspace,
                                     const gis::Database& db, const gis::CancelToken& cancel);

  PanelContext& m_context;
  const std::filesystem::path m_file;
  gis::DraftWishes m_wishes;
  std::set<std::string, std::less<>> m_accepted;
  double m_shift_east_m = 0;
  double m_shift_north_m = 0;
  bool m_remove_missing = false;
  std::optional<gis::ImportDraft> m_draft;
  std::vector<gis::TargetTable> m_tables;
  std::optional<gis::ImportOutcome> m_outcome;
  bool m_applied = false;
  JobSlot<gis::Result<Drafted>> m_drafting;
  JobSlot<gis::Result<gis::ImportOutcome>> m_planning;
  JobSlot<gis::Result<Applied>> m_applying;
  JobSlot<gis::Result<Applied>> m_undoing;
  QLabel* m_title;
  QLabel* m_trouble;
  QStackedWidget* m_pages;
  SourcePage* m_source;
  ColumnsPage* m_columns;
  ResultPage* m_result;
  QPushButton* m_back;
  QPushButton* m_next;
  QPushButton* m_close;
};

}  // namespace app
