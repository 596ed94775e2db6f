"""What a change of the document means to those who program against the client."""
