"""What a piece of our own Welsh was made from: fingerprints of both texts, and whether a translator stands by it."""

from dataclasses import dataclass

from protocolau.translation.exchange.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Mark:
    """Two texts as they were when somebody vouched that the Welsh says what the English says."""

    source: str
    """The fingerprint of the English."""
    target: str
    """The fingerprint of the Welsh."""
    state: str = "draft"

    @classmethod
    def of(cls, source: str, target: str, state: str = "draft") -> "Mark":
        """The mark of two texts as they stand."""
        return cls(fingerprint(source), fingerprint(target), state)

    @classmethod
    def parse(cls, written: str) -> "Mark":
        """Reads a mark: `<English>.<Welsh>`, and `.reviewed` where a translator has read it."""
        source, _, rest = written.partition(".")
        target, _, state = rest.partition(".")
        return cls(source, target, "reviewed" if state == "reviewed" else "draft")

    def __str__(self) -> str:
        return f"{self.source}.{self.target}" + (".reviewed" if self.state == "reviewed" else "")

    def state_of(self, source: str, target: str) -> str:
        """The state of the pair today.

        Where the English alone has changed the Welsh is stale. Where both have, somebody has followed the change: a
        draft. Where the Welsh alone has, nobody has reviewed it any more.
        """
        same_source, same_target = self.source == fingerprint(source), self.target == fingerprint(target)
        if same_target:
            return self.state if same_source else "stale"
        return "draft"


def state_of(mark: Mark | None, source: str, target: str) -> str:
    """The state of a pair of texts. A pair for which nobody has vouched yet is a draft."""
    if not target:
        return "missing"
    return mark.state_of(source, target) if mark else "draft"
