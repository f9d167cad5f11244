package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.playground.golden.GoldenRows;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the contract's files in a real browser, bit for bit. */
class GoldenInBrowserTest {
  private static Chromium browser;

  @BeforeAll
  static void openThePage() throws IOException {
    browser = Chromium.on(Folders.GOLDEN);
    Files.writeString(
        Folders.GOLDEN.resolve("index.html"),
        """
        <!DOCTYPE html><link rel="icon" href="data:,">
        <script src="classes.wasm-runtime.js"></script>
        <script>
        let library = null;
        TeaVM.wasmGC.load('classes.wasm').then((loaded) => { library = loaded.exports; });
        </script>
        """);
    browser.get(browser.address());
    browser.until("return library !== null");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  static List<String> files() throws IOException {
    return GoldenRowsTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void rowsAreThoseOfTheFileInTheBrowser(String file) throws IOException {
    List<String> rows = GoldenRowsTest.rows(file);
    Object here =
        browser.run("return arguments[1].map((row) => library.row(arguments[0], row))", file, rows);
    List<?> computed = (List<?>) here;
    assertEquals(
        List.of(),
        IntStream.range(0, rows.size())
            .filter(i -> !rows.get(i).equals(computed.get(i)))
            .mapToObj(i -> "file " + rows.get(i) + ", here " + computed.get(i))
            .toList());
  }

  @Test
  void aChangedSeedGivesAnotherRow() throws IOException {
    String row = GoldenRowsTest.rows(GoldenRowsTest.REGULARIZERS).get(0);
    String other = row.replace(",42,", ",43,");
    String here =
        browser.text(
            "return library.row(arguments[0], arguments[1])", GoldenRowsTest.REGULARIZERS, other);
    assertEquals(GoldenRows.row(GoldenRowsTest.REGULARIZERS, other), here);
    assertEquals(false, here.equals(other));
  }

  @Test
  void numbersAreReadAsTheJvmReadsThem() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> numbers =
        Stream.concat(
                Stream.of("0.1", ".5", "1.", "1e-3", "-0.0", "4.9E-324", "1.7976931348623157E308"),
                IntStream.range(0, 5000)
                    .mapToObj(
                        i ->
                            i % 2 == 0
                                ? "" + random.nextDouble()
                                : "" + Double.longBitsToDouble(random.nextLong() >>> 2)))
            .toList();
    Object here = browser.run("return arguments[0].map((text) => library.bits(text))", numbers);
    assertEquals(
        numbers.stream()
            .map(n -> String.format("%016x", Double.doubleToRawLongBits(Double.parseDouble(n))))
            .toList(),
        here);
  }
}
