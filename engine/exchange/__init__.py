"""An Assessment reaches the rest of the hospital."""
