"""What the tests share: the loopback server that plays the API, the document, values made from schemas."""
