"""Drafts: the next version begun from the one in force, one from other councils' words, and a draft adopted.

Everything here turns texts into texts. Neither disk nor clock is touched.
"""
