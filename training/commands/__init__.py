"""What `hilum-train` can do, a module for each part of the work."""
