"""Which pages there are, the page template they are put into, and files written."""
