package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Masks that planes share, against unshared ones of the same seed: plane (n, c) of a shared mask is
 * plane (n, 0) of the unshared one with CHANNELS, plane (0, c) with BATCH, and plane (0, 0) with
 * ALL, where sample 0 is that of the whole batch.
 */
class MaskSharingTest {
  private static DropBlock shared(MaskCase c, MaskSharing sharing) {
    return DropBlock.builder()
        .keepProb(c.keepProb())
        .blockSize(BlockSize.of(c.blockD(), c.blockH(), c.blockW()))
        .gammaRule(c.rule())
        .seedRegion(c.region())
        .sharing(sharing)
        .seed(c.seed())
        .build();
  }

  @Property(tries = 300)
  @Domain(MaskCases.class)
  @Domain(DomainContext.Global.class)
  void eachPlaneIsOneOfTheUnsharedMask(@ForAll MaskCase c, @ForAll MaskSharing sharing) {
    Shape shape = c.shape();
    boolean bySample = sharing == MaskSharing.NONE || sharing == MaskSharing.CHANNELS;
    boolean byChannel = sharing == MaskSharing.NONE || sharing == MaskSharing.BATCH;
    DropMask unshared = bySample ? c.mask() : c.dropBlock().sample(shape.withN(1), c.step(), 0);
    List<float[]> expected = MaskData.planes(unshared);
    DropMask mask = shared(c, sharing).sample(shape, c.step(), c.firstSample());
    List<float[]> actual = MaskData.planes(mask);
    double dropped = 0;
    for (int i = 0; i < actual.size(); i++) {
      int n = bySample ? i / shape.c() : 0;
      int channel = byChannel ? i % shape.c() : 0;
      float[] plane = expected.get(n * shape.c() + channel);
      assertArrayEquals(plane, actual.get(i), () -> sharing + " " + c);
      dropped += MaskData.sum(plane);
    }
    assertEquals(shape.size() - (long) dropped, mask.keptCount());
  }

  /** The first plane is the same whatever planes follow, so it may be drawn alone. */
  @Property(tries = 200)
  @Domain(MaskCases.class)
  void channelsShareTheMaskOfATensorOfOneChannel(@ForAll MaskCase c) {
    Shape one = Shape.ncdhw(c.shape().n(), 1, c.shape().d(), c.shape().h(), c.shape().w());
    List<float[]> expected = MaskData.planes(c.dropBlock().sample(one, c.step(), c.firstSample()));
    List<float[]> actual =
        MaskData.planes(
            shared(c, MaskSharing.CHANNELS).sample(c.shape(), c.step(), c.firstSample()));
    for (int i = 0; i < actual.size(); i++) {
      assertArrayEquals(expected.get(i / c.shape().c()), actual.get(i), c::toString);
    }
  }

  @Property(tries = 100)
  @Domain(MaskCases.class)
  void samplesOfABatchShareOneMaskInEveryPartOfIt(@ForAll MaskCase c) {
    for (MaskSharing sharing : List.of(MaskSharing.BATCH, MaskSharing.ALL)) {
      DropBlock dropBlock = shared(c, sharing);
      float[] first = MaskData.dropped(dropBlock.sample(c.shape().withN(1), c.step(), 0));
      DropMask part = dropBlock.sample(c.shape(), c.step(), c.firstSample());
      for (int n = 0; n < c.shape().n(); n++) {
        assertArrayEquals(first, MaskData.samples(part, n, 1), c::toString);
      }
    }
  }

  /** Counts are those of the tensor, not of the bits: each bit counts as often as it is used. */
  @ParameterizedTest
  @CsvSource({"NONE,1", "CHANNELS,66", "BATCH,3", "ALL,198"})
  void keptPositionsCountForEachPlane(MaskSharing sharing, int planesOfBit) {
    MaskCase c = MaskCase.of(Shape.nchw(3, 66, 7, 9), 3, .7, 51);
    DropMask mask = shared(c, sharing).sample(c.shape(), 0);
    double dropped = MaskData.sum(MaskData.dropped(mask));
    assertEquals(0, dropped % planesOfBit);
    assertEquals(c.shape().size() - (long) dropped, mask.keptCount());
    assertEquals(1 - dropped / c.shape().size(), mask.keptFraction(), 1e-15);
    assertEquals((float) (c.shape().size() / (c.shape().size() - dropped)), mask.scale());
  }

  /** Some million bits are split between threads wherever a word ends, others are not split. */
  @ParameterizedTest
  @CsvSource({
    "CHANNELS,70,2,181,7,.9",
    "CHANNELS,64,1,184,1,.5",
    "BATCH,2,70,181,7,.9",
    "BATCH,3,2,997,3,.5",
    "ALL,2,2,1601,9,.9"
  })
  void threadsDoNotChangeASharedMask(
      MaskSharing sharing, int n, int c, int side, int block, double keepProb) {
    MaskCase large = MaskCase.of(Shape.nchw(n, c, side, side), block, keepProb, 52);
    DropBlock alone = shared(large, sharing).withThreads(Threads.none());
    DropMask expected = alone.sample(large.shape(), 3);
    Tensor y = expected.apply(large.integers());
    for (int threads : new int[] {2, 3, 5}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      DropMask mask = alone.withThreads(Threads.of(pool)).sample(large.shape(), 3);
      assertEquals(expected.keptCount(), mask.keptCount());
      assertEquals(y, mask.apply(large.integers()));
      pool.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource(MaskSharing.class)
  void aMaskDrawnAnewKeepsItsSharing(MaskSharing sharing) {
    MaskCase c = MaskCase.of(Shape.nchw(3, 66, 7, 9), 3, .7, 53);
    DropBlock dropBlock = shared(c, sharing);
    DropMask mask = dropBlock.sample(c.shape(), 0);
    for (long step = 1; step < 10; step++) {
      dropBlock.sampleInto(mask, step, 5 * step);
      DropMask fresh = dropBlock.sample(c.shape(), step, 5 * step);
      assertEquals(fresh.toTensor(), mask.toTensor());
      assertEquals(fresh.keptCount(), mask.keptCount());
      assertEquals(fresh.scale(), mask.scale());
    }
  }

  /** Of kinds that share bits alike, one may draw into the other's mask; else it is refused. */
  @Test
  void aMaskOfAnotherSharingIsRefused() {
    MaskCase c = MaskCase.of(Shape.nchw(3, 5, 7, 9), 3, .7, 54);
    List<List<Regularizer>> alike =
        List.of(
            List.of(shared(c, MaskSharing.NONE), Dropout.of(.5, 1)),
            List.of(shared(c, MaskSharing.CHANNELS), Cutout.of(1, 3, 1), Holes.randomErasing(1, 1)),
            List.of(shared(c, MaskSharing.BATCH)),
            List.of(shared(c, MaskSharing.ALL), Holes.ofBatch(BlockSize.square(3), 1)),
            List.of(SpatialDropout.of(.5, 1)),
            List.of(DropPath.of(.5, 1)),
            List.of(DropPath.ofBatch(.5, 1)));
    for (List<Regularizer> kind : alike) {
      for (Regularizer first : kind) {
        DropMask mask = first.sample(c.shape(), 1);
        for (List<Regularizer> other : alike) {
          other.forEach(second -> assertDraws(kind == other, second, mask));
        }
      }
    }
  }

  private static void assertDraws(boolean allowed, Regularizer regularizer, DropMask mask) {
    if (allowed) {
      regularizer.sampleInto(mask, 7, 8);
      assertEquals(regularizer.sample(mask.shape(), 7, 8).toTensor(), mask.toTensor());
      return;
    }
    byte[] before = mask.toBytes();
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> regularizer.sampleInto(mask, 7, 8));
    assertTrue(e.getMessage().matches("mask has one bit per .+, but \\w+ needs one per .+"));
    assertEquals(Arrays.toString(before), Arrays.toString(mask.toBytes()));
  }
}
