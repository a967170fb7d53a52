"""Open the chat page in a browser: `python app.py [--port 7860] [--host 127.0.0.1]`, the same as `assistant serve`."""

import sys

from assistant.commands.program import main

if __name__ == "__main__":
    main(["serve", *sys.argv[1:]])
