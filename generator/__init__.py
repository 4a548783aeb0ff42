"""cobrepo: the Db2 repository layer of a mainframe job, generated from its COBOL copybooks."""

__version__ = "0.1.0"
