"""Scripts that make what ships in ``seeds/``; the program never imports them."""
