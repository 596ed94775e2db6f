"""Read YAML and JSON: whole documents into plain values, and block YAML by its lines."""
