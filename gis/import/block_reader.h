// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "gis/import/row_maker.h"

namespace gis {

// Reads a file and makes its rows on a thread of its own, some blocks ahead of whoever writes them: reading and
// writing take about as long as each other. Used from one thread; what the context refers to must outlive it and may
// meanwhile be read only.
class BlockReader {
 public:
  struct Block {
    std::vector<MadeRow> rows;
    std::vector<RejectedRow> rejected;
    std::int64_t rows_read = 0;  // of the file, up to here
  };
  // Returns when the file is open and the mapping is known to fit. Fails as RowReader::open and RowMaker::create do.
  static Result<std::unique_ptr<BlockReader>> start(const std::filesystem::path& file, const RowReadOptions& options,
                                                    const RowMaker::Context& context);
  ~BlockReader();
  BlockReader(const BlockReader&) = delete;
  BlockReader& operator=(const BlockReader&) = delete;

  // For what needs no file: columns(), fromFile(), complete().
  const RowMaker& maker() const { return *m_maker; }
  // As the file says; -1 = not known.
  std::int64_t expectedRows() const { return m_expected_rows; }
  // The next block; nothing at the end of the file.
  std::optional<Block> next();
  // After the end: why it came too early (memory ran out).
  const std::optional<Error>& failure() const { return m_failure; }
  // After the end: what GDAL complained about.
  const std::vector<std::string>& complaints() const { return m_complaints; }

 private:
  BlockReader() = default;
  void work(const std::stop_token& stop, const std::filesystem::path& file, const RowReadOptions& options,
            const RowMaker::Context& context);
  void readAll(const std::stop_token& stop, RowReader& reader);
  void fail(Error error);
  void put(const std::stop_token& stop, Block block);

  std::mutex m_mutex;
  std::condition_variable_any m_changed;
  std::deque<Block> m_blocks;
  std::optional<Result<void>> m_ready;
  bool m_ended = false;
  std::optional<Error> m_failure;
  std::optional<RowMaker> m_maker;
  std::int64_t m_expected_rows = -1;
  std::vector<std::string> m_complaints;
  std::jthread m_thread;  // last: it uses the others
};

}  // namespace gis
