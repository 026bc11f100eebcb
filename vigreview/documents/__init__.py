"""What leaves the vault, and what other tools hand back: exchange with the field's own tools."""
