"""Operations on owners."""
