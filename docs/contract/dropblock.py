"""Draws masks bit for bit as the library does: sections 6, 7 and 9 of ../contract.md.

Plain and slow, without dependencies. A mask is a bytearray with one byte for each element in
row-major order, 1 where the element is dropped. A shape is N, C and one to three extents.
"""

from dataclasses import dataclass
from math import prod
from typing import Iterator, List, Tuple

from randomness import Stream, below, bits_of, dense_words, gap, gap_table, round_half_up
from randomness import threshold, to_float
from rates import Axis, exact_gamma, kept_fraction, kept_fraction_of_holes, paper_gamma

UNIT = 64  # Channels that share a stream.
CROSSOVER = 128  # Positions per seed up to which each site is drawn.
LARGEST_FLOAT = (2 - 2.0**-23) * 2.0**127

Shape = Tuple[int, ...]


def axes_of(shape: Shape, region: str, block: Tuple[int, ...]) -> List[Axis]:
    """Returns depth, height and width. A missing axis has extent 1; a longer block is cut."""
    extents = (1,) * (5 - len(shape)) + tuple(shape[2:])
    return [Axis.of(region, e, min(b, e)) for e, b in zip(extents, block)]


def block_of_ratio(shape: Shape, ratio: float) -> Tuple[int, ...]:
    """Returns the block whose lengths are a fraction of the map's."""
    extents = (1,) * (5 - len(shape)) + tuple(shape[2:])
    return tuple(max(1, round_half_up(ratio * e)) for e in extents)


@dataclass(frozen=True)
class Plane:
    """Sites of one plane, numbered in row-major order of the first corners of their blocks."""

    axes: List[Axis]

    @property
    def positions(self) -> int:
        """Number of positions of the map."""
        return prod(a.extent for a in self.axes)

    @property
    def sites(self) -> int:
        """Number of sites."""
        return prod(a.starts for a in self.axes)

    @property
    def reach(self) -> int:
        """Number of positions of the box of all uncut blocks."""
        return prod(a.reach for a in self.axes)

    def drop(self, dropped: bytearray, plane: int, site: int) -> None:
        """Drops the block of a site, cut at the edges of the map, in a plane of a sample."""
        depth, height, width = self.axes
        row, x = divmod(site, width.starts)
        z, y = divmod(row, height.starts)
        left, right = ends(width, x)
        for i in range(*ends(depth, z)):
            for j in range(*ends(height, y)):
                at = plane * self.positions + (i * height.extent + j) * width.extent
                dropped[at + left : at + right] = b"\1" * (right - left)


def ends(axis: Axis, start: int) -> Tuple[int, int]:
    """Returns the first position of a block on the map, and the one after its last."""
    first = axis.first + start
    return max(first, 0), min(first + axis.block, axis.extent)


def sparse_sites(plane: Plane, planes: int, gamma: float, stream: Stream) -> Iterator[int]:
    """Draws the gaps between the seeds of a unit, and returns their sites."""
    table = gap_table(gamma)
    site, k = -1, 0
    while True:
        skipped = gap(table, stream.word(k))
        k += 1
        is_seed = skipped < len(table)
        site += skipped + is_seed
        if site >= planes * plane.sites:
            return
        if is_seed:
            yield site


def dense_sites(plane: Plane, planes: int, gamma: float, stream: Stream) -> Iterator[int]:
    """Draws each position in the reach of a unit, and returns those that are sites and seeds."""
    depth, height, width = plane.axes
    count = -(-planes * plane.reach // 64)
    for j, word in enumerate(dense_words(stream, threshold(gamma), count)):
        for bit in bits_of(word):
            row, x = divmod(64 * j + bit, width.reach)
            layer, y = divmod(row, height.reach)
            p, z = divmod(layer, depth.reach)
            if p < planes and z < depth.starts and y < height.starts and x < width.starts:
                yield ((p * depth.starts + z) * height.starts + y) * width.starts + x


def draw_blocks(
    plane: Plane, gamma: float, channels: int, seed: int, step: int, sample: int
) -> bytearray:
    """Draws the blocks of one sample."""
    dropped = bytearray(channels * plane.positions)
    if gamma == 0:
        return dropped
    dense = gamma * plane.sites * CROSSOVER >= plane.reach
    draw = dense_sites if dense else sparse_sites
    for first in range(0, channels, UNIT):
        stream = Stream(seed, step, sample, first // UNIT << 32)
        for site in draw(plane, min(UNIT, channels - first), gamma, stream):
            plane.drop(dropped, first + site // plane.sites, site % plane.sites)
    return dropped


def draw_holes(plane: Plane, holes: int, seed: int, step: int, sample: int) -> bytearray:
    """Draws the holes of the one plane of a sample."""
    dropped = bytearray(plane.positions)
    stream = Stream(seed, step, sample, 0)
    for k in range(holes):
        plane.drop(dropped, 0, below(stream.block(k)[0], plane.sites))
    return dropped


def repeat_bytes(dropped: bytearray, times: int) -> bytearray:
    """Repeats each byte in place: one bit stands for that many elements."""
    return bytearray(b for b in dropped for _ in range(times))


class Regularizer:
    """Distribution over masks. Samples that share a mask have that of sample 0."""

    by_sample = True

    def sample(self, shape: Shape, seed: int, step: int, first_sample: int = 0) -> bytearray:
        """Draws the mask of a batch whose first sample has that index."""
        if not self.by_sample:
            return self.draw(shape, seed, step, 0) * shape[0]
        samples = range(first_sample, first_sample + shape[0])
        return bytearray().join(self.draw(shape, seed, step, i) for i in samples)

    def draw(self, shape: Shape, seed: int, step: int, sample: int) -> bytearray:
        """Draws the mask of one sample."""
        raise NotImplementedError

    def expected_kept_fraction(self, shape: Shape) -> float:
        """Returns the expected kept fraction."""
        raise NotImplementedError


@dataclass(frozen=True)
class DropBlock(Regularizer):
    """Drops blocks around random seeds."""

    keep_prob: float
    block: Tuple[int, ...]
    region: str = "VALID"
    rule: str = "PAPER"
    gamma_scale: float = 1.0
    sharing: str = "NONE"

    @property
    def by_sample(self) -> bool:
        """Whether each sample has a mask of its own."""
        return self.sharing in ("NONE", "CHANNELS")

    def gamma(self, shape: Shape) -> float:
        """Returns the probability of a seed at a site."""
        rule = paper_gamma if self.rule == "PAPER" else exact_gamma
        axes = axes_of(shape, self.region, self.block)
        return min(1.0, rule(self.keep_prob, axes) * self.gamma_scale)

    def draw(self, shape: Shape, seed: int, step: int, sample: int) -> bytearray:
        plane = Plane(axes_of(shape, self.region, self.block))
        by_channel = self.sharing in ("NONE", "BATCH")
        channels = shape[1] if by_channel else 1
        dropped = draw_blocks(plane, self.gamma(shape), channels, seed, step, sample)
        return dropped if by_channel else dropped * shape[1]

    def expected_kept_fraction(self, shape: Shape) -> float:
        return kept_fraction(axes_of(shape, self.region, self.block), self.gamma(shape))


@dataclass(frozen=True)
class Dropout(Regularizer):
    """Drops elements (`unit` is ELEMENT), planes (PLANE), samples (SAMPLE) or the batch (BATCH).

    Elements and planes may be shared, as the positions of DropBlock.
    """

    keep_prob: float
    unit: str = "ELEMENT"
    sharing: str = "NONE"

    @property
    def by_sample(self) -> bool:
        """Whether each sample has a mask of its own."""
        return self.unit != "BATCH" and self.sharing in ("NONE", "CHANNELS")

    def draw(self, shape: Shape, seed: int, step: int, sample: int) -> bytearray:
        size = prod(shape[2:])
        by_channel = self.unit in ("ELEMENT", "PLANE") and self.sharing in ("NONE", "BATCH")
        channels = shape[1] if by_channel else 1
        bits = size if self.unit == "ELEMENT" else 1
        plane = Plane([Axis(1, 1, 0, 1), Axis(1, 1, 0, 1), Axis(bits, 1, 0, bits)])
        dropped = draw_blocks(plane, 1 - self.keep_prob, channels, seed, step, sample)
        return repeat_bytes(dropped, size // bits) * (shape[1] // channels)

    def expected_kept_fraction(self, shape: Shape) -> float:
        return self.keep_prob


@dataclass(frozen=True)
class Cutout(Regularizer):
    """Drops a number of blocks around random centers, the same in all channels."""

    holes: int
    block: Tuple[int, ...]

    def draw(self, shape: Shape, seed: int, step: int, sample: int) -> bytearray:
        plane = Plane(axes_of(shape, "WHOLE", self.block))
        return draw_holes(plane, self.holes, seed, step, sample) * shape[1]

    def expected_kept_fraction(self, shape: Shape) -> float:
        return kept_fraction_of_holes(axes_of(shape, "WHOLE", self.block), self.holes)


def ratio(size: int, kept: int) -> float:
    """Returns size / kept as a float of 32 bits; 0 if nothing is kept."""
    return 1.0 if kept == size else to_float(float(size) / kept) if kept else 0.0


def expected_scale(kept_fraction: float) -> float:
    """Returns the scale of EXPECTED."""
    return to_float(min(1 / kept_fraction, LARGEST_FLOAT)) if kept_fraction else 0.0
