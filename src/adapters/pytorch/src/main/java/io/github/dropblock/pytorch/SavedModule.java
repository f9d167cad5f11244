package io.github.dropblock.pytorch;

import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.LayerState;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;

/**
 * Entries of a module in an archive: the bytes of the regularizer, of the schedule if there is one,
 * and of the state. They are no buffers of the module, since a conversion of the network to another
 * type converts its buffers too.
 *
 * @param regularizer the regularizer and the schedule
 * @param state the state of the count
 */
record SavedModule(ScheduledRegularizer regularizer, LayerState state) {
  private static final String REGULARIZER = "dropblock_regularizer";
  private static final String SCHEDULE = "dropblock_schedule";
  private static final String STATE = "dropblock_state";

  /** In place of a regularizer or a schedule that is the user's own code. */
  private static final byte[] CUSTOM = {0};

  void write(OutputArchive archive) {
    ByteEntries entries = new ByteEntries(archive);
    entries.write(REGULARIZER, orCustom(regularizer.regularizer()::toBytes));
    regularizer.schedule().ifPresent(s -> entries.write(SCHEDULE, orCustom(s::toBytes)));
    entries.write(STATE, state.toBytes());
  }

  private static byte[] orCustom(Supplier<byte[]> bytes) {
    try {
      return bytes.get();
    } catch (UnsupportedOperationException e) {
      return CUSTOM;
    }
  }

  /**
   * Reads what was written.
   *
   * @param present what the module has, of which parts remain that the archive does not hold
   * @return nothing if the archive is older than the module
   */
  static Optional<SavedModule> read(InputArchive archive, ScheduledRegularizer present) {
    Optional<byte[]> state = ByteEntries.read(archive, STATE);
    return state.map(bytes -> read(archive, present, LayerState.fromBytes(bytes)));
  }

  private static SavedModule read(
      InputArchive archive, ScheduledRegularizer present, LayerState state) {
    byte[] saved =
        ByteEntries.read(archive, REGULARIZER)
            .orElseThrow(() -> new IllegalArgumentException("archive must have " + REGULARIZER));
    Regularizer regularizer = regularizer(saved, present.regularizer(), state.seed());
    ScheduledRegularizer all =
        ByteEntries.read(archive, SCHEDULE)
            .map(bytes -> ScheduledRegularizer.of(regularizer, schedule(bytes, present)))
            .orElseGet(() -> ScheduledRegularizer.of(regularizer));
    return new SavedModule(all, state);
  }

  /**
   * What is not saved is the present one's: the threads, and all of a regularizer that is equal but
   * for the seed.
   */
  private static Regularizer regularizer(byte[] saved, Regularizer present, long seed) {
    if (!Arrays.equals(saved, CUSTOM)) {
      Regularizer read = Regularizer.fromBytes(saved);
      Regularizer same = present.seed() == seed ? present : present.withSeed(seed);
      return haveOneMap(read, same) ? same : read.withThreads(present.threads());
    }
    if (present instanceof CustomRegularizer) {
      return present.withSeed(seed);
    }
    throw new IllegalArgumentException(
        "the module must be made with the saved one's CustomRegularizer: " + present);
  }

  /** Of a function, the map has the name alone, or there is none. */
  private static boolean haveOneMap(Regularizer read, Regularizer present) {
    try {
      return read.toMap().equals(present.toMap());
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  private static KeepProbSchedule schedule(byte[] saved, ScheduledRegularizer present) {
    if (!Arrays.equals(saved, CUSTOM)) {
      return KeepProbSchedule.fromBytes(saved);
    }
    return present
        .schedule()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the module must be made with the saved one's schedule"));
  }
}
