"""What the copy or the facade of one module needs of its own: stand-ins, patches, and classes made for guests."""
