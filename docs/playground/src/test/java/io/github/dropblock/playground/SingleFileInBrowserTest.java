package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.playground.site.SingleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as one file, opened without a server. */
class SingleFileInBrowserTest {
  @Test
  void oneFileShowsWhatThePageShows(@TempDir Path folder) throws IOException {
    String name = "page.html";
    Path file = Files.copy(Folders.SITE.resolve(SingleFile.NAME), folder.resolve(name));
    String content = Files.readString(file);
    assertFalse(content.contains(" src="), "it loads nothing");
    try (Chromium browser = Chromium.on(Folders.SITE)) {
      String state = "keepProb=0.6&seed=5";
      browser.open(state);
      String photo = browser.text("return photo.toDataURL()");
      browser.get(file.toUri() + "#" + state);
      browser.until("return document.body.dataset.firstMs");
      assertEquals(photo, browser.text("return photo.toDataURL()"));
      assertTrue(browser.address("href").startsWith("file:"));
      browser.set("seed", "6");
      assertEquals("#seed=6", browser.address("hash").replace("keepProb=0.6&", ""));
      assertEquals(List.of(), browser.console());
    }
  }
}
