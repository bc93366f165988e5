"""Where things are, relative to the root of the repository."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "spec" / "conversations.yaml"
FLAVOUR = ROOT / "spec" / "flavours" / "mistral.toml"
GENERATED = ROOT / "generated" / "mistral"
GENERATOR = ROOT / "generator" / "clientwright"
RUNTIME = ROOT / "templates" / "python" / "runtime"
PAYLOADS = ROOT / "tests" / "payloads"
CASES = ROOT / "tests" / "cases"
SEEDS = ROOT.parent / "shared" / "seeds"
