"""Field model and job.yaml to tables, columns and keys."""
