"""The web application of the preview, by which translations are edited on the page."""
