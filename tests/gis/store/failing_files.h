// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>

namespace gis {

// SQLite's files with a disk under them that gives up: the n-th write, sync, truncation or removal fails, and (but for
// kOnce) everything after it, as when a disk is full or the power is cut. In force for the whole process while the
// object lives; connections must be opened and closed meanwhile. Source of the idea: sqlite.org/testing.html,
// section 3.
class FailingFiles {
 public:
  enum class How { kFull, kOnce, kPowerCut };
  FailingFiles(int nth, How how) : m_real(sqlite3_vfs_find(nullptr)), m_vfs(*m_real) {
    state() = State{nth, how, 0, false};
    m_vfs.zName = "failing";
    m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
    m_vfs.pAppData = m_real;
    m_vfs.xOpen = &open;
    m_vfs.xDelete = [](sqlite3_vfs*, const char* name, int sync) {
      return fails() ? SQLITE_IOERR_DELETE : real()->xDelete(real(), name, sync);
    };
    real() = m_real;
    sqlite3_vfs_register(&m_vfs, 1);
  }
  ~FailingFiles() {
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
  }
  FailingFiles(const FailingFiles&) = delete;
  FailingFiles& operator=(const FailingFiles&) = delete;
  bool failed() const { return state().failed; }
  int operations() const { return state().count; }

 private:
  struct State {
    int nth = 0;
    How how = How::kFull;
    int count = 0;
    bool failed = false;
  };
  struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static State& state() {
    static State now;
    return now;
  }
  static sqlite3_vfs*& real() {
    static sqlite3_vfs* now = nullptr;
    return now;
  }
  static bool fails() {
    State& s = state();
    ++s.count;
    const bool now = s.how == How::kOnce ? s.count == s.nth : s.count >= s.nth;
    s.failed |= now;
    return now;
  }
  static sqlite3_file* of(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }
  static int broken(int full_code, int code) { return state().how == How::kFull ? full_code : code; }

  static int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
    auto* mine = reinterpret_cast<File*>(file);
    mine->base.pMethods = nullptr;
    const int code = real()->xOpen(real(), name, mine->real(), flags, out_flags);
    if (mine->real()->pMethods == nullptr) return code;
    mine->base.pMethods = &methods();
    return code;
  }
  static const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods kMethods = {
        2,
        [](sqlite3_file* f) { return of(f)->pMethods->xClose(of(f)); },
        [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
          return of(f)->pMethods->xRead(of(f), to, size, at);
        },
        [](sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
          return fails() ? broken(SQLITE_FULL, SQLITE_IOERR_WRITE) : of(f)->pMethods->xWrite(of(f), from, size, at);
        },
        [](sqlite3_file* f, sqlite3_int64 size) {
          return fails() ? broken(SQLITE_FULL, SQLITE_IOERR_TRUNCATE) : of(f)->pMethods->xTruncate(of(f), size);
        },
        [](sqlite3_file* f, int flags) {
          return fails() ? broken(SQLITE_FULL, SQLITE_IOERR_FSYNC) : of(f)->pMethods->xSync(of(f), flags);
        },
        [](sqlite3_file* f, sqlite3_int64* size) { return of(f)->pMethods->xFileSize(of(f), size); },
        [](sqlite3_file* f, int lock) { return of(f)->pMethods->xLock(of(f), lock); },
        [](sqlite3_file* f, int lock) { return of(f)->pMethods->xUnlock(of(f), lock); },
        [](sqlite3_file* f, int* out) { return of(f)->pMethods->xCheckReservedLock(of(f), out); },
        [](sqlite3_file* f, int what, void* about) { return of(f)->pMethods->xFileControl(of(f), what, about); },
        [](sqlite3_file* f) { return of(f)->pMethods->xSectorSize(of(f)); },
        [](sqlite3_file* f) { return of(f)->pMethods->xDeviceCharacteristics(of(f)); },
        [](sqlite3_file* f, int page, int size, int extend, void volatile** to) {
          return of(f)->pMethods->xShmMap(of(f), page, size, extend, to);
        },
        [](sqlite3_file* f, int offset, int n, int flags) {
          return of(f)->pMethods->xShmLock(of(f), offset, n, flags);
        },
        [](sqlite3_file* f) { of(f)->pMethods->xShmBarrier(of(f)); },
        [](sqlite3_file* f, int remove) { return of(f)->pMethods->xShmUnmap(of(f), remove); },
        nullptr,
        nullptr};
    return kMethods;
  }

  sqlite3_vfs* m_real;
  sqlite3_vfs m_vfs;
};

// Lets `work` fail at its first, second ... operation on files until it gets through; before each try `folder` is made
// what `original` is. `work` says whether it was told that all is done; `look` is then shown the folder with a disk
// that works again. After the first `all` tries only every `step`-th operation fails; with FENGSUI_ALL_FAILURES set in
// the environment each does, which takes minutes.
inline void failEach(const std::filesystem::path& original, const std::filesystem::path& folder,
                     const std::function<bool()>& work, const std::function<void(bool said_done)>& look, int all = 12,
                     int step = 47) {
  if (std::getenv("FENGSUI_ALL_FAILURES") != nullptr) step = 1;
  for (const auto how : {FailingFiles::How::kFull, FailingFiles::How::kOnce, FailingFiles::How::kPowerCut}) {
    bool got_through = false;
    int tries = 0;
    for (int nth = 1; !got_through; nth += nth < all ? 1 : step) {
      ASSERT_LT(++tries, 3000);
      std::filesystem::remove_all(folder);
      std::filesystem::copy(original, folder, std::filesystem::copy_options::recursive);
      bool said_done = false;
      {
        const FailingFiles files(nth, how);
        said_done = work();
        got_through = !files.failed();
      }
      SCOPED_TRACE("operation " + std::to_string(nth) + ", way " + std::to_string(static_cast<int>(how)));
      if (got_through) {
        EXPECT_TRUE(said_done);
        EXPECT_GT(nth, 1) << "nothing was written";
      }
      look(said_done);
      if (testing::Test::HasFailure()) return;
    }
  }
}

}  // namespace gis
