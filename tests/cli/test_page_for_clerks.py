"""The commands of the page for clerks, and nothing else, lead from a fresh clone and a Word file to a draft to look at.

The commands are taken from the page as it stands. One thing is spared: the clone's environment is made beforehand, with
the libraries of the one that runs the tests, so that `make site` finds it ready and fetches nothing. The code that runs
is the clone's own.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.browsing import PREFIX
from tests.conftest import ROOT
from tests.running_preview import ended
from tests.word_files import abstract, cell, docx, level, num, paragraph, run, table

PAGES = {"en": "docs/publish.md", "cy": "docs/cy/publish.md"}
AWAITS = {"en": "Topics that await review", "cy": "Pynciau sy’n aros i’w hadolygu"}
PATIENCE = 300
"""Seconds: the five minutes after which nobody ought to wait still."""
PROGRAM = """#!{python}
import sys
from {module} import {function}
sys.argv[0] = "{name}"
sys.exit({function}())
"""


def commands(language: str) -> str:
    """What the page tells a clerk to write, from its first command to the one that shows the draft."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / PAGES[language]).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    last = next(place for place, block in enumerate(blocks) if block == "make serve\n")
    return "".join(blocks[: last + 1])


def word_file() -> bytes:
    """A protocol as a council might keep it in Word: numbers that Word counts, a list, a table, a line of adoption."""
    scheme = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))
    roles = [[paragraph(run(one, "<w:b/>")) for one in ("Councillors", "Officers")]]
    roles += [[paragraph("Set the policy of the council"), paragraph("Carry out what was decided")]]
    body = (
        paragraph(run("Example Town Council", "<w:b/>"))
        + paragraph(run("Protocol on Councillor and Officer Relations", "<w:b/>"))
        + paragraph(run("Purpose", "<w:b/>"), num=1, level=0)
        + paragraph("This protocol guides councillors and officers in their work together.", num=1, level=1)
        + paragraph("Councillors may expect of officers:", num=1, level=1)
        + paragraph("impartial advice; and", num=1, level=2)
        + paragraph("an answer to an enquiry within five working days.", num=1, level=2)
        + paragraph(run("Roles", "<w:b/>"), num=1, level=0)
        + table(*([cell(one) for one in row] for row in roles))
        + paragraph("Adopted by the Council on 9 June 2025")
    )
    return docx(body, numbering=scheme + num(1, 0))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A fresh clone with an environment, a Word file, and a preview that listens where nobody else does."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    environment = clone / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python = environment / "bin/python"
    packages = Path(
        subprocess.check_output(
            [python, "-c", "import sysconfig as s; print(s.get_path('purelib'))"], text=True
        ).strip()
    )
    (packages / "libraries.pth").write_text(f"{clone / 'hooks'}\n{sysconfig.get_path('purelib')}\n")
    for name, module, function in (
        ("protocolau", "protocolau.cli.begin", "main"),
        ("mkdocs", "mkdocs.__main__", "cli"),
    ):
        script = environment / "bin" / name
        script.write_text(PROGRAM.format(python=python, module=module, function=function, name=script))
        script.chmod(0o755)
    (environment / "site.done").touch()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with (clone / "mkdocs.yml").open("a") as configuration:
            configuration.write(f"\ndev_addr: 127.0.0.1:{free.getsockname()[1]}\n")
    (clone / "protocol.docx").write_bytes(word_file())
    return clone


def test_the_commands_lead_to_a_draft_on_the_screen_in_both_languages(clone: Path):
    """Those of the English page, which are those of the Welsh."""
    address = re.search(r"dev_addr: (.*)", (clone / "mkdocs.yml").read_text("utf-8"))[1]
    without = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with (clone / "log").open("w") as log:
        process = subprocess.Popen(
            ["sh", "-e"], cwd=clone, env=without, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True
        )
        process.stdin.write(commands("en").encode())
        process.stdin.close()
        try:
            pages = {
                language: _page(f"http://{address}/{prefix}councils/example-town/", process, clone / "log")
                for language, prefix in PREFIX.items()
            }
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            ended(process)
    for language, page in pages.items():
        shown = " ".join(LexborHTMLParser(page).css_first("main").text().split())
        for words in ("(a) impartial advice; and", "1.2", "Carry out what was decided", AWAITS[language]):
            assert words in shown, shown
    said = (clone / "log").read_text("utf-8")
    assert "look at first" in said and "example-town/2025-06-09.yml" in said, said


def _page(address: str, process: subprocess.Popen, log: Path) -> str:
    """The page at an address as soon as there is one, as long as the commands run and patience lasts."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"there is no draft to be seen at {address}:\n{log.read_text('utf-8')}")


def test_both_pages_give_the_same_commands():
    assert commands("en") == commands("cy")
