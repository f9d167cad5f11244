package io.github.dropblock.internal.mask;

/**
 * Distribution of the holes of a plane.
 *
 * @param minHoles the least number of holes, at least 0
 * @param maxHoles the largest number of holes
 * @param probability the probability that a sample has holes at all
 * @param inverse whether a sample with holes keeps the holes and drops the rest
 */
public record HoleLaw(
    HolePlane plane,
    HoleSizes sizes,
    int minHoles,
    int maxHoles,
    double probability,
    boolean inverse) {
  /** Returns the expected kept fraction. */
  public double keptFraction() {
    double outside = sizes.hits(plane).kept(new HoleNumber(minHoles, maxHoles));
    double ofPlane = outside / plane.positions();
    double kept = inverse ? 1 - ofPlane : ofPlane;
    return probability * kept + (1 - probability);
  }
}
