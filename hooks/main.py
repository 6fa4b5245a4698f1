"""MkDocs events, each handed on to the builder of the site. MkDocs calls every `on_…` of this module by its name.

The one place that knows both the host and the editor, and joins them.
"""

from protocolau.host.preview import serve
from protocolau.host.site_builder import SiteBuilder
from protocolau.runtime.garbage import left_to_the_system

# One for the whole process: MkDocs builds once a language, and a preview again and again.
site_builder = SiteBuilder()


def on_startup(command, dirty):
    site_builder.previewing = command == "serve"
    if command == "build":  # with which the process ends
        left_to_the_system(site_builder)


def on_config(config):
    site_builder.open(config)


def on_files(files, config):
    return site_builder.keep_used_assets(files, config)


def on_page_content(html, page, config, files):
    return site_builder.fill_prose(html, page)


def on_page_context(context, page, config, nav):
    return {**context, "frame": site_builder.prose_frame(page)}


def on_post_page(output, page, config):
    return "" if site_builder.take_home(page) else output


def on_template_context(context, template_name, config):
    return {**context, **site_builder.sentinels()} if template_name == "404.html" else context


def on_post_template(output_content, template_name, config):
    if template_name == "404.html":
        return site_builder.take_template(output_content, config.theme["language"])
    return "" if template_name == "sitemap.xml" else output_content  # the builder writes the sitemap at the end


def on_post_build(config):
    site_builder.close()


def on_serve(server, config, builder):
    from protocolau.editor.application import with_editor  # here, for its checks of translations take a build's time

    def edited(app):
        return with_editor(app, lambda: site_builder.library, site_builder.theme, config.dev_addr, server.mount_path)

    return serve(server, site_builder, builder, config, edited)
