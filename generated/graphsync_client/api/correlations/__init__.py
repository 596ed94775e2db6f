"""Operations on correlations."""
