package io.github.dropblock.reliability.platforms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropMask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The library's jar as a bundle in Apache Felix, and a bundle that uses it. */
class BundleTest {
  private static final Path JAR = Program.placeOf(DropMask.class);

  @TempDir private Path folder;

  private Framework framework;
  private Bundle library;

  private void start(Map<String, String> options) throws BundleException {
    Map<String, String> configuration = new HashMap<>(options);
    configuration.put(Constants.FRAMEWORK_STORAGE, folder.toString());
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(configuration);
    framework.start();
    library = framework.getBundleContext().installBundle(JAR.toUri().toString());
    library.start();
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(0);
  }

  /** A bundle with one class, which imports the packages that the library exports. */
  private Bundle user() throws Exception {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "user");
    headers.putValue(
        Constants.IMPORT_PACKAGE,
        "io.github.dropblock,io.github.dropblock.schedule,io.github.dropblock.tensor");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String entry = BundledProgram.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
        InputStream code = BundledProgram.class.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
    }
    InputStream in = new ByteArrayInputStream(bytes.toByteArray());
    Bundle user = framework.getBundleContext().installBundle("user", in);
    user.start();
    return user;
  }

  private List<String> drawn(Bundle user) throws Exception {
    Class<?> program = user.loadClass(BundledProgram.class.getName());
    assertNotSame(BundledProgram.class, program);
    Object drawn = ((Callable<?>) program.getConstructor().newInstance()).call();
    List<String> lines = new ArrayList<>();
    ((List<?>) drawn).forEach(line -> lines.add((String) line));
    return lines;
  }

  @Test
  void aBundleDrawsTheSameMaskWithTheSameKernels() throws Exception {
    start(Map.of());
    assertEquals(Bundle.ACTIVE, library.getState());
    assertEquals(new BundledProgram().call(), drawn(user()));
    assertNotSame(DropMask.class, library.loadClass(DropMask.class.getName()));
  }

  /** Its imports are optional: the kernels are then scalar, and the bits are the same. */
  @Test
  void aFrameworkThatOffersNothingIsEnough() throws Exception {
    start(Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES, "org.osgi.framework"));
    List<String> drawn = drawn(user());
    assertEquals(new BundledProgram().call().get(0), drawn.get(0));
    assertEquals("scalar", drawn.get(1));
  }

  @Test
  void theHeadersNameTheBundleAndWhatItExports() throws Exception {
    start(Map.of());
    assertEquals("io.github.dropblock", library.getSymbolicName());
    String exports = library.getHeaders().get(Constants.EXPORT_PACKAGE);
    assertEquals(3, exports.split("version=", -1).length - 1, exports);
    assertTrue(!exports.contains("internal"), exports);
    String imports = library.getHeaders().get(Constants.IMPORT_PACKAGE);
    assertEquals(
        imports.split(",", -1).length,
        imports.split("resolution:=optional", -1).length - 1,
        imports);
  }

  @Test
  void aBundleCannotUseInternalPackages() throws Exception {
    start(Map.of());
    Bundle user = user();
    assertThrows(
        ClassNotFoundException.class,
        () -> user.loadClass("io.github.dropblock.internal.check.Check"));
  }

  /** With the module's descriptor, which a bundle ignores, and the metadata for native images. */
  @Test
  void theJarHasTheOtherDescriptorsToo() throws IOException, BundleException {
    start(Map.of());
    for (String name :
        List.of(
            "module-info.class",
            "META-INF/LICENSE",
            "META-INF/native-image/io.github.dropblock/dropblock/reachability-metadata.json")) {
      try (InputStream in = library.getEntry(name).openStream()) {
        assertTrue(in.read() >= 0, name);
      }
    }
  }
}
