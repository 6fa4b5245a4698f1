"""What the software knows of the Welsh language: initial mutations and clitics."""
