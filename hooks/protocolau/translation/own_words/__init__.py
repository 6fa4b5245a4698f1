"""The words of the site itself, in both languages: its pages of prose, the interface, the vocabulary.

They stand at the translator's desk with the states of a protocol's translation. What a piece of Welsh was made from is
known by content: a mark keeps the fingerprints of both texts as they were when somebody last vouched for the pair.
"""
