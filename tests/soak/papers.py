"""What a step costs while two papers are being made, against what it costs without."""

from __future__ import annotations

import statistics
import time
from itertools import cycle
from pathlib import Path
from threading import Event, Thread

from tests.serving.server import Server, Visitor, migrate, served


STEPS = 150
# Of design: a step's p95 with two papers at a time.
MOST = 1.5


def _step(visitor: Visitor) -> float:
    """Seconds of a form that is written and of the page that follows."""
    began = time.perf_counter()
    assert visitor.post("beside/", {"to": "stay", "at": "check"}).status == 302
    assert visitor.get("check/").status == 200
    return time.perf_counter() - began


def _p95(visitor: Visitor) -> float:
    return statistics.quantiles([_step(visitor) for _ in range(STEPS)], n=20)[-1]


def _papers_without_end(server: Server, over: Event) -> list[Thread]:
    def want(visitor: Visitor) -> None:
        for language in cycle(("fa", "es")):
            # In another language it is another paper.
            visitor.post("beside/", {"l": language, "at": "check"})
            at = visitor.get("paper.pdf")
            while not over.is_set() and at.status == 303 and "Refresh" in visitor.follow(at).headers:
                time.sleep(1)
            if over.is_set():
                return

    threads = [Thread(target=want, args=[server.visitor(language, cases=5)]) for language in ("fa", "es")]
    for thread in threads:
        thread.start()
    return threads


def test_a_step_costs_at_most_half_as_much_again_beside_two_papers(tmp_path: Path) -> None:
    migrate(tmp_path / "var")
    with served(tmp_path / "var", tmp_path / "log") as server:
        visitor = server.visitor()
        _p95(visitor)
        without = _p95(visitor)
        over = Event()
        threads = _papers_without_end(server, over)
        time.sleep(15)
        beside, making = _p95(visitor), len(server.papers())
        over.set()
        for thread in threads:
            thread.join()
    print(f"p95 of a step: {without * 1000:.0f} ms; beside {making} papers {beside * 1000:.0f} ms")
    assert making
    assert beside <= MOST * without
