"""Benchmarks: CPU time and ratios against the budgets. Printed, never asserted."""
