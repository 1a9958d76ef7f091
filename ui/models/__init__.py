"""Lists as Qt models."""
