package io.github.dropblock.accuracy.scene;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Gray photographs, of which backgrounds are cut.
 *
 * @param pictures all of at least eight strips of width
 */
public record Photographs(List<BufferedImage> pictures) {
  /** Columns of a strip. */
  static final int STRIP = 80;

  private static final List<String> FILES = List.of("china.png", "flower.png");

  /** Reads the two photographs that come with the program. */
  public static Photographs read() throws IOException {
    List<BufferedImage> pictures = new ArrayList<>();
    for (String file : FILES) {
      try (InputStream in = Photographs.class.getResourceAsStream(file)) {
        pictures.add(ImageIO.read(in));
      }
    }
    return new Photographs(List.copyOf(pictures));
  }

  /** Cuts a square at random from a part's strips: gray levels from 0 to 255, row by row. */
  public float[] crop(Part part, int side, Random random) {
    BufferedImage picture = pictures.get(random.nextInt(pictures.size()));
    int strip = part.strips().get(random.nextInt(part.strips().size()));
    int left = strip * STRIP + random.nextInt(STRIP - side + 1);
    int top = random.nextInt(picture.getHeight() - side + 1);
    return picture.getRaster().getSamples(left, top, side, side, 0, new float[side * side]);
  }
}
