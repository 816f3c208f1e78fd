"""Many files become a worklist."""
