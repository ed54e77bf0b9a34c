"""What causes the difference between two plans, to the rupiah."""
