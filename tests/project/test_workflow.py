"""The workflow runs what was read: actions by commit, no credentials kept, one run of main after another."""

import re

import pytest
import yaml

from tests.conftest import ROOT

TEXT = (ROOT / ".github" / "workflows" / "publish.yml").read_text("utf-8")
WORKFLOW = yaml.load(TEXT, yaml.BaseLoader)
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda path: path.stem)
def test_every_action_is_pinned_by_commit_and_says_its_version(path):
    text = path.read_text("utf-8")
    used = re.findall(r"uses: (.*)", text)
    jobs = yaml.load(text, yaml.BaseLoader)["jobs"].values()
    assert len(used) == len([step for job in jobs for step in job["steps"] if "uses" in step])
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def test_no_credentials_are_kept_and_a_proposal_may_only_read():
    checkouts = [step for step in STEPS if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts and all(step["with"]["persist-credentials"] == "false" for step in checkouts)
    assert WORKFLOW["permissions"] == {"contents": "read"} and "pull_request_target" not in WORKFLOW["on"]
    writing = {name for name, job in WORKFLOW["jobs"].items() if "write" in job.get("permissions", {}).values()}
    assert writing == {"deploy"} and "secrets" not in re.sub(r"#.*", "", TEXT)
    assert "github.event_name != 'pull_request'" in WORKFLOW["jobs"]["build"]["if"]


def test_the_way_out_is_built_for_every_proposal():
    assert "make properdocs" in [step.get("run") for step in WORKFLOW["jobs"]["properdocs"]["steps"]]
    assert "if" not in WORKFLOW["jobs"]["properdocs"]
    assert "diff -r" in (ROOT / "Makefile").read_text("utf-8").partition("\nproperdocs:")[2].partition("\n\n")[0]


def test_one_run_of_main_follows_another():
    assert "'publish'" in WORKFLOW["concurrency"]["group"]
    assert WORKFLOW["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"


def test_windows_takes_the_way_of_the_page_for_clerks_and_word_is_asked_only_where_there_is_one():
    done = " ".join(step.get("run", "") for step in WORKFLOW["jobs"]["windows"]["steps"])
    assert all(f"protocolau {command} " in done for command in ("import", "check", "adopt", "show", "export"))
    word = yaml.load((ROOT / ".github/workflows/word.yml").read_text("utf-8"), yaml.BaseLoader)
    assert (list(word["on"]), word["permissions"]) == (["workflow_dispatch"], {"contents": "read"})
    assert word["jobs"]["word"]["runs-on"] == ["self-hosted", "windows", "word"]
