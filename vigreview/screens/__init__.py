"""What screens are made of: words put on safely, the together stage, cards, charts."""
