"""Operations on object connections."""
