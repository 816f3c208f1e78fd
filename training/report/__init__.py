"""Reports as single HTML files: pages, figures, the report of a model, the comparison of runs."""
