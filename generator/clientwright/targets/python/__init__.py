"""The Python target: typed views over the intermediate representation, for the templates in `templates/python`."""

from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.target import PythonTarget, is_package

__all__ = ["PythonOptions", "PythonTarget", "is_package"]
