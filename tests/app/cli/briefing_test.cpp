// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <cmath>

#include "tests/app/cli/run_program.h"

// `brief` and `atlas`: pages of both templates on the demo city, the presentation as another office shows it.
namespace {

using cli_test::Folder;
using cli_test::runProgram;

QByteArray bytesOf(const QString& file) {
  QFile read(file);
  return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

QByteArray outputOf(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  if (!process.waitForFinished(240'000)) return {};
  return process.readAllStandardOutput();
}

int pagesOf(const QString& pdf) {
  const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
  return pages.match(QString::fromUtf8(outputOf(QStringLiteral("pdfinfo"), {pdf}))).captured(1).toInt();
}

QString wordsOf(const QString& pdf, int page) {
  const QString number = QString::number(page);
  return QString::fromUtf8(outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-f"), number, QStringLiteral("-l"),
                                                                  number, pdf, QStringLiteral("-")}))
      .remove(QRegularExpression(QStringLiteral("\\s")));
}

// A page in grey, coarse: letters of two programs never agree pixel by pixel.
QImage coarse(const QString& pdf, int page, const QTemporaryDir& folder) {
  const QString number = QString::number(page), name = folder.filePath(QStringLiteral("page"));
  outputOf(QStringLiteral("pdftoppm"),
           {QStringLiteral("-png"), QStringLiteral("-singlefile"), QStringLiteral("-r"), QStringLiteral("36"),
            QStringLiteral("-f"), number, QStringLiteral("-l"), number, pdf, name});
  return QImage(name + QStringLiteral(".png"))
      .scaled(96, 54, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
      .convertToFormat(QImage::Format_Grayscale8);
}

// Correlation of the grey values of two pictures, the second moved to the right by so many of its columns.
double likeness(const QImage& a, const QImage& b, int moved = 0) {
  double sum_a = 0, sum_b = 0, aa = 0, bb = 0, ab = 0;
  int n = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = moved; x < a.width(); ++x) {
      const double p = a.constScanLine(y)[x], q = b.constScanLine(y)[x - moved];
      sum_a += p, sum_b += q, aa += p * p, bb += q * q, ab += p * q;
      ++n;
    }
  const double spread = std::sqrt((aa - sum_a * sum_a / n) * (bb - sum_b * sum_b / n));
  return spread > 0 ? (ab - sum_a * sum_b / n) / spread : 0;
}

// Next to nothing differs from the ground, which is the commonest grey.
bool isBlank(const QImage& picture) {
  std::array<int, 256> count{};
  const auto each = [&](auto&& visit) {
    for (int y = 0; y < picture.height(); ++y)
      for (int x = 0; x < picture.width(); ++x) visit(picture.constScanLine(y)[x]);
  };
  each([&](uchar grey) { ++count[grey]; });
  const int ground = static_cast<int>(std::ranges::max_element(count) - count.begin());
  int other = 0;
  each([&](uchar grey) { other += std::abs(grey - ground) > 12; });
  return other < 20;
}

// Joined letters are taken apart. Qt 6.4 leaves the digits of our font without their plain text in a PDF, and what
// follows them stands elsewhere: a title is known by what comes before its first digit.
QString plain(const QString& text) { return text.normalized(QString::NormalizationForm_KC).remove(QLatin1Char(' ')); }
QString beforeDigits(const QString& title) {
  return plain(title).section(QRegularExpression(QStringLiteral("\\d")), 0, 0);
}

TEST(BriefCommand, PagesAreTheSameBytesForTheSameMoment) {
  const QString city = cli_test::demoWorkspace();
  ASSERT_FALSE(city.isEmpty());
  const Folder folder;
  for (const char* form : {"flood", "geology"}) {
    const QString first = QString::fromStdString(folder.file("a.pdf").string());
    const QString second = QString::fromStdString(folder.file("b.pdf").string());
    QStringList arguments{QStringLiteral("brief"),
                          QStringLiteral("--workspace"),
                          city,
                          QStringLiteral("--template"),
                          QLatin1String(form),
                          QStringLiteral("--at"),
                          QStringLiteral("2026-07-31T04:00"),
                          QStringLiteral("--json"),
                          QStringLiteral("-o")};
    const auto done = runProgram(arguments + QStringList{first});
    ASSERT_EQ(done.exit_code, 0) << done.err;
    ASSERT_EQ(runProgram(arguments + QStringList{second}).exit_code, 0);
    EXPECT_EQ(bytesOf(first), bytesOf(second)) << form;
    const auto json = done.json();
    EXPECT_EQ(pagesOf(first), static_cast<int>(json["pages"].size()));
    EXPECT_EQ(json["as_of_utc"], "2026-07-30T20:00:00.000Z");
    QTemporaryDir pictures;
    for (const auto& page : json["pages"]) {
      const int number = page["page"].get<int>();
      const QString title = beforeDigits(QString::fromStdString(page["title"].get<std::string>()));
      EXPECT_TRUE(plain(wordsOf(first, number)).contains(title)) << form << ": " << page["title"];
      EXPECT_FALSE(isBlank(coarse(first, number, pictures))) << form << ": " << page["title"];
    }
  }
}

TEST(BriefCommand, AnotherOfficeShowsThePresentationAsWeShowThePages) {
  const QString city = cli_test::demoWorkspace();
  ASSERT_FALSE(city.isEmpty());
  QTemporaryDir folder;
  const QString pdf = folder.filePath(QStringLiteral("ours.pdf")),
                pptx = folder.filePath(QStringLiteral("theirs.pptx"));
  for (const QString& file : {pdf, pptx})
    ASSERT_EQ(runProgram({QStringLiteral("brief"), QStringLiteral("--workspace"), city, QStringLiteral("-o"), file,
                          QStringLiteral("--lang"), QStringLiteral("zh")})
                  .exit_code,
              0);
  outputOf(QStringLiteral("soffice"),
           {QStringLiteral("-env:UserInstallation=file://") + folder.filePath(QStringLiteral("profile")),
            QStringLiteral("--headless"), QStringLiteral("--convert-to"), QStringLiteral("pdf"),
            QStringLiteral("--outdir"), folder.path(), pptx});
  const QString theirs = folder.filePath(QStringLiteral("theirs.pdf"));
  ASSERT_TRUE(QFile::exists(theirs)) << "LibreOffice could not read the presentation";
  const int pages = pagesOf(pdf);
  ASSERT_GE(pages, 20);
  ASSERT_EQ(pagesOf(theirs), pages);
  // Moved by a thirtieth of the page, or another page, is found out.
  constexpr double kLike = 0.8;
  int unlike_when_moved = 0;
  for (int page = 1; page <= pages; ++page) {
    const QImage a = coarse(pdf, page, folder), b = coarse(theirs, page, folder);
    EXPECT_GT(likeness(a, b), kLike) << "page " << page;
    unlike_when_moved += likeness(a, b, 3) < likeness(a, b) - 0.1;
  }
  EXPECT_GT(unlike_when_moved, pages * 3 / 4);
  EXPECT_LT(likeness(coarse(pdf, 3, folder), coarse(theirs, 4, folder)), kLike);
}

TEST(BriefCommand, WrongWordsAreNamed) {
  const QString city = cli_test::demoWorkspace();
  const auto form =
      runProgram({QStringLiteral("brief"), QStringLiteral("--workspace"), city, QStringLiteral("--template"),
                  QStringLiteral("storm"), QStringLiteral("-o"), QStringLiteral("x.pdf")});
  EXPECT_EQ(form.exit_code, 1);
  EXPECT_NE(form.err.find("flood, geology"), std::string::npos) << form.err;
  EXPECT_EQ(runProgram({QStringLiteral("brief"), QStringLiteral("--workspace"), city, QStringLiteral("-o"),
                        QStringLiteral("x.txt")})
                .exit_code,
            1);
  EXPECT_EQ(runProgram({QStringLiteral("brief"), QStringLiteral("--workspace"), city, QStringLiteral("--at"),
                        QStringLiteral("yesterday"), QStringLiteral("-o"), QStringLiteral("x.pdf")})
                .exit_code,
            1);
}

TEST(AtlasCommand, ThreeSheetsAndAnIndexAreTheSameBytes) {
  const QString city = cli_test::demoWorkspace();
  ASSERT_FALSE(city.isEmpty());
  QTemporaryDir folder;
  const QString first = folder.filePath(QStringLiteral("a.pdf")), second = folder.filePath(QStringLiteral("b.pdf"));
  const QStringList arguments{QStringLiteral("atlas"),  QStringLiteral("--workspace"), city,
                              QStringLiteral("--by"),   QStringLiteral("county"),      QStringLiteral("--first"),
                              QStringLiteral("3"),      QStringLiteral("--dpi"),       QStringLiteral("96"),
                              QStringLiteral("--json"), QStringLiteral("-o")};
  const auto done = runProgram(arguments + QStringList{first});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  ASSERT_EQ(runProgram(arguments + QStringList{second}).exit_code, 0);
  EXPECT_EQ(bytesOf(first), bytesOf(second));
  EXPECT_EQ(done.json()["sheets"], 3);
  EXPECT_EQ(done.json()["pages"], 4);
  EXPECT_EQ(pagesOf(first), 4);
  EXPECT_GT(done.json()["peak_memory_kb"], 10'000);
  EXPECT_TRUE(wordsOf(first, 1).contains(QStringLiteral("1:"))) << "the scale";
  EXPECT_TRUE(wordsOf(first, 2).contains(QStringLiteral("Sheet")));
  EXPECT_TRUE(wordsOf(first, 4).contains(QStringLiteral("Luzhou"))) << "the index names the first district";
  for (int page = 1; page <= 4; ++page) EXPECT_FALSE(isBlank(coarse(first, page, folder)));
}

TEST(AtlasCommand, VillagesOfATown) {
  const QString city = cli_test::demoWorkspace();
  ASSERT_FALSE(city.isEmpty());
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("villages.pdf"));
  const auto sheets = [&](const char* within) {
    return runProgram({QStringLiteral("atlas"), QStringLiteral("--workspace"), city, QStringLiteral("--by"),
                       QStringLiteral("village"), QStringLiteral("--within"), QString::fromLatin1(within),
                       QStringLiteral("--first"), QStringLiteral("2"), QStringLiteral("--dpi"), QStringLiteral("96"),
                       QStringLiteral("--json"), QStringLiteral("-o"), file});
  };
  const auto done = sheets("140431000000");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.json()["sheets"], 2);
  EXPECT_TRUE(done.json()["failed"].empty());
  EXPECT_TRUE(wordsOf(file, 1).contains(QStringLiteral("Qinyuan"))) << "the county it lies in";
  EXPECT_EQ(sheets("150000000000").exit_code, 1) << "no such district";
}

}  // namespace
