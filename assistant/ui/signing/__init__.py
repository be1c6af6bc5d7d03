"""Sign-in on a shared machine: who is there, what they may do, and the page before all others."""
