package io.github.dropblock.playground;

import io.github.dropblock.playground.site.SingleFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Measures the page: the README says how to run it, and what it printed. */
public final class PageTimes {
  private static final int RUNS = 11;

  private PageTimes() {}

  /**
   * Prints sizes and times.
   *
   * @param args the folder of the page
   */
  public static void main(String[] args) throws IOException {
    Path site = Path.of(args[0]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(site)) {
      files = all.filter(Files::isRegularFile).filter(PageTimes::isLoaded).sorted().toList();
    }
    print("all that is loaded", files);
    print("of it, the library", List.of(site.resolve("classes.wasm")));
    print("one file", List.of(site.resolve(SingleFile.NAME)));
    print("ms to the first picture, browser started anew", firstPictures(site));
    print("ms after a change, 64 x 64, 16 channels, 1 sample", changes(site));
  }

  private static boolean isLoaded(Path file) {
    return !file.endsWith(SingleFile.NAME) && !file.toString().endsWith(".md");
  }

  private static void print(String what, List<Path> files) throws IOException {
    long bytes = 0;
    long compressed = 0;
    for (Path file : files) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        Files.copy(file, gzip);
      }
      bytes += Files.size(file);
      compressed += out.size();
    }
    System.out.printf("%s: %,d bytes, %,d by gzip%n", what, bytes, compressed);
  }

  private static void print(String what, ArrayList<Double> times) {
    Collections.sort(times);
    System.out.printf(
        "%s: median %.0f, %.0f to %.0f%n",
        what, times.get(times.size() / 2), times.get(0), times.get(times.size() - 1));
  }

  private static ArrayList<Double> firstPictures(Path site) throws IOException {
    ArrayList<Double> times = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      try (Chromium browser = Chromium.on(site)) {
        browser.open("");
        times.add(Double.valueOf(browser.text("return document.body.dataset.firstMs")));
      }
    }
    return times;
  }

  private static ArrayList<Double> changes(Path site) throws IOException {
    ArrayList<Double> times = new ArrayList<>();
    try (Chromium browser = Chromium.on(site)) {
      browser.open("height=64&width=64&channels=16&samples=1");
      for (int i = 0; i < 2 * RUNS; i++) {
        browser.set("seed", "" + i);
        times.add(Double.valueOf(browser.text("return document.body.dataset.renderMs")));
      }
    }
    return times;
  }
}
