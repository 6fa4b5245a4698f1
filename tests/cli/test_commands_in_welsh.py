"""What commands say in Welsh: whatever a command, an import or an export can say of files has its Welsh."""

import ast
import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import polib
import pytest
from click.testing import CliRunner

from protocolau.cli.import_report import ends
from protocolau.cli.main import main
from protocolau.read.messages import in_welsh, told
from tests.conftest import ROOT

ROOM = ROOT / "hooks/protocolau"
FOLDERS = (
    "cli", "translation/exchange", "translation/own_words", "translation/editing", "importing", "repository", "rules",
    "schema", "read", "drafting",
)  # fmt: skip
FILES = [path for folder in FOLDERS for path in sorted((ROOM / folder).rglob("*.py"))]
SAYING = {"faulty", "_refuse", "_refused", "_Refused", "Problem", "Fault", "Unreadable", "say", "told", "_problem"}
NAMES = {"what", "remedy", "_AGAIN", "_CHANGED", "_GONE", "_KNOWN", "_OTHERS"}
SAMPLE = "7"


def words_of(node: ast.AST) -> Iterator[str]:
    """The texts of an expression, with a sample for what is put in, each of the two where it may be either."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else SAMPLE for one in node.values)
    elif isinstance(node, ast.IfExp):
        yield from words_of(node.body)
        yield from words_of(node.orelse)
    elif isinstance(node, ast.Tuple):
        for one in node.elts:
            yield from words_of(one)


def said_in(path: Path) -> Iterator[str]:
    """Every text of a module that a command may say, as far as the code shows it."""
    is_cli = path.parent.name == "cli"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for spoken in spoken_in(node, is_cli):
            yield from words_of(spoken)


def spoken_in(node: ast.AST, is_cli: bool) -> list[ast.expr]:
    """The expressions of a node that are said."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SAYING:
        return node.args
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in NAMES:
        return [node.value]
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        return [node.value]
    return [node.value] if is_cli and isinstance(node, ast.Yield) and node.value is not None else []


def messages() -> list[str]:
    texts = {text.strip() for path in FILES for text in said_in(path)}
    return sorted(text for text in texts if re.search(r"[a-z]{3} ", text.replace(SAMPLE, "")))


def in_either(text: str) -> bool:
    """Whether a text has its Welsh, whole or as what is wrong and what to do."""
    text = re.sub(rf"no {SAMPLE} of", "no kind of", re.sub(rf"(?<=the ){SAMPLE}(?= of ')", "Welsh", text))
    text = re.sub(rf"in {SAMPLE}$", "in Welsh", re.sub(rf"^unknown {SAMPLE} ", "unknown topic ", text))
    return in_welsh(text) != text or all(in_welsh(part) != part for part in text.split("; "))


def test_the_code_is_read():
    assert len(messages()) > 100


@pytest.mark.parametrize("text", messages())
def test_what_a_command_says_has_its_welsh(text):
    assert in_either(text)


REFUSED = (
    "ENOENT EISDIR ENOTDIR EACCES EPERM ENOSPC EDQUOT EROFS ENAMETOOLONG EFBIG ELOOP EIO EMFILE EBUSY EEXIST ENOTEMPTY"
)


@pytest.mark.parametrize("name", REFUSED.split())
@pytest.mark.parametrize("said", ["the file cannot be read ({})", "a/b.yml: {}; mend this and try again"])
def test_what_the_system_refuses_is_said_in_welsh(name: str, said: str):
    why = os.strerror(getattr(errno, name)).lower()
    assert why not in in_welsh(said.format(why)) and in_welsh(said.format(why)) != said.format(why)


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("page furniture: 12", "elfennau gosodiad y tudalennau: 12"),
        ("the file: Skip to content", "y ffeil: Skip to content"),
        ("page 3: Skip to content", "tudalen 3: Skip to content"),
        ("'the file' ought to be made of keys and values", "dylai 'y ffeil' gynnwys allweddi a gwerthoedd"),
        ("'body (entry 2)' is empty", "mae 'body (cofnod 2)' yn wag"),
        ("unknown key ''", "allwedd anhysbys ''"),
        (
            "the file has lost what was noted of '1', '2', '3' and 5 more; it stays as it is here",
            "mae'r ffeil wedi colli'r nodiadau ar '1', '2', '3' a 5 arall; maent yn aros fel y maent yma",
        ),
        ("write draft or reviewed", "ysgrifennwch draft neu reviewed"),
        (
            "write 'aelod' or 'cynghorydd', or change the other language, or waive this with a reason",
            "ysgrifennwch 'aelod' neu 'cynghorydd', neu newidiwch yr iaith arall, "
            "neu hepgorwch y gwiriad hwn gan roi rheswm",
        ),
        (
            "did you mean gwyn or ŵyn? If it is good Welsh, list it under `words` in vocabulary/words.yml",
            "ai gwyn neu ŵyn a olygwyd? Os yw'n Gymraeg da, rhestrwch ef dan `words` yn vocabulary/words.yml",
        ),
    ],
)
def test_what_a_message_puts_in_is_welsh_as_well(english: str, welsh: str):
    assert in_welsh(english) == welsh


def test_a_path_at_which_there_is_nothing_is_told_in_welsh(project):
    assert said(project, "check", "nosuch").startswith("nosuch:1: nid oes dim yn y lle hwn; gwiriwch ei enw\n")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"x", "a.docx:1: mae enw'r ffeil yn gorffen â '.docx' ond nid yr hyn y mae ei henw'n ei ddweud"),
        ("a.txt", b"PK\3\4", "a.txt:1: mae enw'r ffeil yn gorffen â '.txt' ond archif ZIP ydyw, fel y mae ffeiliau"),
        ("a.pdf", b"%PDF-1.7", "a.pdf:1: mae'r PDF wedi'i ddifrodi; agorwch hi yn y rhaglen a'i hysgrifennodd a'i"),
        ("a.md", b"", "a.md:1: mae'r ffeil yn wag; gwiriwch mai'r ffeil iawn a enwyd\n"),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_read_is_refused_in_welsh(project, tmp_path, name: str, content: bytes, told: str):
    (tmp_path / name).write_bytes(content)
    assert told in said(project, "import", str(tmp_path / name), "--council", "barrow")


@pytest.fixture
def project(tmp_path) -> Path:
    shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def said(project: Path, *arguments: str) -> str:
    return CliRunner().invoke(main, ["--project", str(project), "--language", "cy", *arguments]).output


def test_an_import_tells_in_welsh_what_it_did_and_refused(project, tmp_path):
    file = tmp_path / "barrow.po"
    said(project, "translation", "export", "--council", "barrow", "--output", str(file))
    catalogue = polib.pofile(str(file))
    catalogue[0].msgstr += " newydd"
    catalogue.save()
    dry = said(project, "translation", "import", "--dry-run", str(file))
    assert dry.endswith("barrow 2019-07-16: newidiwyd 1, gwrthodwyd 0\n")
    assert said(project, "translation", "import", "--council", "conwy", str(file)).endswith(
        "ffeil ar gyfer 'barrow' yw hon, nid ar gyfer 'conwy'; dewiswch ei ffeil ei hun\n"
    )
    (tmp_path / "none.po").write_text("x", "utf-8")
    assert "nid ffeil PO yw hon" in said(project, "translation", "import", str(tmp_path / "none.po"))
    one = said(project, "export", "barrow", "--format", "docx", "--language", "both")
    assert one == "Gwall: un iaith sydd yn docx; dewiswch --language en neu cy\n"


def test_an_import_of_a_document_tells_in_welsh_what_it_found_and_set_aside(project, tmp_path):
    page = tmp_path / "protocol.html"
    page.write_text("<title>Our site</title><h1>Code</h1><p>Adopted 3 May 2022. Next review: May 2024.", "utf-8")
    told = said(project, "import", str(page), "--council", "barrow", "--document", "conduct").splitlines()
    assert "dyddiadau ynddi: mabwysiadwyd 2022-05-03, i'w hadolygu 2024-05" in told
    assert told[told.index("  teitl y dudalen we: 1") + 1] == "    y ffeil: Our site"


def test_a_fault_of_what_an_import_wrote_is_told_in_welsh_as_well(project):
    path = project / "protocols/barrow/conduct/undated.yml"
    path.parent.mkdir()
    path.write_text("x" * 3_000_000, "utf-8")
    fault = [told(one, "cy") for one in ends([path], [], project / "protocols/vocabulary")][1]
    assert fault.endswith(
        "undated.yml:1: mae gan y ffeil 3,000,000 beit; ni ddarllenir mwy na 2,000,000; "
        "rhannwch hi neu tynnwch allan yr hyn nad yw'n brotocol"
    )


def test_so_do_status_and_faults_of_names(project):
    assert said(project, "translation", "status", "--council", "conwi") == (
        f"{project}/protocols:1: nid oes cyngor 'conwi'; ai 'conwy' a olygwyd?\n"
    )
    head, *_, foot = said(project, "translation", "status").splitlines()
    assert head.split("  ")[0] == "cyngor" and foot == "Pob cyflwr: unedau (geiriau)."


def build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Builds in a process of its own, in which a language is spoken from then on."""
    command = [sys.executable, "-c", "from protocolau.cli.main import main; main()", "--project", str(project)]
    arguments = ["--language", "cy", "build", "--site-dir", str(site)]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)


def test_so_do_the_faults_that_a_build_finds(project, tmp_path):
    for name in ("docs", "hooks"):
        (project / name).symlink_to(ROOT / name)
    (project / "protocols/barrow/2019-07-16.yml").write_text("title: x\nlanguage: en\nbody: []\nx: y\n", "utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1 and "mae gwallau yn y protocolau:" in done.stderr
    assert "2019-07-16.yml:4: allwedd anhysbys 'x'" in done.stderr
    assert "Rhoddwyd y gorau iddi oherwydd gwall.\n" in done.stdout


def test_so_does_the_machine_that_refuses_a_build(project):
    done = build(project, Path("/dev/full/site"))
    assert done.returncode == 1 and done.stderr.endswith(
        "mae ffeil yno eisoes; mae'r wefan ddiwethaf fel yr oedd: cywirwch hyn ac adeiladwch eto\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "another build of /a/site is under way: wait until it has ended",
        "Aborted with a configuration error!",
        "Aborted with 2 configuration warnings in 'strict' mode!",
        "The protocols have faults; the preview shows their last good state:",
        "The preview could not be built: x",
        "Config value 'site_url': The URL isn't valid, it should include the http:// (scheme)",
        "Config value 'site_name': Required configuration not provided.",
        "Config value 'site_nam': Unrecognised configuration name: site_nam",
        "7 % of the councils are read",
        "7 % of the pages and files are written",
        "7 % of what is said by topic is found",
        "7 % of the councils are compared with those like them",
        "mkdocs.yml: the address of the site 'x' is none that pages can stand below",
        "write one as https://example.org/folder/, and set SITE_URL to it",
        "mkdocs.yml: the publisher is not described by the keys that are read",
        "below 'publisher:' write name, contact, each on a line of its own",
        "mkdocs.yml: the publisher's name 'x' is no text",
        "write one name, in quotation marks, which stands on the pages of both languages",
        "mkdocs.yml: the publisher's contact 'x' is none",
        "mkdocs.yml: the publisher's reply_days 'x' are no number of days",
        "write a whole number, or 0 where nothing is promised",
        "mkdocs.yml: the publisher's is_public_body 'x' is neither true nor false",
        "write true for a public body such as a council, and false for any other publisher",
    ],
)
def test_what_a_build_says_has_its_welsh(text):
    assert not re.search(r"\b(the|is|are|of|write)\b", told(text, "cy"))


def commands(command: click.Command, *names: str) -> Iterator[tuple[str, ...]]:
    yield names
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            inner = command.get_command(click.Context(command), name)
            assert inner
            yield from commands(inner, *names, name)


@pytest.mark.parametrize("names", [" ".join(names) for names in commands(main)])
def test_every_help_is_told_in_welsh(names: str):
    helps = {
        language: CliRunner()
        .invoke(main, ["--language", language, *names.split(), "--help"], terminal_width=500)
        .output
        for language in ("en", "cy")
    }
    assert helps["en"].startswith("Usage: main") and helps["cy"].startswith("Defnydd: main")
    alike = set(helps["en"].splitlines()) & set(helps["cy"].splitlines())
    assert [line for line in alike if re.search("[a-z]{2} [a-z]", line)] == []


def test_a_command_that_is_broken_off_says_so_in_welsh(monkeypatch, project):
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("protocolau.cli.check.examine", interrupted)
    done = CliRunner().invoke(main, ["--project", str(project), "--language", "cy", "check"])
    assert (done.exit_code, done.output) == (1, "\nRhoddwyd y gorau iddi.\n")


@pytest.mark.parametrize("fact", ["name", "Welsh name", "kind", "nation"])
def test_the_facts_of_a_council_are_asked_for_in_welsh(fact):
    assert re.search("cyngor|gyngor", in_welsh(f"{fact} of the council"))


CALLED_WRONGLY = {
    "no such command": (["chekc"], "Nid oes gorchymyn 'chekc'."),
    "no such command of translators": (["translation", "zzz"], "Nid oes gorchymyn 'zzz'."),
    "no such option": (["check", "--zzz"], "Nid oes dewisiad '--zzz'."),
    "an option without a value": (["export", "--format"], "Mae angen gwerth ar y dewisiad '--format'."),
    "an argument that is missing": (["show"], "Ni roddwyd 'SLUG'."),
    "an option that is missing": (["import", "x"], "Ni roddwyd y dewisiad '--council'."),
    "one of a few that is missing": (
        ["export", "conwy"],
        "Ni roddwyd y dewisiad '--format'. Dewiswch o blith:\n\tpdf,\n\tdocx,\n\ttxt,\n\takn,\n\tjson",
    ),
    "none of a few": (
        ["check", "--language", "fr"],
        "Nid yw gwerth '--language' yn iawn: 'fr', nad yw'n un o 'en', 'cy'.",
    ),
    "a word too many": (["show", "conwy", "x"], "Rhoddwyd gair yn ormod (x)"),
    "a folder for a file": (
        ["export", "conwy", "--format", "txt", "--output", "/"],
        "Nid yw gwerth '--output' yn iawn: ffolder yw '/'.",
    ),
    "no port that there is": (
        ["serve", "--address", "127.0.0.1:70000"],
        "nid yw '127.0.0.1:70000' yn HOST:PORT; "
        "ysgrifennwch localhost neu gyfeiriad IP, a phorth rhwng 1 a 65535, megis 127.0.0.1:8001",
    ),
    "a version of all": (
        ["translation", "export", "--version", "x"],
        "mae angen --council gyda --version: nid oes gan unrhyw ddau gyngor yr un fersiwn",
    ),
}


@pytest.mark.parametrize("name", CALLED_WRONGLY)
def test_a_command_that_is_called_wrongly_says_so_in_welsh(name: str, project):
    arguments, told = CALLED_WRONGLY[name]
    done = CliRunner().invoke(main, ["--project", str(project), "--language", "cy", *arguments])
    assert done.exit_code == 2
    assert not re.search("Usage|Error|Try", done.output)
    assert done.output.endswith(f"Gwall: {told}\n")


def test_without_a_project_it_says_so_in_welsh(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["--language", "cy", "export", "conwy", "--format", "txt"])
    assert (done.exit_code, done.output) == (
        1,
        f"Gwall: nid oes prosiect yn {tmp_path} nac uwch ei ben: ffolder gyda mkdocs.yml a protocols/; "
        "ewch i ffolder prosiect neu enwch ef â --project\n",
    )
