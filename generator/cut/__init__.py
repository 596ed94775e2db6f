"""Cut the paths of a scope out of a full document, and keep them as slices."""
