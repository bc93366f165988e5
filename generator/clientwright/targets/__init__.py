"""Targets: each turns the intermediate representation into files that only need printing."""

from clientwright.targets.files import ArgumentName, CallNames, GeneratedFile

__all__ = ["ArgumentName", "CallNames", "GeneratedFile"]
