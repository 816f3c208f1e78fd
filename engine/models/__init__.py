"""A Radiograph becomes an Assessment."""
