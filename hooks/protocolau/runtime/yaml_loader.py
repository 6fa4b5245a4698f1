"""Which parser of YAML is used: the one in C where PyYAML was built with it, else the one in Python, which is slower.

Everybody takes it from here, and asks for it by the module's name, so that one choice holds for all.
"""

import yaml

SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads numbers, dates, true and null as what they are."""
BaseLoader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every scalar as the words that stand there."""
