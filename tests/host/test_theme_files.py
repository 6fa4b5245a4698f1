"""What a theme is listed with."""

from mkdocs.theme import Theme

from protocolau.host.theme_files import leave_out_hidden_folders


def test_a_theme_lists_all_but_what_mkdocs_refuses_and_gives_that_too():
    whole, theme = Theme("material"), Theme("material")
    leave_out_hidden_folders(theme)
    listed = whole.get_env().list_templates()
    hidden = {name for name in listed if any(part.startswith(".") for part in name.split("/")[:-1])}
    assert len(hidden) > 10_000
    assert theme.get_env().list_templates() == [name for name in listed if name not in hidden]
    assert theme.get_env().get_template(min(hidden)).render() == whole.get_env().get_template(min(hidden)).render()
