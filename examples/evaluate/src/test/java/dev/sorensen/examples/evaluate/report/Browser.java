package dev.sorensen.examples.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium. Tests are skipped where it or its driver is not installed. */
final class Browser implements AutoCloseable {

  /** Tells of versions that it does not know; a field, or else the setting is forgotten. */
  private static final Logger TALK = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  Browser() {
    Optional<Path> chromium = installed("chromium");
    Optional<Path> chromedriver = installed("chromedriver");
    assumeTrue(
        chromium.isPresent() && chromedriver.isPresent(),
        "chromium and chromedriver are not both installed");
    TALK.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    LoggingPreferences all = new LoggingPreferences();
    all.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", all);
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get().toFile())
                .usingAnyFreePort()
                .build(),
            options);
  }

  private static Optional<Path> installed(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void open(Path page) {
    driver.get(page.toUri().toString());
  }

  void setWidth(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** Returns the texts of all elements that match and are shown. */
  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  /** Returns the value of an expression of JavaScript. */
  Object value(String expression) {
    return driver.executeScript("return " + expression);
  }

  /** The page itself must not be wider than the window, whatever is in it. */
  void assertFits() {
    assertThat((long) value("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo((long) value("document.documentElement.clientWidth"));
  }

  void assertQuiet() {
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
