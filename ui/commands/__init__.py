"""What the actions do, in groups: each takes the desk and gives its handlers by action id."""
