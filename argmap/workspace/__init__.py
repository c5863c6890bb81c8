"""Map files on disk: finding, opening and saving them."""
