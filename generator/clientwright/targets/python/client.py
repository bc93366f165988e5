"""`client.py`: the class that users construct.

class Mistral(BaseClient):
    _package = "mistral_client"
    _version = "0.1.0"
    _servers = (Server("https://api.mistral.ai", "eu"),)
    _server_env = "MISTRAL_SERVER_URL"
    _schemes = {"api_key": Scheme("bearer", env="MISTRAL_API_KEY")}
    _security = (("api_key",),)

    def __init__(
        self, api_key: Credential | None = None, **settings: Unpack[ClientOptions]
    ) -> None:
        super().__init__(credentials={"api_key": api_key}, **settings)

    @cached_property
    def beta(self) -> Beta:
        from .resources import Beta

        return Beta(self)
"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.ir import Api, SecurityScheme, ServerVariable
from clientwright.targets.python import custom, literals, text
from clientwright.targets.python.methods import MethodView, OperationViews, SpecView, pragma
from clientwright.targets.python.names import Scope, argument_name
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.resources import (
    ChildView,
    Context,
    Mode,
    WrapperClassView,
    child,
    operation_views,
    wrapper_classes,
)
from clientwright.targets.python.runtime import CLIENT, OPERATION, SETTINGS
from clientwright.targets.python.specs import write_server
from clientwright.targets.python.symbols import Symbols

_SETTINGS = (
    ("server_url", "Where the server is, in place of what the document says."),
    ("server", "Which server of the document: its name, or its place in the list."),
    ("server_variables", "Values for the variables of the server's URL."),
    ("timeout_ms", "How long to wait for the connection and for each piece of an answer."),
    ("retries", "When and how often to try again; None for never."),
    ("http_headers", "Headers to send with every request."),
    ("http_client", "Your own `httpx.Client`; it is not closed with this client."),
    ("async_http_client", "Your own `httpx.AsyncClient`, likewise."),
    ("hooks", "Functions to call before each request and after each answer or error."),
    ("debug_logger", "Gets a line for each request and answer, without credentials."),
    ("max_body_bytes", "How large an answer that is read whole may be; None for no bound."),
    ("max_event_bytes", "How large an event of a stream may be; 64 MiB unless said otherwise."),
)
# What the constructor needs itself: its settings, and the names in its body.
_RESERVED = frozenset(name for name, _ in _SETTINGS) | {
    "credentials",
    "known",
    "settings",
    "super",
}


@dataclass(frozen=True, slots=True)
class ClientModule:
    """The module. `constants` are the attributes that tell the runtime about the document: (name, expression).

    `variables` are those of server URLs: (argument, literal of the name in the URL).
    """

    doc: str
    pragma: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    specs: tuple[SpecView, ...]
    constants: tuple[tuple[str, str], ...]
    parameters: str
    init_doc: str
    variables: tuple[tuple[str, str], ...]
    statement: str
    classes: tuple[ClientView, ...]


@dataclass(frozen=True, slots=True)
class ClientView:
    """One class of clients."""

    name: str
    base: str
    doc: str
    cached_property: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    wrappers: tuple[WrapperClassView, ...]


def class_name(options: PythonOptions, mode: Mode) -> str:
    """Name the client for a kind of calls."""
    return f"Async{options.client_class}" if mode == "async" else options.client_class


def module(context: Context, options: PythonOptions) -> ClientModule:
    """Write the module."""
    api = context.api
    name = options.client_class
    roots = [path for path in context.resources if len(path) == 1]
    direct = context.resources.get(())
    operations = [context.operations[item] for item in direct.operations] if direct else []
    taken = {class_name(options, mode) for mode in context.modes}
    taken |= {f"{item}{suffix}" for item in tuple(taken) for suffix in ("Raw", "Streaming")}
    taken |= {context.names.resources[path].attribute for path in roots}
    taken |= {context.class_of(path, mode) for path in roots for mode in context.modes}
    for operation in operations:
        call = context.calls.by_operation[operation.id]
        taken |= {call.name, call.async_name}
    symbols = Symbols(taken, package=".")
    views: dict[Mode, tuple[OperationViews, ...]] = {
        mode: operation_views(context, operations, symbols, receiver="self", mode=mode, merged=True)
        for mode in context.modes
    }
    schemes = credentials(api)
    unpack = symbols.name("typing_extensions", "Unpack", runtime=False)
    settings = symbols.runtime(SETTINGS, "ClientOptions", runtime=False)
    variables = _server_variables(api, schemes)
    parameters = [*_parameters(schemes, list(variables), symbols)]
    parameters.append(f"**settings: {unpack}[{settings}]")
    given = ", ".join(f"{literals.string(item.name)}: {local}" for item, local in schemes)
    arguments = [f"credentials={{{given}}}"] if schemes else []
    return ClientModule(
        doc=literals.docstring(f"The client, {name}."),
        pragma=pragma(operations),
        specs=tuple(item.spec for item in views[context.modes[0]]),
        constants=_constants(api, options, symbols),
        parameters=", ".join(["self", *parameters]),
        init_doc=literals.docstring(
            "Set up a client; it connects when it is first used.",
            8,
            [
                (
                    "Args",
                    [
                        *_credential_docs(schemes, options),
                        *_variable_docs(variables),
                        (_SETTINGS[0][0], _server_doc(options)),
                        *_SETTINGS[1:],
                    ],
                )
            ],
        ),
        variables=tuple(
            (name, literals.string(item.wire_name)) for name, item in variables.items()
        ),
        statement=f"super().__init__({', '.join([*arguments, '**settings'])})",
        classes=tuple(
            _class(context, class_name(options, mode), roots, symbols, written, mode)
            for mode, written in views.items()
        ),
        imports=symbols.lines(),
        typing_imports=symbols.typing_lines(),
    )


def _class(
    context: Context,
    name: str,
    roots: list[tuple[str, ...]],
    symbols: Symbols,
    views: tuple[OperationViews, ...],
    mode: Mode,
) -> ClientView:
    children = tuple(child(context, path, symbols, "resources", mode) for path in roots)
    return ClientView(
        name=name,
        base=context.mixins.base(
            custom.CLIENT, symbols.runtime(CLIENT, "BaseClient"), symbols, is_async=mode == "async"
        ),
        doc=literals.docstring(_about(context.api), 4),
        cached_property=symbols.name("functools", "cached_property") if children else "property",
        children=children,
        methods=tuple(method for item in views for method in item.methods),
        wrappers=wrapper_classes(name, views),
    )


def _about(api: Api) -> str:
    return text.paragraphs(
        api.title if api.title.endswith((".", "!", "?")) else f"{api.title or 'The API'}.",
        api.doc.summary,
        api.doc.description,
    )


MUTUAL_TLS = "mutual-tls"


def credentials(api: Api) -> list[tuple[SecurityScheme, str]]:
    """Give the security schemes with the names of their arguments. A certificate is the connection's, not an argument."""
    scope = Scope(_RESERVED)
    given = (item for item in api.security_schemes if item.kind != MUTUAL_TLS)
    return [(item, scope.add(argument_name(item.name))) for item in given]


def environment_variable(scheme: SecurityScheme, options: PythonOptions) -> str:
    """Name the environment variable that may hold a credential."""
    return f"{options.env_prefix}_{scheme.name.upper()}"


def _server_variables(
    api: Api, schemes: list[tuple[SecurityScheme, str]]
) -> dict[str, ServerVariable]:
    """Name the arguments for variables of server URLs; servers that have the same variable share one."""
    scope = Scope(_RESERVED | {local for _, local in schemes})
    found: dict[str, ServerVariable] = {}
    for server in api.servers:
        for item in server.variables:
            if all(item.wire_name != known.wire_name for known in found.values()):
                found[scope.add(argument_name(item.name))] = item
    return found


def _parameters(
    schemes: list[tuple[SecurityScheme, str]], variables: list[str], symbols: Symbols
) -> list[str]:
    """Write the arguments for credentials, by position when there is just one, and for variables of server URLs."""
    text_type = symbols.builtin("str")
    named = [f"{local}: {text_type} | None = None" for local in variables]
    credential = symbols.runtime(SETTINGS, "Credential", runtime=False) if schemes else ""
    arguments = [f"{local}: {credential} | None = None" for _, local in schemes]
    if len(arguments) == 1:
        return [*arguments, *(["*", *named] if named else [])]
    return ["*", *arguments, *named] if arguments or named else []


def _variable_docs(variables: dict[str, ServerVariable]) -> list[tuple[str, str]]:
    return [
        (
            name,
            f"{item.description} The variable of that name in the server's URL; "
            f"{literals.value(item.default)} without it.".strip(),
        )
        for name, item in variables.items()
    ]


def _server_doc(options: PythonOptions) -> str:
    variable = f"{options.env_prefix}_SERVER_URL"
    return f"{_SETTINGS[0][1]} Else the environment variable `{variable}` is read."


def _credential_docs(
    schemes: list[tuple[SecurityScheme, str]], options: PythonOptions
) -> list[tuple[str, str]]:
    return [
        (
            local,
            f"{scheme.description} A value, or a function that gives one; else the environment "
            f"variable `{environment_variable(scheme, options)}` is read.".strip(),
        )
        for scheme, local in schemes
    ]


def _constants(api: Api, options: PythonOptions, symbols: Symbols) -> tuple[tuple[str, str], ...]:
    found = [
        ("_package", literals.string(options.package)),
        ("_version", literals.string(options.version)),
    ]
    if api.servers:
        servers = [write_server(server, symbols) for server in api.servers]
        found.append(("_servers", f"({', '.join(servers)},)"))
    found.append(("_server_env", literals.string(f"{options.env_prefix}_SERVER_URL")))
    if api.security_schemes:
        schemes = ", ".join(
            f"{literals.string(item.name)}: {_scheme(item, options, symbols)}"
            for item in api.security_schemes
        )
        found.append(("_schemes", f"{{{schemes}}}"))
    if api.security:
        alternatives = [
            literals.names([name for name, _ in requirement.schemes])
            for requirement in api.security
        ]
        found.append(("_security", f"({', '.join(alternatives)},)"))
    return tuple(found)


def _scheme(scheme: SecurityScheme, options: PythonOptions, symbols: Symbols) -> str:
    parts = [literals.string(scheme.kind)]
    if scheme.kind != MUTUAL_TLS:
        parts.append(f"env={literals.string(environment_variable(scheme, options))}")
    if scheme.location not in ("", "header"):
        parts.append(f"location={literals.string(scheme.location)}")
    if scheme.wire_name:
        parts.append(f"wire={literals.string(scheme.wire_name)}")
    if scheme.http_scheme:
        parts.append(f"http_scheme={literals.string(scheme.http_scheme)}")
    urls = [flow.token_url for flow in scheme.flows if flow.kind == "client-credentials"]
    if urls:
        parts.append(f"token_url={literals.string(urls[0])}")
    return f"{symbols.runtime(OPERATION, 'Scheme')}({', '.join(parts)})"
