// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "gis/core/error.h"

namespace gis {

// What a section holds; `part` tells sections of one kind apart.
struct SectionName {
  std::uint32_t kind = 0, part = 0;
  friend auto operator<=>(const SectionName&, const SectionName&) = default;
};

// Arrays of plain numbers one after the other in a file of this machine's byte order, with a digest over all of them.
// The arrays given must live until write() has returned.
class SectionWriter {
 public:
  template <class T>
  void add(SectionName name, std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 16);
    m_sections.emplace_back(name, std::as_bytes(items));
  }
  // Writes to a file beside it and moves that into place, so that nobody ever sees half of one. Fails with
  // kPermissionDenied, kDiskFull, kIoFailed; then nothing is left behind.
  Result<void> write(const std::filesystem::path& file) const;

 private:
  std::vector<std::pair<SectionName, std::span<const std::byte>>> m_sections;
};

// Such a file, mapped into memory; spans stay valid as long as one owner of the mapping lives, also when the file is
// removed or replaced. Any thread.
class SectionFile {
 public:
  // Checks format and digest, which reads all of it. Fails with kNotFound, kDamagedFile (cut off, altered, of another
  // version or byte order), kPermissionDenied, kIoFailed.
  static Result<SectionFile> open(const std::filesystem::path& file);

  // Nothing when there is no such section or it is no array of T.
  template <class T>
  std::optional<std::span<const T>> find(SectionName name) const {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 16);
    const auto found = m_sections.find(name);
    if (found == m_sections.end() || found->second.size() % sizeof(T) != 0) return std::nullopt;
    return std::span(reinterpret_cast<const T*>(found->second.data()), found->second.size() / sizeof(T));
  }
  std::shared_ptr<const void> owner() const { return m_mapping; }

 private:
  std::shared_ptr<const void> m_mapping;
  std::map<SectionName, std::span<const std::byte>> m_sections;
};

}  // namespace gis
