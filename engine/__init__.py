"""The headless core: reads films, runs the models, keeps the triage; no Qt, no torch."""
