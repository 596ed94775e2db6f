"""Operations on schema."""
