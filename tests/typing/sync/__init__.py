"""What checkers are asked about the public calls."""
