// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "gis/import/import_draft.h"
#include "gis/import/target_store.h"

class QComboBox;
class QLabel;
class QSpinBox;
class QTableWidget;

namespace app {

class QuestionList;

// The first page of an import: what the file is taken for, why, and its first rows. A choice that is made here sends
// wishesChanged(); whoever listens makes the draft anew.
class SourcePage : public QWidget {
  Q_OBJECT
 public:
  explicit SourcePage(QWidget* parent = nullptr);
  void setDraft(const gis::ImportDraft& draft, const std::vector<gis::TargetTable>& tables, bool chinese);
  void setQuestions(const std::vector<gis::ImportQuestion>& questions);

 signals:
  void tableChosen(const std::string& table);
  void layerChosen(const std::string& layer);
  void crsChosen(const std::string& crs);
  void encodingChosen(const std::string& encoding);
  void headerChosen(gis::HeaderRows header);
  void suggestionTaken(const gis::ImportQuestion& question);
  void leftAsItIs(const gis::ImportQuestion& question);

 private:
  void fillTables(const gis::ImportDraft& draft, const std::vector<gis::TargetTable>& tables, bool chinese);
  void fillSystems(const gis::ImportDraft& draft);
  void fillSample(const gis::ImportDraft& draft);

  QuestionList* m_questions;
  QComboBox* m_table;
  QComboBox* m_layer;
  QComboBox* m_crs;
  QComboBox* m_encoding;
  QSpinBox* m_skipped;
  QSpinBox* m_header_rows;
  QWidget* m_header;
  QLabel* m_layer_label;
  QLabel* m_header_label;
  QLabel* m_table_why;
  QLabel* m_crs_why;
  QLabel* m_encoding_why;
  QLabel* m_header_why;
  QLabel* m_sample_title;
  QTableWidget* m_sample;
};

}  // namespace app
