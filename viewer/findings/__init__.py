"""What the model says of the selected film."""
