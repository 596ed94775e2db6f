"""Operations on app role assigned to."""
