"""Operations on service principals."""
