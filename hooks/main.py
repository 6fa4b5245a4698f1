"""MkDocs events, each handed on to the publisher. MkDocs calls every `on_…` of this module by its name.

The one place that knows both the host and the editor, and joins them.
"""

from protocolau.host.preview import serve
from protocolau.host.publisher import Publisher
from protocolau.runtime.garbage import left_to_the_system

# One for the whole process: MkDocs builds once a language, and a preview again and again.
publisher = Publisher()


def on_startup(command, dirty):
    publisher.previewing = command == "serve"
    if command == "build":  # with which the process ends
        left_to_the_system(publisher)


def on_config(config):
    publisher.open(config)


def on_files(files, config):
    return publisher.keep_used_assets(files, config)


def on_page_content(html, page, config, files):
    return publisher.fill_prose(html, page)


def on_page_context(context, page, config, nav):
    return {**context, "frame": publisher.prose_frame(page)}


def on_post_page(output, page, config):
    return "" if publisher.take_home(page) else output


def on_template_context(context, template_name, config):
    return {**context, **publisher.sentinels()} if template_name == "404.html" else context


def on_post_template(output_content, template_name, config):
    if template_name == "404.html":
        return publisher.take_template(output_content, config.theme["language"])
    return "" if template_name == "sitemap.xml" else output_content  # the publisher writes the sitemap at the end


def on_post_build(config):
    publisher.close()


def on_serve(server, config, builder):
    from protocolau.editor.application import with_editor  # here, for its checks of translations take a build's time

    def edited(app):
        return with_editor(app, lambda: publisher.library, publisher.theme, config.dev_addr, server.mount_path)

    return serve(server, publisher, builder, config, edited)
