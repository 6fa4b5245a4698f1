"""Documents in other forms, for programs and for people to take away."""
