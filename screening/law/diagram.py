"""Decision diagrams: what a reader does with answers, found by letting it read, and cut into few rows.

A node asks one key and has a child for each of its answers; a leaf is a finding. Nodes are numbers: what is
decided alike is one node, so that "these answers make no difference" is seen by comparing two numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias


Node: TypeAlias = int
# Answers are numbers too, below the size of their key. A reader is tried on a set of them for each key.
Tried: TypeAlias = "Mapping[str, frozenset[int]]"
Reader: TypeAlias = "Callable[[Tried], str]"
# The answers of each key that lead to a finding; a key that is not there may have any answer.
Path: TypeAlias = "tuple[Mapping[str, frozenset[int]], str]"


class NotTriedError(Exception):
    """A reader must know which of these parts the answer to a key lies in."""

    def __init__(self, key: str, parts: tuple[frozenset[int], ...]) -> None:
        super().__init__(key)
        self.key = key
        self.parts = tuple(part for part in parts if part)


class Diagram:
    """All nodes of one reader. `sizes` says how many answers each key has, in an order of the keys."""

    def __init__(self, sizes: Mapping[str, int], reader: Reader) -> None:
        self.sizes = dict(sizes)
        self._nodes: list[tuple[str, tuple[Node, ...]]] = []
        # What is asked below each node.
        self._keys: list[frozenset[str]] = []
        self._numbers: dict[tuple[str, tuple[Node, ...]], Node] = {}
        self._given: dict[tuple[Node, str, int], Node] = {}
        self._fewest: dict[Node, tuple[int, str]] = {}
        # One order everywhere: then two nodes are the same exactly when they decide the same.
        self.root = self._in_order(self._explored(reader, {}), tuple(self.sizes))

    def _explored(self, reader: Reader, tried: Tried) -> Node:
        """Run the reader on every answer that it asks for, and on no other.

        The reader gets the answers tried so far, and raises NotTriedError for the next one that it wants.
        """
        try:
            return self._node(reader(tried), ())
        except NotTriedError as wanted:
            key, parts = wanted.key, wanted.parts
        found = [(part, self._explored(reader, {**tried, key: part})) for part in parts]
        # Answers that a node above has ruled out may lead anywhere.
        children = [found[0][1]] * self.sizes[key]
        for part, child in found:
            for answer in part:
                children[answer] = child
        return self._node(key, tuple(children))

    def _in_order(self, node: Node, keys: Sequence[str]) -> Node:
        if not keys or self.finding(node) is not None:
            return node
        key, *rest = keys
        children = (self.given(node, key, answer) for answer in range(self.sizes[key]))
        return self._node(key, tuple(self._in_order(child, rest) for child in children))

    def _node(self, name: str, children: tuple[Node, ...]) -> Node:
        if children and len(set(children)) == 1:
            return children[0]
        number = self._numbers.setdefault((name, children), len(self._nodes))
        if number == len(self._nodes):
            self._nodes.append((name, children))
            own = frozenset({name} if children else ())
            self._keys.append(own.union(*(self._keys[child] for child in children)))
        return number

    def finding(self, node: Node) -> str | None:
        """The finding, where nothing is left to ask."""
        name, children = self._nodes[node]
        return None if children else name

    def given(self, node: Node, key: str, answer: int) -> Node:
        """What is left to decide once a key is answered."""
        name, children = self._nodes[node]
        if key not in self._keys[node]:
            return node
        known = (node, key, answer)
        if known not in self._given:
            if name == key:
                self._given[known] = self.given(children[answer], key, answer)
            else:
                left = tuple(self.given(child, key, answer) for child in children)
                self._given[known] = self._node(name, left)
        return self._given[known]

    def alike(self, node: Node, key: str) -> dict[Node, frozenset[int]]:
        """The answers of a key, put together where all that follows is the same."""
        found: dict[Node, set[int]] = {}
        for answer in range(self.sizes[key]):
            found.setdefault(self.given(node, key, answer), set()).add(answer)
        return {child: frozenset(answers) for child, answers in found.items()}

    def rows(self) -> list[Path]:
        """Few rows that cover every answer once."""
        return _joined(list(self._paths(self.root, {})))

    def _paths(self, node: Node, taken: Mapping[str, frozenset[int]]) -> Iterator[Path]:
        finding = self.finding(node)
        if finding is not None:
            yield taken, finding
            return
        _, key = self._best(node)
        for child, answers in self.alike(node, key).items():
            yield from self._paths(child, {**taken, key: answers})

    def _best(self, node: Node) -> tuple[int, str]:
        """The fewest rows below a node, and the key to ask first to have no more."""
        if self.finding(node) is not None:
            return 1, ""
        if node not in self._fewest:
            parted = ((key, self.alike(node, key)) for key in self.sizes if key in self._keys[node])
            counted = [(sum(self._best(child)[0] for child in children), key) for key, children in parted]
            self._fewest[node] = min(counted, key=lambda count: count[0])
        return self._fewest[node]


def _joined(rows: list[Path]) -> list[Path]:
    """Two rows of one finding that differ in one key alone become one row."""
    for number, (taken, finding) in enumerate(rows):
        for other in range(number + 1, len(rows)):
            also, its_finding = rows[other]
            differ = [key for key in {**taken, **also} if taken.get(key) != also.get(key)]
            if finding == its_finding and len(differ) == 1 and differ[0] in taken and differ[0] in also:
                (key,) = differ
                joined = ({**taken, key: taken[key] | also[key]}, finding)
                return _joined([*rows[:number], joined, *rows[number + 1 : other], *rows[other + 1 :]])
    return rows
