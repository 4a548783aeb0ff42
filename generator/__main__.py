"""`python -m generator` is `cobrepo`."""

from generator.cli import main

if __name__ == "__main__":
    main()
