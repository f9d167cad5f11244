package io.github.dropblock.accuracy.scene;

import java.util.List;

/**
 * A gray picture of a few items before a piece of a photograph.
 *
 * @param side rows and columns
 * @param pixels gray levels from 0 to 255 as unsigned bytes, row by row
 * @param labels of the pixels: {@link #BACKGROUND}, 1 + the item's class, or {@link #HIDDEN}
 * @param boxes one for each item, whole where another item covers it
 */
public record Scene(int side, byte[] pixels, byte[] labels, List<Box> boxes) {
  /** The label of the photograph. */
  public static final int BACKGROUND = 0;

  /** The label of pixels that are not judged, since something hides them. */
  public static final int HIDDEN = -1;

  /** How many labels there are: ten classes of items and the background. */
  public static final int LABELS = 11;

  /** Checks the sizes. */
  public Scene {
    if (pixels.length != side * side || labels.length != side * side) {
      throw new IllegalArgumentException("pixels and labels must be " + side + "x" + side);
    }
  }

  /** The same scene with left and right changed. */
  public Scene flipped() {
    List<Box> flipped = boxes.stream().map(box -> box.flipped(side)).toList();
    return new Scene(side, flip(pixels), flip(labels), flipped);
  }

  private byte[] flip(byte[] values) {
    byte[] flipped = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int column = i % side;
      flipped[i] = values[i - column + side - 1 - column];
    }
    return flipped;
  }
}
