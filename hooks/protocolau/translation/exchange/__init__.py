"""What goes out to translators' programs and comes back, in forms that these can read."""
