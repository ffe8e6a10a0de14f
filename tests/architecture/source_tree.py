# SPDX-License-Identifier: GPL-3.0-or-later
"""The repository as the rules see it: its files, its rooms, and C++ text split into code, comments and strings."""
import functools
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

FLOORS = ("gis", "layers", "app")  # from the ground up
CPP = (".cpp", ".h")


@dataclass(frozen=True)
class Room:
    name: str  # "gis/store"
    shared: bool
    uses: tuple

    @property
    def floor(self):
        return self.name.split("/")[0]


@dataclass(frozen=True)
class Finding:
    path: str
    line: int  # 0 = the whole file
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}" if self.line else f"{self.path}: {self.text}"


def list_files(root):
    """Tracked and new files, ignored ones left out; a tree without git is walked."""
    try:
        out = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "-co", "--exclude-standard"],
                             capture_output=True, check=True).stdout.decode()
        top = subprocess.run(["git", "-C", str(root), "rev-parse", "--show-toplevel"],
                             capture_output=True, check=True).stdout.decode().strip()
        if Path(top).resolve() == Path(root).resolve():
            return sorted(f for f in set(out.split("\0")) if f and (root / f).is_file())
    except (OSError, subprocess.CalledProcessError):
        pass
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [f for f in folders if f not in (".git", ".cache", "__pycache__") and not f.startswith("build")]
        found += [str((Path(folder) / n).relative_to(root)) for n in names]
    return sorted(found)


def read_rooms(tsv):
    rooms = {}
    for line in Path(tsv).read_text().splitlines():
        name, shared, uses = (line.split("\t") + ["", ""])[:3]
        if name:
            rooms[name] = Room(name, shared == "TRUE", tuple(uses.split()))
    return rooms


_TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """C++ with comments turned to spaces; line numbers stay. A digit separator (1'000) is no character literal."""
    def swap(match):
        return _blank(match.group()) if match.group().startswith(("//", "/*")) else match.group()
    return _TOKEN.sub(swap, re.sub(r"(?<=\d)'(?=\d)", "_", text))


def code_only(text):
    """C++ with comments and the insides of strings turned to spaces. Include lines keep their names."""
    def swap(match):
        token = match.group()
        if token.startswith(("//", "/*")):
            return _blank(token)
        line_start = match.string.rfind("\n", 0, match.start()) + 1
        if match.string[line_start:match.start()].lstrip().startswith("#"):
            return token
        return token[0] + _blank(token[1:-1]) + token[-1]
    return _TOKEN.sub(swap, re.sub(r"(?<=\d)'(?=\d)", "_", text))


def string_literals(text):
    """(line, inside) of each string literal, include lines left out; adjacent literals are joined as the compiler does."""
    bare = without_comments(text)
    found, end = [], -1
    for match in _TOKEN.finditer(bare):
        token = match.group()
        if token.startswith("'"):
            continue
        line_start = bare.rfind("\n", 0, match.start()) + 1
        if bare[line_start:match.start()].lstrip().startswith("#"):
            continue
        inside = token[1:-1]
        if token.startswith("R"):
            inside = token[token.index("(") + 1:token.rindex(")")]
        if end >= 0 and not bare[end:match.start()].strip():
            found[-1] = (found[-1][0], found[-1][1] + inside)
        else:
            found.append((bare.count("\n", 0, match.start()) + 1, inside))
        end = match.end()
    return found


class Tree:
    def __init__(self, root, rooms=None, build=None):
        self.root = Path(root)
        self.build = Path(build) if build else None
        self.rooms = rooms if rooms is not None else read_rooms(self.build / "rooms.tsv")
        self.files = list_files(self.root)

    @functools.lru_cache(maxsize=None)
    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    @functools.lru_cache(maxsize=None)
    def code(self, path):
        return code_only(self.text(path))

    def cpp(self, *floors):
        return [f for f in self.files if f.endswith(CPP) and f.split("/")[0] in floors]

    @staticmethod
    def room_of(path):
        """"gis/store" for gis/store/database.h and "app" for app/main.cpp."""
        parts = path.split("/")
        return "/".join(parts[:2]) if len(parts) > 2 else parts[0]

    def search(self, paths, pattern, text, code=True):
        """A finding for each match; {0} in `text` is the match."""
        found = []
        for path in paths:
            body = self.code(path) if code else self.text(path)
            for match in re.finditer(pattern, body):
                found.append(Finding(path, body.count("\n", 0, match.start()) + 1, text.format(match.group().strip())))
        return found
