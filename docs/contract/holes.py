"""Draws holes of random number and size: sections 7 and 8 of ../contract.md."""

from dataclasses import dataclass
from itertools import product
from math import prod, sqrt
from typing import Dict, List, Tuple

from dropblock import Regularizer, Shape
from randomness import Stream, below, round_half_up, threshold
from rates import Axis, first_power, series

LAST = (1 << 32) - 1  # The block of a stream that no hole has.
STEPS = 32
AXES = ("DEPTH", "HEIGHT", "WIDTH")

Size = Tuple[int, int, int]


def extents_of(shape: Shape) -> Size:
    """Returns depth, height and width of a map."""
    depth, height, width = (1,) * (5 - len(shape)) + tuple(shape[2:])
    return depth, height, width


@dataclass(frozen=True)
class Ranges:
    """Sizes with independent lengths. A length of -1 stands for the whole axis, at any place."""

    least: Size
    most: Size
    ratios: Tuple[float, float] = (0.0, 0.0)

    @staticmethod
    def bar(axis: str, least: int, most: int) -> "Ranges":
        """Returns the sizes of bars, which span all axes but one."""
        depth, height, width = (axis == name for name in AXES)
        return Ranges(
            (least if depth else -1, least if height else -1, least if width else -1),
            (most if depth else -1, most if height else -1, most if width else -1),
        )

    def spans(self, axis: int) -> bool:
        """Whether holes extend over the whole axis."""
        return self.least[axis] < 0

    def lengths(self, extents: Size) -> List[range]:
        """Returns the lengths along each axis."""
        result = []
        for low, high, extent in zip(self.least, self.most, extents):
            if low < 0:
                low = high = extent
            elif self.ratios[0]:
                low, high = (max(1, round_half_up(r * extent)) for r in self.ratios)
            result.append(range(min(low, extent), min(high, extent) + 1))
        return result

    def sizes(self, extents: Size) -> List[Size]:
        """Returns the equally likely sizes."""
        return list(product(*self.lengths(extents)))

    def hits(self, extents: Size, region: str) -> "Hits":
        """Returns the probability that a hole covers each position."""
        lengths = self.lengths(extents)
        axes = [Places(e, region_of(self, i, region), r[-1]) for i, (e, r) in enumerate(zip(extents, lengths))]
        factors = [
            [sum_of(axis.hit(i, b) for b in r) / len(r) for i in range(axis.count)]
            for axis, r in zip(axes, lengths)
        ]
        return Hits(axes, [factors])


@dataclass(frozen=True)
class Areas:
    """Sizes by area and aspect ratio, through the whole depth."""

    area: Tuple[float, float]
    aspect: Tuple[float, float]

    def spans(self, axis: int) -> bool:
        """Whether holes extend over the whole axis."""
        return axis == 0

    def sizes(self, extents: Size) -> List[Size]:
        """Returns the equally likely sizes."""
        depth, height, width = extents
        half = self.aspect[1] / self.aspect[0]
        for _ in range(6):
            half = sqrt(half)
        aspects = [self.aspect[0] * half]
        for _ in range(STEPS - 1):
            aspects.append(aspects[-1] * (half * half))
        sizes = []
        for i in range(STEPS):
            a = self.area[0] + (self.area[1] - self.area[0]) * ((i + 0.5) / STEPS)
            a = a * (float(height) * width)
            for aspect in aspects:
                h = min(height, max(max(1.0, a / width), sqrt(a * aspect)))
                w = min(width, max(1.0, a / h))
                sizes.append((depth, round_half_up(h), round_half_up(w)))
        return sizes

    def hits(self, extents: Size, region: str) -> "Hits":
        """Returns the probability that a hole covers each position."""
        sizes = self.sizes(extents)
        longest = extents[0], max(s[1] for s in sizes), max(s[2] for s in sizes)
        axes = [Places(e, region_of(self, i, region), b) for i, (e, b) in enumerate(zip(extents, longest))]
        times: Dict[int, Dict[int, int]] = {}
        for _, h, w in sizes:
            row = times.setdefault(h, {})
            row[w] = row.get(w, 0) + 1
        terms = []
        for h, widths in sorted(times.items()):
            ordered = sorted(widths.items())
            terms.append([
                [axes[0].hit(z, extents[0]) for z in range(axes[0].count)],
                [axes[1].hit(y, h) for y in range(axes[1].count)],
                [sum_of(n * axes[2].hit(x, w) for w, n in ordered) / len(sizes) for x in range(axes[2].count)],
            ])
        return Hits(axes, terms)


def region_of(sizes, axis: int, region: str) -> str:
    """Returns where holes may lie along an axis."""
    return "VALID" if sizes.spans(axis) else region


def sum_of(terms) -> float:
    """Returns the sum from left to right, rounding after each term."""
    total = 0.0
    for term in terms:
        total += term
    return total


@dataclass(frozen=True)
class Places:
    """Positions of an axis, of which all in the middle form one place."""

    extent: int
    region: str
    longest: int

    @property
    def middle(self) -> bool:
        """Whether there are positions that no hole at an end reaches."""
        return self.extent > 2 * self.longest

    @property
    def count(self) -> int:
        """Number of places."""
        return 2 * self.longest + 1 if self.middle else self.extent

    def times(self, place: int) -> int:
        """Returns the number of positions of a place."""
        return self.extent - 2 * self.longest if self.middle and place == self.longest else 1

    def hit(self, place: int, length: int) -> float:
        """Returns the probability that a hole covers a position."""
        if length == 0:
            return 0.0
        behind = self.middle and place > self.longest
        position = place + self.extent - self.count if behind else place
        axis = Axis.of(self.region, self.extent, length)
        return axis.coverage(position) / axis.starts


@dataclass(frozen=True)
class Hits:
    """Probability that a hole covers each position, as a sum of products over the axes."""

    axes: List[Places]
    terms: List[List[List[float]]]

    def kept(self, least: int, most: int) -> float:
        """Returns the sum over positions of the probability that all holes miss one."""
        depth, height, width = self.axes
        layers = 0.0
        for z in range(depth.count):
            rows = 0.0
            for y in range(height.count):
                positions = 0.0
                for x in range(width.count):
                    hit = sum_of(d[z] * h[y] * w[x] for d, h, w in self.terms)
                    positions += width.times(x) * missed(min(1.0, hit), least, most)
                rows += height.times(y) * positions
            layers += depth.times(z) * rows
        return layers


def missed(hit: float, least: int, most: int) -> float:
    """Returns the probability that a number of holes between two bounds miss a position."""
    one = first_power(hit)
    kept = one.power(least).kept
    terms = most - least + 1
    return kept if terms == 1 else kept * series(one, terms)[0] / terms


@dataclass(frozen=True)
class Holes(Regularizer):
    """Drops a random number of holes of random size, or keeps them and drops the rest."""

    probability: float
    least: int
    most: int
    region: str
    sharing: str
    inverse: bool
    sizes: object

    @property
    def by_sample(self) -> bool:
        """Whether each sample has a mask of its own."""
        return self.sharing in ("NONE", "CHANNELS")

    def draw(self, shape: Shape, seed: int, step: int, sample: int) -> bytearray:
        extents, sizes = extents_of(shape), self.sizes.sizes(extents_of(shape))
        by_channel = self.sharing in ("NONE", "BATCH")
        dropped = bytearray()
        applied = Stream(seed, step, sample, 0).block(LAST)[0] >> 11 < threshold(self.probability)
        for channel in range(shape[1] if by_channel else 1):
            plane = bytearray(prod(extents))
            if applied:
                self._cut(plane, extents, sizes, Stream(seed, step, sample, channel << 32))
            dropped += plane
        return dropped if by_channel else dropped * shape[1]

    def _cut(self, plane: bytearray, extents: Size, sizes: List[Size], stream: Stream) -> None:
        number = self.least + below(stream.block(LAST)[1], self.most - self.least + 1)
        for k in range(number):
            place, word = stream.block(k)
            size = sizes[below(word, len(sizes))]
            if min(size) > 0:
                self._hole(plane, extents, size, place)
        if self.inverse:
            plane[:] = bytes(1 - d for d in plane)

    def _hole(self, plane: bytearray, extents: Size, size: Size, word: int) -> None:
        axes = [
            Axis.of(region_of(self.sizes, i, self.region), e, b)
            for i, (e, b) in enumerate(zip(extents, size))
        ]
        row, x = divmod(below(word, prod(a.starts for a in axes)), axes[2].starts)
        place = *divmod(row, axes[1].starts), x
        (z0, z1), (y0, y1), (x0, x1) = (
            (max(a.first + p, 0), min(a.first + p + a.block, a.extent)) for a, p in zip(axes, place)
        )
        for z, y in product(range(z0, z1), range(y0, y1)):
            at = (z * extents[1] + y) * extents[2]
            plane[at + x0 : at + x1] = b"\1" * (x1 - x0)

    def expected_kept_fraction(self, shape: Shape) -> float:
        extents = extents_of(shape)
        kept = self.sizes.hits(extents, self.region).kept(self.least, self.most) / prod(extents)
        kept = 1 - kept if self.inverse else kept
        return self.probability * kept + (1 - self.probability)


def holes_of(words: List[str]) -> Holes:
    """Returns holes of words like 0.5 1-3 VALID NONE false area 0.02 0.33 0.3 3.3."""
    probability, number, region, sharing, inverse, kind, *size = words
    least, most = map(int, number.split("-"))
    if kind == "area":
        a, b, c, d = map(float, size)
        sizes = Areas((a, b), (c, d))
    elif kind == "bar":
        sizes = Ranges.bar(size[0], int(size[1]), int(size[2]))
    elif kind == "ratio":
        sizes = Ranges((0, 0, 0), (0, 0, 0), (float(size[0]), float(size[1])))
    else:
        low, high = (tuple(map(int, s.split("x"))) for s in size)
        sizes = Ranges(low, high)
    return Holes(float(probability), least, most, region, sharing, inverse == "true", sizes)
