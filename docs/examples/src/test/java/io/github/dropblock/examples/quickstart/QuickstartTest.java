package io.github.dropblock.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.GammaRule;
import io.github.dropblock.KernelInfo;
import io.github.dropblock.examples.common.Pictures;
import io.github.dropblock.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  private static final Shape MAPS = Shape.nchw(1, EdgeFilter.values().length, 54, 80);

  @TempDir Path output;

  @Test
  void aDefaultRunWritesEveryPicture() throws IOException {
    Run run = Run.of("--output", output.toString());

    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    assertPicture("picture.png", 640, 427);
    assertPicture("schedule.png", ScheduleChart.WIDTH, ScheduleChart.HEIGHT);
    assertPicture("dropout-dropblock.png", 3 * 400, 266);
    assertPicture("feature-maps.png", 4 * 240, 2 * 162);
    try (Stream<Path> files = Files.list(output)) {
      List<String> unlisted =
          files.map(Path::toString).filter(file -> !run.out().contains(file)).toList();
      assertEquals(List.of(), unlisted);
    }
  }

  private void assertPicture(String name, int width, int height) throws IOException {
    File file = output.resolve(name).toFile();
    assertTrue(file.length() > 0, name);
    BufferedImage image = ImageIO.read(file);
    // The sheets add labels and margins, whose size depends on the fonts of the machine.
    assertTrue(image.getWidth() >= width, name + " is " + image.getWidth() + " wide");
    assertTrue(image.getHeight() >= height, name + " is " + image.getHeight() + " high");
    assertTrue(image.getWidth() <= 1.2 * width, name + " is " + image.getWidth() + " wide");
    assertTrue(image.getHeight() <= height + 200, name + " is " + image.getHeight() + " high");
  }

  @Test
  void theReportAgreesWithTheLibrary() {
    Run run = Run.of("--keep-prob=0.75", "--block-size=5", "--gamma=exact", "--seed=7", to(output));

    DropBlock dropBlock = regularizer(5);
    DropBlock dropout = regularizer(1);
    assertRow(run, "picture", "china.jpg (bundled)");
    assertRow(run, "as a tensor", Shape.nchw(1, 3, 427, 640).toString());
    assertRow(run, "feature maps", MAPS.toString());
    assertRow(run, "keepProb", "0.75 (probability to keep)");
    assertRow(run, "blockSize", "5");
    assertRow(run, "gamma", format("%.6f (rule EXACT)", dropBlock.gamma(MAPS)));
    assertRow(run, "seed", "7");
    assertRow(run, "  DropBlock", keptRow(dropBlock));
    assertRow(run, "  dropout", keptRow(dropout));
    KernelInfo kernel = KernelInfo.current();
    assertRow(run, "kernels", kernel.name() + ": " + kernel.reason());
  }

  private static DropBlock regularizer(int blockSize) {
    return DropBlock.builder()
        .keepProb(0.75)
        .blockSize(blockSize)
        .gammaRule(GammaRule.EXACT)
        .seed(7)
        .build();
  }

  private static String keptRow(DropBlock d) {
    return format("%8.4f  %8.4f", d.expectedKeptFraction(MAPS), d.sample(MAPS, 0).keptFraction());
  }

  private static void assertRow(Run run, String label, String value) {
    String row = format("%-15s %s", label, value);
    assertTrue(run.out().lines().anyMatch(row::equals), "no row <" + row + "> in\n" + run.out());
  }

  @Test
  void aSeedRepeatsItsPictures() throws IOException {
    Path again = output.resolve("again");
    Run.of("--seed=3", to(output));
    Run.of("--seed=3", to(again));

    assertEquals(-1, Files.mismatch(hero(output), hero(again)));
  }

  @Test
  void anotherSeedDrawsOtherMasks() throws IOException {
    Path other = output.resolve("other");
    Run.of("--seed=3", to(output));
    Run.of("--seed=4", to(other));

    assertTrue(Files.mismatch(hero(output), hero(other)) >= 0);
  }

  private static Path hero(Path directory) {
    return directory.resolve("dropout-dropblock.png");
  }

  @Test
  void theBoundsOfKeepProbAreAccepted() {
    assertEquals(0, Run.of("--keep-prob=0", to(output)).code());
    assertEquals(0, Run.of("--keep-prob=1", to(output)).code());
  }

  @Test
  void aPictureOfOnePixelIsEnough() throws IOException {
    Path file = output.resolve("pixel.png");
    Pictures.writePng(Pictures.blank(1, 1), file);

    Run run = Run.of("--block-size=2147483647", to(output), file.toString());

    assertEquals(0, run.code(), run.err());
    assertRow(run, "picture", file.toString());
  }

  @Test
  void helpAndVersionSucceed() {
    Run help = Run.of("--help");
    assertEquals(0, help.code());
    assertTrue(help.out().contains("--keep-prob"), help.out());

    Run version = Run.of("--version");
    assertEquals(0, version.code());
    assertTrue(version.out().matches("dropblock quickstart \\d+\\.\\d+\\S*\\R"), version.out());
  }

  private static String to(Path directory) {
    return "--output=" + directory;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
