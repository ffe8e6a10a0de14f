# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header compiles alone, with the flags of its room and without the rooms' precompiled headers.

A header that includes a widget anyway is compiled with <QWidget> precompiled, by itself, before it, one that includes
a QPainter, a QObject or a QString with that: what they bring counts as included, because it is, and reading Qt takes
three seconds a header otherwise."""
import hashlib
import json
import os
import re
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from source_tree import FLOORS, Finding

RULES = []


def rule(function):
    RULES.append(function)
    return function


def _room_flags(build):
    """Room target -> (compiler, flags) from compile_commands.json, precompiled header and outputs left out."""
    flags = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"]) if "command" in entry else entry["arguments"]
        if "-o" not in words:
            continue
        parts = Path(words[words.index("-o") + 1]).parts
        target = next((p[:-4] for p in parts if p.endswith(".dir")), None)
        if target is None or target in flags:
            continue
        kept, compiler, skip = [], None, 0
        for word in words:
            if skip:
                skip -= 1
            elif word in ("-o", "-MT", "-MF", "-include", "-c"):
                skip = 1
            elif compiler is None:
                if any(name in Path(word).name for name in ("g++", "c++", "clang")):
                    compiler = word
            elif word not in ("-MD", "-MMD", "-Winvalid-pch", "-fpch-preprocess") and not word.startswith(("-g", "-O")):
                kept.append(word)
        flags[target] = (compiler, kept)
    return flags


# What brings a prefix: itself, and the classes that are more of the same. The first prefix that a header has is taken.
_PREFIXES = {
    "QWidget": {"QWidget", "QDialog", "QDockWidget", "QFrame", "QLabel", "QMainWindow", "QAbstractItemView", "QTreeView",
                "QTableView", "QListView", "QTreeWidget", "QTableWidget", "QListWidget", "QToolButton", "QPushButton",
                "QLineEdit", "QPlainTextEdit", "QScrollArea", "QTabBar", "QToolBar", "QComboBox", "QDialogButtonBox"},
    "QPainter": {"QPainter"},
    "QImage": {"QImage"},
    "QObject": {"QObject", "QAbstractTableModel", "QAbstractItemModel", "QTimer", "QThreadPool"},
    "QString": {"QString", "QStringList"},
}
_INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def _includes(tree, header, seen):
    """Everything that a header includes, through headers of ours too."""
    if header in seen:
        return set()
    seen.add(header)
    found = set()
    for name in _INCLUDE.findall((tree.root / header).read_text(encoding="utf-8")):
        found.add(name)
        if (tree.root / name).is_file():
            found |= _includes(tree, name, seen)
    return found


def _prefix_of(tree, header):
    found = _includes(tree, header, set())
    return next((prefix for prefix, classes in _PREFIXES.items() if classes & found), None)


def _precompile(tree, prefix, compiler, flags):
    """The file with <prefix>, precompiled beside it. What a room defines beyond that Qt does not ask for; where it did,
    the compiler would read the file itself, only slower."""
    own = [f for f in flags if f.startswith(("-std", "-f", "-m", "-W", "-DQT_NO_DEBUG", "-DNDEBUG"))]
    places = [w for i, f in enumerate(flags) for w in flags[i:i + 2] if f == "-isystem"]
    key = hashlib.sha256(" ".join([compiler, prefix, *own]).encode()).hexdigest()[:16]
    source = tree.build / "headers" / f"{prefix}-{key}.hxx"
    if not source.with_suffix(".hxx.gch").exists():
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"#include <{prefix}>\n")
        subprocess.run([compiler, *own, *places, "-x", "c++-header", str(source), "-o",
                        str(source.with_suffix(".hxx.gch"))], capture_output=True, cwd=tree.build, check=False)
    return source


def _up_to_date(stamp, key):
    """The stamp holds the flags' key and, one a line, the files that were read; none may be newer."""
    if not stamp.exists():
        return False
    lines = stamp.read_text().split("\n")
    made_ns = stamp.stat().st_mtime_ns
    return lines[0] == key and all(Path(f).exists() and Path(f).stat().st_mtime_ns <= made_ns for f in lines[1:] if f)


def _compile(tree, header, compiler, flags, before):
    stamp = tree.build / "headers" / (header.replace("/", "__") + ".ok")
    key = hashlib.sha256(" ".join([compiler, *flags]).encode()).hexdigest()
    if _up_to_date(stamp, key):
        return None
    made_before = stamp.with_suffix(".new")
    stamp.parent.mkdir(parents=True, exist_ok=True)
    made_before.write_text("")
    depend = stamp.with_suffix(".d")
    ahead = ["-include", str(before)] if before else []
    run = subprocess.run([compiler, *flags, *ahead, "-w", "-fsyntax-only", "-MMD", "-MF", str(depend), "-x", "c++", "-"],
                         input=f'#include "{header}"\n', text=True, capture_output=True, cwd=tree.build, check=False)
    if run.returncode:
        first = next((l for l in run.stderr.splitlines() if "error" in l), run.stderr[:300])
        return Finding(header, 0, f"does not compile alone, include what it uses: {first}")
    read = depend.read_text().replace("\\\n", " ").split(":", 1)[1].split() if depend.exists() else []
    stamp.write_text("\n".join([key, *[f for f in read if f != "-"]]))
    made = made_before.stat()
    os.utime(stamp, ns=(made.st_mtime_ns, made.st_mtime_ns))
    return None


@rule
def headers_compile_alone(tree):
    """A header includes what it uses, so that the order of includes never matters. Add the missing #include or a forward
    declaration; the precompiled header does not count."""
    flags = _room_flags(tree.build)
    headers = [p for p in tree.cpp(*FLOORS) if p.endswith(".h") and tree.room_of(p).replace("/", "_") in flags]
    work, made = [], {}
    for header in headers:
        compiler, own = flags[tree.room_of(header).replace("/", "_")]
        prefix, floor = _prefix_of(tree, header), tree.room_of(header).split("/")[0]
        if prefix and (prefix, floor) not in made:
            made[prefix, floor] = _precompile(tree, prefix, compiler, own)
        work.append((header, compiler, own, made.get((prefix, floor))))
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        found = pool.map(lambda one: _compile(tree, *one), work)
        return [f for f in found if f]
