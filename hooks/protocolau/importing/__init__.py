"""From a council's document to a first draft, with nothing lost.

Bytes are read into lines with the numbers that the document shows, lines are gathered into
provisions, and provisions are written as YAML. What is not the protocol's text is set aside and
listed. Bytes come in and data goes out: nothing here touches disk, network or clock.
"""
