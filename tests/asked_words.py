"""Which words of the interface are asked for: every key that a template, a script or a module names.

A key that is put together, as in `t("state." ~ state)`, has `{}` for each part that is put in.
"""

import ast
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from jinja2 import Environment, nodes

NAMES = {"t", "words", "messages", "interface"}
"""What the words of a language are called where a key is asked of them."""
ATTRIBUTES = {"messages", "interface", "_words"}
"""What they are called as a part of something else. `words` is there what gives the words of a provision."""
_IN_SCRIPT = re.compile(
    r"""\bt\((?:"(?P<plain>[^"]+)"|`(?P<made>[^`]+)`|[^"`\n]*?(?:\[[^\]]*\][^"`\n]*?)?\?"""
    r"""\s*(?P<one>"[^"]+"|`[^`]+`)\s*:\s*(?P<other>"[^"]+"|`[^`]+`)\))"""
)


def asked(theme: Path, package: Path) -> set[str]:
    """Every key, or pattern of keys, that is asked for in a theme and a package."""
    files = [*theme.rglob("*.html"), *theme.rglob("*.js"), *package.rglob("*.py")]
    return {key for path in files for key in READERS[path.suffix](path.read_text("utf-8"))} - {"{}"}


def _in_template(text: str) -> Iterator[str]:
    for call in Environment().parse(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in NAMES and call.args:
            yield from _of_node(call.args[0])


def _of_node(node: nodes.Expr) -> list[str]:
    if isinstance(node, nodes.Const):
        return [str(node.value)]
    if isinstance(node, nodes.CondExpr):
        return [*_of_node(node.expr1), *_of_node(node.expr2)]
    if isinstance(node, nodes.Concat):
        return ["".join(parts) for parts in product(*map(_of_node, node.nodes))]
    return ["{}"]


def _in_module(text: str) -> Iterator[str]:
    for call in ast.walk(ast.parse(text)):
        if isinstance(call, ast.Call) and call.args and _is_asked(call.func):
            yield from _of_expression(call.args[0])


def _is_asked(function: ast.expr) -> bool:
    if isinstance(function, ast.Subscript):
        return _is_asked(function.value)
    if isinstance(function, ast.Attribute):
        return function.attr in ATTRIBUTES
    return isinstance(function, ast.Name) and function.id in NAMES


def _of_expression(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.IfExp):
        return [*_of_expression(node.body), *_of_expression(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        return ["".join(parts) for parts in product(*map(_of_expression, node.values))]
    return ["{}"]


def _in_script(text: str) -> Iterator[str]:
    for call in _IN_SCRIPT.finditer(text):
        yield from (re.sub(r"\$\{[^}]*\}", "{}", key.strip('"`')) for key in call.groups() if key)


READERS: dict[str, Callable[[str], Iterator[str]]] = {".html": _in_template, ".js": _in_script, ".py": _in_module}
