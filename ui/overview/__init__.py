"""The overview: cards with figures of the project, each a picture and the numbers behind it."""
