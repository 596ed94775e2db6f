"""The command `graphsync`; needs the extra `graphsync-client[cli]`."""
