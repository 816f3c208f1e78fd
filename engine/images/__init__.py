"""A file becomes a Radiograph, and a Radiograph becomes 8-bit greys."""
