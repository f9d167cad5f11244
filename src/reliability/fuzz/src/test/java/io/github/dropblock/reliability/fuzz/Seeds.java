package io.github.dropblock.reliability.fuzz;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.BlockSize;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.GridMask;
import io.github.dropblock.Holes;
import io.github.dropblock.LayerState;
import io.github.dropblock.MapAxis;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Good values, from which the fuzzer starts to go wrong. */
final class Seeds {
  private static final int CHECKSUM_LENGTH = 4;

  private Seeds() {}

  static List<Regularizer> regularizers() {
    return List.of(
        DropBlock.builder().seed(1).build(),
        DropBlock.builder()
            .blockSize(BlockSize.ratio(.5))
            .fill(Fill.gaussian(1, 2))
            .seed(2)
            .build(),
        Dropout.of(.5, 3),
        SpatialDropout.of(.5, 4),
        DropPath.of(.5, 5),
        AlphaDropout.of(.5, 12),
        Cutout.of(2, 3, 6).withFill(Fill.constant(7)),
        Holes.randomErasing(.5, 7),
        Holes.bars(MapAxis.WIDTH, 2, 0, 3, 8),
        Holes.coarse(0, 3, BlockSize.square(1), BlockSize.square(2), 9),
        Patches.exactly(2, .5, 10),
        GridMask.of(3, 5, .5, 11).withProbability(.9));
  }

  static List<DropMask> masks() {
    DropBlock dropBlock = DropBlock.builder().blockSize(2).keepProb(.6).seed(7).build();
    return List.of(
        dropBlock.sample(Shape.nchw(2, 2, 5, 7), 3, 4),
        Dropout.of(.5, 8).withNormalization(Normalization.NONE).sample(Shape.ncw(0, 1, 9), 1),
        DropBlock.builder()
            .sharing(MaskSharing.ALL)
            .normalization(Normalization.PLANE)
            .fill(Fill.gaussian(0, 1))
            .seed(9)
            .build()
            .sample(Shape.ncdhw(2, 3, 2, 4, 4), 1),
        DropPath.of(.5, 10).sample(Shape.ncw(5, 2, 3), 1));
  }

  static List<KeepProbSchedule> schedules() {
    KeepProbSchedule cosine = KeepProbSchedule.cosine(1, .5, 10);
    return List.of(
        KeepProbSchedule.constant(.5),
        KeepProbSchedule.linear(1, .5, 10),
        KeepProbSchedule.polynomial(1, .5, 10, 2),
        KeepProbSchedule.step(new double[] {1, .7, .5}, new long[] {3, 5}),
        KeepProbSchedule.warmup(5, cosine).forGroup(2, 4));
  }

  static List<LayerState> states() {
    return List.of(new LayerState(1, 2, 3, 4, true));
  }

  /** Each as bytes. */
  static Stream<byte[]> bytes() {
    return Kind.ALL.stream().flatMap(Seeds::bytes);
  }

  private static <T> Stream<byte[]> bytes(Kind<T> kind) {
    return kind.seeds().stream().map(kind.toBytes());
  }

  /** Each in a stream of Java serialization. */
  static Stream<byte[]> streams() {
    return Kind.ALL.stream().flatMap(kind -> kind.seeds().stream()).map(StreamCheck::write);
  }

  /** Each as bytes without the checksum. */
  static Stream<byte[]> bodies() {
    return bytes().map(bytes -> Arrays.copyOf(bytes, bytes.length - CHECKSUM_LENGTH));
  }
}
