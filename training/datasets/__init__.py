"""One small reader for each public data set; each yields Samples."""
