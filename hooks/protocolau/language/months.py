"""The months as documents name them."""

ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WELSH = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
    "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
)  # fmt: skip
WELSH_SOFTENED = (
    "Ionawr", "Chwefror", "Fawrth", "Ebrill", "Fai", "Fehefin",
    "Orffennaf", "Awst", "Fedi", "Hydref", "Dachwedd", "Ragfyr",
)  # fmt: skip
"""As they stand after `o`: "12 o Fehefin"."""
ABBREVIATED = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
