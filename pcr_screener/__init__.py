"""The Django project: settings, addresses, headers, logs."""
