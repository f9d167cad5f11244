package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Regularizers are equal by kind and configuration. */
class RegularizerEqualityTest {
  @Test
  void eachDiffersFromAllOthers() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.9).blockSize(3).seed(1).build();
    Holes holes = Holes.randomErasing(1, 1);
    List<Regularizer> all =
        List.of(
            dropBlock,
            dropBlock.withSeed(2),
            dropBlock.withKeepProb(.8),
            dropBlock.withNormalization(Normalization.NONE),
            dropBlock.withFill(Fill.constant(1)),
            Dropout.of(.9, 1),
            Dropout.of(.9, 1).withSharing(MaskSharing.BATCH),
            SpatialDropout.of(.9, 1),
            SpatialDropout.of(.9, 1).withSharing(MaskSharing.BATCH),
            AlphaDropout.of(.9, 1),
            AlphaDropout.ofPlanes(.9, 1),
            dropBlock.withFill(Fill.constant(1, 2)),
            dropBlock.withFill(Fill.perChannel(1, 2)),
            dropBlock.withFill(Fill.perChannel(1, 3)),
            dropBlock.withFill(Fill.gaussian(1, 2)),
            dropBlock.withFill(Fill.gaussian(1, 2, 0, 3)),
            dropBlock.withFill(Fill.uniform(1, 2)),
            DropPath.of(.9, 1),
            DropPath.ofBatch(.9, 1),
            Cutout.of(1, 3, 1),
            Cutout.of(2, 3, 1),
            holes,
            holes.withSeed(2),
            holes.toBuilder().probability(.5).build(),
            holes.toBuilder().holes(0, 1).build(),
            holes.toBuilder().holes(1, 2).build(),
            holes.toBuilder().size(HoleSize.area(.1, .3, .5, 2)).build(),
            holes.toBuilder().size(HoleSize.of(BlockSize.square(3))).build(),
            holes.toBuilder().size(HoleSize.bar(MapAxis.HEIGHT, 1, 3)).build(),
            holes.toBuilder().size(HoleSize.bar(MapAxis.WIDTH, 1, 3)).build(),
            holes.toBuilder().seedRegion(SeedRegion.WHOLE).build(),
            holes.toBuilder().sharing(MaskSharing.NONE).build(),
            holes.toBuilder().inverse(true).build(),
            Patches.of(3, .9, 1),
            Patches.of(4, .9, 1),
            Patches.of(3, .9, 1).withSharing(MaskSharing.NONE),
            Patches.exactly(3, .9, 1),
            GridMask.of(3, .5, 1),
            GridMask.of(3, 4, .5, 1),
            GridMask.of(3, .4, 1),
            GridMask.of(3, .5, 1).withProbability(.9),
            GridMask.of(3, .5, 1).withInverse(true),
            GridMask.of(3, .5, 1).withSharing(MaskSharing.ALL));
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        if (i == j) {
          assertEquals(all.get(i), Regularizer.fromMap(all.get(j).toMap()));
        } else {
          assertNotEquals(all.get(i), all.get(j));
          assertNotEquals(all.get(i).hashCode(), all.get(j).hashCode());
        }
      }
    }
  }

  @Test
  void threadsDoNotMatter() {
    Dropout dropout = Dropout.of(.9, 1);
    assertEquals(dropout, dropout.withThreads(Threads.none()));
    assertEquals(dropout.hashCode(), dropout.withThreads(Threads.none()).hashCode());
  }
}
