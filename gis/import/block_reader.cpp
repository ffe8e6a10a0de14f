// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/block_reader.h"

namespace gis {

namespace {

constexpr std::size_t kBlocksAhead = 6;

}  // namespace

Result<std::unique_ptr<BlockReader>> BlockReader::start(const std::filesystem::path& file,
                                                        const RowReadOptions& options,
                                                        const RowMaker::Context& context) {
  std::unique_ptr<BlockReader> reader(new BlockReader);
  reader->m_thread = std::jthread([self = reader.get(), file, options, context](const std::stop_token& stop) {
    try {
      self->work(stop, file, options, context);
    } catch (const std::exception& failed) {
      self->fail(Error{ErrorCode::kOutOfRange, file.string(), failed.what(), {}});
    }
  });
  std::unique_lock lock(reader->m_mutex);
  reader->m_changed.wait(lock, [&] { return reader->m_ready.has_value(); });
  if (!*reader->m_ready) return std::unexpected(reader->m_ready->error());
  lock.unlock();
  return reader;
}

BlockReader::~BlockReader() = default;

void BlockReader::fail(Error error) {
  const std::lock_guard lock(m_mutex);
  if (!m_ready) m_ready = std::unexpected(error);
  m_failure = std::move(error);
  m_ended = true;
  m_changed.notify_all();
}

// GDAL's handles and PROJ's stay on the thread that made them.
void BlockReader::work(const std::stop_token& stop, const std::filesystem::path& file, const RowReadOptions& options,
                       const RowMaker::Context& context) {
  const auto tell = [this](Result<void> ready) {
    const std::lock_guard lock(m_mutex);
    m_ready = std::move(ready);
    m_changed.notify_all();
  };
  auto reader = RowReader::open(file, options);
  if (!reader) return tell(std::unexpected(reader.error()));
  auto maker = RowMaker::create(*reader, context);
  if (!maker) return tell(std::unexpected(maker.error()));
  m_maker.emplace(std::move(*maker));
  m_expected_rows = reader->source().layer.count;
  tell({});
  readAll(stop, *reader);
}

void BlockReader::readAll(const std::stop_token& stop, RowReader& reader) {
  while (!stop.stop_requested()) {
    Block block;
    block.rows = m_maker->next(block.rejected);
    block.rows_read = m_maker->rowsRead();
    const bool last = block.rows.empty();
    put(stop, std::move(block));
    if (last) break;
  }
  const std::lock_guard lock(m_mutex);
  m_complaints = reader.complaints();
  m_ended = true;
  m_changed.notify_all();
}

void BlockReader::put(const std::stop_token& stop, Block block) {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, stop, [this] { return m_blocks.size() < kBlocksAhead; });
  m_blocks.push_back(std::move(block));
  m_changed.notify_all();
}

std::optional<BlockReader::Block> BlockReader::next() {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [this] { return !m_blocks.empty() || m_ended; });
  if (m_blocks.empty()) return std::nullopt;
  Block block = std::move(m_blocks.front());
  m_blocks.pop_front();
  m_changed.notify_all();
  return block;
}

}  // namespace gis
