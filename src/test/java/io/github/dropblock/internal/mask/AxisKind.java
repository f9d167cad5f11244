package io.github.dropblock.internal.mask;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every way to lay blocks along an axis. */
enum AxisKind {
  VALID {
    @Override
    Axis axis(int extent, int block) {
      return Axis.valid(extent, block);
    }
  },
  WHOLE {
    @Override
    Axis axis(int extent, int block) {
      return Axis.whole(extent, block);
    }
  },
  EXTENDED {
    @Override
    Axis axis(int extent, int block) {
      return Axis.extended(extent, block);
    }
  };

  abstract Axis axis(int extent, int block);

  BlockGeometry geometry(int[] extents, int[] blocks) {
    return new BlockGeometry(
        axis(extents[0], blocks[0]), axis(extents[1], blocks[1]), axis(extents[2], blocks[2]));
  }

  /** Axes of any kind, with a block of any length that the axis has room for. */
  static Arbitrary<Axis> axes(int maxExtent) {
    Arbitrary<Integer> extents = Arbitraries.integers().between(1, maxExtent);
    return Combinators.combine(Arbitraries.of(values()), extents)
        .flatAs(
            (kind, extent) ->
                Arbitraries.integers().between(1, extent).map(block -> kind.axis(extent, block)));
  }

  /** Planes with axes of any kinds, also of different ones. */
  static Arbitrary<BlockGeometry> geometries(int maxExtent) {
    Arbitrary<Axis> axes = axes(maxExtent);
    return geometries(axes, axes, axes);
  }

  static Arbitrary<BlockGeometry> geometries(
      Arbitrary<Axis> depth, Arbitrary<Axis> height, Arbitrary<Axis> width) {
    return Combinators.combine(depth, height, width).as(BlockGeometry::new);
  }
}
