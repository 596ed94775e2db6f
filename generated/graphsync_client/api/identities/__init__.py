"""Operations on identities."""
