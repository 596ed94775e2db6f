"""The commands, a module for each word after `graphsync`; a module is imported when its word is used."""
