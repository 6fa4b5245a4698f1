"""Escaping in templates, made quick for what needs none: most of what stands in a page is names, anchors and addresses.

A page of a protocol asks thousands of times. Jinja's own way makes an object of each answer.
"""

import re

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SPECIAL = re.compile('[&<>"]')


def escaped(value: object) -> str:
    """The HTML of a value: as `markupsafe.escape` gives it, but a plain string, and with every apostrophe as it is.

    Between single quotes stands nothing of ours but JSON, which escapes them itself, so that an apostrophe needs none.
    """
    if type(value) is Markup:
        return value
    if type(value) is not str:
        return escape(value)
    if not _SPECIAL.search(value):
        return value
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")


class _Generator(CodeGenerator):
    """Writes the code of templates so that it asks `escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class EscapingEnvironment(Environment):
    """An environment whose templates escape quickly."""

    code_generator_class = _Generator
    escaped = staticmethod(escaped)
