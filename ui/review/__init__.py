"""The review: one text, a lane per colleague under each line, gold on top, and the table of differences beside."""
