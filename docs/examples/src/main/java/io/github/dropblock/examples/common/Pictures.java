package io.github.dropblock.examples.common;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The few things every picture of an example needs: paper, scaling, and a PNG file. */
public final class Pictures {
  private Pictures() {}

  /**
   * An opaque copy; what was transparent becomes white.
   *
   * @param image the picture; not modified
   * @return a new picture
   */
  public static BufferedImage onWhite(BufferedImage image) {
    BufferedImage copy = blank(image.getWidth(), image.getHeight());
    draw(copy, image);
    return copy;
  }

  /**
   * White paper.
   *
   * @param width in pixels
   * @param height in pixels
   * @return a new picture
   */
  public static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.dispose();
    return image;
  }

  /**
   * A graphics that draws smooth text. The caller disposes it.
   *
   * @param image what is drawn on
   * @return the graphics
   */
  public static Graphics2D graphics(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return g;
  }

  /**
   * Averages over areas where the picture shrinks, so that thin lines stay.
   *
   * @param image the picture; not modified
   * @param width in pixels
   * @param height in pixels
   * @return a new picture
   */
  public static BufferedImage resize(BufferedImage image, int width, int height) {
    BufferedImage resized = blank(width, height);
    draw(resized, image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING));
    return resized;
  }

  private static void draw(BufferedImage target, Image image) {
    Graphics2D g = target.createGraphics();
    g.drawImage(image, 0, 0, null);
    g.dispose();
  }

  /**
   * Writes a file.
   *
   * @param image the picture
   * @param file the target
   * @throws UserError if the file cannot be written
   */
  public static void writePng(BufferedImage image, Path file) {
    try {
      Files.write(file, png(image));
    } catch (IOException e) {
      throw UserError.cannotWrite(file, e);
    }
  }

  /** The picture as a PNG file, compressed as far as the JDK's writer can. */
  private static byte[] png(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
