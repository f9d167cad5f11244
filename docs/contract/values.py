"""Computes what masks write and add, bit for bit: sections 9, 10 and 17 of ../contract.md."""

import math
from dataclasses import dataclass
from math import prod
from typing import Callable, List, Tuple

from dropblock import Dropout, Shape
from randomness import NOISE, Stream, normal, read_coefficients, to_float

Key = Tuple[int, int, int]
Fill = Callable[[Key, int], float]  # The value of an element of the sample with a key.


@dataclass(frozen=True)
class AlphaDropout(Dropout):
    """Drops as Dropout does, elements or planes, and ends with an affine step."""

    def affine(self, value: float) -> Tuple[float, float, float]:
        """Returns the scale and the shift of kept elements, and the value of dropped ones."""
        drop_prob = 1 - self.keep_prob
        if drop_prob == 1:
            return 0.0, 0.0, 0.0
        a = 1 / math.sqrt(self.keep_prob * (1 + value * value * drop_prob))
        dropped = a * value
        return to_float(a), to_float(-dropped * drop_prob), to_float(dropped * self.keep_prob)


def bits_of_noise(key: Key, element: int) -> int:
    """Returns the 32 random bits of an element."""
    word = Stream(*key, NOISE).word(element // 2)
    return word & 0xFFFFFFFF if element % 2 else word >> 32


def fill_of(text: str, shape: Shape) -> Fill:
    """Returns the fill of a text.

    A constant is its number, Gaussian noise is its mean and standard deviation, and others begin
    with CLAMPED, UNIFORM or CHANNELS.
    """
    words = text.split()
    kind = words.pop(0) if words[0].isalpha() else ""
    x = [float(word) for word in words]
    if kind == "CHANNELS":
        return lambda key, element: x[element // prod(shape[2:])]
    if kind == "UNIFORM":
        return lambda key, e: uniform(bits_of_noise(key, e), *x)
    if len(x) == 1:
        return lambda key, element: x[0]
    bounds = (x[2], x[3]) if kind == "CLAMPED" else (-math.inf, math.inf)
    table = read_coefficients()
    return lambda key, e: clamped(x[0] + x[1] * normal(bits_of_noise(key, e), table), *bounds)


def uniform(k: int, low: float, high: float) -> float:
    """Returns the uniform noise that an unsigned number of 32 bits stands for."""
    return to_float(low + (high - low) * ((k + 0.5) * 2.0**-32))


def clamped(x: float, low: float, high: float) -> float:
    """Returns a number, or the bound beyond which it lies, as a float."""
    return to_float(max(low, min(high, x)))


def outputs(
    regularizer: Dropout, shape: Shape, text: str, normalization: str
) -> Tuple[List[float], float, Fill]:
    """Returns the fixed scale if there is one, the shift of kept elements, and the fill."""
    fill = fill_of(text, shape)
    if not isinstance(regularizer, AlphaDropout) or normalization != "EXPECTED":
        return [], 0.0, fill
    a, shift, dropped = regularizer.affine(float(to_float(float(text))))
    return [a], shift, lambda key, element: dropped
