package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A test of the page in a browser, which writes no message to the console. */
abstract class BrowserTest {
  static Chromium browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.on(Folders.SITE);
    browser.size(1280, 900, false);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      browser = null;
    }
  }

  @AfterEach
  void theConsoleHasNoMessage() {
    assertEquals(List.of(), browser.console());
  }
}
