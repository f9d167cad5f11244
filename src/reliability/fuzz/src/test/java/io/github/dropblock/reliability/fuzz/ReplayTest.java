package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.driver.FuzzedDataProviderImpl;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The checks of the fuzz tests on pseudo-random data, always the same: some of each in a moment.
 */
class ReplayTest {
  private static final int MAX_LENGTH = 400;

  private final SplittableRandom random = new SplittableRandom(20181030);

  @Test
  void shapes() {
    replay(5_000, ShapeCheck::check);
  }

  @Test
  void regularizers() {
    replay(1_000, RegularizerCheck::check);
  }

  @Test
  void schedules() {
    replay(5_000, ScheduleCheck::check);
  }

  @Test
  void smoothing() {
    replay(5_000, SmoothingCheck::check);
  }

  @Test
  void maps() {
    replay(5_000, MapCheck::check);
  }

  @Test
  void buffers() {
    replay(2_000, BufferCheck::check);
  }

  @Test
  void strides() {
    replay(1_000, StridesCheck::check);
  }

  @Test
  void bytes() {
    damaged(1_000, Seeds.bytes(), BytesCheck::check);
  }

  @Test
  void bodies() {
    damaged(2_000, Seeds.bodies(), BytesCheck::checkBody);
  }

  @Test
  void streams() {
    damaged(5_000, Seeds.streams(), StreamCheck::check);
  }

  private void replay(int times, Consumer<FuzzedDataProvider> check) {
    for (int i = 0; i < times; i++) {
      byte[] bytes = new byte[random.nextInt(MAX_LENGTH)];
      random.nextBytes(bytes);
      run(
          bytes,
          given -> {
            try (FuzzedDataProviderImpl data = FuzzedDataProviderImpl.withJavaData(given)) {
              check.accept(data);
            }
          });
    }
  }

  /** Good bytes of which up to three are changed. */
  private void damaged(int times, Stream<byte[]> good, Consumer<byte[]> check) {
    List<byte[]> seeds = good.toList();
    for (int i = 0; i < times; i++) {
      byte[] bytes = seeds.get(i % seeds.size()).clone();
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      run(bytes, check);
    }
  }

  private static void run(byte[] bytes, Consumer<byte[]> check) {
    try {
      check.accept(bytes);
    } catch (Throwable e) {
      // A file of these bytes among the inputs of the fuzz test makes it a case of its own.
      throw new AssertionError("with " + Base64.getEncoder().encodeToString(bytes), e);
    }
  }
}
