"""Operations on application templates."""
