package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** Any bytes: rejected, or a value; and no more memory than the bytes account for. */
final class BytesCheck {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** For messages and stack traces. */
  private static final int ALLOWED = 1 << 17;

  /** Each byte may be a value of a list: a reference to a boxed number, in an array that grew. */
  private static final long ALLOWED_FOR_EACH_BYTE = 64;

  private BytesCheck() {}

  static void check(byte[] bytes) {
    Kind.ALL.forEach(kind -> check(kind, bytes));
  }

  /** The bytes with a checksum that is right: else no change of a byte would pass it. */
  static void checkBody(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    check(
        ByteBuffer.allocate(body.length + Integer.BYTES)
            .put(body)
            .putInt((int) crc.getValue())
            .array());
  }

  private static <T> void check(Kind<T> kind, byte[] bytes) {
    byte[] given = bytes.clone();
    Optional<T> value = Attempt.of(() -> kind.fromBytes().apply(bytes));
    assertArrayEquals(given, bytes);
    checkMemory(() -> Attempt.of(() -> kind.fromBytes().apply(bytes)), bytes.length, ALLOWED);
    value.ifPresent(kind::checkRead);
  }

  /** Not of the first call, which may load classes. */
  static void checkMemory(Runnable read, int length, int allowed) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    read.run();
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(
        allocated <= allowed + ALLOWED_FOR_EACH_BYTE * length,
        () -> allocated + " bytes for " + length);
  }
}
