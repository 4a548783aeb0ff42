"""The name of a job's import package."""

from __future__ import annotations

import keyword

# The top-level modules of Python 3.11 and of those after it, whatever Python runs here: the name
# of a job's package must not depend on that.
_STANDARD = """
abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit
audioop base64 bdb binascii bisect builtins bz2 calendar cgi cgitb chunk cmath cmd code
codecs codeop collections colorsys compileall compression concurrent configparser contextlib
contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib
dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp
fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob
graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect
io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap
marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt
ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle
pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty
pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib
resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site
smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse
ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog
tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter
token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound
wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
"""
# What the generated package installs, directly or not, and the tools of its tests.
_DEPENDENCIES = """
annotated_types attr black click dotenv ebcdic hypothesis ibm_db ibm_db_dbi iniconfig
markdown_it mdurl mypy packaging pip pluggy prometheus_client pydantic pydantic_core
pydantic_settings pygments pytest rich ruff setuptools shellingham tenacity testfunctions
typer typing_extensions typing_inspection yaml
"""
_OURS = (
    *("repository", "record_io", "config", "conftest", "review", "src", "tests"),
    *("faults", "numbered", "places", "program", "samples", "steps"),  # beside the generated tests
)


def module_name(package: str) -> str:
    """The package's name; `_job` behind it where it means something else to Python."""
    taken = (*_STANDARD.split(), *_DEPENDENCIES.split(), *_OURS)
    return f"{package}_job" if package in taken or keyword.iskeyword(package) else package
