"""What every request passes on its way in and out: id, headers, limits, keys, logs, metrics."""
