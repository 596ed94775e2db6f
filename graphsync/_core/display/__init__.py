"""How loaded data shows in a repr and in a notebook; nothing here sends anything or fails."""
