"""What a protocol is: frozen values, and the schemes by which dates and anchors are made."""
