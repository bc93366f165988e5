"""`python -m clientwright` is the same command as `clientwright`."""

from clientwright.cli import main

if __name__ == "__main__":
    main(prog_name="clientwright")
