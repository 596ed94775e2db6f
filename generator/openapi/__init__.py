"""An OpenAPI document: its objects, the ways through it, and the pointers into it."""
