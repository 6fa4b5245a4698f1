"""What the box of the search says may be looked for."""

from protocolau.render.clause_examples import asked_for
from protocolau.render.context import RenderContext


def hint(rendering: RenderContext) -> str:
    """What may be looked for, with a clause of this very site, where there is one with a number."""
    example = asked_for(rendering)
    return rendering.messages("search.hint", example=example) if example else rendering.messages("searching.hint")
