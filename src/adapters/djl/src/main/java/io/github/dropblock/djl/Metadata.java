package io.github.dropblock.djl;

import ai.djl.MalformedModelException;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.LayerState;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a model's file says of a layer: its length in bytes, and that much JSON.
 *
 * @param regularizer the regularizer and the schedule
 * @param state where the layer stands
 */
record Metadata(ScheduledRegularizer regularizer, LayerState state) {
  /** Whole numbers stay whole: a double does not hold each seed. */
  private static final Gson GSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  /** In place of a regularizer or a schedule that is the user's own code. */
  private static final String CUSTOM = "custom";

  void write(DataOutputStream out) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("regularizer", orCustom(regularizer.regularizer()::toMap));
    regularizer.schedule().ifPresent(s -> map.put("schedule", orCustom(s::toMap)));
    map.put("state", state.toMap());
    byte[] json = GSON.toJson(map).getBytes(StandardCharsets.UTF_8);
    out.writeInt(json.length);
    out.write(json);
  }

  private static Object orCustom(Supplier<Map<String, Object>> map) {
    try {
      return map.get();
    } catch (UnsupportedOperationException e) {
      return CUSTOM;
    }
  }

  /**
   * Reads what was written.
   *
   * @param present what the layer has, of which parts remain that the file does not hold
   */
  static Metadata read(DataInputStream in, ScheduledRegularizer present)
      throws IOException, MalformedModelException {
    int length = in.readInt();
    try {
      byte[] json = in.readNBytes(length);
      if (json.length < length) {
        throw new EOFException(json.length + " of " + length + " bytes of a DropBlockLayer");
      }
      return of(
          asMap(GSON.fromJson(new String(json, StandardCharsets.UTF_8), Object.class)), present);
    } catch (IllegalArgumentException | JsonParseException e) {
      throw new MalformedModelException("The file's DropBlockLayer cannot be read", e);
    }
  }

  private static Metadata of(Map<String, ?> map, ScheduledRegularizer present) {
    LayerState state = LayerState.fromMap(asMap(map.get("state")));
    Regularizer regularizer =
        regularizer(map.get("regularizer"), present.regularizer(), state.seed());
    Object schedule = map.get("schedule");
    ScheduledRegularizer all =
        schedule == null
            ? ScheduledRegularizer.of(regularizer)
            : ScheduledRegularizer.of(regularizer, schedule(schedule, present));
    return new Metadata(all, state);
  }

  /**
   * What is not saved is the present one's: the threads, and all of a regularizer that is equal but
   * for the seed.
   */
  private static Regularizer regularizer(Object saved, Regularizer present, long seed) {
    if (!CUSTOM.equals(saved)) {
      Regularizer read = Regularizer.fromMap(asMap(saved));
      Regularizer same = present.seed() == seed ? present : present.withSeed(seed);
      return haveOneMap(read, same) ? same : read.withThreads(present.threads());
    }
    if (present instanceof CustomRegularizer) {
      return present.withSeed(seed);
    }
    throw new IllegalArgumentException(
        "the layer must be made with the saved one's CustomRegularizer: " + present);
  }

  /** Of a function, the map has the name alone, or there is none. */
  private static boolean haveOneMap(Regularizer read, Regularizer present) {
    try {
      return read.toMap().equals(present.toMap());
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  private static KeepProbSchedule schedule(Object saved, ScheduledRegularizer present) {
    if (!CUSTOM.equals(saved)) {
      return KeepProbSchedule.fromMap(asMap(saved));
    }
    return present
        .schedule()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the layer must be made with the saved one's schedule"));
  }

  /** The keys of what JSON calls an object are strings. */
  @SuppressWarnings("unchecked")
  private static Map<String, ?> asMap(Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, ?>) map;
    }
    throw new IllegalArgumentException("must be a map: " + value);
  }
}
