"""job.yaml: loading, strict validation, the draft."""
