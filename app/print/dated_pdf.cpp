// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/dated_pdf.h"

#include <QDateTime>
#include <QHash>

namespace app {

DatedPdf::DatedPdf(std::filesystem::path name, std::int64_t created_utc_ms)
    : PendingFile(std::move(name)),
      m_created(QDateTime::fromMSecsSinceEpoch(created_utc_ms, Qt::UTC)
                    .toOffsetFromUtc(8 * 3600)
                    .toString(QStringLiteral("yyyyMMddHHmmss"))
                    .toLatin1() +
                "+08'00'") {
  // Qt writes the fonts of a PDF in the order of a hash table: with a seed of its own for each run, the bytes would
  // differ.
  QHashSeed::setDeterministicGlobalSeed();
}

DatedPdf::~DatedPdf() { QHashSeed::resetRandomGlobalSeed(); }

qint64 DatedPdf::writeData(const char* bytes, qint64 count) {
  static const QByteArray kMark("/CreationDate (D:");
  const QByteArray piece = QByteArray::fromRawData(bytes, count);
  const qsizetype at = piece.indexOf(kMark);
  if (at < 0) return PendingFile::writeData(bytes, count);
  // As many letters as before: the offsets of what follows are known already.
  // The zone may come in a piece of its own; it is Beijing's in any case (app/main.cpp).
  const qsizetype begin = at + kMark.size(), close = piece.indexOf(')', begin), end = close < 0 ? count : close;
  QByteArray changed(bytes, count);
  for (qsizetype i = begin; i < end; ++i) changed[i] = i - begin < m_created.size() ? m_created[i - begin] : ' ';
  const qint64 written = PendingFile::writeData(changed.constData(), count);
  return written;
}

}  // namespace app
