package io.github.dropblock.accuracy.occlusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.scene.Photographs;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OcclusionTest {
  private static final int SIDE = 28;
  private static final int COUNT = 200;
  private static final byte LEVEL = (byte) 200;
  private static final byte MEAN = 73;

  /** White images, each class at its own level, so that changed pixels show. */
  private static Images images() {
    byte[] pixels = new byte[COUNT * SIDE * SIDE];
    byte[] labels = new byte[COUNT];
    for (int n = 0; n < COUNT; n++) {
      labels[n] = (byte) (n % 10);
      Arrays.fill(pixels, n * SIDE * SIDE, (n + 1) * SIDE * SIDE, (byte) (LEVEL + labels[n]));
    }
    return new Images(SIDE, SIDE, pixels, labels);
  }

  private static Images occluded(OccluderKind kind, OccluderSize size) throws IOException {
    return new Occlusion(kind, size).of(images(), Photographs.read());
  }

  private static BitSet changed(Images occluded) {
    Images clean = images();
    BitSet changed = new BitSet();
    for (int i = 0; i < clean.pixels().length; i++) {
      changed.set(i, clean.pixels()[i] != occluded.pixels()[i]);
    }
    return changed;
  }

  @Test
  void imagesAreTheSameEachTimeAndKeepTheirLabels() throws IOException {
    for (Occlusion occlusion : Occlusion.all()) {
      Images first = occlusion.of(images(), Photographs.read());

      assertArrayEquals(first.pixels(), occlusion.of(images(), Photographs.read()).pixels());
      assertArrayEquals(images().labels(), first.labels());
    }
    assertEquals(18, Occlusion.all().size());
  }

  @Test
  void rectanglesLieAtTheSamePlacesWhateverFillsThem() throws IOException {
    BitSet black = changed(occluded(OccluderKind.BLACK, OccluderSize.MEDIUM));

    assertEquals(black, changed(occluded(OccluderKind.MEAN, OccluderSize.MEDIUM)));
    assertEquals(black, changed(occluded(OccluderKind.ITEM, OccluderSize.MEDIUM)));
    BitSet noise = changed(occluded(OccluderKind.NOISE, OccluderSize.MEDIUM));
    noise.andNot(black);
    assertTrue(noise.isEmpty(), "noise outside the rectangles");
    BitSet photograph = changed(occluded(OccluderKind.PHOTOGRAPH, OccluderSize.MEDIUM));
    photograph.andNot(black);
    assertTrue(photograph.isEmpty(), "a photograph outside the rectangles");
  }

  @ParameterizedTest
  @EnumSource(OccluderSize.class)
  void eachSizeHidesAsMuchAsItSays(OccluderSize size) throws IOException {
    for (OccluderKind kind : new OccluderKind[] {OccluderKind.BLACK, OccluderKind.BARS}) {
      double share =
          (double) changed(occluded(kind, size)).cardinality() / images().pixels().length;

      // Of 200 images, the mean has a standard error of about 0.004; the seed is fixed.
      assertEquals(new Occlusion(kind, size).hidden(SIDE), share, 0.02);
    }
  }

  @Test
  void largerOccludersHideMore() {
    for (OccluderKind kind : OccluderKind.values()) {
      double small = new Occlusion(kind, OccluderSize.SMALL).hidden(SIDE);
      double medium = new Occlusion(kind, OccluderSize.MEDIUM).hidden(SIDE);
      double large = new Occlusion(kind, OccluderSize.LARGE).hidden(SIDE);

      assertTrue(0.05 < small && small < medium && medium < large && large < 0.45);
    }
  }

  @Test
  void fillsHaveTheirLevels() throws IOException {
    int first = changed(occluded(OccluderKind.BLACK, OccluderSize.SMALL)).nextSetBit(0);

    assertEquals(0, occluded(OccluderKind.BLACK, OccluderSize.SMALL).pixels()[first]);
    assertEquals(MEAN, occluded(OccluderKind.MEAN, OccluderSize.SMALL).pixels()[first]);
    int bar = changed(occluded(OccluderKind.BARS, OccluderSize.SMALL)).nextSetBit(0);
    assertEquals(MEAN, occluded(OccluderKind.BARS, OccluderSize.SMALL).pixels()[bar]);
  }

  @Test
  void barsGoThroughWholeColumns() throws IOException {
    BitSet changed = changed(occluded(OccluderKind.BARS, OccluderSize.LARGE));
    for (int i = 0; i < SIDE * SIDE * COUNT; i++) {
      int top = i / (SIDE * SIDE) * SIDE * SIDE + i % SIDE;

      assertEquals(changed.get(top), changed.get(i));
    }
  }

  @Test
  void partnersAreOfAnotherClass() {
    Images partners = Occlusion.partners(images());

    for (int n = 0; n < COUNT; n++) {
      assertNotEquals(images().label(n), partners.label(n));
    }
  }
}
