"""What ``streamlit run`` is given: it comes with the package, with the settings of Streamlit."""
