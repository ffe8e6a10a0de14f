#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py --list | check.py --root SOURCE --build BUILD [RULE...]

Checks the source tree against the rules of the house (rules_floors.py, rules_style.py, rules_headers.py). Prints what to
write instead and exits 1 when a rule is broken. Without RULE all are checked."""
import argparse
import inspect
import sys

import rules_floors
import rules_headers
import rules_style
from source_tree import Tree

RULES = {r.__name__: r for r in rules_floors.RULES + rules_style.RULES + rules_headers.RULES}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="print the names of all rules")
    parser.add_argument("--root", help="top of the source tree")
    parser.add_argument("--build", help="build folder with rooms.tsv and compile_commands.json")
    parser.add_argument("rules", nargs="*", metavar="RULE")
    args = parser.parse_args()
    if args.list:
        print("\n".join(RULES))
        return 0
    if not args.root or not args.build:
        parser.error("--root and --build are needed")
    unknown = [r for r in args.rules if r not in RULES]
    if unknown:
        parser.error(f"no such rule: {', '.join(unknown)}")
    tree = Tree(args.root, build=args.build)
    broken = 0
    for name in args.rules or RULES:
        found = RULES[name](tree)
        if not found:
            continue
        broken += 1
        print(f"{name}: {len(found)} place{'s' if len(found) > 1 else ''} to change.")
        print("  " + inspect.cleandoc(RULES[name].__doc__).replace("\n", "\n  "))
        for finding in found:
            print(f"    {finding}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
