"""The expected files hold tests of their own; those are run where they are generated."""

collect_ignore_glob = ["samples/*", "*/expected/*"]
