"""What a copybook suggests for its job.yaml. Each guess carries its reason."""
