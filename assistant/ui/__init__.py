"""The chat page: the only room that knows Streamlit. No logic that a test would want to reach."""
