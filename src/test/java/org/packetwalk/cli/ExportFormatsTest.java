package org.packetwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What is exported is read by readers that know nothing of this program. */
class ExportFormatsTest {
    private static final String LAB = "assets/labs/own-address.sh";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"own-address, en", "own-address, zh", "lo-is-down, en", "other-namespace, en"})
    void anSvgIsWellFormedAndNeedsNothingOutside(String lab, String language) throws Exception {
        String svg = export("assets/labs/" + lab + ".sh", "svg", "--lang", language);

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(folder.resolve("walk.svg").toFile());
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .startsWith("$ ");
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .isNotBlank();
        assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(20);
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "href", "url(", "<script");
    }

    @Test
    void aTextWithMarkupIsOnlyText() throws Exception {
        Path lab = folder.resolve("markup.sh");
        Files.writeString(lab, """
                # title: </script><script>alert(1)</script> & "more"

                ip netns add a
                ip -n a link set lo up
                # probe: one
                ip netns exec a ping -c1 -W1 127.0.0.1
                """);

        String svg = export(lab.toString(), "svg");
        String html = export(lab.toString(), "html");
        String handout = export(lab.toString(), "handout");

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("walk.svg").toFile());
        assertThat(svg).doesNotContain("<script");
        assertThat(html).doesNotContain("<script>alert");
        assertThat(handout).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void thePlayerHoldsEveryStepAndNeedsNothingOutside(String language) throws Exception {
        String html = export(LAB, "html", "--lang", language);

        JsonObject walk = data(html);
        int shapes = walk.getAsJsonArray("shapes").size();
        List<String> whys = new ArrayList<>();
        for (JsonElement step : walk.getAsJsonArray("steps")) {
            whys.add(step.getAsJsonObject().get("why").getAsString());
            for (JsonElement number : step.getAsJsonObject().getAsJsonArray("shapes")) {
                assertThat(number.getAsInt()).isBetween(0, shapes - 1);
            }
        }
        assertThat(whys).hasSize(steps(language)).allMatch(why -> why.startsWith("<h2>"));
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "href", "url(", " src=");
    }

    @Test
    void theFilmHasAFrameForEveryStepAndEndsAsTheLastStepLooks() throws Exception {
        export(LAB, "gif");
        export(LAB, "png", "--step", "" + steps("en"));

        try (ImageInputStream in =
                ImageIO.createImageInputStream(folder.resolve("walk.gif").toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(steps("en"));
            assertThat(comment(reader, 2))
                    .startsWith("$ ping -c1 -W1 10.141.155.131 · Step 3 of " + steps("en") + " · ")
                    .contains("Does my own address use the cable?");
            BufferedImage last = played(reader);
            BufferedImage picture = ImageIO.read(folder.resolve("walk.png").toFile());
            assertThat(last.getWidth() * 2).isEqualTo(picture.getWidth());
            // a film is as high as its longest sentence needs
            assertThat(last.getHeight() * 2).isGreaterThanOrEqualTo(picture.getHeight());
            assertThat(differing(last.getSubimage(0, 0, last.getWidth(), picture.getHeight() / 2), picture))
                    .as("share of pixels that differ by more than a shade")
                    .isLessThan(0.02);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "before-kernel-4.1, en, older kernel 3.10",
        "lvs-direct-routing, en, not recorded on a kernel",
        "listings-of-older-articles, zh, 旧内核 3.10"
    })
    void aPictureSaysWhatIsToBeKnownOfItsLab(String lab, String language, String mark) throws IOException {
        assertThat(export("assets/labs/" + lab + ".sh", "svg", "--lang", language))
                .contains(" · " + mark);
    }

    @Test
    void markdownHasAHeadingForEveryStep() throws IOException {
        String text = export(LAB, "markdown");

        assertThat(text).startsWith("# `ping -c1 -W1 10.141.155.131`\n");
        assertThat(text.lines().filter(line -> line.startsWith("## "))).hasSize(steps("en"));
    }

    @Test
    void textIsWhatTheCommandWalkPrints() throws IOException {
        String text = export(LAB, "text", "--grain", "layer");

        assertThat(text).isEqualTo(Run.of("walk", LAB, "--grain", "layer").out());
    }

    @ParameterizedTest
    @CsvSource({"own-address, 2", "other-namespace, 8"})
    void wiresharkReadsThePacketsOfEveryDeviceWithoutAFault(String lab, int packets) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "tshark is not installed: not checked with it");
        export("assets/labs/" + lab + ".sh", "pcapng");

        List<String> lines = tshark("-T", "fields", "-e", "frame.interface_name", "-e", "frame.comment");

        assertThat(lines).hasSize(packets).allMatch(line -> line.matches("[^/]+/\\S+\t.+"));
        assertThat(tshark("-Y", "_ws.malformed || _ws.expert.severity == error"))
                .isEmpty();
    }

    @Test
    void wiresharkSeesTheFieldsThatWereSent() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "tshark is not installed: not checked with it");
        export(LAB, "pcapng", "--device", "web-1/lo");

        assertThat(tshark(
                        "-T",
                        "fields",
                        "-e",
                        "frame.interface_name",
                        "-e",
                        "frame.time_epoch",
                        "-e",
                        "ip.src",
                        "-e",
                        "ip.dst",
                        "-e",
                        "ip.ttl",
                        "-e",
                        "ip.checksum.status",
                        "-e",
                        "icmp.type",
                        "-e",
                        "icmp.checksum.status",
                        "-e",
                        "frame.len",
                        "-o",
                        "ip.check_checksum:TRUE"))
                .hasSize(2)
                .allMatch(line -> line.matches("web-1/lo\\t0\\.\\d{9}\\t.*"))
                .anyMatch(line -> line.matches(".*\t10.141.155.131\t10.141.155.131\t64\t1\t8\t1\t98"))
                .anyMatch(line -> line.matches(".*\t10.141.155.131\t10.141.155.131\t64\t1\t0\t1\t98"));
    }

    @Test
    void aDeviceThatSawNothingIsRefusedWithThoseThatDid() {
        Run run = Run.of("export", LAB, "--format", "pcapng", "--device", "web-1/eth0", "-o", "" + folder);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("web-1/eth0: it has seen no packet; these have: web-1/lo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own-address", "vip-on-lo", "which-table-first"})
    void chromiumDrawsAnSvg(String lab) throws Exception {
        export("assets/labs/" + lab + ".sh", "svg");
        Path picture = folder.resolve("seen.png");

        chromium("--screenshot=" + picture, "--window-size=1154,760", "file://" + folder.resolve("walk.svg"));
        export("assets/labs/" + lab + ".sh", "png");

        BufferedImage seen = ImageIO.read(picture.toFile());
        BufferedImage own = ImageIO.read(folder.resolve("walk.png").toFile());
        int height = Math.min(seen.getHeight(), own.getHeight() / 2);
        assertThat(differing(seen.getSubimage(0, 0, 1154, height), own))
                .as("share of pixels that the browser draws clearly otherwise, with the fonts it has")
                .isLessThan(0.04);
    }

    @ParameterizedTest
    @CsvSource({"own-address, en", "vip-on-lo, zh"})
    void chromiumStepsThePlayerToTheEndAndBack(String lab, String language) throws Exception {
        String html = export("assets/labs/" + lab + ".sh", "html", "--lang", language);
        int steps = data(html).getAsJsonArray("steps").size();
        Files.writeString(folder.resolve("stepped.html"), html + """
                <script>
                var seen = [];
                var look = function () {
                  seen.push(document.getElementById('number').textContent + '|' + document.querySelectorAll('#shapes *').length
                    + '|' + document.querySelector('#why h2').textContent.length);
                };
                document.getElementById('first').click(); look();
                for (var i = 1; i < %1$d; i++) { document.getElementById('forward').click(); look(); }
                for (var i = 1; i < %1$d; i++) { document.getElementById('back').click(); look(); }
                document.body.innerHTML = '<pre>' + seen.join('\\n') + '</pre>';
                </script>
                """.formatted(steps));

        String dom = chromium("--dump-dom", "file://" + folder.resolve("stepped.html"));

        List<String> seen = dom.substring(dom.indexOf("<pre>") + 5, dom.indexOf("</pre>"))
                .lines()
                .toList();
        assertThat(seen).hasSize(2 * steps - 1);
        assertThat(seen.subList(0, steps))
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches(".+\\|\\d{2,}\\|[1-9]\\d*"));
        List<String> back = new ArrayList<>(seen.subList(steps - 1, seen.size()));
        Collections.reverse(back);
        assertThat(back).isEqualTo(seen.subList(0, steps));
    }

    /** A browser of the machine, without a window and without a network; what it prints. */
    private String chromium(String... options) throws Exception {
        Path browser = Path.of("/usr/bin/chromium");
        assumeTrue(Files.isExecutable(browser), "chromium is not installed: not checked with it");
        List<String> words = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("browser")));
        words.addAll(List.of(options));
        Path out = folder.resolve("chromium.txt");
        Process process = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(out);
    }

    @Test
    void aCaptureIsBlocksOfWholeWords() throws IOException {
        export(LAB, "pcapng");

        byte[] bytes = Files.readAllBytes(folder.resolve("walk.pcapng"));
        int at = 0;
        List<Integer> types = new ArrayList<>();
        while (at < bytes.length) {
            int length = word(bytes, at + 4);
            types.add(word(bytes, at));
            assertThat(length).isPositive().matches(size -> size % 4 == 0);
            assertThat(word(bytes, at + length - 4)).isEqualTo(length);
            at += length;
        }
        assertThat(types).containsExactly(0x0A0D0D0A, 1, 6, 6);
    }

    private String export(String lab, String format, String... more) throws IOException {
        Path file = folder.resolve("walk." + format);
        List<String> words = new ArrayList<>(List.of("export", lab, "--format", format, "-o", file.toString()));
        words.addAll(List.of(more));
        assertThat(Run.of(words.toArray(String[]::new))).isEqualTo(new Run(0, "", ""));
        return Files.readString(file, StandardCharsets.ISO_8859_1).isEmpty()
                ? ""
                : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static int steps(String language) {
        String walk =
                Run.of("walk", LAB, "--grain", "function", "--lang", language).out();
        return (int) walk.lines().filter(line -> line.matches(" *\\d+  .*")).count();
    }

    private static JsonObject data(String html) {
        String begin = "<script type=\"application/json\" id=\"walk\">";
        int from = html.indexOf(begin) + begin.length();
        return JsonParser.parseString(html.substring(from, html.indexOf("</script>", from)))
                .getAsJsonObject();
    }

    /** What the file says of a frame. */
    private static String comment(ImageReader reader, int frame) throws IOException {
        var root = (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        var comment =
                (IIOMetadataNode) root.getElementsByTagName("CommentExtension").item(0);
        return new String(comment.getAttribute("value").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The frames one above the other, as a viewer shows them at the end. */
    private static BufferedImage played(ImageReader reader) throws IOException {
        BufferedImage canvas = new BufferedImage(reader.getWidth(0), reader.getHeight(0), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < reader.getNumImages(true); i++) {
            var root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
            var place = (IIOMetadataNode)
                    root.getElementsByTagName("ImageDescriptor").item(0);
            canvas.createGraphics()
                    .drawImage(
                            reader.read(i),
                            Integer.parseInt(place.getAttribute("imageLeftPosition")),
                            Integer.parseInt(place.getAttribute("imageTopPosition")),
                            null);
        }
        return canvas;
    }

    /** The share of pixels of the small picture that differ clearly from the same place in one of twice the size. */
    private static double differing(BufferedImage small, BufferedImage large) {
        int found = 0;
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                int one = small.getRGB(x, y);
                int other = large.getRGB(2 * x, 2 * y);
                boolean differs = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) > 96;
                found += differs ? 1 : 0;
            }
        }
        return (double) found / (small.getWidth() * small.getHeight());
    }

    private List<String> tshark(String... options) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("/usr/bin/tshark", "-r", folder.resolve("walk.pcapng").toString()));
        words.addAll(List.of(options));
        Path out = folder.resolve("tshark.txt");
        Process process = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(out);
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }
}
