"""What MkDocs' configuration says, read without a build."""

from mkdocs.utils.yaml import yaml_load

from protocolau.runtime.project import Project


def site_url(project: Project) -> str:
    """The address of the site, with a slash at its end."""
    with project.configuration.open(encoding="utf-8") as file:
        url = str(yaml_load(file).get("site_url") or "/")
    return url if url.endswith("/") else f"{url}/"
