package io.github.dropblock;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The library with another name for each of its classes, as an obfuscator leaves it.
 *
 * <p>Names of classes stand in the constants of class files as {@code io/github/dropblock/Name},
 * also within descriptors. Strings of the program have no such form and stay.
 */
final class RenamedClasses extends ClassLoader {
  private static final Pattern NAME = Pattern.compile("(io/github/dropblock/(?:\\w+/)*)(\\w+)");
  private static final Pattern RENAMED = Pattern.compile("(?<=[/.])Q(\\w+)");

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  RenamedClasses() {
    super(null);
  }

  /** The renamed class. */
  static String renamed(String name) {
    return reversed(NAME, name.replace('.', '/')).replace('/', '.');
  }

  /** Reversed, so that no part of the old name is left; with a Q, so that it can be told. */
  private static String reversed(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + "Q" + new StringBuilder(found.group(2)).reverse()));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String original =
        RENAMED.matcher(name).replaceAll(q -> new StringBuilder(q.group(1)).reverse().toString());
    String file = "/" + original.replace('.', '/') + ".class";
    try (InputStream in = RenamedClasses.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = rewritten(in.readAllBytes(), text -> reversed(NAME, text));
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /**
   * A class file with other texts among its constants (Java Virtual Machine Specification, 4.4).
   */
  private static byte[] rewritten(byte[] file, UnaryOperator<String> text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(in.readLong()); // The magic number and the versions.
    int constants = in.readUnsignedShort();
    out.writeShort(constants);
    for (int i = 1; i < constants; i++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == UTF8) {
        out.writeUTF(text.apply(in.readUTF()));
      } else {
        out.write(in.readNBytes(lengths().get(tag)));
      }
      i += tag == LONG || tag == DOUBLE ? 1 : 0; // These take two places.
    }
    in.transferTo(out);
    return bytes.toByteArray();
  }

  /** The lengths of all constants but texts, by their tags. */
  private static Map<Integer, Integer> lengths() {
    Map<Integer, Integer> lengths = new HashMap<>();
    for (int tag : new int[] {3, 4, 9, 10, 11, 12, 17, 18}) {
      lengths.put(tag, 4);
    }
    for (int tag : new int[] {7, 8, 16, 19, 20}) {
      lengths.put(tag, 2);
    }
    lengths.put(LONG, 8);
    lengths.put(DOUBLE, 8);
    lengths.put(15, 3);
    return lengths;
  }
}
