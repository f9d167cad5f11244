package io.github.dropblock.djl;

import ai.djl.MalformedModelException;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model's file says of a layer: its length in bytes, and that much JSON.
 *
 * @param configuration the regularizer and the schedule
 * @param step the step of the next pass
 */
record Metadata(Configuration configuration, long step) {
  /** Whole numbers stay whole: a double does not hold each seed. */
  private static final Gson GSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  /** In place of a schedule that is the user's own code. */
  private static final String CUSTOM = "custom";

  void write(DataOutputStream out) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("regularizer", configuration.regularizer().toMap());
    if (configuration.schedule() != null) {
      map.put("schedule", scheduleOf(configuration));
    }
    map.put("step", step);
    byte[] json = GSON.toJson(map).getBytes(StandardCharsets.UTF_8);
    out.writeInt(json.length);
    out.write(json);
  }

  private static Object scheduleOf(Configuration configuration) {
    try {
      return configuration.schedule().toMap();
    } catch (UnsupportedOperationException e) {
      return CUSTOM;
    }
  }

  /**
   * Reads what was written.
   *
   * @param present the layer's configuration, of which parts remain that the file does not hold
   */
  static Metadata read(DataInputStream in, Configuration present)
      throws IOException, MalformedModelException {
    int length = in.readInt();
    try {
      byte[] json = in.readNBytes(length);
      if (json.length < length) {
        throw new EOFException(json.length + " of " + length + " bytes of a DropBlockLayer");
      }
      return of(mapOf(new String(json, StandardCharsets.UTF_8)), present);
    } catch (IllegalArgumentException | ClassCastException | JsonParseException e) {
      throw new MalformedModelException("The file's DropBlockLayer cannot be read", e);
    }
  }

  private static Map<?, ?> mapOf(String json) {
    Object value = GSON.fromJson(json, Object.class);
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("must be a map: " + value);
  }

  private static Metadata of(Map<?, ?> map, Configuration present) {
    Regularizer regularizer = regularizer(asMap(map.get("regularizer")), present.regularizer());
    if (!(map.get("step") instanceof Long step)) {
      throw new IllegalArgumentException("step must be a whole number: " + map.get("step"));
    }
    Draw.checkStep(step);
    Object saved = map.get("schedule");
    if (saved == null) {
      return new Metadata(Configuration.of(regularizer), step);
    }
    KeepProbSchedule schedule = schedule(saved, present.schedule());
    return new Metadata(Configuration.of((KeepProbRegularizer) regularizer, schedule), step);
  }

  private static KeepProbSchedule schedule(Object saved, KeepProbSchedule present) {
    if (!saved.equals(CUSTOM)) {
      return KeepProbSchedule.fromMap(asMap(saved));
    }
    if (present == null) {
      throw new IllegalArgumentException("the layer must be made with the saved one's schedule");
    }
    return present;
  }

  /** A regularizer that is as saved stays: it may be the user's own, or have its own threads. */
  private static Regularizer regularizer(Map<String, ?> saved, Regularizer present) {
    boolean equal = mapOf(GSON.toJson(present.toMap())).equals(saved);
    return equal ? present : Regularizer.fromMap(saved);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> asMap(Object value) {
    return (Map<String, ?>) value;
  }
}
