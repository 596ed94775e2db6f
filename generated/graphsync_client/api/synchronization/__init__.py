"""Operations on synchronization."""
