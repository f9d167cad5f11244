package io.github.dropblock.playground;

import io.github.dropblock.GridMask;
import io.github.dropblock.MaskSharing;

/** What only {@link GridMask} has. */
record GridChoices(
    int minPeriod, int maxPeriod, double holeRatio, double probability, boolean inverse) {
  static GridChoices read(Query query) {
    return new GridChoices(
        query.inRange("minPeriod", 8, 1, Integer.MAX_VALUE),
        query.inRange("maxPeriod", 16, 1, Integer.MAX_VALUE),
        query.real("holeRatio", 0.5),
        query.real("probability", 1),
        query.flag("inverse"));
  }

  GridMask of(MaskSharing sharing, long seed) {
    return GridMask.of(minPeriod, maxPeriod, holeRatio, seed)
        .withProbability(probability)
        .withInverse(inverse)
        .withSharing(sharing);
  }
}
