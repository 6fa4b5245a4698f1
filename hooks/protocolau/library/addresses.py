"""Where pages stand on the site: English at its root, Welsh below `cy/`, the same path after that."""

from dataclasses import dataclass

from protocolau.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """The absolute addresses of a site."""

    site_url: str
    """The address of the English home page, with a slash at its end."""

    def url(self, language: str, address: str) -> str:
        """The absolute address of the page that stands at an address below the root of its language."""
        return f"{self.site_url}{language_folder(language)}{address}"


def language_folder(language: str) -> str:
    """The folder in which the pages of a language stand, below the root of the site; empty for the first language."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def council_address(council: str) -> str:
    """The address of a council, by its slug, below the root of a language."""
    return f"councils/{council}/"


def version_address(council: str, version: str) -> str:
    """The permanent address of a version, by the slugs of its council and its own, below the root of a language."""
    return f"councils/{council}/{version}/"
