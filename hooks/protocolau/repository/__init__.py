"""The folder of protocols on disk: loaded into a library, and everything that can be said against it."""
