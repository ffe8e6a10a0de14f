// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"

namespace gis::office {

// An Office Open XML package (DOCX, PPTX, XLSX) as it is put together: parts, what kind each is, and which part refers
// to which. The bytes depend on the parts and their order alone: every entry carries the first day that ZIP can write,
// so the same content gives the same file on every day and machine. Kept in memory. One thread per object.
// Source: ISO/IEC 29500-2 (Open Packaging Conventions); ZIP by minizip.
class Package {
 public:
  // `name` as in "word/document.xml" (no slash before it), `content_type` as in kXmlTypes of the standard. PNG, JPEG
  // and SVG parts are stored as they are, everything else is packed. A name is added once: bytes() fails otherwise.
  void add(std::string name, std::string content_type, std::string bytes);

  // The part `from` ("" is the package itself) refers to `target`, a part by its full name; returns the relation's
  // identifier, "rId1" and so on in the order they are made. `type` is the last word of the standard's relation types:
  // "officeDocument", "styles", "image", "slideLayout"; a whole address is taken as it is.
  std::string relate(const std::string& from, std::string_view type, const std::string& target);

  // docProps/core.xml and docProps/app.xml. The time is an argument because the same report gives the same file.
  void describe(std::string_view title, std::string_view author, std::int64_t created_utc_ms);

  // The whole file. Fails with kInvalidArgument for a name that was added twice, a relation to a part that is not
  // there or a part of no kind; with kIoFailed when it cannot be packed.
  Result<std::string> bytes() const;

 private:
  struct Part {
    std::string name, content_type, bytes;
  };
  struct Relation {
    std::string id, type, target;
  };
  Result<void> check() const;
  std::string contentTypes() const;
  std::string relationsOf(const std::string& from) const;

  std::vector<Part> m_parts;
  std::map<std::string, std::vector<Relation>> m_relations;
};

}  // namespace gis::office
