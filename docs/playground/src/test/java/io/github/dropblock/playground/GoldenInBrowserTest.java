package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.playground.golden.GoldenRows;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        GoldenRowsTest.MASKS,
        GoldenRowsTest.REGULARIZERS,
        GoldenRowsTest.MULTIPLIERS,
        GoldenRowsTest.RATES,
        GoldenRowsTest.HOLES
      })
  void rowsAreThoseOfTheFileInTheBrowser(String file) throws IOException {
    List<String> rows = GoldenRowsTest.rows(file);
    Object here =
        browser.run("return arguments[1].map((row) => library.row(arguments[0], row))", file, rows);
    assertEquals(rows, here);
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
}
