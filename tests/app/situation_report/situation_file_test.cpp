// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation_report/situation_file.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "tests/gis/situation/full_material.h"

namespace {

namespace situation = gis::situation;
constexpr std::int64_t kNoon_utc_ms = 1'785'470'400'000;
constexpr int kOffice_ms = 120'000;

class SituationFiles : public testing::Test {
 protected:
  situation::Draft draft(situation::ReportKind kind, const std::string& number = "长应急报〔2026〕2号") {
    situation::DraftMaterial material = tests::fullMaterial(m_catalogue, kind, kNoon_utc_ms);
    material.number = number;
    return situation::makeDraft(m_catalogue, material);
  }
  std::filesystem::path file(const QString& name) {
    return std::filesystem::path(m_folder.filePath(name).toStdString());
  }
  QByteArray run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, arguments);
    EXPECT_TRUE(process.waitForFinished(kOffice_ms)) << qPrintable(program);
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
    return process.readAllStandardOutput();
  }
  // Another office opens the file and prints it.
  QString printed(const std::filesystem::path& from) {
    QTemporaryDir into(m_folder.filePath(QStringLiteral("pdf-XXXXXX")));
    into.setAutoRemove(false);
    run(QStringLiteral("soffice"),
        {QStringLiteral("--headless"),
         QStringLiteral("-env:UserInstallation=file://") + m_folder.filePath(QStringLiteral("profile")),
         QStringLiteral("--convert-to"), QStringLiteral("pdf"), QStringLiteral("--outdir"), into.path(),
         QString::fromStdString(from.string())});
    return into.filePath(QString::fromStdString(from.stem().string()) + QStringLiteral(".pdf"));
  }
  int pages(const QString& pdf) {
    const QString info = QString::fromUtf8(run(QStringLiteral("pdfinfo"), {pdf}));
    return QRegularExpression(QStringLiteral("Pages:\\s+(\\d+)")).match(info).captured(1).toInt();
  }
  QString text(const QString& pdf) {
    QString words =
        QString::fromUtf8(run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")}));
    // Page numbers and line breaks are each office's own.
    // Signs that stand for several letters (小 is a radical, too) come back as any of them.
    words = words.normalized(QString::NormalizationForm_KC).replace(QChar(0x2ED3), QStringLiteral("长"));
    return words.remove(QRegularExpression(QStringLiteral("—\\s*\\d+\\s*—|\\s|\\f")));
  }
  QImage firstPage(const QString& pdf) {
    run(QStringLiteral("pdftoppm"),
        {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("40"), QStringLiteral("-f"), QStringLiteral("1"),
         QStringLiteral("-singlefile"), pdf, pdf + QStringLiteral("-page")});
    return QImage(pdf + QStringLiteral("-page.png")).convertToFormat(QImage::Format_Grayscale8);
  }

  situation::ReportCatalogue m_catalogue = situation::builtInReportCatalogue().value();
  QTemporaryDir m_folder;
};

// The box that holds all ink, in shares of the page.
QRectF inkOf(const QImage& page) {
  QRect ink;
  for (int y = 0; y < page.height(); ++y)
    for (int x = 0; x < page.width(); ++x)
      if (page.constScanLine(y)[x] < 160) ink |= QRect(x, y, 1, 1);
  return {1.0 * ink.x() / page.width(), 1.0 * ink.y() / page.height(), 1.0 * ink.width() / page.width(),
          1.0 * ink.height() / page.height()};
}

bool hasOffice() { return !QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty(); }

}  // namespace

TEST_F(SituationFiles, AnotherOfficeShowsTheDocumentAsOurPdfDoes) {
  ASSERT_TRUE(hasOffice()) << "soffice is missing: packaging/install brings it";
  for (const situation::ReportKind kind : {situation::ReportKind::kFirst, situation::ReportKind::kStatistics}) {
    const situation::Draft made = draft(kind);
    ASSERT_TRUE(made.findings.empty());
    ASSERT_TRUE(app::writeSituationFile(file(QStringLiteral("a.docx")), made, "值班室"));
    ASSERT_TRUE(app::writeSituationFile(file(QStringLiteral("a.pdf")), made, "值班室"));
    const QString theirs = printed(file(QStringLiteral("a.docx")));
    const QString ours = m_folder.filePath(QStringLiteral("a.pdf"));
    EXPECT_EQ(pages(theirs), pages(ours)) << situation::reportKindName(kind);
    for (const QString& pdf : {theirs, ours}) {
      const QString words = text(pdf);
      for (const situation::DraftBlock& block : made.blocks) {
        QString line;
        for (const situation::Piece& piece : block.pieces) line += QString::fromStdString(piece.text);
        line = line.normalized(QString::NormalizationForm_KC).remove(QRegularExpression(QStringLiteral("\\s")));
        // A long line may go on behind a page's number; its beginning stands together.
        EXPECT_TRUE(words.contains(line.left(12))) << qPrintable(line.left(12)) << " in " << qPrintable(words);
        for (const situation::DraftLine& one : block.lines)
          EXPECT_TRUE(words.contains(QString::fromStdString(one.label).normalized(QString::NormalizationForm_KC)))
              << one.label;
      }
    }
    const QRectF a = inkOf(firstPage(theirs)), b = inkOf(firstPage(ours));
    EXPECT_GT(b.width() * b.height(), 0.3) << "the page is not blank";
    EXPECT_NEAR(a.left(), b.left(), 0.04);
    EXPECT_NEAR(a.top(), b.top(), 0.04);
    EXPECT_NEAR(a.right(), b.right(), 0.06);
  }
}

TEST_F(SituationFiles, AnotherOfficeOpensTheTable) {
  ASSERT_TRUE(hasOffice()) << "soffice is missing: packaging/install brings it";
  ASSERT_TRUE(
      app::writeSituationFile(file(QStringLiteral("t.xlsx")), draft(situation::ReportKind::kStatistics), "值班室"));
  const QString words = text(printed(file(QStringLiteral("t.xlsx"))));
  EXPECT_TRUE(words.contains(QStringLiteral("受灾人口")));
  EXPECT_TRUE(words.contains(QStringLiteral("其他损失")));
  for (const char* name : {"襄垣县", "沁源县", "平顺县", "分县(区)增减"})
    EXPECT_TRUE(words.contains(QString::fromUtf8(name))) << name;
}

TEST_F(SituationFiles, EveryKindIsWrittenInEveryForm) {
  for (const situation::ReportKind kind : situation::kReportKinds)
    for (const char* ending : {"docx", "pdf", "xlsx"}) {
      const auto name = file(QStringLiteral("k.") + QLatin1String(ending));
      const auto written = app::writeSituationFile(name, draft(kind), "值班室");
      ASSERT_TRUE(written) << written.error().detail;
      EXPECT_GT(std::filesystem::file_size(name), 2000U);
    }
  const auto other = app::writeSituationFile(file(QStringLiteral("k.odt")), draft(situation::ReportKind::kFirst), "x");
  EXPECT_EQ(other.error().code, gis::ErrorCode::kUnsupportedFormat);
}

TEST_F(SituationFiles, SameReportSameBytes) {
  for (const char* name : {"1.docx", "2.docx"})
    ASSERT_TRUE(app::writeSituationFile(file(QLatin1String(name)), draft(situation::ReportKind::kFirst), "值班室"));
  QFile one(m_folder.filePath(QStringLiteral("1.docx"))), two(m_folder.filePath(QStringLiteral("2.docx")));
  ASSERT_TRUE(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
  EXPECT_EQ(one.readAll(), two.readAll());
}

TEST_F(SituationFiles, WhatIsIssuedLiesInExports) {
  std::filesystem::create_directories(file(QStringLiteral("city")));
  const auto made =
      app::writeIssuedFiles(file(QStringLiteral("city")), draft(situation::ReportKind::kStatistics), "值班室");
  ASSERT_TRUE(made) << made.error().detail;
  EXPECT_EQ(made->size(), 3U);
  EXPECT_TRUE(made->front().filename().string().starts_with("长应急报〔2026〕2号 "));
}
