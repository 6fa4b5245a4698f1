"""The workflow runs what was read: actions by commit, no credentials kept, one run of main after another."""

import re

import yaml

from tests.conftest import ROOT

TEXT = (ROOT / ".github" / "workflows" / "publish.yml").read_text("utf-8")
WORKFLOW = yaml.load(TEXT, yaml.BaseLoader)
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]


def test_every_action_is_pinned_by_commit_and_says_its_version():
    used = re.findall(r"uses: (.*)", TEXT)
    assert len(used) == len([step for step in STEPS if "uses" in step])
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)


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
