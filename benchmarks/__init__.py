"""Measurements: each prints ratios of two things done in one run."""
