package io.github.dropblock.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each recipe has the gamma of its original's formula, and its masks the original's sharing. */
class PeerRecipesTest {
  private static final double P = 0.2;
  private static final Shape MAPS = Shape.nchw(64, 8, 14, 14);

  @ParameterizedTest
  @CsvSource({"14, 14, 7", "28, 14, 7", "9, 12, 4", "7, 7, 7", "5, 8, 1"})
  void gammasAreTheirs(int h, int w, int b) {
    Shape shape = Shape.nchw(1, 1, h, w);
    double equationOne = P * h * w / (b * b) / ((h - b + 1) * (w - b + 1));
    double tolerance = 1e-14;
    assertEquals(equationOne, PeerRecipes.torchvision(P, b).build().gamma(shape), tolerance);
    assertEquals(equationOne, PeerRecipes.paddle(P, b).build().gamma(shape), tolerance);
    assertEquals(.5 * equationOne, PeerRecipes.timm(P, b, .5).build().gamma(shape), tolerance);
    assertEquals(P / (b * b), PeerRecipes.miguelvr(P, b, shape).build().gamma(shape), tolerance);
  }

  @Test
  void miguelvrInThreeDimensionsDividesByTheCube() {
    Shape shape = Shape.ncdhw(1, 1, 8, 9, 10);
    assertEquals(P / 27, PeerRecipes.miguelvr(P, 3, shape).build().gamma(shape), 1e-14);
  }

  @Test
  void channelsShareAMaskWhereTheirsDo() {
    assertTrue(channelsAgree(PeerRecipes.timm(P, 7, 1).seed(1).build().sample(MAPS, 0)));
    assertTrue(channelsAgree(PeerRecipes.miguelvr(P, 7, MAPS).seed(1).build().sample(MAPS, 0)));
    assertTrue(!channelsAgree(PeerRecipes.torchvision(P, 7).seed(1).build().sample(MAPS, 0)));
    assertTrue(!channelsAgree(PeerRecipes.paddle(P, 7).seed(1).build().sample(MAPS, 0)));
  }

  private static boolean channelsAgree(DropMask mask) {
    for (int i = 0; i < MAPS.n() * MAPS.planeSize(); i++) {
      int n = i / MAPS.planeSize();
      int y = i % MAPS.planeSize() / MAPS.w();
      for (int c = 1; c < MAPS.c(); c++) {
        if (mask.isKept(n, c, y, i % MAPS.w()) != mask.isKept(n, 0, y, i % MAPS.w())) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void onlyNoiseIsUnscaled() {
    DropMask noisy = PeerRecipes.timmWithNoise(P, 7, 1).build().sample(MAPS, 0);
    assertTrue(noisy.hasFill());
    assertEquals(1f, noisy.scale());
    assertNotEquals(1f, PeerRecipes.timm(P, 7, 1).seed(1).build().sample(MAPS, 0).scale());
  }

  /** docs/peers.md: from how many kept positions on an epsilon is lost in a float. */
  @Test
  void epsilonsAreLostInFloats() {
    assertEquals(31, lastThatChanges(1e-6f));
    assertEquals(1, lastThatChanges(1e-7f));
  }

  private static int lastThatChanges(float epsilon) {
    int last = 0;
    for (int kept = 1; kept < 1000; kept++) {
      if (kept + epsilon != (float) kept) {
        last = kept;
      }
    }
    return last;
  }
}
