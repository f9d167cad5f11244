package io.github.dropblock.benchmarks.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Records to and from files. */
public final class Json {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private Json() {}

  /** Writes a record, with a line for each component and for each element of a list. */
  public static void write(Path file, Object record) {
    JsonElement tree = GSON.toJsonTree(record);
    String text = tree instanceof JsonObject object ? lines(object) : GSON.toJson(tree);
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(JsonObject object) {
    return object.entrySet().stream()
        .map(entry -> "  " + GSON.toJson(entry.getKey()) + ": " + lines(entry.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}"));
  }

  private static String lines(JsonElement value) {
    if (!(value instanceof JsonArray array) || array.isEmpty()) {
      return GSON.toJson(value);
    }
    return StreamSupport.stream(array.spliterator(), false)
        .map(element -> "    " + GSON.toJson(element))
        .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
  }

  /** Reads a record. */
  public static <T> T read(Path file, Class<T> type) {
    try {
      return GSON.fromJson(Files.readString(file), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
