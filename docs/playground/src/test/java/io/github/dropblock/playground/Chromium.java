package io.github.dropblock.playground;

import com.sun.net.httpserver.HttpServer;
import io.github.dropblock.playground.site.Serve;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, and a server of a folder on the loopback address. */
final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> BROWSERS =
      List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser");

  // Selenium warns that it does not know this version of the browser's protocol, which is not used.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final HttpServer server;
  private final ChromeDriver driver;

  private Chromium(HttpServer server, ChromeDriver driver) {
    this.server = server;
    this.driver = driver;
  }

  /** Starts them, or skips the test with a message. */
  static Chromium on(Path folder) throws IOException {
    Path driver = find(List.of("chromedriver"));
    Path browser = find(BROWSERS);
    Assumptions.assumeTrue(
        driver != null && browser != null,
        "skipped: no chromium and chromedriver in PATH (apt-get install chromium chromium-driver)");
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build();
    HttpServer server = Serve.start(folder, 0);
    try {
      return new Chromium(server, new ChromeDriver(service, options));
    } catch (RuntimeException e) {
      server.stop(0);
      throw e;
    }
  }

  private static Path find(List<String> names) {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
    return names.stream()
        .flatMap(
            name ->
                Stream.concat(folders.stream(), Stream.of("/usr/bin"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /** Opens the page with a state, as if from a link, and waits for the first picture. */
  Chromium open(String state) {
    driver.get("about:blank");
    driver.get(address() + "index.html#" + state);
    until("return document.body.dataset.firstMs || !document.getElementById('error').hidden");
    return this;
  }

  /** Opens any address. */
  void get(String address) {
    driver.get(address);
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  void until(String script) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(script)
        .until(
            d -> {
              Object value = run(script);
              return value != null && !value.equals(false) && !value.equals("");
            });
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  String text(String script, Object... arguments) {
    return String.valueOf(run(script, arguments));
  }

  WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** What a part of the page shows: its text, its label and its pictures. */
  String look(String css) {
    return text(
        "const part = document.querySelector(arguments[0]);"
            + "const all = [part, ...part.querySelectorAll('canvas')];"
            + "return part.textContent + (part.getAttribute('aria-label') ?? '')"
            + " + all.map((c) => c.toDataURL ? c.toDataURL() : '').join()",
        css);
  }

  double number(String css) {
    return Double.parseDouble(element(css).getText());
  }

  String address(String part) {
    return text("return location." + part);
  }

  /** Runs something in pages that have no WebAssembly. */
  void withoutWebAssembly(Runnable test) {
    String command = "Page.addScriptToEvaluateOnNewDocument";
    Object id =
        driver.executeCdpCommand(command, Map.of("source", "delete WebAssembly")).get("identifier");
    try {
      test.run();
    } finally {
      driver.executeCdpCommand(
          "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", id));
    }
  }

  /** Types a value into a knob, or chooses it. */
  void set(String knob, String value) {
    run(
        "const f = document.querySelector(`[name=${arguments[0]}]`); setKnob(f.name, arguments[1]);"
            + "f.dispatchEvent(new Event('input', {bubbles: true}))",
        knob,
        value);
  }

  void size(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Writes a picture of the whole page. */
  void screenshot(String name) throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
    Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** What the page wrote to the console, with warnings. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
    server.stop(0);
  }
}
