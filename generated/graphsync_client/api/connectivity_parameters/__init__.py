"""Operations on connectivity parameters."""
