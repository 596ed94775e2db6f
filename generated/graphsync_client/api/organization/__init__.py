"""Operations on organization."""
