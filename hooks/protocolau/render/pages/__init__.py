"""The pages of the site, a module for each kind: each makes its pages for one language from a `RenderContext`."""
