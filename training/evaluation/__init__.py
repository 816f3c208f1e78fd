"""What a bundle does on films it never saw, a module for each kind of number."""
