package io.github.dropblock.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.examples.common.UserError;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoTest {
  @TempDir Path directory;

  @Test
  void theBundledPhotographIsThere() {
    assertEquals(Shape.nchw(1, 3, 427, 640), Photo.bundled().shape());
  }

  @Test
  void theTensorHoldsOnePlanePerColor() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xff0033);
    image.setRGB(1, 0, 0x00ff33);

    Tensor tensor = Photo.read(write(image)).toTensor();

    assertEquals(Shape.nchw(1, 3, 1, 2), tensor.shape());
    assertArrayEquals(new float[] {1, 0, 0, 1, 0.2f, 0.2f}, tensor.data());
  }

  @Test
  void transparentPixelsBecomeWhite() throws IOException {
    BufferedImage clear = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

    assertArrayEquals(new float[] {1, 1, 1}, Photo.read(write(clear)).toTensor().data());
  }

  @Test
  void anEnormousPictureIsRefusedBeforeItIsDecoded() throws IOException {
    BufferedImage wide = new BufferedImage(Photo.MAX_PIXELS + 1, 1, BufferedImage.TYPE_BYTE_BINARY);
    Path file = write(wide);

    UserError error = assertThrows(UserError.class, () -> Photo.read(file));

    assertTrue(error.getMessage().contains("at most " + Photo.MAX_PIXELS), error.getMessage());
  }

  private Path write(BufferedImage image) throws IOException {
    Path file = directory.resolve("image.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
