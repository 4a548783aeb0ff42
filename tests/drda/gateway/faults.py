"""What goes wrong: armed for a point of the conversation, it strikes at the n-th time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from .errors import Db2Error


class Event(StrEnum):
    """Where in a conversation. Each is counted over all connections."""

    CONNECT = "connect"  # the driver has connected, nothing is answered yet
    PREPARE = "prepare"  # before Derby sees a statement's text
    EXECUTE = "execute"  # before Derby sees a statement that is not a query
    EXECUTED = "executed"  # Derby has done it, the driver is not told
    QUERY = "query"  # before Derby sees a query
    ROW = "row"  # before Derby sees a row of an array
    ROWS_DONE = "rows done"  # Derby has done a whole array, the driver is not told
    COMMIT = "commit"  # before Derby sees the commit
    COMMITTED = "committed"  # Derby has done it, the driver is not told
    ROLLBACK = "rollback"  # before Derby sees the rollback


class Action(StrEnum):
    """What happens then."""

    CUT = "cut"  # the connection is reset, at both ends
    HANG = "hang"  # no answer, and the link stays open; Derby's end until the driver gives up
    SLOW = "slow"  # the answer comes after `seconds`
    REFUSE = "refuse"  # not Derby answers, but an error
    RESTART = "restart"  # every connection is reset, and new ones refused for `seconds`


@dataclass(frozen=True, slots=True)
class Fault:
    """An action at the `nth` event from now, and then `times` times in a row.

    `linger`: so many seconds longer than the driver's does Derby's end of a link stay open, and
    its unit of work alive.
    """

    event: Event
    action: Action = Action.CUT
    nth: int = 1
    times: int = 1
    seconds: float = 0.0
    linger: float = 0.0
    sqlcode: int = 0
    sqlstate: str = ""
    tokens: tuple[str, ...] = ()

    @classmethod
    def of(cls, told: dict[str, Any]) -> Fault:
        """A fault from its JSON."""
        tokens = tuple(told.pop("tokens", ()))
        event, action = Event(told.pop("event")), Action(told.pop("action", Action.CUT))
        return cls(event, action, tokens=tokens, **told)

    def but(self, **changes: Any) -> Fault:
        """Another fault that differs in this."""
        return replace(self, **changes)

    @property
    def error(self) -> Db2Error:
        return Db2Error(self.sqlcode, self.sqlstate, self.tokens)


class Struck(Exception):  # noqa: N818 - reads as the event that it is
    """Ends the conversation."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.action} at {fault.event}")
        self.fault = fault


class Refused(Exception):  # noqa: N818 - reads as the event that it is
    """Derby is not asked."""

    def __init__(self, error: Db2Error) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass
class Faults:
    """The armed faults of a gateway, and those that have struck."""

    armed: list[Fault] = field(default_factory=list)
    struck: list[Fault] = field(default_factory=list)
    seen: dict[Event, int] = field(default_factory=dict)

    def clear(self) -> None:
        self.armed.clear()
        self.struck.clear()
        self.seen.clear()

    def before(self, event: Event, most: int) -> int:
        """How many of these events can come, at most, before the one that goes wrong."""
        return min((fault.nth - 1 for fault in self.armed if fault.event is event), default=most)

    async def reach(self, event: Event, times: int = 1) -> None:
        """So many of these events come now; the last may be the one that goes wrong."""
        self.seen[event] = self.seen.get(event, 0) + times
        due = [fault for fault in self.armed if fault.event is event]
        self.armed = [fault for fault in self.armed if fault.event is not event]
        for fault in due:
            left = replace(fault, nth=fault.nth - times)
            if left.nth > 0:
                self.armed.append(left)
            elif fault.times > 1:
                self.armed.append(replace(fault, nth=1, times=fault.times - 1))
        for fault in due:
            if fault.nth <= times:
                self.struck.append(fault)
                await self._strike(fault)

    async def _strike(self, fault: Fault) -> None:
        if fault.action is Action.SLOW:
            await asyncio.sleep(fault.seconds)
        elif fault.action is Action.REFUSE:
            raise Refused(fault.error)
        else:
            raise Struck(fault)
