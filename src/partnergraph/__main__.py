"""`python -m partnergraph` is the command `partnergraph`."""

from partnergraph.cli import main

if __name__ == "__main__":
    main()
