"""Operations on app role assignments."""
