"""Draws the words and numbers of the randomness contract: sections 2 to 5 and 10 to 12 of
../contract.md.
"""

import math
import struct
from bisect import bisect_right
from pathlib import Path
from typing import Iterator, List, Tuple

WORD = (1 << 64) - 1
ONE = 1 << 53  # The threshold of probability 1.
LANES = 8
FEWEST_DIGITS, MOST_DIGITS = 4, 12
ROTATIONS = (16, 42, 12, 31, 16, 32, 24, 21)

# Domains of the second counter word. Masks have 0.
OWN_WORDS, OWN_DRAWS, NOISE = 1 << 62, 1 << 62 | 1 << 61, 1 << 63


def rotate(x: int, bits: int) -> int:
    """Returns a word rotated to the left."""
    return (x << bits | x >> (64 - bits)) & WORD


def threefry(key0: int, key1: int, counter0: int, counter1: int) -> Tuple[int, int]:
    """Returns one block, two words, of Threefry-2x64 with 13 rounds."""
    keys = (key0, key1, 0x1BD11BDAA9FC1A22 ^ key0 ^ key1)
    x, y = (counter0 + key0) & WORD, (counter1 + key1) & WORD
    for r in range(13):
        x = (x + y) & WORD
        y = rotate(y, ROTATIONS[r % 8]) ^ x
        if r % 4 == 3:
            s = r // 4 + 1
            x, y = (x + keys[s % 3]) & WORD, (y + keys[(s + 1) % 3] + s) & WORD
    return x, y


class Stream:
    """Words with one key and sample, whose block k has a second counter word of first + k."""

    def __init__(self, seed: int, step: int, sample: int, first: int):
        self.key = seed & WORD, step & WORD
        self.sample, self.first = sample & WORD, first

    def block(self, k: int) -> Tuple[int, int]:
        """Returns the two words of block k."""
        return threefry(*self.key, self.sample, self.first + k)

    def word(self, k: int) -> int:
        """Returns word k, where each block has two."""
        return self.block(k // 2)[k % 2]


class Xoshiro:
    """One lane: the generator xoshiro256++."""

    def __init__(self, s0: int, s1: int, s2: int, s3: int):
        self.state = s0, s1, s2, s3

    def next(self) -> int:
        """Draws the next word."""
        s0, s1, s2, s3 = self.state
        word = (rotate((s0 + s3) & WORD, 23) + s0) & WORD
        s2, s3 = s2 ^ s0, s3 ^ s1
        self.state = s0 ^ s3, s1 ^ s2, s2 ^ (s1 << 17 & WORD), rotate(s3, 45)
        return word


def threshold(p: float) -> int:
    """Returns how many of the 2^53 uniform numbers are below a probability."""
    return math.ceil(p * ONE)


def below(word: int, bound: int) -> int:
    """Returns the integer in [0, bound) that a word stands for."""
    return word * bound >> 64


def dense_words(stream: Stream, t: int, count: int) -> List[int]:
    """Returns words of 64 Bernoulli draws each, with threshold t."""
    if t in (0, ONE):
        return [WORD if t else 0] * count
    digits = FEWEST_DIGITS if t % (1 << (53 - FEWEST_DIGITS)) == 0 else MOST_DIGITS
    rest = (t << digits) % ONE
    lanes = [Xoshiro(*stream.block(i), *stream.block(LANES + i)) for i in range(min(LANES, count))]
    words = []
    for j in range(count):
        draws, limit = 0, WORD  # The certain successes, and these with the ties.
        for digit in range(53 - digits, 53):
            r = lanes[j % LANES].next()
            if t >> digit & 1:
                draws, limit = draws | r, limit | r
            else:
                draws, limit = draws & r, limit & r
        for tie, bit in enumerate(bits_of(draws ^ limit) if rest else ()):
            if stream.word(2 * (2 * LANES + 32 * j) + tie) >> 11 < rest:
                draws |= 1 << bit
        words.append(draws)
    return words


def bits_of(word: int) -> Iterator[int]:
    """Returns the places of a word's set bits, from the lowest."""
    while word:
        yield (word & -word).bit_length() - 1
        word &= word - 1


def gap_table(p: float) -> List[int]:
    """Returns P(gap <= k) * 2^53 of success probability p, for each k below the length."""
    length = 16
    while length < 1024 and length < 3 / p:
        length *= 2
    table, no_success = [], 1.0
    for _ in range(length):
        no_success *= 1 - p
        table.append(ONE - round_half_up(no_success * ONE))
    return table


def gap(table: List[int], word: int) -> int:
    """Returns the gap that a word stands for: the number of entries up to its uniform number."""
    return bisect_right(table, word >> 11)


def round_half_up(x: float) -> int:
    """Returns the nearest integer, of two the larger one."""
    floor = math.floor(x)
    return floor + (x - floor >= 0.5)


def to_float(x: float) -> float:
    """Rounds to the nearest float of 32 bits, of two the even one."""
    return struct.unpack("<f", struct.pack("<f", x))[0]


def derived_seed(seed: int, purpose: int) -> int:
    """Returns the seed of a use of a step, or of draws at inference (-1), in [0, 2^64)."""
    return threefry(seed & WORD, purpose & WORD, WORD, WORD)[0] if purpose else seed & WORD


def own_word(seed: int, step: int, sample: int, counter: int) -> int:
    """Returns a word of an own regularizer."""
    return Stream(seed, step, sample, OWN_WORDS).word(counter)


def own_draws(seed: int, step: int, sample: int, counter: int, p: float) -> int:
    """Returns 64 Bernoulli draws of an own regularizer."""
    first = OWN_DRAWS + 64 * counter
    return dense_words(Stream(seed, step, sample, first), threshold(p), 1)[0]


def read_coefficients() -> List[List[float]]:
    """Reads the coefficients c0 to c5 of each segment of the normal quantile."""
    text = Path(__file__).with_name("normal-quantile.csv").read_text(encoding="ascii")
    rows = [line.split(",")[1:] for line in text.splitlines()[1:]]
    return [[to_float(float(c)) for c in row] for row in rows]


def normal(k: int, coefficients: List[List[float]]) -> float:
    """Returns the normal number that an unsigned number of 32 bits stands for."""
    bits = struct.unpack("<Q", struct.pack("<d", (k & 0x7FFFFFFF) + 0.5))[0]
    segment = (bits >> 51) - (1022 << 1)
    mantissa = 1 + (bits & (1 << 52) - 1) * 2.0**-52
    u = mantissa - (1.75 if segment % 2 else 1.25)
    z = 0.0
    for c in reversed(coefficients[segment]):
        z = z * u + c
    return -z if k >> 31 else z


def noise(
    key: Tuple[int, int, int],
    element: int,
    mean: float,
    deviation: float,
    coefficients: List[List[float]],
) -> float:
    """Returns the noise of an element. The key is the seed, the step and the sample."""
    word = Stream(*key, NOISE).word(element // 2)
    k = word & 0xFFFFFFFF if element % 2 else word >> 32
    return to_float(mean + deviation * normal(k, coefficients))
