// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/office/package.h"

#include <fmt/chrono.h>
#include <minizip/zip.h>

#include <array>
#include <cstring>
#include <memory>
#include <set>

#include "gis/office/xml_text.h"

namespace gis::office {
namespace {

constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kCoreRelation =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
constexpr int kPackingLevel = 6;

// What minizip writes into, instead of a file.
struct MemoryFile {
  std::string bytes;
  std::size_t at = 0;
};

MemoryFile& memoryOf(voidpf opaque) { return *static_cast<MemoryFile*>(opaque); }

voidpf openMemory(voidpf opaque, const void*, int) { return opaque; }
uLong readMemory(voidpf opaque, voidpf, void* into, uLong size) {
  MemoryFile& file = memoryOf(opaque);
  const std::size_t count = std::min<std::size_t>(size, file.bytes.size() - std::min(file.at, file.bytes.size()));
  std::memcpy(into, file.bytes.data() + file.at, count);
  file.at += count;
  return static_cast<uLong>(count);
}
uLong writeMemory(voidpf opaque, voidpf, const void* from, uLong size) {
  MemoryFile& file = memoryOf(opaque);
  if (file.bytes.size() < file.at + size) file.bytes.resize(file.at + size);
  std::memcpy(file.bytes.data() + file.at, from, size);
  file.at += size;
  return size;
}
ZPOS64_T tellMemory(voidpf opaque, voidpf) { return memoryOf(opaque).at; }
long seekMemory(voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
  MemoryFile& file = memoryOf(opaque);
  const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file.at
                           : origin == ZLIB_FILEFUNC_SEEK_END ? file.bytes.size()
                                                              : 0;
  file.at = base + static_cast<std::size_t>(offset);
  return 0;
}
int closeMemory(voidpf, voidpf) { return 0; }
int errorOfMemory(voidpf, voidpf) { return 0; }

// ZIP cannot write an earlier day; minizip leaves the time out when it is given as a DOS date.
constexpr uLong kFirstDosDate = (1U << 21U) | (1U << 16U);

class ZipInMemory {
 public:
  ZipInMemory() {
    zlib_filefunc64_def functions = {openMemory, readMemory,  writeMemory,   tellMemory,
                                     seekMemory, closeMemory, errorOfMemory, &m_file};
    m_zip.reset(zipOpen2_64("package", APPEND_STATUS_CREATE, nullptr, &functions));
  }
  bool add(const std::string& name, std::string_view bytes, bool packed) {
    if (!m_zip) return false;
    zip_fileinfo info = {};
    info.dosDate = kFirstDosDate;
    // Bit 11: the name is UTF-8.
    constexpr uLong kUtf8 = 1U << 11U;
    if (zipOpenNewFileInZip4_64(m_zip.get(), name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                packed ? Z_DEFLATED : 0, packed ? kPackingLevel : 0, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                                Z_DEFAULT_STRATEGY, nullptr, 0, 0, kUtf8, 0) != ZIP_OK)
      return false;
    const bool written = zipWriteInFileInZip(m_zip.get(), bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK;
    return zipCloseFileInZip(m_zip.get()) == ZIP_OK && written;
  }
  bool close() { return zipClose(m_zip.release(), nullptr) == ZIP_OK; }
  std::string take() { return std::move(m_file.bytes); }

 private:
  struct Closer {
    void operator()(void* zip) const { zipClose(zip, nullptr); }
  };
  MemoryFile m_file;
  std::unique_ptr<void, Closer> m_zip;
};

std::string_view extensionOf(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

bool isPicture(std::string_view name) {
  const std::string_view extension = extensionOf(name);
  return extension == "png" || extension == "jpeg" || extension == "jpg";
}

// "word/document.xml" -> "word/_rels/document.xml.rels", "" -> "_rels/.rels".
std::string relationsName(const std::string& from) {
  const std::size_t slash = from.rfind('/');
  const std::string folder = slash == std::string::npos ? std::string() : from.substr(0, slash + 1);
  return folder + "_rels/" + from.substr(folder.size()) + ".rels";
}

}  // namespace

void Package::add(std::string name, std::string content_type, std::string bytes) {
  m_parts.push_back({std::move(name), std::move(content_type), std::move(bytes)});
}

std::string Package::relate(const std::string& from, std::string_view type, const std::string& target) {
  std::vector<Relation>& relations = m_relations[from];
  const bool whole = type.find("://") != std::string_view::npos;
  relations.push_back({fmt::format("rId{}", relations.size() + 1),
                       whole ? std::string(type) : std::string(kRelations) + std::string(type), target});
  return relations.back().id;
}

void Package::describe(std::string_view title, std::string_view author, std::int64_t created_utc_ms) {
  const std::string stamp =
      fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(created_utc_ms / 1000)));
  add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
      fmt::format(
          "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>"
          "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created>"
          "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">{}</dcterms:modified></cp:coreProperties>",
          kDeclaration, xmlEscaped(title), xmlEscaped(author), stamp, stamp));
  add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      fmt::format("{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                  "<Application>Fengsui</Application></Properties>",
                  kDeclaration));
  relate("", kCoreRelation, "docProps/core.xml");
  relate("", "extended-properties", "docProps/app.xml");
}

Result<void> Package::check() const {
  std::set<std::string> names;
  for (const Part& part : m_parts) {
    if (part.content_type.empty()) return fail(ErrorCode::kInvalidArgument, part.name, "part without a content type");
    if (!names.insert(part.name).second) return fail(ErrorCode::kInvalidArgument, part.name, "part added twice");
  }
  for (const auto& [from, relations] : m_relations) {
    if (!from.empty() && !names.contains(from))
      return fail(ErrorCode::kInvalidArgument, from, "relation from a part that is not there");
    for (const Relation& relation : relations)
      if (!names.contains(relation.target))
        return fail(ErrorCode::kInvalidArgument, relation.target, "relation to a part that is not there");
  }
  return {};
}

std::string Package::contentTypes() const {
  std::string text = fmt::format(
      "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
      kDeclaration);
  std::map<std::string, std::string> pictures;
  for (const Part& part : m_parts)
    if (isPicture(part.name)) pictures[std::string(extensionOf(part.name))] = part.content_type;
  for (const auto& [extension, type] : pictures)
    text += fmt::format("<Default Extension=\"{}\" ContentType=\"{}\"/>", extension, type);
  for (const Part& part : m_parts)
    if (!isPicture(part.name))
      text += fmt::format("<Override PartName=\"/{}\" ContentType=\"{}\"/>", xmlEscaped(part.name), part.content_type);
  return text + "</Types>";
}

std::string Package::relationsOf(const std::string& from) const {
  std::string text = fmt::format(
      "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">", kDeclaration);
  for (const Relation& relation : m_relations.at(from))
    text += fmt::format("<Relationship Id=\"{}\" Type=\"{}\" Target=\"/{}\"/>", relation.id, relation.type,
                        xmlEscaped(relation.target));
  return text + "</Relationships>";
}

Result<std::string> Package::bytes() const {
  if (auto whole = check(); !whole) return std::unexpected(whole.error());
  ZipInMemory zip;
  bool good = zip.add("[Content_Types].xml", contentTypes(), true);
  for (const auto& [from, relations] : m_relations)
    good = good && zip.add(relationsName(from), relationsOf(from), true);
  for (const Part& part : m_parts) good = good && zip.add(part.name, part.bytes, !isPicture(part.name));
  good = zip.close() && good;
  if (!good) return fail(ErrorCode::kIoFailed, "package", "minizip could not pack a part");
  return zip.take();
}

}  // namespace gis::office
