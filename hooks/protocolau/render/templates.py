"""Templates compiled to quick Python: most of a build is spent in them, and most of that in what they ask for.

As Jinja compiles them, every attribute is looked up by a function that would try an item too, every call goes through
one that looks for contexts to hand on, and every macro through one that sorts its arguments and may be asked for a
caller. Templates of ours need none of that; those of pages ask things for attributes, and mappings for items alone.
"""

from collections.abc import Callable, MutableMapping, Sequence
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup

from protocolau.render.escaping import escaped


def macro(html: Callable[..., str], names: Sequence[str]) -> Callable[..., Markup]:
    """A macro, by the function that makes its HTML of all its arguments and by their names.

    The function itself puts in the default of an argument that is `missing`, and raises UndefinedError where it needs
    one that has none. TypeError: an argument that the macro has not.
    """
    count = len(names)

    def called(*values: object, **named: object) -> Markup:
        if named or len(values) < count:
            values = (*values, *(named.pop(name, missing) for name in names[len(values) :]))
            if named:
                raise TypeError(f"the macro takes no {', '.join(named)}")
        return _marked(Markup, html(*values))

    return called


_marked = str.__new__
"""Makes HTML of a string that is known to be one, without asking it whether it is."""


_OF_PAGES = ("pages/", "parts/")


class _Generator(CodeGenerator):
    """Writes the code of templates so that it asks `escaped` and `macro`, and Python itself for the rest."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if iskeyword(node.attr) or not (self.name or "").startswith(_OF_PAGES):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            self.visit(node.node, frame)
            self.write("(")
            for argument in (*node.args, *node.kwargs):
                self.visit(argument, frame)
                self.write(", ")
            self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
        else:
            self.write(f"environment.macro(macro, {[one.name for one in macro_ref.node.args]!r})")


class QuickEnvironment(Environment):
    """An environment whose templates are compiled so."""

    code_generator_class = _Generator

    def __init__(self, *, auto_reload: bool, **options: Any):
        super().__init__(auto_reload=auto_reload, **options)
        self._read: dict[str, Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template of a name. Every page asks for all that its own imports: what is read stays, unless templates
        are read again when they change."""
        if self.auto_reload or globals is not None or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if (known := self._read.get(name)) is None:
            known = self._read[name] = super().get_template(name, parent)
        return known

    escaped = staticmethod(escaped)
    macro = staticmethod(macro)
