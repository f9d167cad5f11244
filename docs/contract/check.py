"""Computes each row of the vector files anew and compares it.

    python3 docs/contract/check.py            reports each row that differs, and fails if one does
    python3 docs/contract/check.py --renew    writes the results of the files instead

The first columns of a file are the arguments, and the others are the results.
"""

import struct
import sys
import time
import zlib
from math import prod
from pathlib import Path
from typing import Callable, Dict, List, Tuple

import randomness
import values
from dropblock import Cutout, DropBlock, Dropout, Regularizer, Shape, axes_of, expected_scale, ratio
from grids import GridMask, Patches
from holes import holes_of
from rates import kept_fraction_of_holes

Row = Dict[str, str]
UNITS = {
    "DROPOUT": "ELEMENT",
    "SPATIAL_DROPOUT": "PLANE",
    "DROP_PATH": "SAMPLE",
    "DROP_PATH_OF_BATCH": "BATCH",
}
ALPHA_UNITS = {"ALPHA_DROPOUT": "ELEMENT", "ALPHA_DROPOUT_OF_PLANES": "PLANE"}


def extents(text: str) -> Shape:
    """Returns the numbers of a text like 2x3x40."""
    return tuple(map(int, text.split("x")))


def hex_of(x: float, form: str = "d") -> str:
    """Returns the bits of a double, or with form f of a float, as hexadecimal digits."""
    return struct.pack(">" + form, x).hex()


def stream_key(row: Row) -> Tuple[int, int, int]:
    """Returns seed, step and sample of a row."""
    return int(row["seed"]), int(row["step"]), int(row["sample"])


def regularizer_of(text: str) -> Regularizer:
    """Returns the regularizer of a text like DROPOUT 0.5 BATCH or DROP_BLOCK 0.9 7 VALID NONE."""
    name, *words = text.split()
    if name in UNITS:
        return Dropout(float(words[0]), UNITS[name], *words[1:])
    if name in ALPHA_UNITS:
        return values.AlphaDropout(float(words[0]), ALPHA_UNITS[name])
    if name == "CUTOUT":
        holes, size = extents(words[0])
        return Cutout(holes, (size,) * 3)
    if name == "HOLES":
        return holes_of(words)
    if name in ("PATCHES", "PATCHES_EXACTLY"):
        return Patches(int(words[0]), float(words[1]), name == "PATCHES_EXACTLY", words[2])
    if name == "GRID_MASK":
        least, most = extents(words[0])
        numbers = (least, most), float(words[1]), float(words[2])
        return GridMask(*numbers, words[3] == "HOLES", words[4])
    keep_prob, size, region, sharing = words
    return DropBlock(float(keep_prob), (int(size),) * 3, region, sharing=sharing)


def drop_block_of(row: Row) -> DropBlock:
    """Returns the DropBlock of a row that has a column for each choice."""
    block, keep_prob = extents(row["block"]), float(row["keepProb"])
    return DropBlock(keep_prob, block, row["seedRegion"], row["gammaRule"])


def mask_results(regularizer: Regularizer, row: Row) -> List[str]:
    """Returns a mask's kept count, and the FNV-1a hash of a byte per element, 1 where kept."""
    numbers = int(row["seed"]), int(row["step"]), int(row["firstSample"])
    dropped = regularizer.sample(extents(row["shape"]), *numbers)
    fnv1a = 0xCBF29CE484222325
    for d in dropped:
        fnv1a = (fnv1a ^ (1 - d)) * 0x100000001B3 & randomness.WORD
    return [str(len(dropped) - sum(dropped)), f"{fnv1a:016x}"]


def scales_of(dropped: bytearray, shape: Shape, normalization: str, expected: float) -> List[float]:
    """Returns the scale of each element, if it is kept."""
    size = {"TENSOR": len(dropped), "SAMPLE": prod(shape[1:]), "PLANE": prod(shape[2:])}
    run = size.get(normalization)
    if run is None:
        return [expected_scale(expected) if normalization == "EXPECTED" else 1.0] * len(dropped)
    counts = [run - sum(dropped[i : i + run]) for i in range(0, len(dropped), run)]
    return [ratio(run, kept) for kept in counts for _ in range(run)]


def multiplier_results(row: Row) -> List[str]:
    """Returns the CRC-32 of the multipliers and of the fills, as little-endian floats."""
    shape, regularizer = extents(row["shape"]), regularizer_of(row["regularizer"])
    seed, step, first = int(row["seed"]), int(row["step"]), int(row["firstSample"])
    dropped = regularizer.sample(shape, seed, step, first)
    expected = regularizer.expected_kept_fraction(shape)
    scales = scales_of(dropped, shape, row["normalization"], expected)
    scale, shift, fill = values.outputs(regularizer, shape, row["fill"], row["normalization"])
    scales = scale * len(dropped) or scales
    size = prod(shape[1:])

    def value(i: int) -> float:
        return fill((seed, step, first + i // size), i % size)

    multipliers = [0.0 if d else s for d, s in zip(dropped, scales)]
    fills = [value(i) if d else shift for i, d in enumerate(dropped)]
    return [f"{zlib.crc32(struct.pack(f'<{len(x)}f', *x)):08x}" for x in (multipliers, fills)]


def threefry(row: Row) -> List[str]:
    """Returns the two words of a block."""
    words = (int(row[name], 16) for name in ("key0", "key1", "counter0", "counter1"))
    return [f"{word:016x}" for word in randomness.threefry(*words)]


def xoshiro(row: Row) -> List[str]:
    """Returns the word with a number, counted from 1, that follows from a state."""
    lane = randomness.Xoshiro(*(int(row[name]) for name in ("s0", "s1", "s2", "s3")))
    return [str([lane.next() for _ in range(int(row["number"]))][-1])]


def thresholds(row: Row) -> List[str]:
    """Returns the threshold of a probability."""
    return [str(randomness.threshold(float(row["probability"])))]


def dense(row: Row) -> List[str]:
    """Returns the first and the last dense word, and the CRC-32 of all of them."""
    stream = randomness.Stream(*stream_key(row), int(row["counter"]))
    t = randomness.threshold(float(row["probability"]))
    words = randomness.dense_words(stream, t, int(row["words"]))
    sum_of_all = zlib.crc32(struct.pack(f"<{len(words)}Q", *words))
    return [f"{words[0]:016x}", f"{words[-1]:016x}", f"{sum_of_all:08x}"]


def gaps(row: Row) -> List[str]:
    """Returns the table's length, and the gap of a word."""
    table = randomness.gap_table(float(row["probability"]))
    return [str(len(table)), str(randomness.gap(table, int(row["word"], 16)))]


def own(row: Row) -> List[str]:
    """Returns a word, its integer below the bound, and a word of 64 draws."""
    key, counter, bound = stream_key(row), int(row["counter"]), int(row["bound"])
    word = randomness.own_word(*key, counter)
    draws = randomness.own_draws(*key, counter, float(row["probability"]))
    return [f"{word:016x}", str(randomness.below(word, bound)), f"{draws:016x}"]


def seeds(row: Row) -> List[str]:
    """Returns a derived seed as a signed number."""
    seed = randomness.derived_seed(int(row["seed"]), int(row["purpose"]))
    return [str(seed - (seed >> 63 << 64))]


def noise(row: Row) -> List[str]:
    """Returns the noise of an element."""
    table = randomness.read_coefficients()
    numbers = int(row["element"]), float(row["mean"]), float(row["standardDeviation"])
    return [hex_of(randomness.noise(stream_key(row), *numbers, table), "f")]


def rates(row: Row) -> List[str]:
    """Returns gamma, the expected kept fraction, and the scale of EXPECTED."""
    shape, drop_block = extents(row["shape"]), drop_block_of(row)
    kept = drop_block.expected_kept_fraction(shape)
    return [hex_of(drop_block.gamma(shape)), hex_of(kept), hex_of(expected_scale(kept), "f")]


def holes(row: Row) -> List[str]:
    """Returns the expected kept fraction of holes."""
    axes = axes_of(extents(row["shape"]), "WHOLE", extents(row["block"]))
    return [hex_of(kept_fraction_of_holes(axes, int(row["holes"])))]


def kept_fractions(row: Row) -> List[str]:
    """Returns the expected kept fraction of a regularizer."""
    regularizer = regularizer_of(row["regularizer"])
    return [hex_of(regularizer.expected_kept_fraction(extents(row["shape"])))]


def scales(row: Row) -> List[str]:
    """Returns the ratio of two counts."""
    return [hex_of(ratio(int(row["size"]), int(row["kept"])), "f")]


FILES: Dict[str, Callable[[Row], List[str]]] = {
    "threefry": threefry,
    "xoshiro256pp": xoshiro,
    "thresholds": thresholds,
    "dense": dense,
    "gaps": gaps,
    "own": own,
    "seeds": seeds,
    "noise": noise,
    "rates": rates,
    "holes": holes,
    "hole-rates": kept_fractions,
    "grids": kept_fractions,
    "scales": scales,
    "multipliers": multiplier_results,
    "golden-masks": lambda row: mask_results(drop_block_of(row), row),
    "golden-regularizers": lambda row: mask_results(regularizer_of(row["regularizer"]), row),
}


def check(name: str, renew: bool) -> int:
    """Compares the rows of a file, or writes their results; returns how many differ."""
    start, path = time.monotonic(), Path(__file__).with_name(name + ".csv")
    header, *lines = path.read_text(encoding="ascii").splitlines()
    computed = []
    for line in lines:
        values = line.split(",")
        results = FILES[name](dict(zip(header.split(","), values)))
        arguments = values[: header.count(",") + 1 - len(results)]
        computed.append(",".join(arguments + results))
    if renew:
        path.write_text("\n".join([header] + computed) + "\n", encoding="ascii")
    different = [(a, b) for a, b in zip(lines, computed) if a != b]
    for in_file, here in different:
        print(f"{name}.csv differs\n  file {in_file}\n  here {here}")
    print(f"{name}: {len(lines)} rows, {len(different)} differ, {time.monotonic() - start:.1f} s")
    return len(different) if lines else 1  # An empty file checks nothing.


if __name__ == "__main__":
    failures = sum([check(file, sys.argv[1:] == ["--renew"]) for file in FILES])
    sys.exit(1 if failures else 0)
