"""The intermediate representation: what a client has, in no language's syntax.

A target reads nothing else. Everything is a frozen dataclass of plain values and prints as JSON
(`clientwright.ir.dump.to_json`). Names in it are neutral: PascalCase for models, snake_case for everything else, unique
in their scope without regard to case. What a language reserves is that target's business.
"""

from clientwright.ir.api import Api, Contact, Resource
from clientwright.ir.models import (
    AliasModel,
    Doc,
    EnumModel,
    EnumValue,
    Model,
    ObjectModel,
    Property,
    UnionMember,
    UnionModel,
)
from clientwright.ir.operations import (
    Body,
    BodyContent,
    Operation,
    Pagination,
    PaginationInput,
    Parameter,
    Part,
    Response,
    ResponseContent,
    ResponseHeader,
    Retries,
    Sample,
    ValuePath,
)
from clientwright.ir.security import Flow, Requirement, SecurityScheme
from clientwright.ir.servers import Server, ServerVariable
from clientwright.ir.types import (
    AnyType,
    Array,
    Constant,
    Map,
    Named,
    NeverType,
    Nullable,
    Scalar,
    ScalarUnion,
    Tuple,
    Type,
)

__all__ = [
    "AliasModel",
    "AnyType",
    "Api",
    "Array",
    "Body",
    "BodyContent",
    "Constant",
    "Contact",
    "Doc",
    "EnumModel",
    "EnumValue",
    "Flow",
    "Map",
    "Model",
    "Named",
    "NeverType",
    "Nullable",
    "ObjectModel",
    "Operation",
    "Pagination",
    "PaginationInput",
    "Parameter",
    "Part",
    "Property",
    "Requirement",
    "Resource",
    "Response",
    "ResponseContent",
    "ResponseHeader",
    "Retries",
    "Sample",
    "Scalar",
    "ScalarUnion",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "Tuple",
    "Type",
    "UnionMember",
    "UnionModel",
    "ValuePath",
]
