"""All a template may see, and where each part of it comes from."""
