"""Operations on provisioning."""
