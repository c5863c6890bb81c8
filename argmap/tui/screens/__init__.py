"""Screens: each shows one thing and hands what people ask for to the controllers."""
