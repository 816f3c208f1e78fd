"""The list of opened films, most urgent first."""
