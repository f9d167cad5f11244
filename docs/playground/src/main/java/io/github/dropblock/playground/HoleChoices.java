package io.github.dropblock.playground;

import io.github.dropblock.BlockSize;
import io.github.dropblock.HoleSize;
import io.github.dropblock.Holes;
import io.github.dropblock.MapAxis;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.SeedRegion;

/** What only {@link Holes} has. Not each kind of size uses each number. */
record HoleChoices(
    double probability,
    int minHoles,
    int maxHoles,
    Size size,
    double minArea,
    double maxArea,
    double minAspect,
    double maxAspect,
    int minLength,
    int maxLength,
    boolean inverse) {
  /** Kinds of sizes. A bar is named by the axis along which its length is drawn. */
  enum Size {
    AREA,
    SIDES,
    BAR_OF_HEIGHT,
    BAR_OF_WIDTH
  }

  static HoleChoices read(Query query) {
    Size size = query.constant("holeSize", Size.AREA, Size.values());
    int minLength = query.inRange("minLength", 3, size == Size.SIDES ? 1 : 0, Integer.MAX_VALUE);
    return new HoleChoices(
        query.real("probability", 1),
        query.inRange("minHoles", 1, 0, Choices.MOST_HOLES),
        query.inRange("maxHoles", 1, 0, Choices.MOST_HOLES),
        size,
        query.real("minArea", 0.02),
        query.real("maxArea", 0.33),
        query.real("minAspect", 0.3),
        query.real("maxAspect", 3.3),
        minLength,
        query.inRange("maxLength", Math.max(9, minLength), minLength, Integer.MAX_VALUE),
        query.flag("inverse"));
  }

  Holes of(SeedRegion region, MaskSharing sharing, long seed) {
    return Holes.builder()
        .probability(probability)
        .holes(minHoles, maxHoles)
        .size(holeSize())
        .seedRegion(region)
        .sharing(sharing)
        .inverse(inverse)
        .seed(seed)
        .build();
  }

  private HoleSize holeSize() {
    return switch (size) {
      case AREA -> HoleSize.area(minArea, maxArea, minAspect, maxAspect);
      case SIDES -> HoleSize.between(BlockSize.square(minLength), BlockSize.square(maxLength));
      case BAR_OF_HEIGHT -> HoleSize.bar(MapAxis.HEIGHT, minLength, maxLength);
      case BAR_OF_WIDTH -> HoleSize.bar(MapAxis.WIDTH, minLength, maxLength);
    };
  }

  /** Returns the call that creates the size. */
  String sizeCode() {
    String lengths = minLength + ", " + maxLength + ")";
    return switch (size) {
      case AREA ->
          "HoleSize.area(" + minArea + ", " + maxArea + ", " + minAspect + ", " + maxAspect + ")";
      case SIDES ->
          "HoleSize.between(BlockSize.square("
              + minLength
              + "), BlockSize.square("
              + maxLength
              + "))";
      case BAR_OF_HEIGHT -> "HoleSize.bar(MapAxis.HEIGHT, " + lengths;
      case BAR_OF_WIDTH -> "HoleSize.bar(MapAxis.WIDTH, " + lengths;
    };
  }
}
