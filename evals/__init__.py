"""Measuring the assistant on questions with known answers; imports it, never the reverse."""
