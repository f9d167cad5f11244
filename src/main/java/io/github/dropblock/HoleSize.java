package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.internal.mask.AreaSizes;
import io.github.dropblock.internal.mask.HoleAxis;
import io.github.dropblock.internal.mask.HolePlane;
import io.github.dropblock.internal.mask.HoleRegion;
import io.github.dropblock.internal.mask.HoleSizes;
import io.github.dropblock.internal.mask.LengthRange;
import io.github.dropblock.internal.mask.RangeSizes;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * Distribution of the size of a hole of {@link Holes}.
 *
 * <p>Immutable. {@code toString} returns the call that creates an equal one.
 *
 * @since 0.1.0
 */
public abstract sealed class HoleSize {
  private static final String BETWEEN = "between";
  private static final String BAR = "bar";
  private static final String AREA = "area";

  private HoleSize() {}

  /**
   * Creates a fixed size.
   *
   * @param size the size; cut to the map
   * @return the size of a hole
   * @throws IllegalArgumentException if {@code size} is null
   */
  public static HoleSize of(BlockSize size) {
    return between(Check.notNull("size", size), size);
  }

  /**
   * Creates a size whose length along each axis is uniform and independent of the other axes. The
   * two ends are cut to the map before a length between them is drawn.
   *
   * @param min the least length along each axis
   * @param max the largest length along each axis; positions if {@code min} has positions, and a
   *     ratio if {@code min} is one
   * @return the size of a hole
   * @throws IllegalArgumentException if an end is null, or {@code max} is less than {@code min}
   *     along an axis or of the other kind
   */
  public static HoleSize between(BlockSize min, BlockSize max) {
    Check.notNull("min", min);
    if (!Check.notNull("max", max).isAtLeast(min)) {
      throw new IllegalArgumentException(
          "max must be at least min, in positions or as a ratio like it, which is "
              + min
              + ": "
              + max);
    }
    return new Between(min, max);
  }

  /**
   * Creates the size of a bar: a uniform length along one axis, and the whole map along the others.
   * The two ends are cut to the map before a length between them is drawn.
   *
   * @param axis the axis along which the length is drawn
   * @param min the least length in positions, at least 0
   * @param max the largest length in positions, at least {@code min}
   * @return the size of a hole
   * @throws IllegalArgumentException if {@code axis} is null, or a length is out of range
   */
  public static HoleSize bar(MapAxis axis, int min, int max) {
    Check.notNull("axis", axis);
    Check.atLeast("min", min, 0);
    return new Bar(axis, min, Check.atLeast("max", max, min));
  }

  /**
   * Creates a size by area and aspect ratio, as in Random Erasing. The area is uniform and the
   * logarithm of the aspect ratio is uniform, each on a scale of 32 steps. Lengths are rounded to
   * the nearest number of positions, at least 1. If a hole does not fit into the map at its aspect
   * ratio, the nearest one at which it fits is taken. In NCDHW, a hole extends through the whole
   * depth.
   *
   * @param minArea the least area of a hole / area of the map, in (0, 1]
   * @param maxArea the largest area of a hole / area of the map, in [minArea, 1]
   * @param minAspect the least height / width, in [1e-6, 1e6]
   * @param maxAspect the largest height / width, in [minAspect, 1e6]
   * @return the size of a hole
   * @throws IllegalArgumentException if a number is out of range
   */
  public static HoleSize area(double minArea, double maxArea, double minAspect, double maxAspect) {
    if (!(minArea > 0 && minArea <= 1)) {
      throw new IllegalArgumentException("minArea must be in (0, 1]: " + minArea);
    }
    Check.inRange("maxArea", maxArea, minArea, 1);
    Check.inRange("minAspect", minAspect, 1e-6, 1e6);
    Check.inRange("maxAspect", maxAspect, minAspect, 1e6);
    return new Area(minArea, maxArea, minAspect, maxAspect);
  }

  abstract HoleSizes on(HolePlane plane, Shape shape);

  /** Tells whether holes extend over the whole map along an axis. */
  boolean spans(MapAxis axis) {
    return false;
  }

  /** Returns a plane on which holes lie in a region, except along the axes that they span. */
  HolePlane plane(SeedRegion region, Shape shape) {
    return new HolePlane(
        axis(MapAxis.DEPTH, region, shape),
        axis(MapAxis.HEIGHT, region, shape),
        axis(MapAxis.WIDTH, region, shape));
  }

  private HoleAxis axis(MapAxis axis, SeedRegion region, Shape shape) {
    return new HoleAxis(axis.extent(shape), spans(axis) ? HoleRegion.VALID : region.ofHoles());
  }

  abstract Map<String, Object> toMap();

  static HoleSize read(MapReader in) {
    String type = in.type();
    HoleSize size =
        switch (type) {
          case BETWEEN -> between(BlockSize.read(in.map("min")), BlockSize.read(in.map("max")));
          case BAR -> bar(in.constant("axis", MapAxis.class), in.integer("min"), in.integer("max"));
          case AREA ->
              area(
                  in.real("minArea"),
                  in.real("maxArea"),
                  in.real("minAspect"),
                  in.real("maxAspect"));
          default -> throw in.unknownType(type);
        };
    in.end();
    return size;
  }

  /** Tells whether another size is of the same kind with the same numbers. */
  @Override
  public final boolean equals(Object other) {
    return other instanceof HoleSize size && toMap().equals(size.toMap());
  }

  @Override
  public final int hashCode() {
    return toMap().hashCode();
  }

  /** Returns the call that creates the size. */
  @Override
  public abstract String toString();

  private static final class Between extends HoleSize {
    private final BlockSize min;
    private final BlockSize max;

    private Between(BlockSize min, BlockSize max) {
      this.min = min;
      this.max = max;
    }

    @Override
    HoleSizes on(HolePlane plane, Shape shape) {
      return new RangeSizes(
          new LengthRange(min.depthOn(shape), max.depthOn(shape)),
          new LengthRange(min.heightOn(shape), max.heightOn(shape)),
          new LengthRange(min.widthOn(shape), max.widthOn(shape)));
    }

    @Override
    Map<String, Object> toMap() {
      return MapWriter.of(BETWEEN).put("min", min.toMap()).put("max", max.toMap()).map();
    }

    @Override
    public String toString() {
      return min.equals(max) ? "of(" + min + ")" : "between(" + min + ", " + max + ")";
    }
  }

  private static final class Bar extends HoleSize {
    private final MapAxis axis;
    private final int min;
    private final int max;

    private Bar(MapAxis axis, int min, int max) {
      this.axis = axis;
      this.min = min;
      this.max = max;
    }

    @Override
    boolean spans(MapAxis other) {
      return other != axis;
    }

    @Override
    HoleSizes on(HolePlane plane, Shape shape) {
      return new RangeSizes(
          lengths(MapAxis.DEPTH, shape),
          lengths(MapAxis.HEIGHT, shape),
          lengths(MapAxis.WIDTH, shape));
    }

    private LengthRange lengths(MapAxis along, Shape shape) {
      int extent = along.extent(shape);
      return spans(along)
          ? new LengthRange(extent, extent)
          : new LengthRange(Math.min(min, extent), Math.min(max, extent));
    }

    @Override
    Map<String, Object> toMap() {
      return MapWriter.of(BAR).put("axis", axis.name()).put("min", min).put("max", max).map();
    }

    @Override
    public String toString() {
      return "bar(" + axis + ", " + min + ", " + max + ")";
    }
  }

  private static final class Area extends HoleSize {
    private final double minArea;
    private final double maxArea;
    private final double minAspect;
    private final double maxAspect;

    private Area(double minArea, double maxArea, double minAspect, double maxAspect) {
      this.minArea = minArea;
      this.maxArea = maxArea;
      this.minAspect = minAspect;
      this.maxAspect = maxAspect;
    }

    @Override
    boolean spans(MapAxis axis) {
      return axis == MapAxis.DEPTH;
    }

    @Override
    HoleSizes on(HolePlane plane, Shape shape) {
      return new AreaSizes(
          plane, new double[] {minArea, maxArea}, new double[] {minAspect, maxAspect});
    }

    @Override
    Map<String, Object> toMap() {
      return MapWriter.of(AREA)
          .put("minArea", minArea)
          .put("maxArea", maxArea)
          .put("minAspect", minAspect)
          .put("maxAspect", maxAspect)
          .map();
    }

    @Override
    public String toString() {
      return "area(" + minArea + ", " + maxArea + ", " + minAspect + ", " + maxAspect + ")";
    }
  }
}
