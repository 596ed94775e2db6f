"""Operations on directories."""
