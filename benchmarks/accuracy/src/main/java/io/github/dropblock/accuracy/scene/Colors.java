package io.github.dropblock.accuracy.scene;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/** The labels' names and colors, and pictures in them. */
final class Colors {
  private static final List<String> NAMES =
      List.of(
          "background",
          "T-shirt",
          "trousers",
          "pullover",
          "dress",
          "coat",
          "sandal",
          "shirt",
          "sneaker",
          "bag",
          "ankle boot");

  private static final int[] COLORS = {
    0xffffff, 0xe03131, 0x1971c2, 0x2f9e44, 0xf08c00, 0x9c36b5, 0x0c8599, 0xf783ac, 0x5c940d,
    0x846358, 0xfcc419
  };

  private Colors() {}

  static String name(int label) {
    return NAMES.get(label);
  }

  static Color of(int label) {
    return new Color(COLORS[label]);
  }

  /** The scene as it is. */
  static BufferedImage gray(Scene scene) {
    BufferedImage image = new BufferedImage(scene.side(), scene.side(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < scene.pixels().length; i++) {
      int level = scene.pixels()[i] & 0xff;
      image.setRGB(i % scene.side(), i / scene.side(), new Color(level, level, level).getRGB());
    }
    return image;
  }

  /** A label map of a scene in colors; hidden pixels in light gray. */
  static BufferedImage labels(Scene scene, byte[] labels) {
    BufferedImage image = new BufferedImage(scene.side(), scene.side(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < labels.length; i++) {
      Color color = labels[i] == Scene.HIDDEN ? Color.LIGHT_GRAY : of(labels[i]);
      image.setRGB(i % scene.side(), i / scene.side(), color.getRGB());
    }
    return image;
  }
}
