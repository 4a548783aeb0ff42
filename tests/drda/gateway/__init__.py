"""Apache Derby's network server as a Db2 for Linux: a DRDA gateway for IBM's driver.

Both ends speak DRDA (Open Group, "DRDA Version 4"), so the driver is the real one and so are its
wire protocol, its conversions, its array inserts and its errors. What the gateway reconciles:

- `ddm`         messages: DSS and DDM structures are taken apart and written anew
- `rows`        parameters: UTF-16 to UTF-8, an array of rows to one statement each
- `requests`    what Derby knows of each request, and who it takes the client for
- `errors`      Derby's SQLSTATE as the SQLCODE, SQLSTATE and tokens of Db2: a table
- `replies`     who the client takes Derby for, and its errors
- `dialect`     Db2's SQL in Derby's words: a table
- `faults`      what goes wrong, where and when
- `session`     one connection of the driver
- `derby`       Derby's process
- `server`      the gateway, its control port and its command line

Nothing here proves what a Db2 does beyond the protocol: plans, locking and dialect are Derby's.
"""
