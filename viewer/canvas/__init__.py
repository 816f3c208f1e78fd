"""The film: painting, mouse tools, corner texts."""
