package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Any stream of Java serialization: refused, or a value that works; and no more memory than its
 * bytes account for.
 */
final class StreamCheck {
  private static final String LIBRARY = "io.github.dropblock.";

  /** What the library writes, since other classes in a stream are not its own affair. */
  private static final ObjectInputFilter FILTER =
      ObjectInputFilter.Config.createFilter(
          "maxarray=10000;maxdepth=20;" + LIBRARY + "**;java.lang.*;!*");

  /** Java looks up each class that a stream names, with its fields. */
  private static final int ALLOWED = 1 << 19;

  private StreamCheck() {}

  static void check(byte[] stream) {
    byte[] given = stream.clone();
    Optional<Object> value = read(stream);
    assertArrayEquals(given, stream);
    BytesCheck.checkMemory(() -> read(stream), stream.length, ALLOWED);
    value.ifPresent(read -> Kind.ALL.forEach(kind -> kind.checkIfOwn(read)));
  }

  private static Optional<Object> read(byte[] stream) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      in.setObjectInputFilter(FILTER);
      return Optional.ofNullable(in.readObject());
    } catch (IOException | ClassNotFoundException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      if (isOfTheLibrary(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Java itself may throw anything at what is no stream. */
  private static boolean isOfTheLibrary(RuntimeException e) {
    String checks = StreamCheck.class.getPackageName();
    return Arrays.stream(e.getStackTrace())
        .map(StackTraceElement::getClassName)
        .anyMatch(name -> name.startsWith(LIBRARY) && !name.startsWith(checks));
  }

  static byte[] write(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
