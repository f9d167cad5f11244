"""Computes gamma and expected kept fractions to the last bit: section 8 of ../contract.md.

Each operation is one on doubles, rounded to the nearest, in the order in which it stands here.
"""

from typing import List, NamedTuple, Tuple


class Axis(NamedTuple):
    """Places of a block along one axis: `starts` consecutive positions from `first` on."""

    extent: int
    block: int
    first: int
    starts: int

    @staticmethod
    def of(region: str, extent: int, block: int) -> "Axis":
        """Returns the places in a seed region. The block is at most as long as the map."""
        if region == "VALID":
            return Axis(extent, block, 0, extent - block + 1)
        if region == "WHOLE":
            return Axis(extent, block, -((block - 1) // 2), extent)
        return Axis(extent, block, 1 - block, extent + block - 1)

    @property
    def reach(self) -> int:
        """Number of positions that uncut blocks reach."""
        return self.starts + self.block - 1

    def coverage(self, position: int) -> int:
        """Returns how many blocks cover a position."""
        first = max(self.first, position - self.block + 1)
        return min(self.first + self.starts - 1, position) - first + 1


class Runs(NamedTuple):
    """Coverages of an axis: each value from `first` on, once, then twice, then on the plateau."""

    first: int
    ones: int
    twos: int
    plateau: int

    @staticmethod
    def of(axis: Axis) -> "Runs":
        """Counts the coverages of an axis."""
        left, right = axis.coverage(0), axis.coverage(axis.extent - 1)
        ones = abs(left - right)
        twos = min(axis.starts, axis.block) - max(left, right)
        return Runs(min(left, right), ones, twos, axis.extent - ones - twos - twos)

    def items(self) -> List[Tuple[int, int]]:
        """Returns each value and how often it occurs, in ascending order."""
        times = [1] * self.ones + [2] * self.twos + [self.plateau]
        return [(self.first + i, t) for i, t in enumerate(times)]


class Power(NamedTuple):
    """Power (1 - gamma)^n, its complement, and its derivative by gamma with the opposite sign."""

    kept: float
    dropped: float
    slope: float

    def times(self, other: "Power") -> "Power":
        """Returns the product."""
        slope = self.slope * other.kept + self.kept * other.slope
        dropped = self.dropped + self.kept * other.dropped
        return Power(1 - dropped if dropped < 0.5 else self.kept * other.kept, dropped, slope)

    def power(self, n: int) -> "Power":
        """Returns the power n, by squaring from the highest binary digit of n down."""
        if n == 0:
            return Power(1.0, 0.0, 0.0)
        result = self
        for digit in bin(n)[3:]:
            result = result.times(result)
            if digit == "1":
                result = result.times(self)
        return result


def first_power(gamma: float) -> Power:
    """Returns the first power."""
    return Power(1 - gamma, gamma, 1.0)


def series(x: Power, terms: int) -> Tuple[float, float, Power]:
    """Returns the sum of x^0 ... x^(terms - 1), its slope, and x^terms."""
    total, slope, power = 1.0, 0.0, x
    for digit in bin(terms)[3:]:
        slope += power.slope * total + power.kept * slope
        total += power.kept * total
        power = power.times(power)
        if digit == "1":
            slope += power.slope
            total += power.kept
            power = power.times(x)
    return total, slope, power


def sorted_runs(axes: List[Axis]) -> List[Runs]:
    """Returns the coverages of each axis. The axis with the most values comes last."""
    return sorted((Runs.of(a) for a in axes), key=lambda r: r.ones + r.twos + 1)


class KeptSum:
    """Sum of (1 - gamma)^n over the positions of a plane, and its slope."""

    def __init__(self, axes: List[Axis], gamma: float):
        self.kept = self.slope = 0.0
        self._add(sorted_runs(axes), first_power(gamma), 1.0)

    def _add(self, runs: List[Runs], x: Power, weight: float) -> None:
        if len(runs) > 1:
            for value, times in runs[0].items():
                self._add(runs[1:], x.power(value), weight * times)
            return
        first, ones, twos, plateau = runs[0]
        power = x.power(first)
        for terms, w in ((ones, weight), (twos, 2 * weight)):
            if terms:
                total, slope, step = series(x, terms)
                self.kept += w * (power.kept * total)
                self.slope += w * (power.slope * total + power.kept * slope)
                power = power.times(step)
        self.kept += weight * plateau * power.kept
        self.slope += weight * plateau * power.slope


def positions(axes: List[Axis]) -> int:
    """Returns the number of positions of a plane."""
    return axes[0].extent * axes[1].extent * axes[2].extent


def paper_gamma(keep_prob: float, axes: List[Axis]) -> float:
    """Returns gamma by equation 1 of the paper."""
    blocks = 1
    for axis in axes:
        blocks *= axis.block * (axis.extent - axis.block + 1)
    return (1 - keep_prob) / (float(blocks) / positions(axes))


def exact_gamma(keep_prob: float, axes: List[Axis]) -> float:
    """Returns the gamma whose expected kept fraction is keepProb, by Newton's method from 0."""
    if keep_prob == 0:
        return 1.0
    wanted = keep_prob * positions(axes)
    gamma = 0.0
    while True:
        total = KeptSum(axes, gamma)
        rise = (total.kept - wanted) / total.slope if total.slope else 0.0
        if not gamma + rise > gamma:
            return gamma
        gamma += rise


def kept_fraction(axes: List[Axis], gamma: float) -> float:
    """Returns the expected kept fraction of blocks that grow from seeds."""
    return KeptSum(axes, gamma).kept / positions(axes)


def kept_fraction_of_holes(axes: List[Axis], holes: int) -> float:
    """Returns the expected kept fraction of a fixed number of holes."""
    sites = axes[0].starts * axes[1].starts * axes[2].starts

    def kept(runs: List[Runs], blocks: int) -> float:
        total = 0.0
        for value, times in runs[0].items():
            n = blocks * value
            last = len(runs) == 1
            total += times * (
                first_power(n / sites).power(holes).kept if last else kept(runs[1:], n)
            )
        return total

    return kept(sorted_runs(axes), 1) / positions(axes)
