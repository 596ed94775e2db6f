"""Operations on deleted items."""
