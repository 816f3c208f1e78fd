"""What makes the models: torch over the engine, no Qt."""
