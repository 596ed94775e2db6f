"""Write the package: modules from templates, the runtime, the lock, and the swap into place."""
