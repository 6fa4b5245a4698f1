"""From lines to provisions: what is a number, a heading, an item, and what stands inside what.

The data flows one way: `cleaning` makes whole paragraphs of a reading's lines and sets furniture
aside, `markers` finds numbers typed by hand, `levels` says how deep each line stands, and `gather`
puts one inside the other.
"""
