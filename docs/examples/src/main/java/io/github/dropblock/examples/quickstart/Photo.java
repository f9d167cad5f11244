package io.github.dropblock.examples.quickstart;

import io.github.dropblock.examples.common.Pictures;
import io.github.dropblock.examples.common.UserError;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture and the tensor a network would see.
 *
 * @param name what to call it in the report
 * @param image its pixels, RGB
 */
record Photo(String name, BufferedImage image) {
  /** Keeps the tensors of the largest picture within the default heap of a small machine. */
  static final int MAX_PIXELS = 24_000_000;

  private static final String BUNDLED = "china.jpg";
  private static final int CHANNELS = 3;

  static Photo bundled() {
    try (InputStream in = Photo.class.getResourceAsStream(BUNDLED)) {
      return new Photo(BUNDLED + " (bundled)", decode(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Photo read(Path file) {
    try {
      return new Photo(file.toString(), decode(Files.readAllBytes(file)));
    } catch (UserError e) {
      throw UserError.cannotRead(file, e);
    } catch (IOException | RuntimeException e) {
      // The decoders of the JDK answer some damaged files with unchecked exceptions.
      throw UserError.cannotRead(file, e);
    }
  }

  private static BufferedImage decode(byte[] bytes) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new UserError("not a picture in a format Java reads, such as PNG or JPEG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        checkSize(reader.getWidth(0), reader.getHeight(0));
        return Pictures.onWhite(reader.read(0));
      } finally {
        reader.dispose();
      }
    }
  }

  private static void checkSize(int width, int height) {
    if ((long) width * height > MAX_PIXELS) {
      throw new UserError(
          width + " x " + height + " pixels, and this example takes at most " + MAX_PIXELS);
    }
  }

  Shape shape() {
    return Shape.nchw(1, CHANNELS, image.getHeight(), image.getWidth());
  }

  /** One sample of three channels (red, green, blue), values in [0, 1]. */
  Tensor toTensor() {
    int h = image.getHeight();
    int w = image.getWidth();
    Tensor tensor = Tensor.zeros(shape());
    int[] row = new int[w];
    for (int y = 0; y < h; y++) {
      image.getRGB(0, y, w, 1, row, 0, w);
      for (int x = 0; x < w; x++) {
        for (int c = 0; c < CHANNELS; c++) {
          int shift = 16 - 8 * c;
          tensor.data()[(c * h + y) * w + x] = (row[x] >> shift & 0xff) / 255f;
        }
      }
    }
    return tensor;
  }
}
