"""What is said beside a figure: captions, alternative texts, descriptions."""
