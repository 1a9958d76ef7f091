"""Pre-annotators behind one protocol, and the run that turns their proposals into a project's suggestions."""
