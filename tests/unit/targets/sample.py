"""A representation made by hand, with one of everything that a package has and every name that hurts."""

from __future__ import annotations

from clientwright import ir

STRING = ir.Scalar("string")
INTEGER = ir.Scalar("integer")


def _property(name: str, type_: ir.Type, *, required: bool = False, **more: object) -> ir.Property:
    return ir.Property(name, more.pop("wire", name), type_, required, **more)  # type: ignore[arg-type]


def models() -> dict[str, ir.Model]:
    """Models that take names from each other, from pydantic, from typing and from the runtime."""
    found: list[ir.Model] = [
        ir.ObjectModel(
            "Cat",
            (
                _property("kind", ir.Constant("cat"), constant=True),
                _property("lives", INTEGER, has_default=True, default=9),
            ),
            ir.AnyType(),
        ),
        ir.ObjectModel(
            "Dog",
            (
                _property("kind", ir.Constant("dog"), constant=True, required=True),
                _property("friend", ir.Nullable(ir.Named("Pet"))),
            ),
            None,
        ),
        ir.UnionModel(
            "Pet",
            (ir.UnionMember(ir.Named("Cat"), ("cat",)), ir.UnionMember(ir.Named("Dog"), ("dog",))),
            tag="kind",
        ),
        ir.EnumModel("Size", (ir.EnumValue("small"), ir.EnumValue("big"))),
        ir.AliasModel("Tree", ir.Map(ir.Nullable(ir.Named("Tree")))),
        ir.ObjectModel(
            "Model",
            (
                _property("str", STRING, required=True),
                _property("uuid", ir.Scalar("uuid")),
                _property("date", ir.Scalar("date")),
                _property("datetime", ir.Scalar("date-time")),
                _property("schema", ir.Map(ir.AnyType())),
                _property("class_name", STRING, wire="class-name"),
                _property("list", ir.Array(ir.Named("Any"))),
                _property("bytes", ir.Scalar("base64")),
            ),
            ir.AnyType(),
        ),
        ir.ObjectModel("Any", (_property("Any", STRING, wire="Any"),), ir.AnyType()),
        ir.ObjectModel("Extra", (_property("known", STRING),), INTEGER),
        ir.ObjectModel("CatDict", (), ir.AnyType()),
        ir.ObjectModel("NotFoundError", (_property("detail", STRING),), ir.AnyType()),
        ir.ObjectModel(
            "CatList",
            (
                _property("data", ir.Array(ir.Named("Cat")), required=True),
                _property("next_token", ir.Nullable(STRING), wire="nextToken"),
            ),
            ir.AnyType(),
            direction="out",
        ),
        ir.ObjectModel(
            "Order",
            (
                _property("pet", ir.Named("Pet"), required=True),
                _property("stream", ir.Constant(False), constant=True),
                _property("options", STRING),
                _property("id", STRING, required=True),
                _property("sent_at", ir.Scalar("unix-time")),
            ),
            ir.AnyType(),
        ),
    ]
    return {model.name: model for model in found}


def _answer(type_: ir.Type, kind: ir.operations.ContentKind = "json") -> ir.Response:
    content = ir.ResponseContent("application/json", kind, type_)
    return ir.Response("200", False, (content,))


def _operation(name: str, **more: object) -> ir.Operation:
    values: dict[str, object] = {
        "id": f"pets_{name}",
        "operation_id": f"pets_{name}",
        "name": name,
        "resource": ("pets",),
        "method": "GET",
        "path": f"/pets/{name}",
        "path_key": f"/pets/{name}",
        "variant": "",
        "doc": ir.Doc(f"Do {name}"),
        "security": (ir.Requirement((("token", ()),)),),
        **more,
    }
    return ir.Operation(**values)  # type: ignore[arg-type]


def api() -> ir.Api:
    """The whole."""
    identity = ir.Parameter("id", "id", "path", STRING, True, style="simple")
    token = ir.Parameter("token", "pageToken", "query", STRING, False, style="form", explode=True)
    missing = ir.ResponseContent("application/json", "json", ir.Named("NotFoundError"))
    body = ir.Body(
        "body", True, (ir.BodyContent("application/json", "json", ir.Named("Order")),), True
    )
    operations = (
        _operation(
            "list",
            parameters=(token,),
            responses=(_answer(ir.Named("CatList")),),
            pagination=ir.Pagination(
                "cursor",
                (ir.PaginationInput("token", "pageToken", "parameter", "cursor"),),
                ("data",),
                ir.Named("Cat"),
                next_cursor=("nextToken",),
            ),
        ),
        _operation(
            "get",
            parameters=(identity,),
            responses=(
                _answer(ir.Named("Pet")),
                ir.Response("404", True, (missing,)),
            ),
        ),
        _operation(
            "update",
            method="PUT",
            parameters=(identity,),
            body=body,
            responses=(_answer(ir.Array(ir.Named("Model"))),),
        ),
        _operation(
            "watch",
            streams=True,
            responses=(
                ir.Response(
                    "200",
                    False,
                    (ir.ResponseContent("text/event-stream", "sse", ir.Named("Pet"), "data"),),
                ),
            ),
        ),
        _operation(
            "remove",
            method="DELETE",
            responses=(ir.Response("204", False),),
            doc=ir.Doc("Remove", deprecated=True, deprecation="Use update"),
        ),
        _operation("ping", resource=(), id="ping", security=(), responses=(_answer(STRING),)),
    )
    return ir.Api(
        title="Pet Shop API",
        version="1",
        doc=ir.Doc(description="All about pets."),
        servers=(
            ir.Server(
                "https://pets.example/{zone}",
                variables=(ir.ServerVariable("zone", "zone", "eu", ("eu", "us")),),
            ),
        ),
        security_schemes=(ir.SecurityScheme("token", "Token", "bearer"),),
        security=(ir.Requirement((("token", ()),)),),
        resources=(
            ir.Resource((), "client", ("ping",), (("pets",),)),
            ir.Resource(("pets",), "pets", tuple(o.id for o in operations if o.id != "ping")),
        ),
        operations=operations,
        models=models(),
    )
