package io.github.dropblock.reliability.soak.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropMask;
import io.github.dropblock.Dropout;
import io.github.dropblock.internal.random.Threefry;
import io.github.dropblock.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GeneratorCommandTest {
  private final StringWriter err = new StringWriter();

  private int run(OutputStream out, String... args) {
    return new CommandLine(new GeneratorCommand(out))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private ByteBuffer words(String source, int bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, run(out, "--source", source, "--seed", "5", "--bytes", "" + bytes));
    assertEquals(bytes, out.size());
    return ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long[] block(long seed, long step, long sample, long counter) {
    long[] pair = new long[2];
    Threefry.block(seed, step, sample, counter, pair, 0, 1);
    return pair;
  }

  @Test
  void threefryGoesOnBlockByBlock() {
    ByteBuffer words = words("threefry", 3 * WordSource.CHUNK);
    for (int i = 0; words.hasRemaining(); i++) {
      long[] pair = block(5, 0, 0, i);
      assertEquals(pair[0], words.getLong());
      assertEquals(pair[1], words.getLong());
    }
  }

  /** Word by word: the seed, step, sample and unit of each stream. */
  @ParameterizedTest
  @CsvSource({
    "0,5,0,0,0",
    "1,5,0,0,1",
    "3,5,0,0,3",
    "4,5,0,1,0",
    "63,5,0,15,3",
    "64,5,1,0,0",
    "16383,5,255,15,3",
    "16384,6,0,0,0",
    "262143,20,255,15,3"
  })
  void unitsAreTheFirstWordsOfNeighbors(int i, long seed, long step, long sample, long unit) {
    ByteBuffer words = words("units", 2 * WordSource.CHUNK);
    assertEquals(block(seed, step, sample, unit << 32)[0], words.getLong(i * Long.BYTES));
  }

  @Test
  void masksAreBitsOfDropout() {
    ByteBuffer words = words("masks", 2 * WordSource.CHUNK);
    DropMask second = Dropout.of(.5, 5).sample(Shape.nchw(16, 64, 128, 64), 1);
    for (int w = 0; w < 64; w++) {
      long bits = words.getLong(WordSource.CHUNK + 127 * 8);
      assertEquals(!second.isKept(0, 0, 127, w), (bits >>> w & 1) == 1);
    }
  }

  @Test
  void lanesAreBitsOfSmallMaps() {
    ByteBuffer words = words("lanes", 2 * WordSource.CHUNK);
    DropMask second = Dropout.of(.5, 5).sample(Shape.nchw(16384, 64, 8, 1), 1);
    for (int channel = 0; channel < 64; channel++) {
      long bits = words.getLong(WordSource.CHUNK + 64 * 100 + 8 * (channel / 8));
      for (int h = 0; h < 8; h++) {
        int bit = 8 * (channel % 8) + h;
        assertEquals(!second.isKept(100, channel, h, 0), (bits >>> bit & 1) == 1);
      }
    }
  }

  @Test
  void anyNumberOfBytes() {
    words("threefry", 0);
    words("threefry", WordSource.CHUNK + 1);
  }

  @Test
  void endsWhenNobodyReads() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertEquals(0, run(closed));
    assertTrue(err.toString().contains("Broken pipe"));
  }

  @ParameterizedTest
  @CsvSource({"--bytes,-1", "--source,dice", "--seed,x"})
  void wrongOptions(String option, String value) {
    assertEquals(2, run(OutputStream.nullOutputStream(), option, value));
    assertTrue(err.toString().contains(option));
  }
}
