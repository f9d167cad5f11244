package io.github.dropblock.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropMask;
import io.github.dropblock.examples.common.Program;
import io.github.dropblock.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidePicturesTest {
  private static final int FIRST_LEFT = 16;
  private static final int FIRST_TOP = 8 + 48;

  @TempDir Path output;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Program.run(
        new GuidePictures(), new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void aRunWritesEveryPictureAndNumber() throws IOException {
    assertEquals(0, run("--output=" + output), err::toString);

    assertPicture("masks.png", 4 * 298, 3 * 298);
    assertPicture("border-bias.png", 3 * 280, 2 * 280);
    assertPicture("rates.png", 2 * RateCharts.WIDTH, RateCharts.HEIGHT);
    assertPicture("schedules.png", SchedulesChart.WIDTH, SchedulesChart.HEIGHT);
    Numbers.rates().forEach(row -> assertTrue(out.toString().contains(row), row));
    Numbers.borders().forEach(row -> assertTrue(out.toString().contains(row), row));
  }

  private void assertPicture(String name, int width, int height) throws IOException {
    BufferedImage image = ImageIO.read(output.resolve(name).toFile());
    assertTrue(image.getWidth() >= width, name + " is " + image.getWidth() + " wide");
    assertTrue(image.getHeight() >= height, name + " is " + image.getHeight() + " high");
  }

  @Test
  void aPanelIsItsMask() {
    BufferedImage sheet = MasksPicture.draw();
    Shape shape = MasksPicture.SHAPE;
    DropMask mask = MasksPicture.regularizers().get("Dropout").sample(shape, 0);
    int plane = shape.w() * MasksPicture.CELL + MasksPicture.GAP;
    for (int i = 0; i < shape.size(); i++) {
      int w = i % 14;
      int h = i / 14 % 14;
      int c = i / 196 % 4;
      int n = i / 784;
      int x = FIRST_LEFT + c * plane + w * MasksPicture.CELL + 2;
      int y = FIRST_TOP + n * plane + h * MasksPicture.CELL + 2;
      int color = (mask.isKept(n, c, h, w) ? MasksPicture.KEPT : MasksPicture.DROPPED).getRGB();
      assertEquals(color, sheet.getRGB(x, y), "element " + i);
    }
  }

  @Test
  void anOutputThatIsAFileIsReported() throws IOException {
    Path file = Files.createFile(output.resolve("file"));

    assertEquals(2, run("--output=" + file));
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertTrue(err.toString().startsWith("guide: cannot write " + file), err::toString);
  }
}
