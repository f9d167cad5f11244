package io.github.dropblock.accuracy.scene;

import io.github.dropblock.accuracy.data.Images;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/**
 * Draws scenes, one after another, from one stream of random numbers: the first hundred scenes of a
 * seed are the same, however many follow.
 */
final class SceneMaker {
  /** Rows and columns of a scene. */
  static final int SIDE = 48;

  static final int FEWEST = 2;
  static final int MOST = 4;
  static final double MOST_IOU = 0.2;
  private static final float SMALLEST = 0.6f;
  private static final float LARGEST = 1.2f;
  private static final float DARKEST = 0.7f;

  private final Images items;
  private final Queue<Integer> unused;
  private final Photographs photographs;
  private final Part part;
  private final Random random;

  /**
   * A maker.
   *
   * @param items of which scenes are made
   * @param unused the items to take, in this order; each is used once
   * @param photographs for the backgrounds
   * @param part whose strips of the photographs are cut
   * @param seed of all choices
   */
  SceneMaker(Images items, Queue<Integer> unused, Photographs photographs, Part part, long seed) {
    this.items = items;
    this.unused = unused;
    this.photographs = photographs;
    this.part = part;
    this.random = new Random(seed);
  }

  /**
   * Draws the next scene.
   *
   * @throws IllegalStateException if the items are used up
   */
  Scene next() {
    float[] light = photographs.crop(part, SIDE, random);
    byte[] labels = new byte[SIDE * SIDE];
    List<Box> boxes = new ArrayList<>();
    int count = FEWEST + random.nextInt(MOST - FEWEST + 1);
    while (boxes.size() < count) {
      Integer item = unused.poll();
      if (item == null) {
        throw new IllegalStateException("there are too few items for so many scenes");
      }
      place(item, light, labels, boxes);
    }
    byte[] pixels = new byte[light.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(Math.min(255, light[i]));
    }
    return new Scene(SIDE, pixels, labels, List.copyOf(boxes));
  }

  /** Tries until the item's box is free enough of the others'. */
  private void place(int item, float[] light, byte[] labels, List<Box> boxes) {
    int label = 1 + items.label(item);
    while (true) {
      float scale = SMALLEST + (LARGEST - SMALLEST) * random.nextFloat();
      int side = Math.round(scale * items.width());
      boolean flip = random.nextBoolean();
      float gain = DARKEST + (1 - DARKEST) * random.nextFloat();
      int left = random.nextInt(SIDE - side + 1);
      int top = random.nextInt(SIDE - side + 1);
      Sprite sprite = Sprite.of(items, item, side, flip, gain);
      Box box = sprite.box(label).moved(left, top);
      if (box.area() == 0) {
        return;
      }
      if (boxes.stream().allMatch(other -> other.iou(box) <= MOST_IOU)) {
        paint(sprite, left, top, label, light, labels);
        boxes.add(box);
        return;
      }
    }
  }

  private static void paint(
      Sprite sprite, int left, int top, int label, float[] light, byte[] labels) {
    for (int y = 0; y < sprite.side(); y++) {
      for (int x = 0; x < sprite.side(); x++) {
        int from = y * sprite.side() + x;
        int to = (top + y) * SIDE + left + x;
        light[to] = (1 - sprite.cover()[from]) * light[to] + sprite.light()[from];
        if (sprite.covers(y, x)) {
          labels[to] = (byte) label;
        }
      }
    }
  }
}
