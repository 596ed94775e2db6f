"""Text that somebody could put into a document to have it run, or to break what is made of it.

Each of them that is code leaves a file named `pwned` where it runs.
"""

from __future__ import annotations

_RUN = '__import__("os").system("touch pwned")'

PAYLOADS = {
    "closes a string": f'"; {_RUN} #',
    "closes a single-quoted string": f"'; {_RUN} #",
    "closes a call": f'"))\n{_RUN}\n(("',
    "closes a docstring": f'"""\n{_RUN}\n"""',
    "closes a single-quoted docstring": f"'''\n{_RUN}\n'''",
    "ends in three quotes": 'x"""',
    "begins with quotes": f'""""; {_RUN}',
    "escapes the quote": f'\\"""; {_RUN}; """',
    "ends in a backslash": "x\\",
    "backslash before a line": f"x\\\n{_RUN}",
    "escape sequences": "\\N{BULLET}\\x22\\u0022\\777",
    "an expression": _RUN,
    "a condition": f'x" if {_RUN} else "',
    "a template expression": "{{ cycler.__init__.__globals__.os.popen('touch pwned').read() }}",
    "a template statement": "{% for c in ().__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
    "a template comment": "{# x #} }} %} #}",
    "ends a raw block": "{% endraw %}{{ 7 * 7 }}{% raw %}",
    "an f-string": f"{{{_RUN}}} {{x!r:>{{y}}}}",
    "a format": "%s %(x)d %n {0} {} ${x} $(touch pwned) `touch pwned`",
    "a decorator and a comment": f"# type: ignore\n@{_RUN}",
    "line breaks": f"x\r\n{_RUN}\r{_RUN}",
    "unicode line breaks": f"x\u2028{_RUN}\u2029{_RUN}\x85{_RUN}\x0b\x0c{_RUN}",
    "text from right to left": f"x\u202e\u2066# {_RUN}\u2069",
    "invisible text": f"im\u200bport\ufeff os\u00ad {_RUN}",
    "a null byte": f"x\x00{_RUN}",
    "control characters": f"x\x1b[2J\x08\x7f{_RUN}",
    "letters that look like others": "\uff45\uff58\uff45\uff43(\uff50) \uff49mport \u043es",
    "half a character": f"x\ud800{_RUN}",
    "a way out of the folder": "../../../pwned",
    "an absolute way": "/pwned",
    "a YAML tag": "!!python/object/apply:os.system ['touch pwned']",
    "a keyword": "lambda",
    "a special name": "__class__",
    "nothing": "",
    "a blank": " ",
    "very long": f"x{_RUN}" * 500,
}
