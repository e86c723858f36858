from console.interim import erase
__all__ = ["erase"]
