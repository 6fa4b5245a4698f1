"""Cases for the checks of translations, and how many planted faults they catch: `python -m tests.bilingual.quality`."""
