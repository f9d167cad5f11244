package io.github.dropblock.accuracy.data;

import java.util.stream.IntStream;

/**
 * Two classes that a network is never trained on.
 *
 * @param first a class
 * @param second another class
 */
public record LeftOut(int first, int second) {
  /** How many classes are left. */
  public static final int KNOWN = FashionMnist.CLASSES - 2;

  private static final int PAIRS = FashionMnist.CLASSES / 2;

  /** One of five pairs that share no class; seeds in a row take all of them in turn. */
  public static LeftOut of(long seed) {
    int pair = Math.floorMod(seed, PAIRS);
    return new LeftOut(pair, pair + PAIRS);
  }

  /** The images of the other classes. */
  public FashionMnist known(FashionMnist data) {
    return new FashionMnist(select(data.training(), false), select(data.test(), false));
  }

  /** The images of the two classes. */
  public Images unknown(Images images) {
    return select(images, true);
  }

  private Images select(Images images, boolean has) {
    return images.select(
        IntStream.range(0, images.count()).filter(i -> has(images.label(i)) == has).toArray());
  }

  private boolean has(int label) {
    return label == first || label == second;
  }

  @Override
  public String toString() {
    return first + "+" + second;
  }
}
