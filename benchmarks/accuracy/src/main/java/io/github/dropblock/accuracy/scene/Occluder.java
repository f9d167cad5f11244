package io.github.dropblock.accuracy.scene;

import java.util.Random;
import java.util.stream.IntStream;

/** What hides squares of a scene's items. The squares are the same for all occluders. */
public enum Occluder {
  BLACK,
  /** Pieces of the photographs' test strips. */
  TEXTURE,
  GRAY;

  /** How many squares a scene gets. */
  static final int SQUARES = 3;

  /** Rows and columns of a square. */
  static final int SIDE = 12;

  private static final int MIDDLE_GRAY = 128;

  /**
   * Hides squares around pixels of items, cut at the border of the scene.
   *
   * @param scene a test scene with an item
   * @param photographs for texture
   * @param random of the squares; it draws as often for each occluder
   * @return a scene whose hidden pixels have the label {@link Scene#HIDDEN}
   */
  Scene hide(Scene scene, Photographs photographs, Random random) {
    int[] items = IntStream.range(0, scene.labels().length).filter(i -> item(scene, i)).toArray();
    byte[] pixels = scene.pixels().clone();
    byte[] labels = scene.labels().clone();
    for (int square = 0; square < SQUARES; square++) {
      int center = items[random.nextInt(items.length)];
      float[] texture = photographs.crop(Part.TEST, SIDE, random);
      for (int i = 0; i < texture.length; i++) {
        int row = center / scene.side() - SIDE / 2 + i / SIDE;
        int column = center % scene.side() - SIDE / 2 + i % SIDE;
        if (row >= 0 && row < scene.side() && column >= 0 && column < scene.side()) {
          pixels[row * scene.side() + column] = (byte) level(texture[i]);
          labels[row * scene.side() + column] = Scene.HIDDEN;
        }
      }
    }
    return new Scene(scene.side(), pixels, labels, scene.boxes());
  }

  private static boolean item(Scene scene, int pixel) {
    return scene.labels()[pixel] > Scene.BACKGROUND;
  }

  private int level(float texture) {
    return switch (this) {
      case BLACK -> 0;
      case TEXTURE -> Math.round(texture);
      case GRAY -> MIDDLE_GRAY;
    };
  }
}
