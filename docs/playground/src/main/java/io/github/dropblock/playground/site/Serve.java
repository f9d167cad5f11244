package io.github.dropblock.playground.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Server of static files on the loopback address, to look at the page. */
public final class Serve {
  private static final int PORT = 8000;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "wasm", "application/wasm",
          "jpg", "image/jpeg");

  private Serve() {}

  /**
   * Serves a folder until the program is stopped.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    start(Path.of(args[0]), PORT);
    System.out.println("http://localhost:" + PORT + "/ (stop with Ctrl-C)");
    Thread.currentThread().join();
  }

  /**
   * Starts a server.
   *
   * @param port the port, or 0 for any that is free
   */
  public static HttpServer start(Path folder, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", exchange -> answer(exchange, folder.toAbsolutePath().normalize()));
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, Path folder) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getPath().substring(1);
      Path file = folder.resolve(name.isEmpty() ? "index.html" : name).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String extension = name.isEmpty() ? "html" : name.substring(name.lastIndexOf('.') + 1);
      exchange
          .getResponseHeaders()
          .set("Content-Type", TYPES.getOrDefault(extension, "application/octet-stream"));
      byte[] bytes = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
