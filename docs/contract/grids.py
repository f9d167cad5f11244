"""Draws cells and grids bit for bit as the library does: sections 15 and 16 of ../contract.md.

Masks and shapes are those of dropblock.py.
"""

from dataclasses import dataclass
from math import prod
from typing import List, Tuple

from dropblock import UNIT, Plane, Regularizer, Shape, draw_blocks
from randomness import Stream, below, round_half_up, threshold
from rates import Axis

WORDS_OF_GRID = 6  # One for the probability, one for the period, three offsets, one not used.


def extents_of(shape: Shape) -> Tuple[int, int, int]:
    """Returns depth, height and width. A missing axis has extent 1."""
    depth, height, width = (1,) * (5 - len(shape)) + tuple(shape[2:])
    return depth, height, width


def stream_of(seed: int, step: int, sample: int, channel: int) -> Stream:
    """Returns the stream of a channel's unit."""
    return Stream(seed, step, sample, channel // UNIT << 32)


class PlaneByPlane(Regularizer):
    """Regularizer whose planes may be shared."""

    sharing: str

    @property
    def by_sample(self) -> bool:
        """Whether each sample has a mask of its own."""
        return self.sharing in ("NONE", "CHANNELS")

    def draw(self, shape: Shape, seed: int, step: int, sample: int) -> bytearray:
        if self.sharing in ("NONE", "BATCH"):
            return self.draw_planes(shape, shape[1], (seed, step, sample))
        return self.draw_planes(shape, 1, (seed, step, sample)) * shape[1]

    def draw_planes(self, shape: Shape, channels: int, key: Tuple[int, int, int]) -> bytearray:
        """Draws the planes of one sample. The key is the seed, the step and the sample."""
        raise NotImplementedError


@dataclass(frozen=True)
class Patches(PlaneByPlane):
    """Drops cells of a grid: each by itself, or exactly so many of a plane."""

    cell: int
    keep_prob: float
    exact: bool = False
    sharing: str = "CHANNELS"

    def cells(self, shape: Shape) -> List[int]:
        """Returns the number of cells along each axis."""
        return [-(-e // min(self.cell, e)) for e in extents_of(shape)]

    def kept_cells(self, shape: Shape) -> int:
        """Returns how many cells of a plane are kept, if their number is fixed."""
        return round_half_up(self.keep_prob * prod(self.cells(shape)))

    def draw_planes(self, shape: Shape, channels: int, key: Tuple[int, int, int]) -> bytearray:
        depth, height, width = extents_of(shape)
        _, rows, columns = self.cells(shape)
        count = prod(self.cells(shape))
        if self.exact:
            kept = self.kept_cells(shape)
            cells = bytearray().join(draw_subset(count, kept, key, c) for c in range(channels))
        else:
            row = Plane([Axis(1, 1, 0, 1), Axis(1, 1, 0, 1), Axis(count, 1, 0, count)])
            cells = draw_blocks(row, 1 - self.keep_prob, channels, *key)
        dropped = bytearray()
        for channel in range(channels):
            for z in range(depth):
                for y in range(height):
                    first = (z // self.cell * rows + y // self.cell) * columns + channel * count
                    dropped += bytes(cells[first + x // self.cell] for x in range(width))
        return dropped

    def expected_kept_fraction(self, shape: Shape) -> float:
        if not self.exact:
            return self.keep_prob
        return self.kept_cells(shape) / prod(self.cells(shape))


def draw_subset(count: int, kept: int, key: Tuple[int, int, int], channel: int) -> bytearray:
    """Draws which cells of a plane are dropped, if so many are kept."""
    stream, part = stream_of(*key, channel), min(kept, count - kept)
    chosen = set()
    for i in range(part):
        last = count - part + i
        cell = below(stream.word(channel % UNIT * part + i), last + 1)
        chosen.add(last if cell in chosen else cell)
    drops = count - kept <= kept
    return bytearray((cell in chosen) == drops for cell in range(count))


@dataclass(frozen=True)
class GridMask(PlaneByPlane):
    """Drops holes at equal distances, or keeps only them."""

    periods: Tuple[int, int]
    hole_ratio: float
    probability: float = 1.0
    inverse: bool = False
    sharing: str = "CHANNELS"

    def side(self, period: int) -> int:
        """Returns the side of a hole."""
        return round_half_up(self.hole_ratio * period)

    def draw_planes(self, shape: Shape, channels: int, key: Tuple[int, int, int]) -> bytearray:
        return bytearray().join(self.draw_plane(shape, key, c) for c in range(channels))

    def draw_plane(self, shape: Shape, key: Tuple[int, int, int], channel: int) -> bytearray:
        """Draws one plane."""
        extents, stream = extents_of(shape), stream_of(*key, channel)
        first = channel % UNIT * WORDS_OF_GRID
        if stream.word(first) >> 11 >= threshold(self.probability):
            return bytearray(prod(extents))
        least, most = self.periods
        period = least + below(stream.word(first + 1), most - least + 1)
        depth, height, width = (
            self.stripes(extents, axis, period, below(stream.word(first + 2 + axis), period))
            for axis in range(3)
        )
        holes = (z and y and x for z in depth for y in height for x in width)
        return bytearray(hole != self.inverse for hole in holes)

    def stripes(self, extents: Shape, axis: int, period: int, offset: int) -> List[bool]:
        """Returns for each coordinate of an axis whether holes cover it."""
        side = self.side(period)
        if axis not in divided_axes(extents):
            return [True]
        return [(x + offset) % period < side for x in range(extents[axis])]

    def expected_kept_fraction(self, shape: Shape) -> float:
        axes, covered = len(divided_axes(extents_of(shape))), 0.0
        least, most = self.periods
        for period in range(least, most + 1):
            of_period = 1.0
            for _ in range(axes):
                of_period *= self.side(period) / period
            covered += of_period
        mean = covered / (most - least + 1)
        return 1 - self.probability * (1 - mean if self.inverse else mean)


def divided_axes(extents: Shape) -> List[int]:
    """Returns the axes with more than one position, or the width if there is none."""
    return [axis for axis in range(3) if extents[axis] > 1] or [2]
