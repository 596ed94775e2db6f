"""Operations on manager."""
