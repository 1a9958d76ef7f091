"""Keys by their place on the keyboard, so that they work whatever letters the layout prints."""
