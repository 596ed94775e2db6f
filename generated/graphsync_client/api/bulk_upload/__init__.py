"""Operations on bulk upload."""
