"""What the tests share: the library, the built site, a server for it, and a browser."""

import functools
import http.server
import os
import shutil
import subprocess
import sysconfig
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Page

from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from tests import sixth
from tests.sharing import made_once
from tests.standing_still import pytest_handlecrashitem  # noqa: F401

# How long something takes never decides a test.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
FIVE = ("barrow", "bursledon", "conwy", "halewood", "taffs-well-and-nantgarw")
"""The councils whose texts some tests know by heart. Any other may be added, and what holds for all is tested of it."""
DESKTOP = {"width": 1440, "height": 900}
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]


def chromium() -> str:
    """Where the browser is."""
    return os.environ.get("CHROMIUM") or "/usr/bin/chromium"


def program(name: str) -> str:
    """Where a program is that was installed with the Python that runs the tests, or else on the path."""
    folders = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)])
    path = shutil.which(name, path=folders)
    assert path, f"there is no program '{name}' in {folders}"
    return path


def copy_project(target: Path, kept: bool = False) -> Path:
    """A copy of what a build reads, to be changed at will. The code is the installed package's own.

    It may have what builds of the project have kept: the copy's own then makes what has changed alone.
    """
    target.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    for name in ("docs", "hooks", "protocols"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    if kept:
        copy_kept(target)
    return target


def project_of(slug: str, target: Path, kept: bool = False) -> Path:
    """A copy of the project with one of its councils alone."""
    project = copy_project(target, kept)
    for folder in (project / "protocols").iterdir():
        if folder.name not in ("vocabulary", "schema", slug):
            shutil.rmtree(folder)
    return project


def copy_kept(project: Path) -> None:
    """Gives a copy of the project what builds have kept so far."""
    with suppress(shutil.Error, FileNotFoundError):  # another build may put away what it no longer needs
        shutil.copytree(ROOT / ".exports", project / ".exports")


def build(project: Path, site: Path, umask: int = -1, **environ: str) -> subprocess.CompletedProcess[str]:
    """Builds a project strictly, as `make site` does; with a mask of its own for what others may do with its files."""
    command = [program("mkdocs"), "build", "--strict", "--site-dir", str(site)]
    return subprocess.run(
        command, cwd=project, env={**os.environ, **environ}, capture_output=True, text=True, umask=umask
    )


def build_well(project: Path, site: Path, **environ: str) -> None:
    """Builds a project that has no faults."""
    done = build(project, site, **environ)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def library() -> Library:
    return ProtocolRepository(ROOT / "protocols").load(date.today())


@pytest.fixture(scope="session")
def the_five(library: Library) -> Library:
    """The library as if there were no councils but those that some tests know by heart."""
    return Library(library.vocabulary, {slug: library.councils[slug] for slug in FIVE}, library.today)


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Has a folder made once for all processes that run the tests: by its name, and what fills it."""
    return functools.partial(made_once, tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def site(shared) -> Path:
    """The site of the real protocols, built once."""
    return shared("built", lambda folder: build_well(ROOT, folder / "site")) / "site"


@dataclass(frozen=True, slots=True)
class BuiltProject:
    """A project, the site that was built from it, and its library."""

    folder: Path
    site: Path
    library: Library


@pytest.fixture(scope="session")
def as_it_is(site: Path, library: Library) -> BuiltProject:
    return BuiltProject(ROOT, site, library)


@pytest.fixture(scope="session")
def project_with_a_sixth(shared) -> Path:
    """The project with one more council, whose protocol is as awkward as may be."""

    def make(folder: Path) -> None:
        sixth.write(copy_project(folder / "project", kept=True) / "protocols")

    return shared("sixth", make) / "project"


@pytest.fixture(scope="session")
def library_with_a_sixth(project_with_a_sixth: Path) -> Library:
    return ProtocolRepository(project_with_a_sixth / "protocols").load(date.today())


@pytest.fixture(scope="session")
def with_a_sixth(shared, project_with_a_sixth: Path, library_with_a_sixth: Library) -> BuiltProject:
    site = shared("sixth_built", lambda folder: build_well(project_with_a_sixth, folder / "site")) / "site"
    return BuiltProject(project_with_a_sixth, site, library_with_a_sixth)


@pytest.fixture(scope="session", params=["as_it_is", "with_a_sixth"])
def built(request) -> BuiltProject:
    """Each project of which a test holds whatever its data are."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def any_site(built: BuiltProject) -> Path:
    """The site of each project of which a test holds whatever its data are."""
    return built.site


@pytest.fixture(scope="session")
def imagined(shared) -> BuiltProject:
    """A project with imagined councils whose documents are of every kind and stand in every way, and its site."""
    from tests.imagined import TODAY, make  # here, for it needs what stands above

    project = shared("imagined", make) / "project"
    return BuiltProject(project, project / "site", ProtocolRepository(project / "protocols").load(TODAY))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static host that says nothing of its work."""

    def log_message(self, *args) -> None:
        pass

    def send_error(self, code, message=None, explain=None):
        """A missing page is answered with the site's own, as a static host does."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())
        return None


@pytest.fixture(scope="session")
def address(site):
    """The address at which the built site is served, with a slash at its end."""
    with served(site) as found:
        yield found


@contextmanager
def served(site: Path, host: type[Quiet] = Quiet) -> Iterator[str]:
    """Serves a folder as long as the context lasts: its address, with a slash at its end."""
    handler = functools.partial(host, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def edited(tmp_path_factory):
    """A preview of a project whose translations are edited."""
    from tests.editor_preview import edited_project  # here, for it needs what stands above

    with edited_project(tmp_path_factory.mktemp("editor")) as preview:
        yield preview


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
        # What tests do in a page would itself offend against its policy, to which test_policy.py holds the site.
        for name in ("new_context", "new_page"):
            setattr(browser, name, functools.partial(getattr(browser, name), bypass_csp=True))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def own_context(browser):
    """What is behind each test's own page: a window of a browser costs five times as much as a page in one."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(own_context):
    """A page of a browser that remembers nothing; a fault in a script fails the test."""
    page, faults = own_context.new_page(), []
    own_context.clear_cookies()
    everything = {"origin": "*", "storageTypes": "all"}
    own_context.new_cdp_session(page).send("Storage.clearDataForOrigin", everything)
    page.on("pageerror", lambda fault: faults.append(fault))
    page.goto = _asked_twice(page.goto)
    yield page
    for one in own_context.pages:
        one.close(run_before_unload=True)  # and wait for nothing: what is being loaded again is never said to be closed
    assert not faults


def _asked_twice(goto: Callable) -> Callable:
    """Goes to a page, and asks for it once more where that does not end: a page of the preview loads itself again when
    a file changes, and of one that is left at that moment Chromium never says that the next has come."""

    def asked(url: str, **options):
        from playwright.sync_api import TimeoutError

        try:
            return goto(url, **{"timeout": 15_000, **options})
        except TimeoutError:
            return goto(url, **options)

    return asked


@pytest.fixture(scope="session")
def windows(browser):
    """The windows that were opened: making them anew for every test would take as long as the tests."""
    made: dict[str, Page] = {}
    yield made
    for window in made.values():
        window.context.close()


@pytest.fixture
def emptied(browser, windows):
    """Gives a window that shows nothing and remembers nothing. There is one for each way of opening one."""

    def empty(*, before: str = "", viewport: dict = DESKTOP, color_scheme: str = "light", **options) -> Page:
        key = f"{sorted(options.items())}{before}"
        if key not in windows:
            context = browser.new_context(**options)
            context.set_default_timeout(30_000)
            context.add_init_script(before)
            windows[key] = context.new_page()
        window = windows[key]
        if window.url != "about:blank":
            window.unroute_all()
            window.evaluate("() => { try { localStorage.clear(); sessionStorage.clear() } catch {} }")
            window.goto("about:blank")
        window.set_viewport_size(viewport)
        window.emulate_media(media="null", color_scheme=color_scheme, forced_colors="null", reduced_motion="null")
        return window

    return empty


@pytest.fixture
def opened(emptied, address):
    """Opens a page of the site, in a window that remembers nothing."""

    def open_page(path: str = "", **options) -> Page:
        window = emptied(**options)
        window.goto(address + path)
        return window

    return open_page


@pytest.fixture(scope="module")
def searching(browser, address) -> Callable[[str], Page]:
    """A page of the search in each language, with its modules: none of what it is asked stays in it."""
    from tests.browsing import PREFIX  # here, for it needs what stands above

    made: dict[str, Page] = {}

    def page_in(language: str) -> Page:
        if language not in made:
            made[language] = browser.new_page(viewport=DESKTOP)
            made[language].goto(f"{address}{PREFIX[language]}search/")
        return made[language]

    yield page_in
    for page in made.values():
        page.context.close()
